package io.github.opelrules.assess;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Parameter;
import java.util.List;

/**
 * Scores possible futures of one provider's readings in bulk, by the same rules as a report, and says nothing but score and level.
 *
 * <p>Values come in columns, one for each parameter; what stands in one row of all columns together is a draw. A {@code double} stands
 * for {@link java.math.BigDecimal#valueOf(double)}, known exactly and observed at the time of the report: one that is finer than the
 * precision and lies between two bands touches both. {@link Double#NaN} stands for a reading that is not submitted, and an infinite
 * value lies beyond all that is plausible. Nothing is allocated for each draw. Thread-safe.
 */
public interface DrawScorer {

    /** The framework that scores them. */
    Framework framework();

    /** The parameters, in the order of their columns. */
    List<Parameter> parameters();

    /**
     * Scores draws, and counts their levels.
     *
     * @param columns the values: one column for each of the {@linkplain #parameters() parameters}, with at least as many rows as draws
     * @param draws how many
     * @param fewest where the fewest points of each draw go
     * @param most where the most points go
     * @param best where the number of the best level goes, 1 to 4; 0 where no level can be given
     * @param worst where the number of the worst level goes, likewise
     * @throws IllegalArgumentException if there are more or fewer columns than parameters, or an array is too short
     */
    LevelCounts score(double[][] columns, int draws, int[] fewest, int[] most, byte[] best, byte[] worst);
}
