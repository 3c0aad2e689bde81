package io.github.opelrules.testkit.coverage;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.cases.ThresholdOutcome;
import io.github.opelrules.rules.internal.totals.Totals;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A case as YAML, to be pasted below {@code cases:}. */
final class CaseText {

    private static final int WIDTH = 110;

    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, String> expected = new LinkedHashMap<>();

    /** @param name what it shows, as a sentence that needs no quotes */
    CaseText(String name) {
        keys.put("case", name);
    }

    /** The case of a report whose other parameters are at their best. */
    static CaseText ofReport(String name, Map<String, String> readings) {
        CaseText text = new CaseText(name);
        if (!readings.isEmpty()) {
            String onOneLine = map(readings);
            text.with("readings", onOneLine.length() <= WIDTH ? onOneLine : lines(readings));
        }
        return text.with("others", "best");
    }

    /** A case of a reading that lies in a band. */
    static CaseText ofReading(Parameter parameter, BigDecimal value, Band band) {
        String id = parameter.id().value();
        String number = Words.number(value);
        return ofReport(id + " of " + number + " scores " + band.points(), Map.of(id, number))
                .expect("points", id, String.valueOf(band.points()))
                .expect("codes", id, "band-matched");
    }

    /** A case of a reading that is usual, or doubtful. */
    static CaseText ofDoubt(Parameter parameter, UsualRange usual, BigDecimal value) {
        String id = parameter.id().value();
        boolean doubtful = !usual.contains(value);
        return ofReport(
                        id + " of " + Words.number(value) + (doubtful ? " is doubtful" : " is usual"),
                        Map.of(id, Words.number(value)))
                .with("others", "missing")
                .expect("doubtful", doubtful ? "[" + id + "]" : "none");
    }

    /** A case of a reading that meets a threshold, or does not. */
    static CaseText ofReading(Threshold threshold, BigDecimal value) {
        String parameter = threshold.parameter().value();
        String number = Words.number(value);
        ThresholdOutcome outcome = outcome(threshold, value);
        String meets = outcome == ThresholdOutcome.MET ? " meets " : " does not meet ";
        return ofReport(parameter + " of " + number + meets + threshold.id(), Map.of(parameter, number))
                .expect("notify", threshold.id(), outcome.toString());
    }

    /** What comes of a threshold where its reading has exactly this value. */
    static ThresholdOutcome outcome(Threshold threshold, BigDecimal value) {
        return threshold.interval().contains(value) ? ThresholdOutcome.MET : ThresholdOutcome.NOT_MET;
    }

    /** A case of a score that begins or ends with so many points. */
    static CaseText ofScore(Totals totals, int end) {
        PointsRange score = totals.scoreWith(end);
        List<OpelLevel> levels = totals.levels(score);
        String name = score
                + (score.isExact() && score.max() == 1 ? " point is " : " points are ")
                + levels.stream().map(OpelLevel::toString).collect(Collectors.joining(" to "));
        return ofReport(name, totals.readings(score.min())).expect(levels, score);
    }

    CaseText with(String key, String value) {
        keys.put(key, value);
        return this;
    }

    CaseText expect(String key, String value) {
        expected.put(key, value);
        return this;
    }

    /** Expects points, or a code, of one parameter, or what comes of one threshold. */
    CaseText expect(String key, String id, String value) {
        return expect(key, map(Map.of(id, value)));
    }

    private CaseText expect(List<OpelLevel> levels, PointsRange score) {
        String ends =
                levels.stream().map(level -> String.valueOf(level.number())).collect(Collectors.joining(" to "));
        return expect("level", ends).expect("score", score.toString());
    }

    static String map(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String lines(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> "\n      " + entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining());
    }

    /** Indented as an entry of a list. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        keys.forEach((key, value) -> text.append(text.isEmpty() ? "  - " : "    ")
                .append(key)
                .append(value.startsWith("\n") ? ":" : ": ")
                .append(value)
                .append('\n'));
        return text.append("    expect: ").append(map(expected)).append('\n').toString();
    }
}
