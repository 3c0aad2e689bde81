package io.github.opelrules.framework;

/**
 * A stretch of a parameter's values, and what a value in it scores.
 *
 * @param interval the values
 * @param points what they score, 0 to 100
 * @param pointsAssurance how sure the points are
 * @param source where the band comes from
 */
public record Band(Interval interval, int points, Assurance pointsAssurance, Source source) {

    /** @throws IllegalArgumentException if the points are not 0 to 100 */
    public Band {
        if (points < 0 || points > 100) {
            throw new IllegalArgumentException("A band scores 0 to 100 points, not " + points);
        }
    }

    /** The lowest assurance of anything in this band. */
    public Assurance assurance() {
        return pointsAssurance.lowest(interval.assurance());
    }
}
