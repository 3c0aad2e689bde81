package io.github.opelrules.assess;

import static io.github.opelrules.Assessments.assess;
import static io.github.opelrules.Assessments.report;
import static io.github.opelrules.Frameworks.ESCALATION_BEDS;
import static io.github.opelrules.Frameworks.FOUR_HOUR;
import static io.github.opelrules.Frameworks.HANDOVER;
import static io.github.opelrules.Frameworks.OCCUPANCY;
import static io.github.opelrules.Frameworks.framework;
import static io.github.opelrules.Frameworks.table;
import static io.github.opelrules.Frameworks.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.opelrules.Frameworks;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AssessmentDifferenceTest {

    private static final Assessment NOW = assess("41", "61.4", "96.2", "6");

    @Test
    void equal_assessments_do_not_differ() {
        AssessmentDifference difference = NOW.differenceFrom(assess("41", "61.4", "96.2", "6"));

        assertThat(difference.levelMoved()).isFalse();
        assertThat(difference.changed()).isEmpty();
        assertThat(difference.added()).isEmpty();
        assertThat(difference.dropped()).isEmpty();
        assertThat(difference).hasToString("Still OPEL 3, score 12");
    }

    @Test
    void a_changed_reading_that_moves_the_level_is_named_with_its_points() {
        AssessmentDifference difference = NOW.differenceFrom(assess("10", "61.4", "96.2", "7"));

        assertThat(difference.levelMoved()).isTrue();
        assertThat(difference.changed())
                .extracting(
                        change -> change.after().parameter(),
                        AssessmentDifference.Change::minMovedBy,
                        AssessmentDifference.Change::maxMovedBy)
                .containsExactly(tuple(HANDOVER, 4, 4), tuple(ESCALATION_BEDS, -2, -2));
        assertThat(difference)
                .hasToString("From OPEL 2 to OPEL 3, score 10 → 12 (+2): mean ambulance handover time 0 → 4 (+4),"
                        + " escalation beds 4 → 2 (-2)");
        assertThat(difference.changed().get(0)).hasToString("mean ambulance handover time 0 → 4 (+4)");
    }

    @Test
    void points_can_change_and_the_level_stay() {
        assertThat(NOW.differenceFrom(assess("41", "61.4", "96.2", "7")))
                .hasToString("Still OPEL 3, score 14 → 12 (-2): escalation beds 4 → 2 (-2)");
        assertThat(assess("31", "61.4", "96.2", "6").differenceFrom(NOW).changed())
                .as("another reading with the same points is no change")
                .isEmpty();
    }

    @Test
    void a_level_that_is_known_less_exactly_has_moved() {
        Assessment after = assess(
                Frameworks.acute(),
                report().reading("ambulance-handover-mean", "41")
                        .reading("ed-four-hour-performance", "61.4")
                        .reading("escalation-beds", "6")
                        .build());
        AssessmentDifference difference = after.differenceFrom(NOW);

        assertThat(difference.levelMoved()).isTrue();
        assertThat(difference.changed()).hasSize(1);
        assertThat(difference.changed().get(0).minMovedBy()).isEqualTo(-4);
        assertThat(difference.changed().get(0).maxMovedBy()).isEqualTo(4);
        assertThat(difference)
                .hasToString(
                        "From OPEL 3 to between OPEL 2 and OPEL 3, score 12 → 8 to 16: G&A bed occupancy 4 → 0 to 8");
    }

    @Test
    void parameters_that_only_one_framework_has_are_named() {
        Assessment before = assess(
                framework(table(totals("5", "11", "16"), HANDOVER, FOUR_HOUR)),
                report().reading("ambulance-handover-mean", "41")
                        .reading("ed-four-hour-performance", "61.4")
                        .build());
        Assessment after = assess(
                framework(table(totals("5", "11", "16"), HANDOVER, OCCUPANCY)),
                report().reading("ambulance-handover-mean", "20")
                        .reading("ga-bed-occupancy", "96")
                        .build());
        AssessmentDifference difference = after.differenceFrom(before);

        assertThat(difference.added()).extracting(Contribution::parameter).containsExactly(OCCUPANCY);
        assertThat(difference.dropped()).extracting(Contribution::parameter).containsExactly(FOUR_HOUR);
        assertThat(difference)
                .hasToString("Still OPEL 2, score 6: mean ambulance handover time 4 → 2 (-2),"
                        + " G&A bed occupancy is new (4), four-hour performance is gone (2)");
    }

    @Test
    void the_text_does_not_depend_on_the_machine_it_is_made_on() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(NOW.differenceFrom(assess("10", "61.4", "96.2", "6")).toString())
                    .contains("0 → 4 (+4)");
            assertThat(NOW.explain())
                    .isEqualTo(assess("41", "61.4", "96.2", "6").explain());
        } finally {
            Locale.setDefault(usual);
        }
    }
}
