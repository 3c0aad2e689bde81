package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Flaw;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the file of one provider type: how its points add up, its parameters, and its level cuts. */
final class TableReader {

    private static final String FORMAT = "opel.table/1";
    private static final String TOTAL = "{ assurance: corroborated, source: { document: …, place: … } }";
    private static final String LEVELS = "{ basis: total, source: …, bands: …, assurance: … }";
    private static final List<String> LEVEL_KEYS = List.of("level", "from", "above", "upTo", "below");

    private final Findings findings;
    private @Nullable ProviderType providerType;
    private Place providerTypePlace = Place.START;

    TableReader(Findings findings) {
        this.findings = findings;
    }

    /** The provider type that the file declares, once it is read and where that could be. */
    @Nullable
    ProviderType providerType() {
        return providerType;
    }

    /** Where the file declares it. */
    Place providerTypePlace() {
        return providerTypePlace;
    }

    /** The table, or null where it cannot be used, and then the findings say why. */
    @Nullable
    ScoringTable read(Node root) {
        Fields fields = Formats.fields(
                root,
                "the table",
                FORMAT,
                findings,
                List.of("format", "providerType", "total", "parameters", "levels"));
        if (fields == null) {
            return null;
        }
        ProviderType type = fields.word("providerType", ProviderType.values());
        providerType = type;
        providerTypePlace = fields.placeOf("providerType");
        Citation total = total(fields);
        List<Parameter> parameters =
                new ParameterReader(findings).read(fields.entries("parameters", "[{ id: ga-bed-occupancy, … }]"));
        Fields levelFields = fields.fields("levels", LEVELS, List.of("basis", "source", "bands", "assurance"));
        LevelTable levels = levelFields == null ? null : levels(levelFields);
        if (type == null || total == null || levelFields == null || levels == null || findings.size() > 0) {
            return null;
        }
        ScoringTable table = new ScoringTable(type, parameters, total, levels);
        checkHighestScore(table, levelFields.placeOf("bands"));
        return table;
    }

    private static @Nullable Citation total(Fields fields) {
        Fields total = fields.fields("total", TOTAL, List.of("assurance", "source"));
        if (total == null) {
            return null;
        }
        Assurance assurance = total.assurance();
        Source source = total.source();
        return assurance == null || source == null ? null : new Citation(source, assurance);
    }

    private @Nullable LevelTable levels(Fields fields) {
        int before = findings.size();
        LevelTable.Basis basis = fields.word("basis", LevelTable.Basis.values());
        Source source = fields.source();
        Fields grades = Grades.block(fields, List.of("cuts", "sides"));
        Grades cuts = new Grades(grades, "cuts", findings);
        Grades sides = new Grades(grades, "sides", findings);
        EdgeReader edges = new EdgeReader(cuts, sides, findings);
        List<Node> entries = fields.entries("bands", "[{ level: 1, upTo: 11 }, …]");
        List<LevelCut> levels = new ArrayList<>();
        int beforeLevels = findings.size();
        for (Node entry : entries) {
            Fields level = Fields.of(entry, "a level", findings, LEVEL_KEYS);
            LevelCut cut = level == null ? null : level(level, edges);
            if (cut != null) {
                levels.add(cut);
            }
        }
        if (findings.size() == beforeLevels && !entries.isEmpty()) {
            cuts.reportMisfits();
            sides.reportMisfits();
            for (Flaw flaw : LevelTable.flaws(levels)) {
                findings.add(flaw.code(), entries.get(flaw.index()).place(), flaw.message());
            }
        }
        if (basis == null || source == null || findings.size() > before) {
            return null;
        }
        return new LevelTable(basis, levels, new Citation(source, cuts.lowest().lowest(sides.lowest())));
    }

    private static @Nullable LevelCut level(Fields fields, EdgeReader edges) {
        Integer number = fields.wholeNumber("level", "1", 1, OpelLevel.values().length);
        Interval interval = edges.read(fields);
        return number == null || interval == null
                ? null
                : new LevelCut(OpelLevel.ofNumber(number).orElseThrow(), interval);
    }

    /** The cuts cannot know how many points there are, so a highest level that ends too early shows here only. */
    private void checkHighestScore(ScoringTable table, Place place) {
        LevelTable levels = table.levels();
        BigDecimal highest = levels.basis() == LevelTable.Basis.SHARE
                ? BigDecimal.valueOf(100)
                : BigDecimal.valueOf(table.available());
        LevelCut last = levels.cuts().get(levels.cuts().size() - 1);
        Edge end = last.interval().upper();
        if (end != null && !end.admits(highest)) {
            findings.add(
                    Flaw.Code.LEVEL_GAP,
                    place,
                    "A score of " + highest.toPlainString() + " is in no level, because " + last.level() + " ends \""
                            + end + "\". Let it end \"up to " + highest.toPlainString()
                            + "\", or take its upper edge away.");
        }
    }
}
