package io.github.opelrules.testkit.junit;

import static io.github.opelrules.testkit.junit.OpelAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpelAssertionsTest {

    private static final OpelEngine ENGINE = OpelRules.bundled();

    /** At least OPEL 3: what is known scores 24, and escalation beds up to 4 more. */
    private static final Assessment ASSESSMENT = ENGINE.assess(SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
            .observedAt(Instant.parse("2024-01-08T08:00:00Z"))
            .reading("ambulance-handover-mean", "64")
            .reading("ed-four-hour-performance", "58.1")
            .reading("ed-attendance-variation", "0")
            .reading("majors-resus-occupancy", "125")
            .reading("median-time-to-treatment", "30")
            .reading("ed-over-12-hours", "1")
            .reading("ga-bed-occupancy", "98.3")
            .reading("no-criteria-to-reside", "9")
            .missing("escalation-beds", MissingReason.NOT_SUBMITTED)
            .build());

    @Test
    void what_is_so_passes() {
        assertThat(ASSESSMENT)
                .isAtLevel(3)
                .isBetweenLevels(3, 3)
                .isNeverAtLevel(2)
                .isNeverAtLevel(4)
                .hasScore("24 to 28")
                .hasPoints("ga-bed-occupancy", 8)
                .hasPoints("escalation-beds", "0 to 4")
                .isMissing("escalation-beds")
                .isMissing("escalation-beds", "not-submitted")
                .isMissing("escalation-beds", "NOT_SUBMITTED");
    }

    static Stream<Arguments> whatIsNotSo() {
        return Stream.of(
                failing("level: expected OPEL 4, found OPEL 3", it -> it.isAtLevel(4)),
                failing("level: expected between OPEL 3 and OPEL 4, found OPEL 3", it -> it.isBetweenLevels(3, 4)),
                failing("level: OPEL 3 must not be possible, found OPEL 3", it -> it.isNeverAtLevel(3)),
                failing("level: expected undetermined, found OPEL 3", OpelAssertions::isUndetermined),
                failing("score: expected 24, found 24 to 28", it -> it.hasScore("24")),
                failing("points of ga-bed-occupancy: expected 4, found 8", it -> it.hasPoints("ga-bed-occupancy", 4)),
                failing(
                        "reading of ga-bed-occupancy: expected none that can be used, found BAND_MATCHED",
                        it -> it.isMissing("ga-bed-occupancy")),
                failing(
                        "reason of escalation-beds: expected stale, found not-submitted",
                        it -> it.isMissing("escalation-beds", "stale")));
    }

    private static Arguments failing(String message, Consumer<OpelAssertions> assertion) {
        return Arguments.of(message, assertion);
    }

    @ParameterizedTest
    @MethodSource("whatIsNotSo")
    void what_is_not_so_says_what_was_expected_what_was_found_and_why(
            String message, Consumer<OpelAssertions> assertion) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.accept(assertThat(ASSESSMENT)))
                .withMessageStartingWith(message + "\n  OPEL 3, 24 to 28 of 44 points: G&A bed occupancy (8)");
    }

    @Test
    void a_level_that_cannot_be_given_is_undetermined() {
        Assessment community = OpelRules.builder()
                .bundled()
                .allowDrafts()
                .build()
                .pinnedTo(FrameworkId.of("nhse-opel-2024-26"))
                .assess(SituationReport.of(OdsCode.of("RXX"), ProviderType.COMMUNITY)
                        .observedAt(Instant.parse("2025-01-08T08:00:00Z"))
                        .build());

        assertThat(community).isUndetermined();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(community).isNeverAtLevel(4))
                .withMessageStartingWith("level: OPEL 4 must not be possible, found undetermined");
    }

    @Test
    void slips_in_the_assertion_itself_are_told_apart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(ASSESSMENT).hasPoints("ga-bed-ocupancy", 8))
                .withMessageStartingWith(
                        "\"ga-bed-ocupancy\" is not a parameter of nhse-opel-2023-24 1.1.0. Did you mean"
                                + " \"ga-bed-occupancy\"? Those are: ambulance-handover-mean, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(ASSESSMENT).isAtLevel(5))
                .withMessage("A level is 1 to 4, not 5");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(null))
                .withMessage("expected an assessment, found null");
    }
}
