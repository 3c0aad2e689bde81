package io.github.opelrules.assess;

import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.report.Reading;

/**
 * A {@link Threshold} of a local overlay that a reading meets, or may meet, or of which that cannot be told. It changes no
 * points and no level.
 *
 * @param threshold the threshold
 * @param quantity the parameter, national or local, that it is about
 * @param reading what the report says of that
 * @param code {@link ReasonCode#THRESHOLD_MET}, {@link ReasonCode#THRESHOLD_POSSIBLY_MET}, or why the reading
 *     {@linkplain ReasonCode#isUnknown() cannot be used}, so that it cannot be told whether the threshold is met
 * @param rule the rule that found this
 */
public record Notification(Threshold threshold, Quantity quantity, Reading reading, ReasonCode code, Rule rule) {

    /** @throws IllegalArgumentException if the code is none of those that a notification can have */
    public Notification {
        if (code != ReasonCode.THRESHOLD_MET && code != ReasonCode.THRESHOLD_POSSIBLY_MET && !code.isUnknown()) {
            throw new IllegalArgumentException(code + " does not say whether threshold " + threshold.id() + " is met");
        }
    }

    /** How sure it is that the threshold is met. */
    public Certainty certainty() {
        return switch (code) {
            case THRESHOLD_MET -> Certainty.CERTAIN;
            case THRESHOLD_POSSIBLY_MET -> Certainty.POSSIBLE;
            default -> Certainty.UNKNOWN;
        };
    }

    /** How sure it can be that a threshold is met. */
    public enum Certainty {
        /** Every value that the reading may have meets it. */
        CERTAIN,
        /** Some of the values that the reading may have meet it and others do not. */
        POSSIBLE,
        /** There is no reading that can be used; nothing missing is ever taken for normal. */
        UNKNOWN
    }
}
