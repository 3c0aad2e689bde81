package io.github.opelrules.testkit.replay;

import io.github.opelrules.assess.Level;

/**
 * Where a report stands: at a level, in a range of levels, or at none.
 *
 * @param label {@code 2}, {@code 2 to 4}, {@code undetermined} or {@code not scored}
 */
public record Standing(String label) implements Comparable<Standing> {

    /** The report could not be scored. */
    public static final Standing NOT_SCORED = new Standing("not scored");

    private static final Standing UNDETERMINED = new Standing("undetermined");

    static Standing of(Level level) {
        if (level instanceof Level.Exact exact) {
            return new Standing(Integer.toString(exact.level().number()));
        }
        if (level instanceof Level.Between between) {
            return new Standing(
                    between.best().number() + " to " + between.worst().number());
        }
        return UNDETERMINED;
    }

    /** From the best level to the worst, then those without one. */
    @Override
    public int compareTo(Standing other) {
        return label.compareTo(other.label);
    }

    /** {@code OPEL 2 to 4}. */
    @Override
    public String toString() {
        return Character.isDigit(label.charAt(0)) ? "OPEL " + label : label;
    }
}
