package io.github.opelrules.testkit.conform;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.PointsRange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an engine made of one report, as far as it is held against an example.
 *
 * @param levels the level: one where it is exact, the best and the worst of a range, none where it is undetermined
 * @param score the points in all
 * @param points the points of each parameter, by its id
 * @param codes why each parameter scores what it scores, by its id, such as {@code BAND_MATCHED}
 * @param doubtful the ids of the parameters whose readings are doubtful
 * @param notifications the codes of the notifications, by the ids of their thresholds, such as {@code THRESHOLD_MET}
 */
public record Answer(
        List<OpelLevel> levels,
        PointsRange score,
        Map<String, PointsRange> points,
        Map<String, String> codes,
        SortedSet<String> doubtful,
        Map<String, String> notifications) {

    public Answer {
        levels = List.copyOf(levels);
        points = Collections.unmodifiableMap(new TreeMap<>(points));
        codes = Collections.unmodifiableMap(new TreeMap<>(codes));
        doubtful = Collections.unmodifiableSortedSet(new TreeSet<>(doubtful));
        notifications = Collections.unmodifiableMap(new TreeMap<>(notifications));
    }

    /** The answer that an assessment is. */
    public static Answer of(Assessment assessment) {
        Map<String, PointsRange> points = new TreeMap<>();
        Map<String, String> codes = new TreeMap<>();
        assessment.contributions().forEach(contribution -> {
            String parameter = contribution.parameter().id().value();
            points.put(parameter, contribution.points());
            codes.put(parameter, contribution.code().name());
        });
        SortedSet<String> doubtful = new TreeSet<>();
        assessment
                .doubtful()
                .forEach(contribution ->
                        doubtful.add(contribution.parameter().id().value()));
        Map<String, String> notifications = new TreeMap<>();
        assessment
                .notifications()
                .forEach(notification -> notifications.put(
                        notification.threshold().id(), notification.code().name()));
        List<OpelLevel> ends = Stream.of(
                        assessment.level().atBest(), assessment.level().atWorst())
                .flatMap(end -> end.stream())
                .distinct()
                .toList();
        return new Answer(ends, assessment.score(), points, codes, doubtful, notifications);
    }

    /** What differs in another answer first, as {@code score: 8, found 0}; empty where nothing does. */
    String differenceFrom(Answer other) {
        Map<String, Object> here = parts();
        Map<String, Object> there = other.parts();
        TreeSet<String> all = new TreeSet<>(here.keySet());
        all.addAll(there.keySet());
        return all.stream()
                .filter(part -> !Objects.equals(here.get(part), there.get(part)))
                .findFirst()
                .map(part ->
                        part + ": " + here.getOrDefault(part, "none") + ", found " + there.getOrDefault(part, "none"))
                .orElse("");
    }

    private Map<String, Object> parts() {
        Map<String, Object> parts = new TreeMap<>();
        points.forEach((parameter, range) -> parts.put("points of " + parameter, range));
        codes.forEach((parameter, code) -> parts.put("code of " + parameter, code));
        notifications.forEach((threshold, code) -> parts.put("notification of " + threshold, code));
        parts.put("doubtful", doubtful);
        parts.put("score", score);
        parts.put("level", levels);
        return parts;
    }
}
