package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.OpelLevel;

/**
 * Scores that make another level, all in the same way.
 *
 * @param scores the scores in points, whole or not, such as a weighted mean, or in percent of them where a share is cut;
 *     of those that both frameworks can give
 * @param before the level that each made
 * @param after the level that each makes
 */
public record LevelChange(ValueRange scores, OpelLevel before, OpelLevel after) {

    /** {@code above 11 and up to 12: OPEL 2 → OPEL 1}. */
    @Override
    public String toString() {
        return scores + ": " + before + " → " + after;
    }
}
