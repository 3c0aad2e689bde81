package io.github.opelrules.framework;

import static io.github.opelrules.Frameworks.CUTS;
import static io.github.opelrules.Frameworks.band;
import static io.github.opelrules.Frameworks.domain;
import static io.github.opelrules.Frameworks.interval;
import static io.github.opelrules.Frameworks.parameter;
import static io.github.opelrules.Frameworks.shares;
import static io.github.opelrules.Frameworks.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.Frameworks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTableTest {

    private static final LevelTable ACUTE = totals("11", "22", "33");

    private static List<Flaw> flaws(String... intervals) {
        return LevelTable.flaws(IntStream.range(0, intervals.length)
                .mapToObj(i -> new LevelCut(OpelLevel.values()[i], interval(intervals[i])))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "11, 1", "12, 2", "22, 2", "23, 3", "33, 3", "34, 4", "44, 4"})
    void a_total_has_the_level_whose_cuts_hold_it(int points, int level) {
        assertThat(ACUTE.levelOf(points, 44).number()).isEqualTo(level);
        assertThat(ACUTE.measure(new PointsRange(points, points), 44)).isEqualTo(exactly(points, 1));
    }

    @Property
    void every_decimal_from_0_to_44_is_in_exactly_one_level(
            @ForAll @BigRange(min = "0", max = "44") @Scale(6) BigDecimal score) {
        assertThat(ACUTE.cuts())
                .filteredOn(cut -> cut.interval().contains(score))
                .hasSize(1);
    }

    @Test
    void a_weighted_mean_between_two_totals_is_in_the_worse_level() {
        assertThat(ACUTE.cuts())
                .filteredOn(cut -> cut.interval().contains(new BigDecimal("11.5")))
                .extracting(LevelCut::level)
                .containsExactly(OpelLevel.OPEL_2);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 30, 40, 2", // exactly on the cut
        "13, 30, 43.3333, 3",
        "21, 30, 70, 3",
        "22, 30, 73.3333, 4",
        "10, 27, 37.037, 2",
        "11, 27, 40.7407, 3",
        "19, 27, 70.3704, 4",
        "3, 30, 10, 1",
        "0, 30, 0, 1",
        "30, 30, 100, 4"
    })
    void a_share_is_of_the_points_that_could_be_scored(int points, int available, String share, int level) {
        LevelTable table = shares("10", "40", "70");

        assertThat(table.measure(new PointsRange(points, points), available))
                .isEqualTo(exactly(100L * points, available))
                .hasToString(share);
        assertThat(table.levelOf(points, available).number()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, [OPEL 1]", "11, 12, '[OPEL 1, OPEL 2]'", "12, 34, '[OPEL 2, OPEL 3, OPEL 4]'"})
    void scores_that_are_not_exact_can_make_every_level_they_touch(int min, int max, String levels) {
        assertThat(ACUTE.touched(ACUTE.measure(new PointsRange(min, max), 44)))
                .extracting(LevelCut::level)
                .hasToString(levels);
    }

    private static ScoreRange exactly(long numerator, int denominator) {
        Fraction score = Fraction.of(numerator).dividedBy(Fraction.of(denominator));
        return ScoreRange.of(score, score);
    }

    @Test
    void levels_that_meet_have_no_flaw() {
        assertThat(flaws("up to 11", "above 11 and up to 22", "above 22 and up to 33", "above 33"))
                .isEmpty();
        assertThat(flaws("from 0 and below 12", "from 12 and below 23", "from 23 and below 34", "from 34 and up to 44"))
                .isEmpty();
    }

    @Test
    void a_score_between_two_levels_is_a_gap() {
        assertThat(flaws("up to 11", "from 12 and up to 22", "above 22 and up to 33", "above 33"))
                .containsExactly(new Flaw(
                        Flaw.Code.LEVEL_GAP,
                        1,
                        "A score of 11.5 is in no level, between OPEL 1 \"up to 11\" and OPEL 2 \"from 12\"."
                                + " Let OPEL 2 begin \"above 11\"."));
        assertThat(flaws("up to 11", "above 11 and below 22", "above 22 and up to 33", "above 33"))
                .extracting(Flaw::message)
                .containsExactly("A score of 22 is in no level, between OPEL 2 \"below 22\" and OPEL 3 \"above 22\"."
                        + " Let OPEL 3 begin \"from 22\".");
        assertThat(flaws("above 0 and up to 11", "above 11 and up to 22", "above 22 and up to 33", "above 33"))
                .containsExactly(
                        new Flaw(Flaw.Code.LEVEL_GAP, 0, "A score of 0 is in no level. Let OPEL 1 begin \"from 0\"."));
    }

    @Test
    void a_score_in_two_levels_is_an_overlap() {
        assertThat(flaws("up to 11", "from 11 and up to 22", "above 22 and up to 33", "above 33"))
                .containsExactly(new Flaw(
                        Flaw.Code.LEVEL_OVERLAP,
                        1,
                        "A score of 11 is in two levels, between OPEL 1 \"up to 11\" and OPEL 2 \"from 11\"."
                                + " Let OPEL 2 begin \"above 11\"."));
        assertThat(flaws("up to 15", "above 10 and up to 11", "above 11 and up to 33", "above 33"))
                .extracting(Flaw::message)
                .as("12.5, halfway between the edges, would be in one only")
                .containsExactly(
                        "A score of 10.5 is in two levels, between OPEL 1 \"up to 15\" and OPEL 2 \"above 10\"."
                                + " Let OPEL 2 begin \"above 15\".");
    }

    @Test
    void two_levels_with_no_edge_between_them_overlap() {
        assertThat(flaws("any value", "above 11 and up to 22", "above 22 and up to 33", "above 33"))
                .containsExactly(new Flaw(
                        Flaw.Code.LEVEL_OVERLAP,
                        1,
                        "OPEL 1 and OPEL 2 overlap, because one of them has no edge between them."
                                + " Give OPEL 1 an upper edge."));
        assertThat(flaws("up to 11", "up to 22", "above 22 and up to 33", "above 33"))
                .extracting(Flaw::message)
                .containsExactly("OPEL 1 and OPEL 2 overlap, because one of them has no edge between them."
                        + " Give OPEL 2 the lower edge \"above 11\".");
    }

    @Test
    void levels_stand_once_each_in_their_order() {
        assertThat(flaws("up to 11", "above 11"))
                .containsExactly(
                        new Flaw(
                                Flaw.Code.LEVEL_ORDER,
                                0,
                                "The levels are [OPEL 1, OPEL 2], but expected OPEL 1, 2, 3 and 4, once each and in this order."));
        assertThat(flaws("above 11 and up to 22", "up to 11", "above 22 and up to 33", "above 33"))
                .extracting(Flaw::code)
                .contains(Flaw.Code.LEVEL_OVERLAP);
        assertThat(flaws("from 0 and up to 11", "above 22 and up to 33", "above 11 and up to 22", "above 33"))
                .contains(new Flaw(
                        Flaw.Code.LEVEL_ORDER,
                        2,
                        "OPEL 3 \"above 11 and up to 22\" lies before OPEL 2 \"above 22 and up to 33\", but a worse level"
                                + " takes higher scores. Swap their cuts."));
    }

    @Test
    void a_table_with_a_flaw_cannot_be_made() {
        List<LevelCut> cuts = Stream.of(OpelLevel.values())
                .map(level -> new LevelCut(level, interval("any value")))
                .toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LevelTable(LevelTable.Basis.TOTAL, cuts, CUTS))
                .withMessageStartingWith("OPEL 1 and OPEL 2 overlap");
    }

    @Test
    void a_score_beyond_the_last_level_has_none() {
        LevelTable ends = new LevelTable(
                LevelTable.Basis.TOTAL,
                List.of(
                        new LevelCut(OpelLevel.OPEL_1, interval("up to 1")),
                        new LevelCut(OpelLevel.OPEL_2, interval("above 1 and up to 2")),
                        new LevelCut(OpelLevel.OPEL_3, interval("above 2 and up to 3")),
                        new LevelCut(OpelLevel.OPEL_4, interval("above 3 and up to 4"))),
                CUTS);

        assertThat(ends.levelOf(4, 5)).isEqualTo(OpelLevel.OPEL_4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ends.levelOf(5, 5))
                .withMessage("5 is a score that no level covers");
    }

    private static Parameter scoring(int number, int... points) {
        Band[] bands = new Band[points.length];
        for (int i = 0; i < points.length; i++) {
            String lower = i == 0 ? "" : "above " + i;
            String upper = i == points.length - 1 ? "" : "up to " + (i + 1);
            String both = lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and ") + upper;
            bands[i] = band(both.isEmpty() ? "any value" : both, points[i]);
        }
        return parameter(number, "p-" + number, "p", "min", domain("0", "100", "1"), Parameter.Direction.HIGHER, bands);
    }

    @Test
    void a_level_beyond_the_highest_or_before_the_lowest_score_is_reached_by_nothing() {
        List<Parameter> parameters = List.of(scoring(1, 1, 6), scoring(2, 0, 4));

        assertThat(totals("2", "4", "6").flawsFor(parameters))
                .extracting(flaw -> flaw.code() + " " + flaw.index())
                .containsExactly("LEVEL_SKIPPED 1");
        assertThat(totals("0", "5", "10").flawsFor(parameters))
                .containsExactly(
                        new Flaw(
                                Flaw.Code.LEVEL_UNREACHABLE,
                                0,
                                "No score is in OPEL 1 \"up to 0\": the points add up to 1 at least. Correct its cuts, or the"
                                        + " points of the bands."),
                        new Flaw(
                                Flaw.Code.LEVEL_UNREACHABLE,
                                3,
                                "No score is in OPEL 4 \"above 10\": the points add up to 10 at most. Correct its cuts, or the"
                                        + " points of the bands."));
        assertThat(shares("9", "50", "60").flawsFor(parameters))
                .extracting(Flaw::message)
                .containsExactly("No score is in OPEL 1 \"up to 9\": the points add up to 1 at least, which is 10 %."
                        + " Correct its cuts, or the points of the bands.");
    }

    @Test
    void a_level_between_two_scores_is_reached_by_means_only() {
        assertThat(totals("0", "4", "5").flawsFor(List.of(scoring(1, 0, 6), scoring(2, 0, 4))))
                .containsExactly(new Flaw(
                        Flaw.Code.LEVEL_SKIPPED,
                        2,
                        "No sum of points is in OPEL 3 \"above 4 and up to 5\": they add up to 4 or 6 of 10, and to nothing"
                                + " between. Only a mean of several providers can be in it. Check its cuts and the points of"
                                + " the bands."));
    }

    @Test
    void a_table_refuses_levels_that_end_before_the_highest_score() {
        LevelTable ends = new LevelTable(
                LevelTable.Basis.TOTAL,
                List.of(
                        new LevelCut(OpelLevel.OPEL_1, interval("up to 1")),
                        new LevelCut(OpelLevel.OPEL_2, interval("above 1 and up to 2")),
                        new LevelCut(OpelLevel.OPEL_3, interval("above 2 and up to 3")),
                        new LevelCut(OpelLevel.OPEL_4, interval("above 3 and below 4"))),
                CUTS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frameworks.table(ends, scoring(1, 0, 1, 2, 3, 4)))
                .withMessage(
                        "A score of 4 is in no level, because OPEL 4 ends \"below 4\". Let it end \"up to 4\", or take"
                                + " its upper edge away.");
        assertThat(Frameworks.table(ends, scoring(1, 0, 1, 2, 3)).available()).isEqualTo(3);
    }

    @Test
    void nothing_is_said_of_levels_while_all_bands_are_expected() {
        assertThat(shares("10", "40", "70").flawsFor(List.of(Frameworks.REFERRED)))
                .isEmpty();
    }

    @Test
    void a_parameter_whose_bands_are_expected_may_score_anything_up_to_its_expected_points() {
        Parameter upToFour = Frameworks.expecting(new ExpectedPoints(4, Assurance.ASSUMED), Frameworks.REFERRED);

        assertThat(totals("0", "1", "3").flawsFor(List.of(upToFour))).isEmpty();
        assertThat(totals("0", "1", "4").flawsFor(List.of(upToFour)))
                .extracting(Flaw::message)
                .containsExactly(
                        "No score is in OPEL 4 \"above 4\": the points add up to 4 at most. Correct its cuts, or the"
                                + " points of the bands.");
    }

    @Test
    void a_share_of_nothing_is_nothing() {
        assertThat(shares("10", "40", "70").levelOf(0, 0)).isEqualTo(OpelLevel.OPEL_1);
    }

    @Property(tries = 300)
    void reached_levels_are_those_that_adding_up_every_choice_of_bands_finds(
            @ForAll @Size(min = 1, max = 4) List<@Size(min = 1, max = 4) Set<@IntRange(max = 9) Integer>> points,
            @ForAll @Size(3) Set<@IntRange(max = 30) Integer> ends,
            @ForAll boolean share) {
        List<Parameter> parameters = new ArrayList<>();
        Set<Integer> sums = Set.of(0);
        for (Set<Integer> scores : points) {
            parameters.add(scoring(
                    parameters.size() + 1,
                    scores.stream().sorted().mapToInt(Integer::intValue).toArray()));
            Set<Integer> before = sums;
            sums = scores.stream()
                    .flatMap(score -> before.stream().map(sum -> sum + score))
                    .collect(Collectors.toSet());
        }
        int most = Collections.max(sums);
        String[] cuts = ends.stream().sorted().map(String::valueOf).toArray(String[]::new);
        LevelTable levels = share ? shares(cuts) : totals(cuts);
        Set<Integer> missed = new TreeSet<>();
        for (int i = 0; i < 4 && most > 0; i++) {
            OpelLevel level = OpelLevel.values()[i];
            if (sums.stream().noneMatch(sum -> levels.levelOf(sum, most) == level)) {
                missed.add(i);
            }
        }

        assertThat(levels.flawsFor(parameters)).extracting(Flaw::index).containsExactlyElementsOf(missed);
    }

    @Property(tries = 300)
    void every_share_is_in_exactly_one_level_whichever_parameters_are_missing(
            @ForAll @Size(3) Set<@IntRange(min = 1, max = 99) Integer> ends,
            @ForAll @IntRange(min = 1, max = 100) int available,
            @ForAll @IntRange(max = 100) int points) {
        Assume.that(points <= available);
        LevelTable levels = shares(ends.stream().sorted().map(String::valueOf).toArray(String[]::new));

        assertThat(levels.touched(levels.measure(new PointsRange(points, points), available)))
                .hasSize(1);
    }

    @Test
    void there_are_four_levels_and_no_fifth() {
        assertThat(OpelLevel.values())
                .extracting(OpelLevel::toString)
                .containsExactly("OPEL 1", "OPEL 2", "OPEL 3", "OPEL 4");
        assertThat(OpelLevel.ofNumber(3)).contains(OpelLevel.OPEL_3);
        assertThat(OpelLevel.ofNumber(0)).isEmpty();
        assertThat(OpelLevel.ofNumber(5)).isEmpty();
        assertThat(OpelLevel.OPEL_3.worse()).contains(OpelLevel.OPEL_4);
        assertThat(OpelLevel.OPEL_4.worse()).isEmpty();
        assertThat(OpelLevel.OPEL_2.better()).contains(OpelLevel.OPEL_1);
        assertThat(OpelLevel.OPEL_1.better()).isEmpty();
        assertThat(OpelLevel.OPEL_3.isWorseThan(OpelLevel.OPEL_2)).isTrue();
        assertThat(OpelLevel.OPEL_3.isWorseThan(OpelLevel.OPEL_3)).isFalse();
        assertThat(OpelLevel.OPEL_3.isWorseThan(OpelLevel.OPEL_4)).isFalse();
    }
}
