package io.github.opelrules.framework;

/**
 * What a parameter could score although its bands are not known yet: anything from no points to so many.
 *
 * @param upTo the most points, 1 to 100
 * @param assurance how sure that is
 */
public record ExpectedPoints(int upTo, Assurance assurance) {

    /** @throws IllegalArgumentException if the points are not 1 to 100 */
    public ExpectedPoints {
        if (upTo < 1 || upTo > 100) {
            throw new IllegalArgumentException("A parameter could score up to 1 to 100 points, not " + upTo);
        }
    }
}
