package io.github.opelrules.framework;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The values that a measured quantity may have had, both ends included: one value when it is known exactly, more when it
 * was rounded.
 *
 * @param low the lowest
 * @param high the highest, not below {@code low}
 */
public record Stretch(BigDecimal low, BigDecimal high) {

    /** @throws IllegalArgumentException if {@code high} is below {@code low} */
    public Stretch {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        if (high.compareTo(low) < 0) {
            throw new IllegalArgumentException("A stretch from " + low + " to " + high + " runs backwards");
        }
    }

    /** A value known exactly. */
    public static Stretch of(BigDecimal value) {
        return new Stretch(value, value);
    }
}
