package io.github.opelrules.report;

import io.github.opelrules.framework.Stretch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a report says of one parameter: a value, exact or rounded, or that there is none and why. */
public sealed interface Reading {

    /** An exact value, observed when the report was made. */
    static Reading of(BigDecimal value) {
        return new Measured(value, null, null);
    }

    /** No value, for a stated reason. */
    static Reading missing(MissingReason reason) {
        return new Missing(reason);
    }

    /**
     * A value.
     *
     * @param value in the unit of its parameter
     * @param roundedTo the step that the value was rounded to, such as 1 for whole numbers, so that the true value may lie
     *     half a step either way; null where the value is exact
     * @param observedAt when it was observed; null for the time of the report
     */
    record Measured(
            BigDecimal value,
            @Nullable BigDecimal roundedTo,
            @Nullable Instant observedAt) implements Reading {

        private static final BigDecimal HALF = new BigDecimal("0.5");
        private static final int MOST_DIGITS = 30;

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if a number has more than 30 digits, written out in full, or the value was
         *     rounded to a step that is not above 0
         */
        public Measured {
            value = writtenOut(Objects.requireNonNull(value, "value"));
            roundedTo = roundedTo == null ? null : writtenOut(roundedTo);
            if (roundedTo != null && roundedTo.signum() <= 0) {
                throw new IllegalArgumentException(
                        "A value is rounded to a step above 0, such as 1 for whole numbers, not to "
                                + roundedTo.toPlainString());
            }
        }

        /** The same number without an exponent, so that it can be written in full wherever it goes. */
        private static BigDecimal writtenOut(BigDecimal number) {
            long digits = Math.max(number.precision(), (long) number.precision() - number.scale());
            if (Math.max(digits, number.scale()) > MOST_DIGITS) {
                throw new IllegalArgumentException(
                        "A reading is a number of at most " + MOST_DIGITS + " digits, written out in full");
            }
            return number.scale() < 0 ? number.setScale(0) : number;
        }

        /** The values that the true one may have. */
        public Stretch stretch() {
            if (roundedTo == null) {
                return Stretch.of(value);
            }
            BigDecimal half = roundedTo.multiply(HALF);
            return new Stretch(value.subtract(half), value.add(half));
        }
    }

    /**
     * No value.
     *
     * @param reason why not
     */
    record Missing(MissingReason reason) implements Reading {

        /** @throws NullPointerException if there is no reason: "not-submitted" says that none is known */
        public Missing {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
