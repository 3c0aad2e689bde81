package io.github.opelrules.rules.cases;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Notification;
import io.github.opelrules.assess.ReasonCode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What comes of a threshold of a local overlay. */
public enum ThresholdOutcome {
    /** It notifies: the reading meets it. */
    MET(ReasonCode.THRESHOLD_MET),
    /** It notifies that the reading may meet it. */
    POSSIBLY_MET(ReasonCode.THRESHOLD_POSSIBLY_MET),
    /** It does not notify: the reading does not meet it. */
    NOT_MET(null),
    /** It notifies that nothing can be told, because the reading was not submitted. */
    NOT_SUBMITTED(ReasonCode.NOT_SUBMITTED),
    /** It notifies that nothing can be told, because the parameter does not apply to the provider. */
    NOT_APPLICABLE(ReasonCode.NOT_APPLICABLE),
    /** It notifies that nothing can be told, because the reading was withheld. */
    SUPPRESSED(ReasonCode.SUPPRESSED),
    /** It notifies that nothing can be told, because the reading is too old. */
    STALE(ReasonCode.STALE),
    /** It notifies that nothing can be told, because the reading is no plausible value. */
    IMPLAUSIBLE(ReasonCode.IMPLAUSIBLE);

    private final @Nullable ReasonCode code;

    ThresholdOutcome(@Nullable ReasonCode code) {
        this.code = code;
    }

    /** What an assessment says of the threshold with this id. */
    public static ThresholdOutcome of(Assessment assessment, String threshold) {
        ReasonCode code = assessment.notifications().stream()
                .filter(notification -> notification.threshold().id().equals(threshold))
                .findFirst()
                .map(Notification::code)
                .orElse(null);
        return Stream.of(values())
                .filter(outcome -> outcome.code == code)
                .findFirst()
                .orElseThrow();
    }

    /** The code of its notification; empty where there is none. */
    public Optional<ReasonCode> code() {
        return Optional.ofNullable(code);
    }

    /** Whether it says that the reading cannot be used. */
    public boolean isUnknown() {
        return code != null && code.isUnknown();
    }

    /** {@code possibly-met}, as cases have it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
