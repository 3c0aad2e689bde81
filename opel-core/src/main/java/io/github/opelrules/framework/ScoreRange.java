package io.github.opelrules.framework;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The scores that a provider or a tier may have, in the terms of its level cuts: points, or a share in percent.
 *
 * @param min the lowest
 * @param minIncluded whether it may have the lowest itself
 * @param max the highest
 * @param maxIncluded whether it may have the highest itself
 */
public record ScoreRange(Fraction min, boolean minIncluded, Fraction max, boolean maxIncluded) {

    /** @throws IllegalArgumentException if no score lies in it */
    public ScoreRange {
        int comparison = min.compareTo(max);
        if (comparison > 0 || (comparison == 0 && !(minIncluded && maxIncluded))) {
            throw new IllegalArgumentException("No score lies between " + min + " and " + max);
        }
    }

    /**
     * Scores with a weight.
     *
     * @param weight how much they count beside others, above 0
     * @param score the scores
     */
    public record Weighted(BigDecimal weight, ScoreRange score) {}

    /**
     * The weighted mean of ranges: the ends of the mean are the means of the ends, and the mean reaches an end only where
     * every part does.
     *
     * @param parts at least one
     */
    public static ScoreRange mean(List<Weighted> parts) {
        boolean exact = true;
        boolean minIncluded = true;
        boolean maxIncluded = true;
        for (Weighted part : parts) {
            exact &= part.score().isExact();
            minIncluded &= part.score().minIncluded();
            maxIncluded &= part.score().maxIncluded();
        }
        Fraction min = mean(parts, ScoreRange::min);
        return new ScoreRange(min, minIncluded, exact ? min : mean(parts, ScoreRange::max), maxIncluded);
    }

    private static Fraction mean(List<Weighted> parts, Function<ScoreRange, Fraction> end) {
        Fraction weights = Fraction.ZERO;
        Fraction sum = Fraction.ZERO;
        for (Weighted part : parts) {
            Fraction weight = Fraction.of(part.weight());
            weights = weights.plus(weight);
            sum = sum.plus(weight.times(end.apply(part.score())));
        }
        return sum.dividedBy(weights);
    }

    /** Both ends included. */
    public static ScoreRange of(Fraction min, Fraction max) {
        return new ScoreRange(min, true, max, true);
    }

    /** The scores from 0 to the highest that lie in an interval. */
    public static ScoreRange of(Interval interval, Fraction highest) {
        Edge lower = interval.lower();
        Edge upper = interval.upper();
        Fraction min = lower == null ? Fraction.ZERO : Fraction.of(lower.value());
        boolean minIncluded = lower == null || lower.kind().isInclusive();
        if (min.compareTo(Fraction.ZERO) < 0) {
            min = Fraction.ZERO;
            minIncluded = true;
        }
        Fraction max = upper == null ? highest : Fraction.of(upper.value());
        boolean maxIncluded = upper == null || upper.kind().isInclusive();
        if (max.compareTo(highest) > 0) {
            max = highest;
            maxIncluded = true;
        }
        return new ScoreRange(min, minIncluded, max, maxIncluded);
    }

    /** Whether the score is known exactly. */
    public boolean isExact() {
        return min.equals(max);
    }

    /** Whether the other lies wholly within this one. */
    public boolean contains(ScoreRange other) {
        int low = min.compareTo(other.min);
        int high = max.compareTo(other.max);
        return (low < 0 || (low == 0 && (minIncluded || !other.minIncluded)))
                && (high > 0 || (high == 0 && (maxIncluded || !other.maxIncluded)));
    }

    /** Whether at least one of these scores lies in an interval. */
    public boolean touches(Interval interval) {
        return reaches(interval.lower(), max, maxIncluded) && reaches(interval.upper(), min, minIncluded);
    }

    /** Whether a cut lies in it, or at one of its ends. */
    public boolean reaches(BigDecimal cut) {
        return min.compareTo(cut) <= 0 && max.compareTo(cut) >= 0;
    }

    private static boolean reaches(@Nullable Edge edge, Fraction end, boolean included) {
        if (edge == null) {
            return true;
        }
        int comparison = end.compareTo(edge.value());
        return edge.admits(comparison) && (comparison != 0 || included);
    }

    /** From the lower end of this one to the upper end of the other. */
    public ScoreRange through(ScoreRange other) {
        return new ScoreRange(min, minIncluded, other.max, other.maxIncluded);
    }

    /** {@code 21.562}, {@code 18 to 27.5}, {@code above 11 to 22}. */
    @Override
    public String toString() {
        if (isExact()) {
            return min.toString();
        }
        return (minIncluded ? "" : "above ") + min + (maxIncluded ? " to " : " to below ") + max;
    }
}
