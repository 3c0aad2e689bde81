package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.PointsRange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The points of the first parameters together, and what the rules make of each part that the next one adds; after the last, the
 * score and level that they decide.
 *
 * <p>It is written under the lock of its table and read without one: a reader sees what was written whole, or does not see it.
 */
final class Subtotal {

    /** About what one takes, with its place among the others; and what one more part takes. */
    static final int BYTES = 400;

    private static final int BYTES_OF_A_PART = 8;

    /**
     * What the rules decide of a score.
     *
     * @param best the number of the best level, 0 where there is none
     * @param worst the number of the worst, likewise
     */
    record Decision(
            PointsRange points,
            Rule scoreRule,
            Level level,
            Rule levelRule,
            Assurance assurance,
            byte best,
            byte worst) {

        Decision(PointsRange points, Rule scoreRule, Level level, Rule levelRule, Assurance assurance) {
            this(
                    points,
                    scoreRule,
                    level,
                    levelRule,
                    assurance,
                    level.atBest().map(Decision::number).orElse((byte) 0),
                    level.atWorst().map(Decision::number).orElse((byte) 0));
        }

        private static byte number(OpelLevel level) {
            return (byte) level.number();
        }
    }

    private @Nullable Subtotal @Nullable [] next;
    private @Nullable Decision decision;

    /** What the next parameter's part makes of it; null where that has not been asked. */
    @Nullable
    Subtotal plus(int part) {
        @Nullable Subtotal[] known = next;
        return known == null || part >= known.length ? null : known[part];
    }

    /** What it decides; null where that has not been asked, or where it is not that of all parameters. */
    @Nullable
    Decision decision() {
        return decision;
    }

    void keep(int part, Subtotal sum, Room room) {
        @Nullable Subtotal[] known = next == null ? new Subtotal[0] : next;
        if (part >= known.length) {
            int length = Math.max(part + 1, 2 * known.length);
            if (!room.take((long) BYTES_OF_A_PART * (length - known.length))) {
                return;
            }
            known = Arrays.copyOf(known, length);
        }
        known[part] = sum;
        next = known;
    }

    void keep(Decision decided) {
        decision = decided;
    }
}
