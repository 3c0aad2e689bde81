package io.github.opelrules.rules.cases;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must come out of a report. What is null or not named may be anything.
 *
 * @param levels the level: one where it must be exact, two for a range from best to worst, none where it must be undetermined;
 *     null where it may be anything
 * @param score the points in all
 * @param points the points of single parameters
 * @param codes why single parameters score what they score
 * @param never levels that must not be possible
 */
public record Expected(
        @Nullable List<OpelLevel> levels,
        @Nullable PointsRange score,
        Map<ParameterId, PointsRange> points,
        Map<ParameterId, ReasonCode> codes,
        SortedSet<OpelLevel> never) {

    public Expected {
        levels = levels == null ? null : List.copyOf(levels);
        points = Collections.unmodifiableMap(new TreeMap<>(points));
        codes = Collections.unmodifiableMap(new TreeMap<>(codes));
        never = Collections.unmodifiableSortedSet(new TreeSet<>(never));
    }

    /** What of it an assessment does not hold to, each as a sentence without its full stop; empty where it holds. */
    List<String> differencesFrom(Assessment assessment) {
        List<String> differences = new ArrayList<>();
        Level found = assessment.level();
        if (levels != null && !levels.equals(ends(found))) {
            differences.add("level: expected " + text(levels) + ", found " + found);
        }
        for (OpelLevel level : never) {
            if (isPossible(level, found)) {
                differences.add("level: " + level + " must not be possible, found " + found);
            }
        }
        if (score != null && !score.equals(assessment.score())) {
            differences.add("score: expected " + score + ", found " + assessment.score());
        }
        points.forEach((parameter, expected) -> {
            PointsRange points = contribution(assessment, parameter).points();
            if (!points.equals(expected)) {
                differences.add("points of " + parameter + ": expected " + expected + ", found " + points);
            }
        });
        codes.forEach((parameter, expected) -> {
            ReasonCode code = contribution(assessment, parameter).code();
            if (code != expected) {
                differences.add("code of " + parameter + ": expected " + expected + ", found " + code);
            }
        });
        return differences;
    }

    private static Contribution contribution(Assessment assessment, ParameterId parameter) {
        return assessment.contribution(parameter).orElseThrow();
    }

    private static List<OpelLevel> ends(Level level) {
        List<OpelLevel> ends = new ArrayList<>();
        level.atBest().ifPresent(ends::add);
        level.atWorst().filter(worst -> !ends.contains(worst)).ifPresent(ends::add);
        return ends;
    }

    private static boolean isPossible(OpelLevel level, Level found) {
        boolean known = found.atBest().isPresent() && found.atWorst().isPresent();
        return known
                && !found.atBest().get().isWorseThan(level)
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
