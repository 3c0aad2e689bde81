package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.OpelLevel;
import java.util.Set;
import java.util.TreeSet;

/** How a sentence speaks of a level: where the unit can be when it is so. */
enum LevelRelation {
    /** It does not speak of one. */
    ANY,
    /** At exactly that level. */
    EXACTLY,
    /** At that level or a worse one. */
    OR_ABOVE,
    /** No longer at that level. */
    LEFT,
    /** At a better level. */
    BELOW;

    /** Where the unit can be. */
    Set<OpelLevel> around(OpelLevel level) {
        Set<OpelLevel> levels = new TreeSet<>();
        for (OpelLevel other : OpelLevel.values()) {
            boolean can = switch (this) {
                case ANY -> true;
                case EXACTLY -> other == level;
                case OR_ABOVE -> !level.isWorseThan(other);
                case LEFT -> other != level;
                case BELOW -> level.isWorseThan(other);
            };
            if (can) {
                levels.add(other);
            }
        }
        return levels;
    }

    /** Whether it says at which level the unit is, and not only at which it is not. */
    boolean namesLevels() {
        return this == EXACTLY || this == OR_ABOVE;
    }
}
