package io.github.opelrules.assess;

import static io.github.opelrules.Assessments.assess;
import static io.github.opelrules.Assessments.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.Frameworks;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssessmentTest {

    private static final Assessment EXACT = assess("41", "61.4", "96.2", "6");

    private static List<String> labels(List<Contribution> contributions) {
        return contributions.stream()
                .map(contribution -> contribution.parameter().id().value())
                .toList();
    }

    @Test
    void the_weightiest_drivers_come_first_and_of_equals_the_one_with_the_lower_number() {
        assertThat(labels(EXACT.topDrivers(9)))
                .containsExactly(
                        "ambulance-handover-mean", "ga-bed-occupancy", "ed-four-hour-performance", "escalation-beds");
        assertThat(labels(EXACT.topDrivers(3)))
                .containsExactly("ambulance-handover-mean", "ga-bed-occupancy", "ed-four-hour-performance");
        assertThat(EXACT.topDrivers(0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> EXACT.topDrivers(-1));
    }

    @Test
    void of_drivers_with_equal_certain_points_the_one_that_could_score_more_comes_first() {
        Assessment assessment = assess(
                Frameworks.acute(),
                report().reading("ambulance-handover-mean", "20")
                        .rounded("ed-four-hour-performance", "60", "1")
                        .reading("ga-bed-occupancy", "94")
                        .build());

        assertThat(labels(assessment.topDrivers(9)))
                .as("2 to 4, then 2 and 2 by their numbers; what may score nothing drives nothing for certain")
                .containsExactly("ed-four-hour-performance", "ambulance-handover-mean", "ga-bed-occupancy");
    }

    @Test
    void a_contribution_is_found_by_its_parameter() {
        assertThat(EXACT.contribution(ParameterId.of("ga-bed-occupancy")))
                .hasValueSatisfying(part -> assertThat(part.points()).isEqualTo(new PointsRange(4, 4)));
        assertThat(EXACT.contribution(ParameterId.of("no-such-parameter"))).isEmpty();
        assertThat(EXACT.available()).isEqualTo(22);
        assertThat(EXACT.table()).isEqualTo(Frameworks.acuteTable());
    }

    @Test
    void unknown_contributions_are_those_whose_reading_cannot_be_used() {
        Assessment assessment = assess(
                Frameworks.acute(),
                report().reading("ambulance-handover-mean", "1441")
                        .rounded("ed-four-hour-performance", "60", "1")
                        .reading("ga-bed-occupancy", "94", null, "2024-01-01T08:00:00Z")
                        .build());

        assertThat(labels(assessment.unknown()))
                .containsExactly("ambulance-handover-mean", "ga-bed-occupancy", "escalation-beds");
        assertThat(EXACT.unknown()).isEmpty();
    }

    @Test
    void a_contribution_is_exact_when_its_reading_decides_the_points() {
        Assessment assessment = assess(
                Frameworks.acute(),
                report().rounded("ambulance-handover-mean", "40", "10")
                        .rounded("ed-four-hour-performance", "60", "1")
                        .build());

        assertThat(assessment.contributions())
                .extracting(Contribution::isExact)
                .containsExactly(true, false, false, false);
    }

    @Test
    void points_come_from_the_band_where_one_decides_and_else_from_the_parameter() {
        Assessment assessment = assess(
                Frameworks.acute(), report().reading("escalation-beds", "3").build());

        assertThat(assessment.contributions())
                .extracting(contribution -> contribution.source().place())
                .containsExactly(
                        "acute parameter 1", "acute parameter 2", "acute parameter 3", "bands of acute parameter 4");
    }

    @Test
    void the_assurance_of_a_side_counts_only_for_a_reading_on_the_cut() {
        assertThat(assess("41", "75.9", "96.2", "6").assurance()).isEqualTo(Assurance.CORROBORATED);
        assertThat(assess("41", "76", "96.2", "6").assurance()).isEqualTo(Assurance.UNVERIFIED);
    }

    @Test
    void an_assessment_has_one_contribution_for_each_parameter_in_order() {
        List<Contribution> fewer = EXACT.contributions().subList(0, 3);
        List<Contribution> swapped = new ArrayList<>(EXACT.contributions());
        Collections.swap(swapped, 0, 1);
        String message =
                "An assessment under example-2023-24 1.0.0 needs one contribution for each of its parameters, in order";

        assertThatIllegalArgumentException().isThrownBy(() -> with(fewer)).withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> with(swapped)).withMessage(message);
        assertThat(with(EXACT.contributions())).isEqualTo(EXACT);
    }

    private static Assessment with(List<Contribution> contributions) {
        return new Assessment(
                EXACT.report(),
                EXACT.framework(),
                EXACT.selection(),
                contributions,
                EXACT.score(),
                EXACT.scoreRule(),
                EXACT.level(),
                EXACT.levelRule(),
                EXACT.assurance());
    }

    @Test
    void an_assessment_is_under_a_framework_that_scores_the_provider() {
        SituationReport other = SituationReport.of(OdsCode.of("RXX"), ProviderType.COMMUNITY)
                .observedAt("2024-01-08T08:00:00Z")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assessment(
                        other,
                        EXACT.framework(),
                        EXACT.selection(),
                        EXACT.contributions(),
                        EXACT.score(),
                        EXACT.scoreRule(),
                        EXACT.level(),
                        EXACT.levelRule(),
                        EXACT.assurance()))
                .withMessage("example-2023-24 does not score community providers");
    }

    @Test
    void a_level_is_exact_where_best_and_worst_are_one() {
        assertThat(Level.between(OpelLevel.OPEL_3, OpelLevel.OPEL_3)).isEqualTo(new Level.Exact(OpelLevel.OPEL_3));
        assertThat(Level.between(OpelLevel.OPEL_2, OpelLevel.OPEL_3))
                .isEqualTo(new Level.Between(OpelLevel.OPEL_2, OpelLevel.OPEL_3));
        assertThat(new Level.Exact(OpelLevel.OPEL_3)).hasToString("OPEL 3");
        assertThat(new Level.Between(OpelLevel.OPEL_2, OpelLevel.OPEL_3)).hasToString("between OPEL 2 and OPEL 3");
        assertThat(new Level.Undetermined(List.of("No rule is known"))).hasToString("undetermined");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Level.between(OpelLevel.OPEL_3, OpelLevel.OPEL_2))
                .withMessage("A level cannot be between OPEL 3 and OPEL 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Level.Between(OpelLevel.OPEL_3, OpelLevel.OPEL_3))
                .withMessage("A level cannot be between OPEL 3 and OPEL 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Level.Undetermined(List.of()))
                .withMessage("A level is undetermined for at least one reason");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReasonCode.class,
            names = {"NOT_SUBMITTED", "NOT_APPLICABLE", "SUPPRESSED", "STALE", "IMPLAUSIBLE", "BANDS_EXPECTED"})
    void a_reading_that_cannot_be_used_is_unknown(ReasonCode code) {
        assertThat(code.isUnknown()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReasonCode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NOT_SUBMITTED", "NOT_APPLICABLE", "SUPPRESSED", "STALE", "IMPLAUSIBLE", "BANDS_EXPECTED"})
    void no_other_code_means_that_a_reading_is_unknown(ReasonCode code) {
        assertThat(code.isUnknown()).isFalse();
    }

    @Test
    void a_level_says_what_it_is_at_best_and_at_worst_where_it_is_known() {
        Level exact = new Level.Exact(OpelLevel.OPEL_2);
        Level between = new Level.Between(OpelLevel.OPEL_2, OpelLevel.OPEL_4);
        Level undetermined = new Level.Undetermined(List.of("nothing is known"));

        assertThat(exact.atBest()).isEqualTo(exact.atWorst()).contains(OpelLevel.OPEL_2);
        assertThat(between.atBest()).contains(OpelLevel.OPEL_2);
        assertThat(between.atWorst()).contains(OpelLevel.OPEL_4);
        assertThat(undetermined.atBest()).isEmpty();
        assertThat(undetermined.atWorst()).isEmpty();
    }
}
