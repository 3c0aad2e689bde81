package io.github.opelrules.testkit.replay;

import io.github.opelrules.assess.Level;
import java.util.stream.IntStream;

/**
 * Where a report stands: at a level, in a range of levels, or at none.
 *
 * @param label {@code 2}, {@code 2 to 4}, {@code undetermined} or {@code not scored}
 */
public record Standing(String label) implements Comparable<Standing> {

    /** The report could not be scored. */
    public static final Standing NOT_SCORED = new Standing("not scored");

    private static final Standing UNDETERMINED = new Standing("undetermined");

    /** By the numbers of the best and of the worst level: a replay asks for each of its reports. */
    private static final Standing[][] BETWEEN = IntStream.rangeClosed(0, 4)
            .mapToObj(best -> IntStream.rangeClosed(0, 4)
                    .mapToObj(worst -> new Standing(best == worst ? "" + best : best + " to " + worst))
                    .toArray(Standing[]::new))
            .toArray(Standing[][]::new);

    static Standing of(Level level) {
        if (level instanceof Level.Exact exact) {
            int number = exact.level().number();
            return BETWEEN[number][number];
        }
        if (level instanceof Level.Between between) {
            return BETWEEN[between.best().number()][between.worst().number()];
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
