package io.github.opelrules.testkit.diff;

/**
 * A text, a date, a limit, a source or a grade that differs.
 *
 * @param what what it is, such as {@code label} or {@code grade of the cut 15}
 * @param before what it was; {@code none} where there was none
 * @param after what it is; {@code none} where there is none
 */
public record Change(String what, String before, String after) {

    /** {@code grade of the cut 15: unverified → published}. */
    @Override
    public String toString() {
        return what + ": " + before + " → " + after;
    }
}
