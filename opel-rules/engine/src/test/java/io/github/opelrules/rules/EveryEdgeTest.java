package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every edge of every band of OPEL 2023/24, typed in from the table of facts: just below it, on it, just above it. */
class EveryEdgeTest {

    private static final OpelEngine ENGINE = OpelRules.bundled();

    @ParameterizedTest(name = "{0} of {1} scores {2}")
    @CsvSource({
        "ambulance-handover-mean, 0, 0",
        "ambulance-handover-mean, 14.99, 0",
        "ambulance-handover-mean, 15, 0",
        "ambulance-handover-mean, 15.01, 2",
        "ambulance-handover-mean, 29.99, 2",
        "ambulance-handover-mean, 30, 2",
        "ambulance-handover-mean, 30.01, 4",
        "ambulance-handover-mean, 59.99, 4",
        "ambulance-handover-mean, 60, 4",
        "ambulance-handover-mean, 60.01, 6",
        "ambulance-handover-mean, 1440, 6",
        "ed-four-hour-performance, 0, 4",
        "ed-four-hour-performance, 59.99, 4",
        "ed-four-hour-performance, 60, 4",
        "ed-four-hour-performance, 60.01, 2",
        "ed-four-hour-performance, 75.99, 2",
        "ed-four-hour-performance, 76, 1",
        "ed-four-hour-performance, 76.01, 1",
        "ed-four-hour-performance, 94.99, 1",
        "ed-four-hour-performance, 95, 0",
        "ed-four-hour-performance, 95.01, 0",
        "ed-four-hour-performance, 100, 0",
        "ed-attendance-variation, -100, 0",
        "ed-attendance-variation, 1.99, 0",
        "ed-attendance-variation, 2, 0",
        "ed-attendance-variation, 2.01, 1",
        "ed-attendance-variation, 9.99, 1",
        "ed-attendance-variation, 10, 1",
        "ed-attendance-variation, 10.01, 2",
        "ed-attendance-variation, 19.99, 2",
        "ed-attendance-variation, 20, 2",
        "ed-attendance-variation, 20.01, 4",
        "majors-resus-occupancy, 0, 0",
        "majors-resus-occupancy, 79.99, 0",
        "majors-resus-occupancy, 80, 2",
        "majors-resus-occupancy, 80.01, 2",
        "majors-resus-occupancy, 99.99, 2",
        "majors-resus-occupancy, 100, 2",
        "majors-resus-occupancy, 100.01, 4",
        "majors-resus-occupancy, 119.99, 4",
        "majors-resus-occupancy, 120, 4",
        "majors-resus-occupancy, 120.01, 6",
        "median-time-to-treatment, 0, 0",
        "median-time-to-treatment, 59.99, 0",
        "median-time-to-treatment, 60, 1",
        "median-time-to-treatment, 60.01, 1",
        "median-time-to-treatment, 89.99, 1",
        "median-time-to-treatment, 90, 2",
        "median-time-to-treatment, 90.01, 2",
        "median-time-to-treatment, 119.99, 2",
        "median-time-to-treatment, 120, 4",
        "median-time-to-treatment, 120.01, 4",
        "ed-over-12-hours, 0, 0",
        "ed-over-12-hours, 1.99, 0",
        "ed-over-12-hours, 2, 0",
        "ed-over-12-hours, 2.01, 1",
        "ed-over-12-hours, 4.99, 1",
        "ed-over-12-hours, 5, 1",
        "ed-over-12-hours, 5.01, 2",
        "ed-over-12-hours, 9.99, 2",
        "ed-over-12-hours, 10, 2",
        "ed-over-12-hours, 10.01, 4",
        "ga-bed-occupancy, 0, 0",
        "ga-bed-occupancy, 91.99, 0",
        "ga-bed-occupancy, 92, 0",
        "ga-bed-occupancy, 92.01, 2",
        "ga-bed-occupancy, 94.99, 2",
        "ga-bed-occupancy, 95, 2",
        "ga-bed-occupancy, 95.01, 4",
        "ga-bed-occupancy, 97.99, 4",
        "ga-bed-occupancy, 98, 4",
        "ga-bed-occupancy, 98.01, 8",
        "escalation-beds, 0, 0",
        "escalation-beds, 1.99, 0",
        "escalation-beds, 2, 0",
        "escalation-beds, 2.01, 1",
        "escalation-beds, 3.99, 1",
        "escalation-beds, 4, 1",
        "escalation-beds, 4.01, 2",
        "escalation-beds, 5.99, 2",
        "escalation-beds, 6, 2",
        "escalation-beds, 6.01, 4",
        "no-criteria-to-reside, 0, 0",
        "no-criteria-to-reside, 9.99, 0",
        "no-criteria-to-reside, 10, 0",
        "no-criteria-to-reside, 10.01, 1",
        "no-criteria-to-reside, 12.99, 1",
        "no-criteria-to-reside, 13, 1",
        "no-criteria-to-reside, 13.01, 2",
        "no-criteria-to-reside, 14.99, 2",
        "no-criteria-to-reside, 15, 2",
        "no-criteria-to-reside, 15.01, 4",
    })
    void a_value_on_or_beside_an_edge_scores_the_points_of_its_band(String parameter, String value, int points) {
        SituationReport report = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt(RandomReports.MORNING)
                .reading(parameter, value)
                .build();

        Contribution contribution =
                ENGINE.assess(report).contribution(ParameterId.of(parameter)).orElseThrow();

        assertThat(contribution.points()).isEqualTo(new PointsRange(points, points));
        assertThat(contribution.code()).isEqualTo(ReasonCode.BAND_MATCHED);
        assertThat(contribution.rule().name()).isEqualTo("A reading scores the points of every band it touches");
    }
}
