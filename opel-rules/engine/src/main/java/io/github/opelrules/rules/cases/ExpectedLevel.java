package io.github.opelrules.rules.cases;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.OpelLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** How an expected level compares with the one that was found. */
final class ExpectedLevel {

    private ExpectedLevel() {}

    /**
     * What is not as expected, each as a sentence without its full stop.
     *
     * @param expected one level, two for a range, none where it must be undetermined; null where it may be anything
     * @param never levels that must not be possible
     */
    static List<String> differences(@Nullable List<OpelLevel> expected, SortedSet<OpelLevel> never, Level found) {
        List<String> differences = new ArrayList<>();
        if (expected != null && !expected.equals(ends(found))) {
            differences.add("level: expected " + text(expected) + ", found " + found);
        }
        for (OpelLevel level : never) {
            if (isPossible(level, found)) {
                differences.add("level: " + level + " must not be possible, found " + found);
            }
        }
        return differences;
    }

    /** The best and the worst level, once where they are one; none where it is undetermined. */
    static List<OpelLevel> ends(Level level) {
        List<OpelLevel> ends = new ArrayList<>();
        level.atBest().ifPresent(ends::add);
        level.atWorst().filter(worst -> !ends.contains(worst)).ifPresent(ends::add);
        return ends;
    }

    private static boolean isPossible(OpelLevel level, Level found) {
        if (found.atBest().isEmpty() || found.atWorst().isEmpty()) {
            return true; // Nothing excludes it.
        }
        return !found.atBest().get().isWorseThan(level)
                && !level.isWorseThan(found.atWorst().get());
    }

    private static String text(List<OpelLevel> levels) {
        return switch (levels.size()) {
            case 0 -> "undetermined";
            case 1 -> levels.get(0).toString();
            default -> "between " + levels.get(0) + " and " + levels.get(1);
        };
    }
}
