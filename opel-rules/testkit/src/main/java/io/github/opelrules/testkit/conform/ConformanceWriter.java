package io.github.opelrules.testkit.conform;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.rules.cases.Expected;
import io.github.opelrules.rules.cases.ReportCase;
import io.github.opelrules.rules.internal.format.Json;
import io.github.opelrules.rules.internal.json.FrameworkShape;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes worked examples in the format {@code opel.conform/1}, for programs in any language. */
final class ConformanceWriter {

    private static final String FORMAT = "opel.conform/1";

    private ConformanceWriter() {}

    /**
     * An example as one line of JSON, without a line end.
     *
     * @param written in which way its report is written
     * @param report its report, so written
     */
    static String write(Framework framework, ReportCase each, String written, String report) {
        return Json.object(json -> {
            json.writeStringProperty("format", FORMAT);
            json.writeObjectPropertyStart("framework");
            FrameworkShape.APPLIED.writeKeys(framework, json);
            json.writeEndObject();
            json.writeStringProperty("case", each.name());
            json.writeStringProperty("place", each.place());
            json.writeStringProperty("written", written);
            json.writeName("report");
            json.writeRawValue(report);
            expected(json, each.expected());
        });
    }

    private static void expected(JsonGenerator json, Expected expected) {
        json.writeObjectPropertyStart("expect");
        if (expected.levels() != null) {
            level(json, expected.levels());
        }
        if (!expected.never().isEmpty()) {
            json.writeArrayPropertyStart("never");
            expected.never().forEach(level -> json.writeNumber(level.number()));
            json.writeEndArray();
        }
        PointsRange score = expected.score();
        if (score != null) {
            points(json, "score", score);
        }
        json.writeObjectPropertyStart("points");
        expected.points().forEach((parameter, points) -> points(json, parameter.value(), points));
        json.writeEndObject();
        json.writeObjectPropertyStart("codes");
        expected.codes().forEach((parameter, code) -> json.writeStringProperty(parameter.value(), code.name()));
        json.writeEndObject();
        if (expected.doubtful() != null) {
            json.writeArrayPropertyStart("doubtful");
            expected.doubtful().forEach(parameter -> json.writeString(parameter.value()));
            json.writeEndArray();
        }
        if (!expected.notifications().isEmpty()) {
            json.writeObjectPropertyStart("notify");
            expected.notifications()
                    .forEach((threshold, outcome) -> json.writeStringProperty(
                            threshold, outcome.code().map(ReasonCode::name).orElse(null)));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void level(JsonGenerator json, List<OpelLevel> levels) {
        json.writeObjectPropertyStart("level");
        switch (levels.size()) {
            case 0 -> json.writeStringProperty("kind", "undetermined");
            case 1 -> {
                json.writeStringProperty("kind", "exact");
                json.writeNumberProperty("level", levels.get(0).number());
            }
            default -> {
                json.writeStringProperty("kind", "between");
                json.writeNumberProperty("best", levels.get(0).number());
                json.writeNumberProperty("worst", levels.get(1).number());
            }
        }
        json.writeEndObject();
    }

    private static void points(JsonGenerator json, String key, PointsRange points) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("min", Integer.toString(points.min()));
        json.writeStringProperty("max", Integer.toString(points.max()));
        json.writeEndObject();
    }
}
