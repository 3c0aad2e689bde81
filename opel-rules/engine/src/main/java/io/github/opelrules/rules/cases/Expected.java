package io.github.opelrules.rules.cases;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must come out of a report. What is null or not named may be anything.
 *
 * @param levels the level: one where it must be exact, two for a range from best to worst, none where it must be undetermined;
 *     null where it may be anything
 * @param score the points in all
 * @param points the points of single parameters
 * @param codes why single parameters score what they score
 * @param doubtful the parameters whose readings are doubtful, and no others; null where any may be
 * @param notifications what comes of single thresholds of a local overlay, by their ids
 * @param never levels that must not be possible
 */
public record Expected(
        @Nullable List<OpelLevel> levels,
        @Nullable PointsRange score,
        Map<ParameterId, PointsRange> points,
        Map<ParameterId, ReasonCode> codes,
        @Nullable SortedSet<ParameterId> doubtful,
        Map<String, ThresholdOutcome> notifications,
        SortedSet<OpelLevel> never) {

    public Expected {
        levels = levels == null ? null : List.copyOf(levels);
        points = Collections.unmodifiableMap(new TreeMap<>(points));
        codes = Collections.unmodifiableMap(new TreeMap<>(codes));
        doubtful = doubtful == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(doubtful));
        notifications = Collections.unmodifiableMap(new TreeMap<>(notifications));
        never = Collections.unmodifiableSortedSet(new TreeSet<>(never));
    }

    /** What of it an assessment does not hold to, each as a sentence without its full stop; empty where it holds. */
    List<String> differencesFrom(Assessment assessment) {
        List<String> differences = new ArrayList<>(ExpectedLevel.differences(levels, never, assessment.level()));
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
        SortedSet<ParameterId> found = doubtful(assessment);
        if (doubtful != null && !doubtful.equals(found)) {
            differences.add("doubtful: expected " + said(doubtful) + ", found " + said(found));
        }
        notifications.forEach((threshold, expected) -> {
            ThresholdOutcome outcome = ThresholdOutcome.of(assessment, threshold);
            if (outcome != expected) {
                differences.add("threshold " + threshold + ": expected " + expected + ", found " + outcome);
            }
        });
        return differences;
    }

    /** The parameters whose readings are doubtful. */
    public static SortedSet<ParameterId> doubtful(Assessment assessment) {
        SortedSet<ParameterId> doubtful = new TreeSet<>();
        assessment
                .doubtful()
                .forEach(contribution -> doubtful.add(contribution.parameter().id()));
        return doubtful;
    }

    private static String said(SortedSet<ParameterId> parameters) {
        return parameters.isEmpty()
                ? "none"
                : parameters.stream().map(ParameterId::value).collect(Collectors.joining(", "));
    }

    private static Contribution contribution(Assessment assessment, ParameterId parameter) {
        return assessment.contribution(parameter).orElseThrow();
    }
}
