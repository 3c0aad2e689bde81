package io.github.opelrules.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of twenty situations by scoring.drl and the table of 2023/24, as somebody worked out who read these two and nothing else. */
class TwentySituationsTest {

    private static final Edges.Table TABLE = Edges.tables().get(0);

    @ParameterizedTest(name = "{0} {1} rounded to {2}, {3} old: {4}, {5} to {6} points, {7}, by \"{8}\"")
    @CsvSource(delimiter = '|', textBlock = """
            ambulance-handover-mean  | 15      |     |           | BAND_MATCHED   | 0 | 0 | unverified   | A reading scores the points of every band it touches
            ambulance-handover-mean  | 15.01   |     |           | BAND_MATCHED   | 2 | 2 | unverified   | A reading scores the points of every band it touches
            ambulance-handover-mean  | 15      | 1   |           | BANDS_TOUCHED  | 0 | 2 | unverified   | A reading scores the points of every band it touches
            ambulance-handover-mean  | -1      |     |           | IMPLAUSIBLE    | 0 | 6 | assumed      | An implausible reading counts as missing
            ambulance-handover-mean  | 1440.01 |     |           | IMPLAUSIBLE    | 0 | 6 | assumed      | An implausible reading counts as missing
            ambulance-handover-mean  | 1440    | 1   |           | BAND_MATCHED   | 6 | 6 | unverified   | A reading scores the points of every band it touches
            ambulance-handover-mean  | 41      |     | PT24H     | BAND_MATCHED   | 4 | 4 | unverified   | A reading scores the points of every band it touches
            ambulance-handover-mean  | 41      |     | PT24H1S   | STALE          | 0 | 6 | assumed      | A reading older than its parameter allows counts as missing
            ambulance-handover-mean  | 41      |     | -PT1S     | IMPLAUSIBLE    | 0 | 6 | assumed      | An implausible reading counts as missing
            ambulance-handover-mean  | -1      |     | PT30H     | IMPLAUSIBLE    | 0 | 6 | assumed      | An implausible reading counts as missing
            ambulance-handover-mean  |         |     |           | NOT_SUBMITTED  | 0 | 6 | unverified   | A missing reading could score any points of its parameter
            ga-bed-occupancy         |         |     |           | NOT_SUBMITTED  | 0 | 8 | assumed      | A missing reading could score any points of its parameter
            ed-over-12-hours         | 2       |     |           | BAND_MATCHED   | 0 | 0 | unverified   | A reading scores the points of every band it touches
            ed-over-12-hours         | 1.99    |     |           | BAND_MATCHED   | 0 | 0 | corroborated | A reading scores the points of every band it touches
            ed-over-12-hours         | 3       |     |           | BAND_MATCHED   | 1 | 1 | corroborated | A reading scores the points of every band it touches
            ga-bed-occupancy         | 93      |     |           | BAND_MATCHED   | 2 | 2 | assumed      | A reading scores the points of every band it touches
            ga-bed-occupancy         | 99      |     |           | BAND_MATCHED   | 8 | 8 | unverified   | A reading scores the points of every band it touches
            ed-four-hour-performance | 76      |     |           | BAND_MATCHED   | 1 | 1 | unverified   | A reading scores the points of every band it touches
            ed-four-hour-performance | 60      |     |           | BAND_MATCHED   | 4 | 4 | corroborated | A reading scores the points of every band it touches
            ed-four-hour-performance | 75.995  |     |           | BAND_MATCHED   | 2 | 2 | corroborated | A reading scores the points of every band it touches
            """)
    void come_out_as_reading_the_rules_says(
            String parameter,
            BigDecimal value,
            BigDecimal roundedTo,
            Duration age,
            String code,
            int min,
            int max,
            String assurance,
            String rule) {
        Reading reading = value == null
                ? Reading.missing(MissingReason.NOT_SUBMITTED)
                : new Reading.Measured(value, roundedTo, age == null ? null : Edges.AT.minus(age));

        for (boolean keep : new boolean[] {true, false}) {
            Contribution part = new Answers(TABLE.table(), ScoringRules.shared(), keep)
                    .assess(
                            Edges.report(TABLE.table())
                                    .reading(parameter, reading)
                                    .build(),
                            TABLE.selected())
                    .contribution(ParameterId.of(parameter))
                    .orElseThrow();

            assertThat(part.code()).hasToString(code);
            assertThat(part.points().min()).isEqualTo(min);
            assertThat(part.points().max()).isEqualTo(max);
            assertThat(part.assurance()).hasToString(assurance);
            assertThat(part.rule().name()).isEqualTo(rule);
        }
    }

    /** All best but for what is given, so that the points are known: the score and the level by the cuts 11, 22 and 33. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "61 99 | 14 to 14 | OPEL 2",
                "16 96 | 6 to 6 | OPEL 1",
                "61 - | 6 to 14 | between OPEL 1 and OPEL 2"
            })
    void the_points_add_up_and_decide_the_level(String situation) {
        String[] given = situation.split(" \\| ");
        String[] values = given[0].split(" ");
        var report = Edges.report(TABLE.table())
                .reading("ambulance-handover-mean", values[0])
                .reading("ed-four-hour-performance", "96")
                .reading("ed-attendance-variation", "0")
                .reading("majors-resus-occupancy", "50")
                .reading("median-time-to-treatment", "20")
                .reading("ed-over-12-hours", "1")
                .reading("escalation-beds", "1")
                .reading("no-criteria-to-reside", "5");
        if (!values[1].equals("-")) {
            report.reading("ga-bed-occupancy", values[1]);
        }

        Assessment assessment =
                new Answers(TABLE.table(), ScoringRules.shared(), true).assess(report.build(), TABLE.selected());

        assertThat(TABLE.table().providerType()).isEqualTo(ProviderType.ACUTE);
        assertThat(assessment.score().min() + " to " + assessment.score().max()).isEqualTo(given[1]);
        assertThat(assessment.level()).hasToString(given[2]);
        assertThat(assessment.scoreRule().name()).isEqualTo("The points of all parameters add up to the score");
        assertThat(assessment.levelRule().name()).isEqualTo("The score decides the level");
    }
}
