package io.github.opelrules.testkit.coverage;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.ExpectedPoints;
import io.github.opelrules.framework.Flaw;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.Limit;
import io.github.opelrules.framework.LocalParameter;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.cases.ThresholdOutcome;
import io.github.opelrules.rules.internal.totals.Grid;
import io.github.opelrules.rules.internal.totals.Totals;
import io.github.opelrules.tier.TierScale;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every framework that differs from one by the least change of one number: each cut moved by one unit of precision or its side
 * swapped, each number of points by one, each greatest age, of a reading and of a report, by a second, each end of the plausible and of the usual values by one unit, each weight
 * by one unit of its last digit. The thresholds and parameters that a local overlay adds are changed likewise.
 *
 * <p>A change that no report can show is left out: whether there is one that can is worked out from the intervals, and it is
 * the case that kills the mutant.
 */
final class Mutants {

    /** A mean can be any number; its cuts are moved by this. */
    private static final BigDecimal STEP_OF_MEANS = new BigDecimal("0.01");

    private static final Duration STEP_OF_AGES = Duration.ofSeconds(1);

    private final Framework framework;
    private final List<Mutant> mutants = new ArrayList<>();
    private int equivalent;
    private int refused;

    private Mutants(Framework framework) {
        this.framework = framework;
    }

    static Mutants of(Framework framework) {
        Mutants mutants = new Mutants(framework);
        framework.tables().values().forEach(mutants::addTable);
        if (framework.tiers() != null) {
            mutants.addTiers(framework.tiers());
        }
        return mutants;
    }

    List<Mutant> all() {
        return List.copyOf(mutants);
    }

    /** How many changes were left out because no report can show them. */
    int equivalent() {
        return equivalent;
    }

    /** How many changes were left out because a framework with them does not load. */
    int refused() {
        return refused;
    }

    private void add(String what, Supplier<Framework> change, Function<Framework, Optional<CaseText>> killer) {
        Framework changed;
        try {
            changed = change.get();
        } catch (IllegalArgumentException e) {
            // Values refuse what a check of rule files would report as an error.
            refused++;
            return;
        }
        killer.apply(changed)
                .ifPresentOrElse(text -> mutants.add(new Mutant(what, changed, text.toString())), () -> equivalent++);
    }

    private void addTable(ScoringTable table) {
        for (Parameter parameter : table.parameters()) {
            if (parameter.isExpected()) {
                addExpected(table, parameter);
            } else {
                addBands(table, parameter);
            }
            if (parameter.usual() != null) {
                addUsual(table, parameter, parameter.usual());
            }
        }
        table.quantities().forEach(quantity -> {
            addAges(table, quantity);
            addDomain(table, quantity);
        });
        table.thresholds().forEach(threshold -> addThreshold(table, threshold));
        Totals totals = new Totals(table);
        BigDecimal step = table.levels().basis() == LevelTable.Basis.TOTAL ? BigDecimal.ONE : STEP_OF_MEANS;
        addLevelCuts(
                table.providerType() + ", cut between ",
                table.levels(),
                step,
                levels -> with(table, table.parameters(), levels, table.localParameters(), table.thresholds()),
                (changed, cut) -> levelKiller(
                        table, totals, changed.table(table.providerType()).orElseThrow()));
    }

    private static Optional<CaseText> levelKiller(ScoringTable table, Totals totals, ScoringTable changed) {
        if (!totals.isKnown()) {
            return Optional.empty();
        }
        return totals.ends().stream()
                .filter(end -> table.levelOf(end) != changed.levelOf(end))
                .findFirst()
                .map(end -> CaseText.ofScore(totals, end));
    }

    private void addBands(ScoringTable table, Parameter parameter) {
        String where = table.providerType() + ", " + parameter.id() + ": ";
        BigDecimal unit = parameter.domain().precision();
        for (int i = 0; i < parameter.bands().size(); i++) {
            int index = i;
            Band band = parameter.bands().get(i);
            for (int change : new int[] {1, -1}) {
                add(
                        where + "points of \"" + band.interval() + "\" changed from " + band.points() + " to "
                                + (band.points() + change),
                        () -> with(table, with(parameter, changedPoints(parameter, index, band.points() + change))),
                        changed -> pointsKiller(parameter, band, changed(changed, table, parameter)));
            }
            if (i == parameter.bands().size() - 1) {
                continue;
            }
            Cut cut = new Cut(
                    parameter.bands().get(i).interval(),
                    parameter.bands().get(i + 1).interval());
            for (Cut moved : cut.leastChanges(unit)) {
                add(
                        where + cut.changeTo(moved),
                        () -> with(table, with(parameter, changedCut(parameter, index, moved))),
                        changed -> cutKiller(parameter, index, cut, moved));
            }
        }
    }

    private static Parameter changed(Framework changed, ScoringTable table, Parameter parameter) {
        return changed.table(table.providerType())
                .flatMap(other -> other.parameter(parameter.id()))
                .orElseThrow();
    }

    private static Optional<CaseText> pointsKiller(Parameter parameter, Band band, Parameter changed) {
        Optional<BigDecimal> reading = Totals.reading(parameter, band);
        if (reading.isEmpty() && !parameter.points().equals(changed.points())) {
            return Optional.of(notSubmitted(parameter));
        }
        return reading.map(value -> CaseText.ofReading(parameter, value, band));
    }

    private static Optional<CaseText> cutKiller(Parameter parameter, int lower, Cut cut, Cut moved) {
        Grid grid = new Grid(parameter.domain());
        Band below = parameter.bands().get(lower);
        Band above = parameter.bands().get(lower + 1);
        return below.points() == above.points()
                ? Optional.empty()
                : between(cut.start(), moved.end())
                        .flatMap(grid::first)
                        .map(value -> CaseText.ofReading(parameter, value, above))
                        .or(() -> between(moved.start(), cut.end())
                                .flatMap(grid::first)
                                .map(value -> CaseText.ofReading(parameter, value, below)));
    }

    private static Optional<Interval> between(Edge lower, Edge upper) {
        try {
            return Optional.of(new Interval(lower, upper));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CaseText notSubmitted(Parameter parameter) {
        String id = parameter.id().value();
        return CaseText.ofReport(id + " could score " + parameter.points(), Map.of(id, "not-submitted"))
                .expect("points", id, parameter.points().toString());
    }

    private void addExpected(ScoringTable table, Parameter parameter) {
        ExpectedPoints expected = parameter.expectedPoints();
        if (expected == null) {
            return;
        }
        for (int change : new int[] {1, -1}) {
            int upTo = expected.upTo() + change;
            add(
                    table.providerType() + ", " + parameter.id() + ": expected points changed from up to "
                            + expected.upTo() + " to up to " + upTo,
                    () -> with(
                            table,
                            with(
                                    parameter,
                                    parameter.domain(),
                                    parameter.maxAge(),
                                    List.of(),
                                    new ExpectedPoints(upTo, expected.assurance()))),
                    changed -> Optional.of(notSubmitted(parameter)));
        }
    }

    private void addUsual(ScoringTable table, Parameter parameter, UsualRange usual) {
        BigDecimal unit = parameter.domain().precision();
        for (boolean lower : new boolean[] {true, false}) {
            BigDecimal end = lower ? usual.from() : usual.upTo();
            for (boolean wider : new boolean[] {true, false}) {
                BigDecimal moved = lower == wider ? end.subtract(unit) : end.add(unit);
                add(
                        table.providerType() + ", " + parameter.id() + ": usual values "
                                + (lower ? "from " : "up to ") + Words.number(end) + " changed to "
                                + Words.number(moved),
                        () -> with(
                                table,
                                with(
                                        parameter,
                                        new UsualRange(
                                                lower ? moved : usual.from(),
                                                lower ? usual.upTo() : moved,
                                                usual.assurance()))),
                        changed -> Optional.of(CaseText.ofDoubt(parameter, usual, wider ? moved : end)));
            }
        }
    }

    private void addThreshold(ScoringTable table, Threshold threshold) {
        Domain domain = table.quantity(threshold.parameter()).orElseThrow().domain();
        Interval interval = threshold.interval();
        for (Cut cut : Cut.ends(interval)) {
            boolean lower = cut.start().equals(interval.lower());
            for (Cut moved : cut.leastChanges(domain.precision())) {
                add(
                        table.providerType() + ", " + threshold.id() + ": "
                                + (lower ? Cut.change(cut.start(), moved.start()) : Cut.change(cut.end(), moved.end())),
                        () -> with(table, threshold, lower ? moved.startOf(interval) : moved.endOf(interval)),
                        changed -> thresholdKiller(
                                threshold, changed(changed, table, threshold), new Grid(domain), cut, moved));
            }
        }
    }

    private static Threshold changed(Framework changed, ScoringTable table, Threshold threshold) {
        return changed.table(table.providerType()).stream()
                .flatMap(other -> other.thresholds().stream())
                .filter(other -> other.id().equals(threshold.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Between a cut and the same moved by one step no values differ but those around the two. */
    private static Optional<CaseText> thresholdKiller(
            Threshold threshold, Threshold changed, Grid grid, Cut cut, Cut moved) {
        return Stream.of(cut.value(), moved.value())
                .flatMap(grid::around)
                .filter(value -> threshold.interval().contains(value)
                        != changed.interval().contains(value))
                .findFirst()
                .map(value -> CaseText.ofReading(threshold, value));
    }

    private void addAges(ScoringTable table, Quantity quantity) {
        String id = quantity.id().value();
        Duration age = quantity.maxAge();
        BigDecimal value = quantity.domain().from();
        for (boolean older : new boolean[] {true, false}) {
            Duration changedAge = older ? age.plus(STEP_OF_AGES) : age.minus(STEP_OF_AGES);
            Duration shown = older ? changedAge : age;
            add(
                    table.providerType() + ", " + id + ": maxAge changed from " + age + " to " + changedAge,
                    () -> with(table, quantity, quantity.domain(), changedAge),
                    changed -> usabilityKiller(
                            table,
                            quantity,
                            value,
                            older ? ThresholdOutcome.STALE : null,
                            CaseText.ofReport(
                                    id + " of " + shown + " ago " + (older ? "is stale" : "still counts"),
                                    Map.of(id, "{ value: " + Words.number(value) + ", age: " + shown + " }"))));
        }
    }

    private void addDomain(ScoringTable table, Quantity quantity) {
        String id = quantity.id().value();
        Domain domain = quantity.domain();
        BigDecimal unit = domain.precision();
        for (boolean lower : new boolean[] {true, false}) {
            BigDecimal end = lower ? domain.from() : domain.upTo();
            for (boolean wider : new boolean[] {true, false}) {
                BigDecimal moved = lower == wider ? end.subtract(unit) : end.add(unit);
                BigDecimal shown = wider ? moved : end;
                add(
                        table.providerType() + ", " + id + ": plausible values "
                                + (lower ? "from " : "up to ") + Words.number(end) + " changed to "
                                + Words.number(moved),
                        () -> with(
                                table,
                                quantity,
                                new Domain(lower ? moved : domain.from(), lower ? domain.upTo() : moved, unit),
                                quantity.maxAge()),
                        changed -> usabilityKiller(
                                table,
                                quantity,
                                shown,
                                wider ? ThresholdOutcome.IMPLAUSIBLE : null,
                                CaseText.ofReport(
                                        id + " of " + Words.number(shown)
                                                + (wider ? " is a slip and counts as missing" : " is plausible"),
                                        Map.of(id, Words.number(shown)))));
            }
        }
    }

    /**
     * A case that shows whether a reading can be used: by what it scores, or else by a threshold on it. A reading that neither
     * scores nor has a threshold changes nothing, however old or odd it is.
     *
     * @param unusable why it cannot be used; null where it can
     */
    private static Optional<CaseText> usabilityKiller(
            ScoringTable table,
            Quantity quantity,
            BigDecimal value,
            @Nullable ThresholdOutcome unusable,
            CaseText report) {
        if (quantity instanceof Parameter parameter && !parameter.isExpected()) {
            return Optional.of(report.expect(
                    "codes", quantity.id().value(), unusable == null ? "band-matched" : unusable.toString()));
        }
        return table.thresholds().stream()
                .filter(threshold -> threshold.parameter().equals(quantity.id()))
                .findFirst()
                .map(threshold -> report.expect(
                        "notify",
                        threshold.id(),
                        (unusable == null ? CaseText.outcome(threshold, value) : unusable).toString()));
    }

    /** How a case is made that shows a changed table of levels, of which one cut was moved. */
    private interface LevelKiller {

        Optional<CaseText> of(Framework changed, int cut);
    }

    private void addLevelCuts(
            String where,
            LevelTable levels,
            BigDecimal step,
            Function<LevelTable, Framework> change,
            LevelKiller killer) {
        for (int i = 0; i < levels.cuts().size() - 1; i++) {
            int index = i;
            LevelCut below = levels.cuts().get(i);
            LevelCut above = levels.cuts().get(i + 1);
            Cut cut = new Cut(below.interval(), above.interval());
            for (Cut moved : cut.leastChanges(step)) {
                add(
                        where + below.level() + " and " + above.level() + ": " + cut.changeTo(moved),
                        () -> change.apply(changedCut(levels, index, moved)),
                        changed -> killer.of(changed, index));
            }
        }
    }

    private void addTiers(TierRules tiers) {
        addLevelCuts(
                "tiers, cut between ",
                tiers.levels(),
                STEP_OF_MEANS,
                levels -> with(
                        new TierRules(tiers.pillars(), tiers.pillarCitation(), tiers.means(), levels, tiers.maxAge())),
                this::reportedLevelKiller);
        tiers.pillars().forEach((type, weight) -> {
            BigDecimal unit = BigDecimal.ONE.movePointLeft(
                    Math.max(weight.stripTrailingZeros().scale(), 0));
            for (BigDecimal changedWeight : List.of(weight.add(unit), weight.subtract(unit))) {
                Map<ProviderType, BigDecimal> pillars = new LinkedHashMap<>(tiers.pillars());
                pillars.put(type, changedWeight);
                add(
                        "tiers, weight of " + type + " changed from " + Words.number(weight) + " to "
                                + Words.number(changedWeight),
                        () -> with(new TierRules(
                                pillars, tiers.pillarCitation(), tiers.means(), tiers.levels(), tiers.maxAge())),
                        changed -> weightKiller(changed, type));
            }
        });
        addMaxAge(tiers);
    }

    private void addMaxAge(TierRules tiers) {
        Duration age = tiers.maxAge().value();
        for (boolean older : new boolean[] {true, false}) {
            Duration changedAge = older ? age.plus(STEP_OF_AGES) : age.minus(STEP_OF_AGES);
            Duration shown = older ? changedAge : age;
            add(
                    "tiers, maxAge changed from " + age + " to " + changedAge,
                    () -> with(new TierRules(
                            tiers.pillars(),
                            tiers.pillarCitation(),
                            tiers.means(),
                            tiers.levels(),
                            new Limit<>(changedAge, tiers.maxAge().citation()))),
                    changed -> Optional.of(TierSystem.of(scale(framework), Map.of(firstPillar(), OpelLevel.OPEL_4))
                            .ofAge(
                                    "a level reported " + shown + " ago "
                                            + (older ? "no longer counts" : "still counts"),
                                    shown,
                                    older ? "no-report" : "level-reported")));
        }
    }

    /** A provider that is not scored counts with all the scores of its level, and so shows where its cuts are. */
    private Optional<CaseText> reportedLevelKiller(Framework changed, int cut) {
        OpelLevel level = tiers(framework).levels().cuts().get(cut).level();
        TierSystem system = TierSystem.of(scale(framework), Map.of(firstPillar(), level));
        TierSystem other = TierSystem.of(scale(changed), Map.of(firstPillar(), level));
        return system.text().equals(other.text())
                ? Optional.empty()
                : Optional.of(system.ofProvider("a reported " + level + " counts as the scores " + system.text()));
    }

    private Optional<CaseText> weightKiller(Framework changed, ProviderType type) {
        Map<ProviderType, OpelLevel> reported = new LinkedHashMap<>();
        tiers(framework)
                .pillars()
                .keySet()
                .forEach(each -> reported.put(each, each == type ? OpelLevel.OPEL_4 : OpelLevel.OPEL_1));
        TierSystem system = TierSystem.of(scale(framework), reported, tiers(framework));
        TierSystem other = TierSystem.of(scale(changed), reported, tiers(changed));
        return system.text().equals(other.text())
                ? Optional.empty()
                : Optional.of(
                        system.ofIcs("OPEL 4 of " + type + " and OPEL 1 of all else are " + system.text() + " in all"));
    }

    private ProviderType firstPillar() {
        return tiers(framework).pillars().keySet().iterator().next();
    }

    private static TierRules tiers(Framework framework) {
        return Optional.ofNullable(framework.tiers()).orElseThrow();
    }

    private static TierScale scale(Framework framework) {
        return TierScale.of(framework, tiers(framework));
    }

    // The framework with one part of it exchanged.

    private Framework with(ScoringTable table, Parameter changed) {
        List<Parameter> parameters = table.parameters().stream()
                .map(parameter -> parameter.id().equals(changed.id()) ? changed : parameter)
                .toList();
        return with(table, parameters, table.levels(), table.localParameters(), table.thresholds());
    }

    private Framework with(ScoringTable table, Quantity changed, Domain domain, Duration maxAge) {
        if (changed instanceof Parameter parameter) {
            return with(table, with(parameter, domain, maxAge, parameter.bands(), parameter.expectedPoints()));
        }
        List<LocalParameter> parameters = table.localParameters().stream()
                .map(parameter -> parameter.equals(changed) ? with(parameter, domain, maxAge) : parameter)
                .toList();
        return with(table, table.parameters(), table.levels(), parameters, table.thresholds());
    }

    private static LocalParameter with(LocalParameter parameter, Domain domain, Duration maxAge) {
        return new LocalParameter(
                parameter.id(),
                parameter.label(),
                parameter.definition(),
                parameter.unit(),
                domain,
                parameter.worse(),
                maxAge);
    }

    private Framework with(ScoringTable table, Threshold changed, Interval interval) {
        List<Threshold> thresholds = table.thresholds().stream()
                .map(threshold -> threshold.equals(changed)
                        ? new Threshold(threshold.id(), threshold.parameter(), interval, threshold.notice())
                        : threshold)
                .toList();
        return with(table, table.parameters(), table.levels(), table.localParameters(), thresholds);
    }

    private Framework with(
            ScoringTable old,
            List<Parameter> parameters,
            LevelTable levels,
            List<LocalParameter> localParameters,
            List<Threshold> thresholds) {
        ScoringTable table =
                new ScoringTable(old.providerType(), parameters, old.total(), levels, localParameters, thresholds);
        Map<ProviderType, ScoringTable> tables = new LinkedHashMap<>(framework.tables());
        tables.put(table.providerType(), table);
        return with(tables, framework.tiers());
    }

    private Framework with(TierRules tiers) {
        return with(framework.tables(), tiers);
    }

    private Framework with(Map<ProviderType, ScoringTable> tables, @Nullable TierRules tiers) {
        requireLevels(tables, tiers);
        return Mutant.changed(framework, tables, tiers, framework.protocol());
    }

    private static void requireLevels(Map<ProviderType, ScoringTable> tables, @Nullable TierRules tiers) {
        if (tiers == null) {
            return;
        }
        int available = tables.values().stream()
                .filter(table -> tiers.pillars().containsKey(table.providerType()))
                .mapToInt(ScoringTable::available)
                .max()
                .orElse(0);
        List<Flaw> flaws = tiers.levels().flawsForMeans(available);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.get(0).message());
        }
    }

    private static Parameter with(Parameter parameter, List<Band> bands) {
        return with(parameter, parameter.domain(), parameter.maxAge(), bands, parameter.expectedPoints());
    }

    private static Parameter with(
            Parameter parameter,
            Domain domain,
            Duration maxAge,
            List<Band> bands,
            @Nullable ExpectedPoints expectedPoints) {
        return with(parameter, domain, maxAge, bands, expectedPoints, parameter.usual(), parameter.sinceMidnight());
    }

    private static Parameter with(Parameter parameter, UsualRange usual) {
        return with(
                parameter,
                parameter.domain(),
                parameter.maxAge(),
                parameter.bands(),
                parameter.expectedPoints(),
                usual,
                parameter.sinceMidnight());
    }

    /** The parameter, measured whenever it is reported and not since midnight. */
    static Parameter withoutMidnight(Parameter parameter) {
        return with(
                parameter,
                parameter.domain(),
                parameter.maxAge(),
                parameter.bands(),
                parameter.expectedPoints(),
                parameter.usual(),
                false);
    }

    private static Parameter with(
            Parameter parameter,
            Domain domain,
            Duration maxAge,
            List<Band> bands,
            @Nullable ExpectedPoints expectedPoints,
            @Nullable UsualRange usual,
            boolean sinceMidnight) {
        return new Parameter(
                parameter.id(),
                parameter.number(),
                parameter.label(),
                parameter.definition(),
                parameter.unit(),
                domain,
                parameter.worse(),
                maxAge,
                parameter.source(),
                bands,
                expectedPoints,
                usual,
                sinceMidnight);
    }

    private static List<Band> changedPoints(Parameter parameter, int index, int points) {
        List<Band> bands = new ArrayList<>(parameter.bands());
        Band band = bands.get(index);
        bands.set(index, new Band(band.interval(), points, band.pointsAssurance(), band.source()));
        return bands;
    }

    private static List<Band> changedCut(Parameter parameter, int index, Cut cut) {
        List<Band> bands = new ArrayList<>(parameter.bands());
        bands.set(index, with(bands.get(index), cut.endOf(bands.get(index).interval())));
        bands.set(
                index + 1,
                with(bands.get(index + 1), cut.startOf(bands.get(index + 1).interval())));
        return bands;
    }

    private static Band with(Band band, Interval interval) {
        return new Band(interval, band.points(), band.pointsAssurance(), band.source());
    }

    private static LevelTable changedCut(LevelTable levels, int index, Cut cut) {
        List<LevelCut> cuts = new ArrayList<>(levels.cuts());
        LevelCut below = cuts.get(index);
        LevelCut above = cuts.get(index + 1);
        cuts.set(index, new LevelCut(below.level(), cut.endOf(below.interval())));
        cuts.set(index + 1, new LevelCut(above.level(), cut.startOf(above.interval())));
        return new LevelTable(levels.basis(), cuts, levels.citation());
    }
}
