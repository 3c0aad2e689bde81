package io.github.opelrules.assess;

import static io.github.opelrules.Assessments.assess;
import static io.github.opelrules.Assessments.report;
import static io.github.opelrules.Frameworks.band;
import static io.github.opelrules.Frameworks.domain;
import static io.github.opelrules.Frameworks.framework;
import static io.github.opelrules.Frameworks.parameter;
import static io.github.opelrules.Frameworks.shares;
import static io.github.opelrules.Frameworks.table;
import static io.github.opelrules.Frameworks.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.opelrules.Frameworks;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OutlookTest {

    /** A value from 0 to 22 scores as many points, so that every score can be had. */
    private static final Parameter LADDER = ladder();

    private static Parameter ladder() {
        List<Band> bands = new ArrayList<>();
        bands.add(band("up to 0", 0));
        for (int points = 1; points < 22; points++) {
            bands.add(band("above " + (points - 1) + " and up to " + points, points));
        }
        bands.add(band("above 21", 22));
        return parameter(
                1,
                "ladder",
                "ladder",
                "steps",
                domain("0", "22", "1"),
                Parameter.Direction.HIGHER,
                bands.toArray(Band[]::new));
    }

    private static final List<LevelTable> CUTS = List.of(totals("5", "11", "16"), shares("10", "40", "70"));

    @Property
    void adding_exactly_the_margin_reaches_the_level_and_one_less_does_not(
            @ForAll @IntRange(max = 22) int low, @ForAll @IntRange(max = 22) int high, @ForAll boolean share) {
        int min = Math.min(low, high);
        int max = Math.max(low, high);
        ScoringTable table = table(CUTS.get(share ? 1 : 0), LADDER);
        Assessment assessment = scored(table, min, max);

        Optional<Margin> up = assessment.marginUp();
        OpelLevel worst = table.levelOf(max);
        assertThat(up.isPresent()).isEqualTo(worst != OpelLevel.OPEL_4);
        up.ifPresent(margin -> {
            assertThat(margin.level()).isEqualTo(worst.worse().orElseThrow());
            assertThat(table.levelOf(max + margin.points().min())).isEqualTo(margin.level());
            assertThat(table.levelOf(max + margin.points().min() - 1)).isEqualTo(worst);
            assertThat(margin.reachedAt()).isEqualTo(max + margin.points().min());
            assertThat(margin.points().max()).isEqualTo(margin.reachedAt() - min);
        });

        Optional<Margin> down = assessment.marginDown();
        OpelLevel best = table.levelOf(min);
        assertThat(down.isPresent()).isEqualTo(best != OpelLevel.OPEL_1);
        down.ifPresent(margin -> {
            assertThat(margin.level()).isEqualTo(best.better().orElseThrow());
            assertThat(table.levelOf(min - margin.points().min())).isEqualTo(margin.level());
            assertThat(table.levelOf(min - margin.points().min() + 1)).isEqualTo(best);
            assertThat(margin.reachedAt()).isEqualTo(min - margin.points().min());
            assertThat(margin.points().max()).isEqualTo(max - margin.reachedAt());
        });
    }

    /** An assessment of any score at all, whatever its readings say. */
    private static Assessment scored(ScoringTable table, int min, int max) {
        Assessment missing = assess(framework(table), report().build());
        return new Assessment(
                missing.report(),
                missing.framework(),
                missing.selection(),
                missing.contributions(),
                new PointsRange(min, max),
                missing.scoreRule(),
                Level.between(table.levelOf(min), table.levelOf(max)),
                missing.levelRule(),
                missing.assurance());
    }

    @Test
    void a_level_that_no_total_reaches_is_skipped() {
        Parameter coarse = parameter(
                1,
                "coarse",
                "coarse",
                "steps",
                domain("0", "10", "1"),
                Parameter.Direction.HIGHER,
                band("up to 5", 0),
                band("above 5", 4));
        ScoringTable table = table(totals("1", "1.5", "1.8"), coarse);

        assertThat(scored(table, 0, 0).marginUp()).contains(new Margin(OpelLevel.OPEL_4, 2, new PointsRange(2, 2)));
        assertThat(scored(table, 4, 4).marginDown()).contains(new Margin(OpelLevel.OPEL_1, 1, new PointsRange(3, 3)));
    }

    @Test
    void where_no_level_is_known_there_is_no_margin_and_no_change() {
        Assessment draft =
                assess(Frameworks.draft(), report("41", "61.4", "96.2", "6").build(), Selection.PINNED);
        Assessment nothingKnown =
                assess(framework(table(shares("10", "40", "70"), Frameworks.REFERRED)), report().build());

        assertThat(List.of(draft, nothingKnown)).allSatisfy(assessment -> {
            assertThat(assessment.marginUp()).isEmpty();
            assertThat(assessment.marginDown()).isEmpty();
            assertThat(assessment.singleChanges()).isEmpty();
            assertThat(assessment.explain().toText()).startsWith("Undetermined");
        });
    }

    @Test
    void a_single_change_names_the_nearest_value_that_moves_the_level() {
        assertThat(assess("41", "61.4", "96.2", "6").singleChanges())
                .extracting(change -> change.parameter().id() + (change.rises() ? " up to " : " down to ")
                        + change.value() + ", " + change.band().interval() + ", " + change.level())
                .containsExactly(
                        "ambulance-handover-mean down to 30, above 15 and up to 30, OPEL 2",
                        "ed-four-hour-performance up to 76, from 76 and below 95, OPEL 2",
                        "ga-bed-occupancy down to 95, above 92 and up to 95, OPEL 2",
                        "escalation-beds down to 4, above 2 and up to 4, OPEL 2");
        assertThat(assess("0", "100", "0", "0").singleChanges())
                .extracting(change -> change.parameter().id() + " " + change.value())
                .as("an edge that excludes its cut begins one step of precision away")
                .containsExactly("ambulance-handover-mean 60.1", "ga-bed-occupancy 98.1");
        assertThat(assess("0", "95", "92", "6").singleChanges())
                .filteredOn(change -> change.parameter().equals(Frameworks.FOUR_HOUR))
                .extracting(change -> (change.rises() ? "rises to " : "falls to ") + change.value())
                .containsExactly("falls to 60");
        assertThat(assess("0", "95", "94", "3").singleChanges())
                .filteredOn(change -> change.parameter().equals(Frameworks.FOUR_HOUR))
                .extracting(
                        change -> (change.rises() ? "rises to " : "falls to ") + change.value() + " " + change.level())
                .as("2 of occupancy and 1 of beds: a fall to 60 % adds 4")
                .containsExactly("falls to 60 OPEL 2");
    }

    @Test
    void a_change_names_a_value_of_the_parameters_precision_even_where_the_cuts_are_finer() {
        Parameter finer = parameter(
                1,
                "finer",
                "finer cuts",
                "%",
                domain("0", "100", "1"),
                Parameter.Direction.HIGHER,
                band("up to 10.5", 0),
                band("above 10.5 and below 10.8", 1),
                band("from 10.8 and below 20.5", 2),
                band("from 20.5", 4));
        Framework framework = framework(table(totals("0", "1", "2"), finer));

        assertThat(assess(framework, report().reading("finer", "5").build()).singleChanges())
                .extracting(SingleChange::value, SingleChange::level)
                .containsExactly(tuple(new BigDecimal("11"), new Level.Exact(OpelLevel.OPEL_3)));
        assertThat(assess(framework, report().reading("finer", "15").build()).singleChanges())
                .extracting(SingleChange::value, SingleChange::level)
                .containsExactly(
                        tuple(new BigDecimal("21"), new Level.Exact(OpelLevel.OPEL_4)),
                        tuple(new BigDecimal("10"), new Level.Exact(OpelLevel.OPEL_1)));
    }

    @Test
    void the_changes_of_a_rounded_reading_lie_beyond_all_that_it_may_be() {
        Assessment assessment = assess(
                Frameworks.acute(),
                report().reading("ambulance-handover-mean", "20")
                        .reading("ed-four-hour-performance", "61.4")
                        .rounded("ga-bed-occupancy", "95", "1")
                        .reading("escalation-beds", "7")
                        .build());

        assertThat(assessment.level()).isEqualTo(new Level.Between(OpelLevel.OPEL_2, OpelLevel.OPEL_3));
        assertThat(assessment.singleChanges())
                .filteredOn(change -> change.parameter().equals(Frameworks.OCCUPANCY))
                .extracting(SingleChange::rises, SingleChange::value, SingleChange::level)
                .containsExactly(
                        tuple(true, new BigDecimal("98.1"), new Level.Exact(OpelLevel.OPEL_3)),
                        tuple(false, new BigDecimal("92"), new Level.Exact(OpelLevel.OPEL_2)));
    }

    @Test
    void a_reading_that_is_not_known_has_no_single_change() {
        Assessment assessment = assess(
                Frameworks.acute(),
                report("1441", "61.4", "96.2", "6")
                        .missing("ed-referred", MissingReason.NOT_SUBMITTED)
                        .build());

        assertThat(assessment.singleChanges())
                .isNotEmpty()
                .noneMatch(change -> change.parameter().equals(Frameworks.HANDOVER));
    }

    @Test
    void a_parameter_with_one_band_changes_nothing() {
        Parameter flat = parameter(
                1, "flat", "flat", "%", domain("0", "100", "1"), Parameter.Direction.HIGHER, band("any value", 1));
        Framework framework = framework(table(totals("0", "1", "2"), flat));
        Assessment missing = assess(framework, report().build());

        assertThat(assess(framework, report().reading("flat", "5").build()).singleChanges())
                .isEmpty();
        assertThat(missing.level()).isEqualTo(new Level.Exact(OpelLevel.OPEL_2));
        assertThat(missing.explain().all(ReasonCode.UNDECISIVE_READINGS))
                .extracting(Explanation::sentence)
                .containsExactly("Flat: whatever it is, the level stays OPEL 2.");
    }

    @Provide
    Arbitrary<SituationReport> reports() {
        List<Parameter> parameters = Frameworks.acuteTable().parameters();
        List<Arbitrary<Reading>> readings =
                parameters.stream().map(this::readings).toList();
        return Combinators.combine(readings).as(each -> {
            SituationReport.Builder report = report();
            for (int i = 0; i < each.size(); i++) {
                report.reading(parameters.get(i).id().value(), each.get(i));
            }
            return report.build();
        });
    }

    private Arbitrary<Reading> readings(Parameter parameter) {
        Arbitrary<BigDecimal> nearCuts = Arbitraries.of(parameter.bands())
                .flatMap(band -> Arbitraries.of(
                        Stream.of(band.interval().lower(), band.interval().upper())
                                .filter(Objects::nonNull)
                                .map(edge -> edge.value())
                                .toList()))
                .flatMap(cut ->
                        Arbitraries.of("-0.1", "0", "0.1", "-1.3", "1.3").map(step -> cut.add(new BigDecimal(step))));
        return Arbitraries.frequencyOf(
                Tuple.of(8, nearCuts.map(Reading::of)),
                Tuple.of(1, nearCuts.map(value -> new Reading.Measured(value, BigDecimal.TEN, null))),
                Tuple.of(1, Arbitraries.just(Reading.missing(MissingReason.NOT_SUBMITTED))));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void applying_a_single_change_gives_its_level_and_no_nearer_value_does(@ForAll("reports") SituationReport report) {
        Assessment assessment = assess(Frameworks.acute(), report);

        List<SingleChange> changes = assessment.singleChanges();

        for (SingleChange change : changes) {
            Parameter parameter = change.parameter();
            assertThat(levelWith(report, parameter, change.value()))
                    .as("%s", change)
                    .isEqualTo(change.level())
                    .isNotEqualTo(assessment.level());
            assertThat(change.band().interval().contains(change.value())).isTrue();
            BigDecimal nearer = change.rises()
                    ? change.value().subtract(parameter.domain().precision())
                    : change.value().add(parameter.domain().precision());
            if (isExact(report, parameter)) {
                assertThat(levelWith(report, parameter, nearer))
                        .as("%s, one step nearer", change)
                        .isEqualTo(assessment.level());
            }
        }
        for (Parameter parameter : assessment.table().parameters()) {
            if (isExact(report, parameter)) {
                assertThat(changes.stream()
                                .anyMatch(change -> change.parameter().equals(parameter) && change.rises()))
                        .isEqualTo(
                                !levelWith(report, parameter, parameter.domain().upTo())
                                        .equals(assessment.level()));
                assertThat(changes.stream()
                                .anyMatch(change -> change.parameter().equals(parameter) && !change.rises()))
                        .isEqualTo(
                                !levelWith(report, parameter, parameter.domain().from())
                                        .equals(assessment.level()));
            }
        }
    }

    private static boolean isExact(SituationReport report, Parameter parameter) {
        return report.reading(parameter.id()) instanceof Reading.Measured measured && measured.roundedTo() == null;
    }

    private static Level levelWith(SituationReport report, Parameter parameter, BigDecimal value) {
        SortedMap<ParameterId, Reading> readings = new TreeMap<>(report.readings());
        readings.put(parameter.id(), Reading.of(value));
        SituationReport changed =
                new SituationReport(report.organisation(), report.providerType(), report.observedAt(), readings);
        return assess(Frameworks.acute(), changed).level();
    }
}
