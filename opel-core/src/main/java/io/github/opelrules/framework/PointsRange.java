package io.github.opelrules.framework;

/**
 * The fewest and the most points that something may score. The two are equal where it is known exactly.
 *
 * @param min the fewest, not negative
 * @param max the most, not below {@code min}
 */
public record PointsRange(int min, int max) {

    /** @throws IllegalArgumentException if {@code min} is negative or {@code max} is below it */
    public PointsRange {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("Points cannot range from " + min + " to " + max);
        }
    }

    /** Whether the points are known exactly. */
    public boolean isExact() {
        return min == max;
    }

    /** Whether the other range lies wholly within this one. */
    public boolean contains(PointsRange other) {
        return min <= other.min && other.max <= max;
    }

    /** {@code 4}, or {@code 0 to 4}. */
    @Override
    public String toString() {
        return isExact() ? Integer.toString(min) : min + " to " + max;
    }
}
