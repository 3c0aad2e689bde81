package io.github.opelrules.testkit.diff;

import static io.github.opelrules.testkit.diff.Edits.BUNDLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The engine itself, asked about random changes of the bundled framework, never contradicts what a difference says. */
class FrameworkDiffPropertyTest {

    private static final Instant MORNING = Instant.parse("2024-01-08T08:00:00Z");
    private static final OpelEngine BEFORE = engine(BUNDLED);

    private static OpelEngine engine(Framework framework) {
        return DroolsEngine.over(new FrameworkSet(List.of(framework)), true).pinnedTo(framework.id());
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void the_engine_scores_differently_exactly_where_the_difference_says_so(@ForAll long seed) {
        Random random = new Random(seed);
        Framework changed = BUNDLED;
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            changed = edited(changed, random);
        }
        FrameworkDiff diff = FrameworkDiff.between(BUNDLED, changed);
        OpelEngine after = engine(changed);

        Optional<TableDiff> table = diff.tables().stream().findFirst();
        LevelImpact impact = table.flatMap(TableDiff::impact)
                .orElse(new LevelImpact(LevelImpact.Extent.NONE, List.of(), Optional.empty()));
        impact.example().ifPresent(example -> {
            Assessment was = BEFORE.assess(example.report());
            Assessment is = after.assess(example.report());
            assertThat(was.level()).isEqualTo(example.before()).isNotEqualTo(example.after());
            assertThat(is.level()).isEqualTo(example.after());
            assertThat(was.score()).isEqualTo(example.scoreBefore());
            assertThat(is.score()).isEqualTo(example.scoreAfter());
        });
        assertThat(impact.example().isPresent()).isEqualTo(impact.canChange());

        for (int i = 0; i < 40; i++) {
            boolean exact = i % 2 == 0;
            SituationReport report = report(changed, random, exact);
            Assessment was = BEFORE.assess(report);
            Assessment is = after.assess(report);
            was.contributions()
                    .forEach(
                            then -> is.contribution(then.parameter().id()).ifPresent(now -> compare(table, then, now)));
            if (!impact.canChange()) {
                assertThat(is.level()).as("%s%n%s", diff.toText(), report).isEqualTo(was.level());
            }
            if (exact
                    && impact.extent() == LevelImpact.Extent.UNCERTAIN_REPORTS
                    && was.unknown().isEmpty()
                    && is.unknown().isEmpty()) {
                assertThat(is.level()).as(diff.toText()).isEqualTo(was.level());
            }
            if (!diff.resultsCanChange()) {
                assertThat(codes(is)).isEqualTo(codes(was));
            }
        }
    }

    private static void compare(Optional<TableDiff> table, Contribution was, Contribution is) {
        Optional<ParameterDiff> diff = table.flatMap(each -> each.parameters().stream()
                .filter(parameter ->
                        parameter.parameter().id().equals(was.parameter().id()))
                .findFirst());
        if (diff.isEmpty()) {
            assertThat(is.points()).isEqualTo(was.points());
            assertThat(is.code()).isEqualTo(was.code());
        } else if (was.reading() instanceof Reading.Missing || isImplausible(was) && isImplausible(is)) {
            assertThat(was.points()).isEqualTo(diff.get().missingBefore());
            assertThat(is.points()).isEqualTo(diff.get().missingAfter());
        } else if (was.reading() instanceof Reading.Measured measured
                && measured.roundedTo() == null
                && measured.observedAt() == null) {
            Optional<ScoreChange> change = diff.get().scores().stream()
                    .filter(each -> each.values().contains(measured.value()))
                    .findFirst();
            PointsRange then = change.map(each -> each.before().points()).orElse(was.points());
            PointsRange now = change.map(each -> each.after().points()).orElse(was.points());
            assertThat(was.points()).as("%s", diff.get()).isEqualTo(then);
            assertThat(is.points()).as("%s", diff.get()).isEqualTo(now);
        }
    }

    private static boolean isImplausible(Contribution contribution) {
        return contribution.code() == ReasonCode.IMPLAUSIBLE;
    }

    private static List<ReasonCode> codes(Assessment assessment) {
        return assessment.contributions().stream().map(Contribution::code).toList();
    }

    private static SituationReport report(Framework changed, Random random, boolean exact) {
        SituationReport.Builder report =
                SituationReport.of(OdsCode.of("XXX01"), ProviderType.ACUTE).observedAt(MORNING);
        for (Parameter was : Edits.acute(BUNDLED).parameters()) {
            Edits.acute(changed)
                    .parameter(was.id())
                    .ifPresent(is -> report.reading(was.id().value(), reading(was, is, random, exact)));
        }
        return report.build();
    }

    private static Reading reading(Parameter was, Parameter is, Random random, boolean exact) {
        BigDecimal value = value(was, is, random);
        return switch (exact ? 9 : random.nextInt(10)) {
            case 0, 1 -> Reading.missing(MissingReason.NOT_SUBMITTED);
            case 2 -> new Reading.Measured(value, BigDecimal.ONE, null);
            case 3 -> new Reading.Measured(value, BigDecimal.TEN, null);
            case 4 -> new Reading.Measured(value, null, MORNING.minus(Duration.ofHours(random.nextInt(40))));
            default -> Reading.of(value);
        };
    }

    /** Mostly on, or just beside, a cut of either; else anywhere in the domain, or a little outside it. */
    private static BigDecimal value(Parameter was, Parameter is, Random random) {
        List<BigDecimal> cuts = Stream.of(was, is)
                .flatMap(parameter -> Stream.concat(
                        Stream.of(parameter.domain().from(), parameter.domain().upTo()),
                        parameter.bands().stream()
                                .map(Band::interval)
                                .flatMap(interval -> Stream.of(interval.lower(), interval.upper()))
                                .filter(edge -> edge != null)
                                .map(Edge::value)))
                .toList();
        BigDecimal near = cuts.get(random.nextInt(cuts.size()));
        return switch (random.nextInt(4)) {
            case 0 -> near;
            case 1 -> near.add(new BigDecimal("0.005"));
            case 2 -> near.subtract(new BigDecimal("0.01"));
            default -> near.add(BigDecimal.valueOf(random.nextInt(800) - 400, 2));
        };
    }

    private static Framework edited(Framework old, Random random) {
        List<Parameter> parameters = Edits.acute(old).parameters();
        Parameter chosen = parameters.get(random.nextInt(parameters.size()));
        String id = chosen.id().value();
        int band = random.nextInt(chosen.bands().size());
        try {
            return switch (random.nextInt(9)) {
                case 0, 1 -> Edits.edit(old, id, parameter -> moved(parameter, band, random));
                case 2 -> Edits.edit(old, id, parameter -> Edits.swapSide(parameter, cut(parameter, band)));
                case 3 ->
                    Edits.edit(
                            old,
                            id,
                            parameter -> Edits.points(
                                    parameter, band, parameter.bands().get(band).points() + random.nextInt(3)));
                case 4 -> Edits.edit(old, id, parameter -> Edits.merge(parameter, band));
                case 5 ->
                    Edits.edit(
                            old,
                            id,
                            parameter -> Edits.domain(
                                    parameter,
                                    parameter.domain().from().toPlainString(),
                                    parameter
                                            .domain()
                                            .upTo()
                                            .subtract(BigDecimal.valueOf(random.nextInt(3) - 1L))
                                            .toPlainString()));
                case 6 ->
                    Edits.edit(
                            old, id, parameter -> Edits.maxAge(parameter, Duration.ofHours(12 + random.nextInt(24))));
                case 7 ->
                    Edits.levels(
                            old,
                            LevelTable.Basis.values()[random.nextInt(2)],
                            Integer.toString(9 + random.nextInt(5)),
                            Integer.toString(20 + random.nextInt(5)),
                            Integer.toString(30 + random.nextInt(6)));
                default -> Edits.without(old, id);
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The edit makes no table that could load, so another is tried.
            return edited(old, random);
        }
    }

    private static Parameter moved(Parameter parameter, int band, Random random) {
        String cut = cut(parameter, band);
        BigDecimal by = BigDecimal.valueOf(random.nextInt(600) - 300, 2);
        return Edits.moveCut(parameter, cut, new BigDecimal(cut).add(by).toPlainString());
    }

    private static String cut(Parameter parameter, int band) {
        Edge upper = parameter.bands().get(band).interval().upper();
        if (upper == null) {
            throw new IllegalArgumentException("The last band ends nowhere");
        }
        return upper.value().toPlainString();
    }
}
