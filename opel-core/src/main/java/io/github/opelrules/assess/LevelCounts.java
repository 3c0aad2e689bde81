package io.github.opelrules.assess;

import io.github.opelrules.framework.OpelLevel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How many of some draws have which level. A draw in which something is unknown may have several: it has a best and a worst. */
public final class LevelCounts {

    private static final int LEVELS = OpelLevel.values().length + 1;

    private final long[] counts;

    private LevelCounts(long[] counts) {
        this.counts = counts;
    }

    /**
     * Counts levels by their numbers, 0 where there is none.
     *
     * @param draws how many there are
     * @throws IllegalArgumentException if one of two numbers is 0 and the other is not, or the best is worse than the worst
     */
    public static LevelCounts of(byte[] best, byte[] worst, int draws) {
        long[] counts = new long[LEVELS * LEVELS];
        for (int i = 0; i < draws; i++) {
            if (best[i] > worst[i] || (best[i] == 0) != (worst[i] == 0)) {
                throw new IllegalArgumentException(
                        "A draw cannot be between OPEL " + best[i] + " and OPEL " + worst[i]);
            }
            counts[LEVELS * best[i] + worst[i]]++;
        }
        return new LevelCounts(counts);
    }

    /** All draws. */
    public long draws() {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        return all;
    }

    /** Those of which no level can be given. */
    public long undetermined() {
        return counts[0];
    }

    /** Those whose best level is this and whose worst level that. */
    public long between(OpelLevel best, OpelLevel worst) {
        return counts[LEVELS * best.number() + worst.number()];
    }

    /** Those that are certainly at this level or a worse one, whatever is unknown. */
    public long certainlyAtOrAbove(OpelLevel level) {
        return sum(level.number(), level.number());
    }

    /** Those that may be at this level or a worse one; one of which no level can be given may be at any. */
    public long possiblyAtOrAbove(OpelLevel level) {
        return undetermined() + sum(1, level.number());
    }

    private long sum(int fromBest, int fromWorst) {
        long sum = 0;
        for (int best = fromBest; best < LEVELS; best++) {
            for (int worst = Math.max(best, fromWorst); worst < LEVELS; worst++) {
                sum += counts[LEVELS * best + worst];
            }
        }
        return sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LevelCounts levels && Arrays.equals(counts, levels.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    /** {@code OPEL 2: 40, OPEL 2 to 3: 10, none: 1}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int best = 0; best < LEVELS; best++) {
            for (int worst = best; worst < LEVELS; worst++) {
                long count = counts[LEVELS * best + worst];
                if (count > 0) {
                    text.append(text.isEmpty() ? "" : ", ")
                            .append(best == 0 ? "none" : "OPEL " + best + (worst > best ? " to " + worst : ""))
                            .append(": ")
                            .append(count);
                }
            }
        }
        return text.toString();
    }
}
