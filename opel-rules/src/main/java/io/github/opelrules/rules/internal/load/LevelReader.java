package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Flaw;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads level cuts. */
final class LevelReader {

    private static final String LEVELS = "{ basis: total, source: …, bands: …, assurance: … }";
    private static final List<String> KEYS = List.of("level", "from", "above", "upTo", "below");

    private final Findings findings;
    private final Ledger ledger;
    private final String name;
    private final List<Place> places = new ArrayList<>();

    /** @param name what the account of graded values calls a cut, such as {@code level cut} and a space */
    LevelReader(Findings findings, Ledger ledger, String name) {
        this.findings = findings;
        this.ledger = ledger;
        this.name = name;
    }

    /** The level cuts under the key "levels", or null where they cannot be used, and then the findings say why. */
    @Nullable
    LevelTable read(Fields parent) {
        Fields fields = parent.fields("levels", LEVELS, List.of("basis", "source", "bands", "assurance"));
        return fields == null ? null : levels(fields);
    }

    /** Where a cut stands, counted from 0. */
    Place placeOf(int index) {
        return places.get(index);
    }

    private @Nullable LevelTable levels(Fields fields) {
        int before = findings.errors();
        LevelTable.Basis basis = fields.word("basis", LevelTable.Basis.values());
        Source source = fields.source();
        Fields grades = Grades.block(fields, List.of("cuts", "sides"));
        Grades cuts = new Grades(grades, "cuts", findings);
        Grades sides = new Grades(grades, "sides", findings);
        EdgeReader edges = new EdgeReader(cuts, sides, findings);
        List<Node> entries = fields.entries("bands", "[{ level: 1, upTo: 11 }, …]");
        List<LevelCut> levels = new ArrayList<>();
        int beforeLevels = findings.errors();
        for (Node entry : entries) {
            Fields level = Fields.of(entry, "a level", findings, KEYS);
            LevelCut cut =
                    level == null ? null : level(level, edges, source == null ? ParameterReader.UNKNOWN : source);
            if (cut != null) {
                levels.add(cut);
                places.add(entry.place());
            }
        }
        if (findings.errors() == beforeLevels && !entries.isEmpty()) {
            cuts.reportMisfits();
            sides.reportMisfits();
            for (Flaw flaw : LevelTable.flaws(levels)) {
                findings.add(flaw.code(), places.get(flaw.index()), flaw.message());
            }
        }
        cuts.enterInto(ledger, cut -> name + cut.toPlainString());
        sides.enterInto(ledger, cut -> "side of " + name + cut.toPlainString());
        if (basis == null || source == null || levels.isEmpty() || findings.errors() > before) {
            return null;
        }
        return new LevelTable(basis, levels, new Citation(source, cuts.lowest().lowest(sides.lowest())));
    }

    private static @Nullable LevelCut level(Fields fields, EdgeReader edges, Source source) {
        Integer number = fields.wholeNumber("level", "1", 1, OpelLevel.values().length);
        Interval interval = edges.read(fields, source);
        return number == null || interval == null
                ? null
                : new LevelCut(OpelLevel.ofNumber(number).orElseThrow(), interval);
    }
}
