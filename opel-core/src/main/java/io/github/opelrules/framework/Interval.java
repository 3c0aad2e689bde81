package io.github.opelrules.framework;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The values between two edges, either of which may be open-ended.
 *
 * @param lower the lower edge, or null where nothing bounds it from below
 * @param upper the upper edge, or null where nothing bounds it from above
 */
public record Interval(@Nullable Edge lower, @Nullable Edge upper) {

    /** @throws IllegalArgumentException if an edge is of the other end's kind, or if no value lies between them */
    public Interval {
        if (lower != null && !lower.kind().isLower()) {
            throw new IllegalArgumentException("\"" + lower + "\" cannot be a lower edge: expected from or above");
        }
        if (upper != null && upper.kind().isLower()) {
            throw new IllegalArgumentException("\"" + upper + "\" cannot be an upper edge: expected upTo or below");
        }
        if (lower != null && upper != null) {
            int comparison = lower.value().compareTo(upper.value());
            boolean point = lower.kind().isInclusive() && upper.kind().isInclusive();
            if (comparison > 0 || (comparison == 0 && !point)) {
                throw new IllegalArgumentException("No value is " + lower + " and " + upper);
            }
        }
    }

    /** Whether at least one value of the stretch lies in this interval. */
    public boolean touches(Stretch stretch) {
        return (lower == null || lower.admits(stretch.high())) && (upper == null || upper.admits(stretch.low()));
    }

    /** Whether the value lies in this interval. */
    public boolean contains(BigDecimal value) {
        return (lower == null || lower.admits(value)) && (upper == null || upper.admits(value));
    }

    /** The lowest assurance of the cuts and their sides. */
    Assurance assurance() {
        Assurance lowest = Assurance.PUBLISHED;
        if (lower != null) {
            lowest = lowest.lowest(lower.assurance()).lowest(lower.sideAssurance());
        }
        if (upper != null) {
            lowest = lowest.lowest(upper.assurance()).lowest(upper.sideAssurance());
        }
        return lowest;
    }

    /** {@code above 15 and up to 30}. */
    @Override
    public String toString() {
        if (lower == null) {
            return upper == null ? "any value" : upper.toString();
        }
        return upper == null ? lower.toString() : lower + " and " + upper;
    }
}
