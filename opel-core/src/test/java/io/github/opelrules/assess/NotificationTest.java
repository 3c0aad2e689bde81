package io.github.opelrules.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.Frameworks;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import org.junit.jupiter.api.Test;

class NotificationTest {

    private static final Threshold THRESHOLD =
            new Threshold("beds", Frameworks.OCCUPANCY.id(), Frameworks.interval("from 90"), "Ring somebody");

    private static Notification notification(ReasonCode code) {
        return new Notification(
                THRESHOLD,
                Frameworks.OCCUPANCY,
                new Reading.Missing(MissingReason.NOT_SUBMITTED),
                code,
                new Rule("a rule", "a citation"));
    }

    @Test
    void a_threshold_is_met_may_be_met_or_cannot_be_told() {
        assertThat(notification(ReasonCode.THRESHOLD_MET).certainty()).isEqualTo(Notification.Certainty.CERTAIN);
        assertThat(notification(ReasonCode.THRESHOLD_POSSIBLY_MET).certainty())
                .isEqualTo(Notification.Certainty.POSSIBLE);
        assertThat(notification(ReasonCode.NOT_SUBMITTED).certainty()).isEqualTo(Notification.Certainty.UNKNOWN);
        assertThat(notification(ReasonCode.STALE).certainty()).isEqualTo(Notification.Certainty.UNKNOWN);
    }

    @Test
    void a_code_that_says_nothing_of_a_threshold_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notification(ReasonCode.BAND_MATCHED))
                .withMessage("BAND_MATCHED does not say whether threshold beds is met");
    }
}
