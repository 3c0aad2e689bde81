package io.github.opelrules.testkit.coverage;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.internal.Words;
import io.github.opelrules.report.Reading;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.cases.CaseResult;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.cases.SequenceCase;
import io.github.opelrules.rules.cases.ThresholdOutcome;
import io.github.opelrules.rules.internal.tier.TierEngine;
import io.github.opelrules.rules.internal.totals.Grid;
import io.github.opelrules.rules.internal.totals.Totals;
import io.github.opelrules.tier.SystemAssessment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of a framework its cases touch. That a case touches something does not say that it would notice a mistake in it:
 * that is for {@link MutationRun} to show.
 *
 * @param framework the framework
 * @param items everything that a case could touch, in the order of the framework
 */
public record Coverage(Framework framework, List<Item> items) {

    private static final List<ReasonCode> MISSING = List.of(
            ReasonCode.NOT_SUBMITTED,
            ReasonCode.NOT_APPLICABLE,
            ReasonCode.SUPPRESSED,
            ReasonCode.STALE,
            ReasonCode.IMPLAUSIBLE);

    /** The kinds of things that a case can touch. */
    public enum Kind {
        /** A band: an exact reading lies in it. */
        BAND("bands"),
        /** A side of a cut between two bands: an exact reading is the nearest one below it, on it, or the nearest above it. */
        EDGE("edges"),
        /** A level: it is the best or the worst that a report comes to; or that none can be given. */
        LEVEL("levels"),
        /** A side of a cut between two levels: a score is the highest below it, or the lowest above it. */
        LEVEL_EDGE("edges of levels"),
        /** A way in which a parameter's reading can be missing. */
        MISSING("ways of missing"),
        /** An end of the usual values: a reading is the last usual one, or the first doubtful one. */
        USUAL("usual values"),
        /** A threshold of a local overlay: a side of its cut, or a way in which its reading can be missing. */
        THRESHOLD("thresholds"),
        /** A level of an ICS, a region or the nation. */
        TIER_LEVEL("levels of tiers"),
        /** A rule of how tiers are made. */
        TIER_RULE("rules of tiers"),
        /** A rule of the escalation protocol: it fires in a step, or a step says that it must not. */
        PROTOCOL_RULE("protocol rules");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** {@code edges of levels}. */
        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * Something that a case can touch.
     *
     * @param kind what kind of thing
     * @param what what it is
     * @param by the cases that touch it
     */
    public record Item(Kind kind, String what, List<Case> by) {

        public Item {
            by = List.copyOf(by);
        }

        /** Whether any case touches it. */
        public boolean isCovered() {
            return !by.isEmpty();
        }
    }

    public Coverage {
        items = List.copyOf(items);
    }

    /** What the cases of a run touch, whether they hold or not. */
    public static Coverage of(CaseRun run) {
        return new Finder(run).find();
    }

    /** What no case touches. */
    public List<Item> notCovered() {
        return items.stream().filter(item -> !item.isCovered()).toList();
    }

    /** How many are touched in a hundred, rounded down, so that 100 means all. */
    public int percent() {
        return items.isEmpty() ? 0 : 100 * (items.size() - notCovered().size()) / items.size();
    }

    /** Of how many things of each kind there are, how many are touched; kinds of which there are none are left out. */
    public Map<Kind, Count> byKind() {
        Map<Kind, Count> counts = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            List<Item> of = items.stream().filter(item -> item.kind() == kind).toList();
            if (!of.isEmpty()) {
                counts.put(
                        kind,
                        new Count((int) of.stream().filter(Item::isCovered).count(), of.size()));
            }
        }
        return counts;
    }

    /**
     * How many of how many.
     *
     * @param covered those that are touched
     * @param of all
     */
    public record Count(int covered, int of) {

        /** {@code 35 of 36}. */
        @Override
        public String toString() {
            return covered + " of " + of;
        }
    }

    /** The share, the numbers of each kind, and everything that is not touched. */
    public String toText() {
        StringBuilder text = new StringBuilder("Coverage: " + percent() + " %, "
                + new Count(items.size() - notCovered().size(), items.size()) + "\n");
        byKind().forEach((kind, count) ->
                text.append(String.format("  %-16s %s%n", kind, count).replace("\r", "")));
        if (!notCovered().isEmpty()) {
            text.append("Not covered:\n");
            notCovered().forEach(item -> text.append("  ").append(item.what()).append('\n'));
        }
        return text.toString();
    }

    /**
     * What there is in a result that can touch something.
     *
     * @param assessments those by the framework in question
     * @param tierLevels the best and the worst levels of units that are means by its rules
     * @param tierRules the rules of tiers that fired
     * @param fired the rules of the protocol that fired
     */
    private record Trace(
            Case tried,
            List<Assessment> assessments,
            Set<OpelLevel> tierLevels,
            Set<String> tierRules,
            Set<String> fired) {

        static Trace of(CaseResult result, Framework framework) {
            List<Assessment> assessments = result.assessments().stream()
                    .filter(assessment -> isOf(framework, assessment.framework()))
                    .toList();
            SystemAssessment system = result.system();
            return new Trace(
                    result.tried(),
                    assessments,
                    system == null ? Set.of() : levels(system, framework),
                    system == null ? Set.of() : tierRules(system),
                    result.firedRules());
        }

        boolean holdsBack(String rule) {
            return tried instanceof SequenceCase sequence
                    && sequence.steps().stream().anyMatch(step -> step.holdsBack(rule));
        }

        private static Set<String> tierRules(SystemAssessment system) {
            return system.stream()
                    .flatMap(unit ->
                            Stream.of(unit.assessmentRule(), unit.scoreRule(), unit.levelRule(), unit.countRule()))
                    .flatMap(Stream::ofNullable)
                    .map(Rule::name)
                    .collect(Collectors.toSet());
        }

        private static Set<OpelLevel> levels(SystemAssessment system, Framework framework) {
            return system.stream()
                    .filter(unit -> unit.code() == ReasonCode.WEIGHTED_MEAN && isOf(framework, unit.framework()))
                    .flatMap(unit -> ends(unit.level()))
                    .collect(Collectors.toSet());
        }

        private static boolean isOf(Framework framework, Framework other) {
            return framework.digest().equals(other.digest());
        }
    }

    /** The best and the worst level; none where it is undetermined. */
    private static Stream<OpelLevel> ends(Level level) {
        return Stream.concat(level.atBest().stream(), level.atWorst().stream());
    }

    /** Goes through a framework and asks of each thing in it which results touch it. */
    private static final class Finder {

        private final Framework framework;
        private final List<Trace> traces;
        private final List<Item> items = new ArrayList<>();

        Finder(CaseRun run) {
            this.framework = run.framework();
            this.traces = run.results().stream()
                    .map(result -> Trace.of(result, framework))
                    .toList();
        }

        Coverage find() {
            framework.tables().values().forEach(this::addTable);
            if (framework.tiers() != null) {
                addTiers();
            }
            for (ProtocolRule rule : framework.protocolRules()) {
                String what = "protocol: " + rule.id();
                add(Kind.PROTOCOL_RULE, what + " fires", trace -> trace.fired().contains(rule.id()));
                add(Kind.PROTOCOL_RULE, what + " is held back", trace -> trace.holdsBack(rule.id()));
            }
            return new Coverage(framework, items);
        }

        private void add(Kind kind, String what, Predicate<Trace> touches) {
            items.add(new Item(
                    kind,
                    what,
                    traces.stream().filter(touches).map(Trace::tried).toList()));
        }

        private void addTable(ScoringTable table) {
            table.parameters().forEach(parameter -> addParameter(table, parameter));
            table.thresholds().forEach(threshold -> addThreshold(table, threshold));
            Totals totals = new Totals(table);
            if (!totals.isKnown()) {
                add(
                        Kind.LEVEL,
                        table.providerType() + ": no level can be given",
                        touches(table, assessment -> assessment.level().atBest().isEmpty()));
                return;
            }
            NavigableSet<Integer> ends = totals.ends();
            int before = ends.first();
            for (int end : ends) {
                OpelLevel level = table.levelOf(end);
                if (end == ends.first() || level != table.levelOf(before)) {
                    if (end != ends.first()) {
                        addLevelEnd(table, table.levelOf(before), before, "highest");
                        addLevelEnd(table, level, end, "lowest");
                    }
                    add(
                            Kind.LEVEL,
                            table.providerType() + ": " + level,
                            touches(
                                    table,
                                    assessment -> ends(assessment.level()).anyMatch(level::equals)));
                }
                before = end;
            }
        }

        private void addLevelEnd(ScoringTable table, OpelLevel level, int score, String which) {
            add(
                    Kind.LEVEL_EDGE,
                    table.providerType() + ": " + score + ", the " + which + " score of " + level,
                    touches(
                            table,
                            assessment -> assessment.score().min() == score
                                    || assessment.score().max() == score));
        }

        private void addParameter(ScoringTable table, Parameter parameter) {
            String where = table.providerType() + ", " + parameter.id() + ": ";
            if (parameter.usual() != null) {
                addUsual(table, parameter, parameter.usual());
            }
            if (parameter.isExpected()) {
                add(
                        Kind.MISSING,
                        where + "bands expected",
                        touches(table, parameter, part -> part.code() == ReasonCode.BANDS_EXPECTED));
                return;
            }
            for (Band band : parameter.bands()) {
                add(
                        Kind.BAND,
                        where + "band \"" + band.interval() + "\"",
                        touches(
                                table,
                                parameter,
                                part -> exact(part) != null && part.bands().equals(List.of(band))));
            }
            Grid grid = new Grid(parameter.domain());
            for (int i = 0; i < parameter.bands().size() - 1; i++) {
                Cut cut = new Cut(
                        parameter.bands().get(i).interval(),
                        parameter.bands().get(i + 1).interval());
                addSides(
                        Kind.EDGE,
                        where,
                        cut,
                        grid,
                        value -> touches(table, parameter, part -> {
                            BigDecimal read = exact(part);
                            return read != null && read.compareTo(value) == 0;
                        }));
            }
            for (ReasonCode code : MISSING) {
                add(Kind.MISSING, where + words(code), touches(table, parameter, part -> part.code() == code));
            }
        }

        private void addUsual(ScoringTable table, Parameter parameter, UsualRange usual) {
            String where = table.providerType() + ", " + parameter.id() + ": ";
            Domain domain = parameter.domain();
            Stream.of(
                            usual.from(),
                            usual.from().subtract(domain.precision()),
                            usual.upTo(),
                            usual.upTo().add(domain.precision()))
                    .filter(value -> domain.touches(Stretch.of(value)))
                    .forEach(value -> add(
                            Kind.USUAL,
                            where + Words.number(value) + " is " + (usual.contains(value) ? "usual" : "doubtful"),
                            touches(table, parameter, part -> {
                                BigDecimal read = exact(part.reading());
                                return part.code() != ReasonCode.STALE
                                        && part.code() != ReasonCode.IMPLAUSIBLE
                                        && read != null
                                        && read.compareTo(value) == 0;
                            })));
        }

        private void addThreshold(ScoringTable table, Threshold threshold) {
            String where = table.providerType() + ", " + threshold.id() + ": ";
            Grid grid =
                    new Grid(table.quantity(threshold.parameter()).orElseThrow().domain());
            for (Cut cut : Cut.ends(threshold.interval())) {
                addSides(
                        Kind.THRESHOLD,
                        where,
                        cut,
                        grid,
                        value -> touches(table, assessment -> reads(assessment, threshold, value)));
            }
            for (ReasonCode code : MISSING) {
                add(
                        Kind.THRESHOLD,
                        where + words(code),
                        touches(
                                table,
                                assessment -> ThresholdOutcome.of(assessment, threshold.id())
                                        .code()
                                        .equals(Optional.of(code))));
            }
        }

        /** Whether the reading of a threshold's parameter is exactly this value, and can be used. */
        private static boolean reads(Assessment assessment, Threshold threshold, BigDecimal value) {
            BigDecimal read = exact(assessment.report().reading(threshold.parameter()));
            return read != null
                    && read.compareTo(value) == 0
                    && !ThresholdOutcome.of(assessment, threshold.id()).isUnknown();
        }

        private void addSides(
                Kind kind, String where, Cut cut, Grid grid, Function<BigDecimal, Predicate<Trace>> touches) {
            String of = "the cut " + Words.number(cut.value());
            String below = where + "just below " + of + ", ";
            String above = where + "just above " + of + ", ";
            grid.below(cut.value()).ifPresent(value -> add(kind, below + Words.number(value), touches.apply(value)));
            grid.on(cut.value()).ifPresent(value -> add(kind, where + "on " + of, touches.apply(value)));
            grid.above(cut.value()).ifPresent(value -> add(kind, above + Words.number(value), touches.apply(value)));
        }

        private static String words(ReasonCode code) {
            return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** The reading's value, where it is exact and counts. */
        private static @Nullable BigDecimal exact(Contribution part) {
            return part.code() == ReasonCode.BAND_MATCHED ? exact(part.reading()) : null;
        }

        private static @Nullable BigDecimal exact(Reading reading) {
            return reading instanceof Reading.Measured measured && measured.roundedTo() == null
                    ? measured.value()
                    : null;
        }

        private void addTiers() {
            for (OpelLevel level : OpelLevel.values()) {
                add(
                        Kind.TIER_LEVEL,
                        "tiers: " + level,
                        trace -> trace.tierLevels().contains(level));
            }
            for (String rule : TierEngine.ruleNames()) {
                add(
                        Kind.TIER_RULE,
                        "tiers: the rule \"" + rule + "\"",
                        trace -> trace.tierRules().contains(rule));
            }
        }

        private static Predicate<Trace> touches(ScoringTable table, Predicate<Assessment> touches) {
            return trace -> trace.assessments().stream()
                    .filter(assessment -> assessment.report().providerType() == table.providerType())
                    .anyMatch(touches);
        }

        private static Predicate<Trace> touches(
                ScoringTable table, Parameter parameter, Predicate<Contribution> touches) {
            return touches(
                    table,
                    assessment ->
                            touches.test(assessment.contribution(parameter.id()).orElseThrow()));
        }
    }
}
