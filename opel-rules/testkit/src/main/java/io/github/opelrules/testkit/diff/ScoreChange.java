package io.github.opelrules.testkit.diff;

/**
 * Values of one parameter that score differently, all in the same way.
 *
 * @param values the values
 * @param before what each scored
 * @param after what each scores
 */
public record ScoreChange(ValueRange values, ReadingScore before, ReadingScore after) {

    /** {@code above 15 and up to 18: 2 → 0}. */
    @Override
    public String toString() {
        return values + ": " + before + " → " + after;
    }
}
