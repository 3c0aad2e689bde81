package io.github.opelrules.testkit.conform;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.json.JsonParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads of an assessment, as another program writes it, what it is held against an example by. */
final class AnswerReader {

    private final Map<String, String> values;
    private final List<String> faults;

    private AnswerReader(Map<String, String> values, List<String> faults) {
        this.values = values;
        this.faults = faults;
    }

    /**
     * Reads an answer.
     *
     * @param line one JSON object
     * @param faults takes what is wrong with it, each as a sentence without its full stop
     * @return empty where anything is
     */
    static Optional<Answer> read(String line, List<String> faults) {
        Optional<JsonParts> parts = JsonParts.of(line);
        if (parts.isEmpty()) {
            faults.add("expected one JSON object, found " + Words.quoted(line));
            return Optional.empty();
        }
        return new AnswerReader(parts.get().values(), faults).read();
    }

    private Optional<Answer> read() {
        List<OpelLevel> levels = levels();
        PointsRange score = points("$.score");
        Map<String, PointsRange> points = new TreeMap<>();
        Map<String, String> codes = new TreeMap<>();
        SortedSet<String> doubtful = new TreeSet<>();
        for (int i = 0; values.containsKey("$.contributions[" + i + "].parameter"); i++) {
            String place = "$.contributions[" + i + "]";
            String parameter = text(place + ".parameter");
            PointsRange range = points(place + ".points");
            if (range != null) {
                points.put(parameter, range);
            }
            codes.put(parameter, text(place + ".code"));
            if (text(place + ".doubt.code").equals(ReasonCode.DOUBTFUL.name())) {
                doubtful.add(parameter);
            }
        }
        Map<String, String> notifications = new TreeMap<>();
        for (int i = 0; values.containsKey("$.notifications[" + i + "].threshold"); i++) {
            String place = "$.notifications[" + i + "]";
            notifications.put(text(place + ".threshold"), text(place + ".code"));
        }
        return score == null || !faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer(levels, score, points, codes, doubtful, notifications));
    }

    private List<OpelLevel> levels() {
        List<OpelLevel> levels = new ArrayList<>();
        String kind = text("$.level.kind");
        switch (kind) {
            case "exact" -> level("$.level.level", levels);
            case "between" -> {
                level("$.level.best", levels);
                level("$.level.worst", levels);
            }
            case "undetermined" -> {}
            default ->
                faults.add("$.level.kind: expected \"exact\", \"between\" or \"undetermined\", found "
                        + Words.quoted(kind));
        }
        return levels;
    }

    private void level(String path, List<OpelLevel> levels) {
        whole(path).flatMap(number -> OpelLevel.ofNumber(number)).ifPresentOrElse(levels::add, () -> {
            if (faults.isEmpty()) {
                faults.add(path + ": expected a level from 1 to 4, found " + Words.quoted(text(path)));
            }
        });
    }

    private @Nullable PointsRange points(String path) {
        Optional<Integer> min = whole(path + ".min");
        Optional<Integer> max = whole(path + ".max");
        if (min.isEmpty() || max.isEmpty()) {
            return null;
        }
        if (min.get() < 0 || max.get() < min.get()) {
            faults.add(path + ": points cannot range from " + min.get() + " to " + max.get());
            return null;
        }
        return new PointsRange(min.get(), max.get());
    }

    /** Numbers are taken as text too, as assessments have them. */
    private Optional<Integer> whole(String path) {
        String text = text(path);
        if (text.matches("-?\\d{1,9}")) {
            return Optional.of(Integer.valueOf(text));
        }
        faults.add(path + ": expected a whole number, found " + Words.quoted(text));
        return Optional.empty();
    }

    private String text(String path) {
        return values.getOrDefault(path, "");
    }
}
