package io.github.opelrules.framework;

import java.math.BigDecimal;

/**
 * The values that a parameter can plausibly have, both ends included, and how finely it is measured.
 *
 * <p>A reading wholly outside is implausible: it counts as missing, and the result says so.
 *
 * @param from the lowest plausible value
 * @param upTo the highest plausible value
 * @param precision the finest step that readings are reported in, such as {@code 0.1}
 */
public record Domain(BigDecimal from, BigDecimal upTo, BigDecimal precision) {

    /** @throws IllegalArgumentException if the ends are not in order or the precision is not positive */
    public Domain {
        if (from.compareTo(upTo) >= 0) {
            throw new IllegalArgumentException("A domain from " + from.toPlainString() + " up to "
                    + upTo.toPlainString() + " holds no stretch of values");
        }
        if (precision.signum() <= 0) {
            throw new IllegalArgumentException("A precision is above 0, not " + precision.toPlainString());
        }
    }

    /** Whether at least one value of the stretch is plausible. */
    public boolean touches(Stretch stretch) {
        return stretch.low().compareTo(upTo) <= 0 && stretch.high().compareTo(from) >= 0;
    }

    /** The plausible part of a stretch that {@linkplain #touches touches} this domain. */
    public Stretch plausiblePartOf(Stretch stretch) {
        boolean inside = stretch.low().compareTo(from) >= 0 && stretch.high().compareTo(upTo) <= 0;
        return inside
                ? stretch
                : new Stretch(stretch.low().max(from), stretch.high().min(upTo));
    }

    /** {@code 0 to 1440}. */
    @Override
    public String toString() {
        return from.toPlainString() + " to " + upTo.toPlainString();
    }
}
