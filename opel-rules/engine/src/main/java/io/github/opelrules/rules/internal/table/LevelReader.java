package io.github.opelrules.rules.internal.table;

import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Flaw;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.Ledger;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads level cuts. */
public final class LevelReader {

    private static final String LEVELS = "{ basis: total, source: …, bands: …, assurance: … }";
    private static final List<String> KEYS = List.of("level", "from", "above", "upTo", "below");

    /** What the account of graded values calls a cut between the levels of providers. */
    public static final String PROVIDER_CUT = "level cut ";
    /** What it calls one between the levels of tiers. */
    static final String TIER_CUT = "tier level cut ";

    private static final String SIDE_OF = "side of ";

    private final Findings findings;
    private final Ledger ledger;
    private final String name;
    private final List<Place> places = new ArrayList<>();

    /** @param name what the account of graded values calls a cut: one of the two above */
    public LevelReader(Findings findings, Ledger ledger, String name) {
        this.findings = findings;
        this.ledger = ledger;
        this.name = name;
    }

    /** Whether a graded value belongs to the level cuts of a provider type. */
    public static boolean isOfProvider(GradedValue value) {
        return value.what().startsWith(PROVIDER_CUT) || value.what().startsWith(SIDE_OF + PROVIDER_CUT);
    }

    /** The level cuts under the key "levels", or null where they cannot be used, and then the findings say why. */
    @Nullable
    LevelTable read(Fields parent) {
        Fields fields = parent.fields("levels", LEVELS, List.of("basis", "source", "bands", "assurance"));
        if (fields == null) {
            return null;
        }
        int before = findings.errors();
        LevelTable.Basis basis = fields.word("basis", LevelTable.Basis.values());
        Source source = fields.source();
        Fields grades = Grades.block(fields, List.of("cuts", "sides"));
        Grades cuts = new Grades(grades, "cuts", findings);
        Grades sides = new Grades(grades, "sides", findings);
        LevelTable levels = read(
                fields,
                "bands",
                basis == null ? LevelTable.Basis.TOTAL : basis,
                source == null ? ParameterReader.UNKNOWN : source,
                cuts,
                sides);
        return findings.errors() > before ? null : levels;
    }

    /**
     * The level cuts that are a plain list under a key, or null where they cannot be used, and then the findings say why.
     *
     * @param cuts how sure the cuts are
     * @param sides how sure it is to which level each cut itself belongs
     */
    public @Nullable LevelTable read(
            Fields fields, String key, LevelTable.Basis basis, Source source, Grades cuts, Grades sides) {
        int before = findings.errors();
        EdgeReader edges = new EdgeReader(cuts, sides, findings);
        List<Node> entries = fields.fewEntries(key, "[{ level: 1, upTo: 11 }, …]");
        List<LevelCut> levels = new ArrayList<>();
        places.clear();
        for (Node entry : entries) {
            Fields level = Fields.of(entry, "a level", findings, KEYS);
            LevelCut cut = level == null ? null : level(level, edges, source);
            if (cut != null) {
                levels.add(cut);
                places.add(entry.place());
            }
        }
        if (findings.errors() == before && !entries.isEmpty()) {
            cuts.reportMisfits();
            sides.reportMisfits();
            for (Flaw flaw : LevelTable.flaws(levels)) {
                findings.add(flaw.code(), places.get(flaw.index()), flaw.message());
            }
        }
        cuts.enterInto(ledger, name);
        sides.enterInto(ledger, SIDE_OF + name);
        if (levels.isEmpty() || findings.errors() > before) {
            return null;
        }
        return new LevelTable(basis, levels, new Citation(source, cuts.lowest().lowest(sides.lowest())));
    }

    /** Where a cut of those that were read last stands, counted from 0. */
    Place placeOf(int cut) {
        return places.get(cut);
    }

    /** Reports levels that no score reaches, and scores that reach none, at the cuts that were read last. */
    void checkReach(LevelTable levels, List<Parameter> parameters) {
        checkReach(levels, parameters, this::placeOf);
    }

    /**
     * Reports levels that no score reaches, and scores that reach none. A level that waits for bands which are expected is
     * no error.
     *
     * @param placeOf where a cut stands, counted from 0
     */
    public void checkReach(LevelTable levels, List<Parameter> parameters, IntFunction<Place> placeOf) {
        boolean complete = parameters.stream().noneMatch(Parameter::isOpen);
        for (Flaw flaw : levels.flawsFor(parameters)) {
            Place place = placeOf.apply(flaw.index());
            boolean error =
                    flaw.code() == Flaw.Code.LEVEL_UNREACHABLE ? complete : flaw.code() != Flaw.Code.LEVEL_SKIPPED;
            if (error) {
                findings.add(flaw.code(), place, flaw.message());
            } else {
                findings.warn(
                        flaw.code(),
                        place,
                        flaw.message() + (complete ? "" : " The bands that are expected may still reach it."));
            }
        }
    }

    private static @Nullable LevelCut level(Fields fields, EdgeReader edges, Source source) {
        Integer number = fields.wholeNumber("level", "1", 1, OpelLevel.values().length);
        Interval interval = edges.read(fields, source);
        return number == null || interval == null
                ? null
                : new LevelCut(OpelLevel.ofNumber(number).orElseThrow(), interval);
    }
}
