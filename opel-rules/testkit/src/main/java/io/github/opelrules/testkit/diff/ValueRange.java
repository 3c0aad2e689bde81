package io.github.opelrules.testkit.diff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values between two ends, either of which may be open.
 *
 * @param low the lower end, or null where nothing bounds the values from below
 * @param lowIncluded whether the lower end is one of them
 * @param high the upper end, or null where nothing bounds the values from above
 * @param highIncluded whether the upper end is one of them
 */
public record ValueRange(
        @Nullable BigDecimal low,
        boolean lowIncluded,
        @Nullable BigDecimal high,
        boolean highIncluded) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** @throws IllegalArgumentException if no value lies between the ends, or an end that is not there is included */
    public ValueRange {
        if ((low == null && lowIncluded) || (high == null && highIncluded)) {
            throw new IllegalArgumentException("An end that is not there cannot be included");
        }
        if (low != null && high != null) {
            int comparison = low.compareTo(high);
            if (comparison > 0 || (comparison == 0 && !(lowIncluded && highIncluded))) {
                throw new IllegalArgumentException("No value lies between " + low + " and " + high);
            }
        }
    }

    static ValueRange exactly(BigDecimal value) {
        return new ValueRange(value, true, value, true);
    }

    static ValueRange between(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return new ValueRange(low, false, high, false);
    }

    /** Whether the other begins where this one ends, with nothing between. */
    boolean meets(ValueRange next) {
        return high != null && next.low != null && high.compareTo(next.low) == 0 && highIncluded != next.lowIncluded;
    }

    /** Both together, where the other begins where this one ends. */
    ValueRange and(ValueRange next) {
        return new ValueRange(low, lowIncluded, next.high, next.highIncluded);
    }

    /** Whether the value is one of these. */
    public boolean contains(BigDecimal value) {
        int fromLow = low == null ? 1 : value.compareTo(low);
        int fromHigh = high == null ? -1 : value.compareTo(high);
        return (fromLow > 0 || (fromLow == 0 && lowIncluded)) && (fromHigh < 0 || (fromHigh == 0 && highIncluded));
    }

    /** The first and the last of these values that are a multiple of a step; empty where none is, or an end is open. */
    public Optional<ValueRange> multiplesOf(BigDecimal step) {
        if (low == null || high == null) {
            return Optional.empty();
        }
        BigDecimal first = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
        BigDecimal last = high.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        first = contains(first) ? first : first.add(step);
        last = contains(last) ? last : last.subtract(step);
        return contains(first) && contains(last)
                ? Optional.of(new ValueRange(first, true, last, true))
                : Optional.empty();
    }

    /** One of these values, written as shortly as can be: a multiple of the step where there is one. */
    BigDecimal example(BigDecimal step) {
        BigDecimal middle = middle();
        for (int scale = 0; scale <= Math.max(0, middle.scale()); scale++) {
            BigDecimal shorter = middle.setScale(scale, RoundingMode.HALF_EVEN);
            if (contains(shorter) && isMultiple(shorter, step)) {
                return shorter;
            }
        }
        BigDecimal nearest = middle.divide(step, 0, RoundingMode.HALF_EVEN).multiply(step);
        return contains(nearest)
                ? nearest
                : multiplesOf(step).map(ValueRange::low).orElse(middle);
    }

    static boolean isMultiple(BigDecimal value, BigDecimal step) {
        return value.remainder(step).signum() == 0;
    }

    private BigDecimal middle() {
        if (low != null && high != null) {
            return low.compareTo(high) == 0 ? low : low.add(high).divide(TWO);
        }
        return low != null ? low.add(BigDecimal.ONE) : high != null ? high.subtract(BigDecimal.ONE) : BigDecimal.ZERO;
    }

    /** {@code above 15 and up to 18}, {@code exactly 60}, {@code from 95} or {@code any value}. */
    @Override
    public String toString() {
        if (low != null && high != null && low.compareTo(high) == 0) {
            return "exactly " + low.toPlainString();
        }
        String lower = low == null ? "" : (lowIncluded ? "from " : "above ") + low.toPlainString();
        String upper = high == null ? "" : (highIncluded ? "up to " : "below ") + high.toPlainString();
        if (lower.isEmpty() && upper.isEmpty()) {
            return "any value";
        }
        return lower.isEmpty() || upper.isEmpty() ? lower + upper : lower + " and " + upper;
    }
}
