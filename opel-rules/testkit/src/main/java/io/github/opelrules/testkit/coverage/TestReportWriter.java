package io.github.opelrules.testkit.coverage;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.cases.CaseResult;
import io.github.opelrules.rules.internal.format.Json;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes what a test of rules came to. */
final class TestReportWriter {

    private TestReportWriter() {}

    /** One report, in the format {@code opel.test/1}. */
    static String write(TestReport report) {
        return Json.object(json -> {
            json.writeStringProperty("format", "opel.test/1");
            write(json, report.run().framework());
            json.writeBooleanProperty("passes", report.passes());
            json.writeArrayPropertyStart("cases");
            report.run().results().forEach(result -> write(json, result));
            json.writeEndArray();
            if (report.coverage() != null) {
                write(json, report.coverage(), report.threshold());
            }
            if (report.mutation() != null) {
                write(json, report.mutation());
            }
        });
    }

    private static void write(JsonGenerator json, Framework framework) {
        json.writeObjectPropertyStart("framework");
        json.writeStringProperty("id", framework.id().value());
        json.writeStringProperty("version", framework.version());
        json.writeStringProperty("status", framework.status().toString());
        json.writeStringProperty("digest", framework.digest());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, CaseResult result) {
        json.writeStartObject();
        json.writeStringProperty("case", result.tried().name());
        json.writeStringProperty("file", result.tried().file());
        json.writeNumberProperty("line", result.tried().line());
        if (result.tried().isGenerated()) {
            json.writeBooleanProperty("generated", true);
        }
        json.writeBooleanProperty("holds", result.holds());
        if (!result.holds()) {
            write(json, "differences", result.differences());
            json.writeStringProperty("explanation", result.explanation());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Coverage coverage, int threshold) {
        json.writeObjectPropertyStart("coverage");
        json.writeNumberProperty("percent", coverage.percent());
        json.writeNumberProperty("threshold", threshold);
        json.writeArrayPropertyStart("kinds");
        coverage.byKind().forEach((kind, count) -> {
            json.writeStartObject();
            json.writeStringProperty("kind", kind.toString());
            json.writeNumberProperty("covered", count.covered());
            json.writeNumberProperty("of", count.of());
            json.writeEndObject();
        });
        json.writeEndArray();
        write(
                json,
                "notCovered",
                coverage.notCovered().stream().map(Coverage.Item::what).toList());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, MutationRun mutation) {
        json.writeObjectPropertyStart("mutation");
        json.writeNumberProperty("changes", mutation.mutants());
        json.writeNumberProperty(
                "noticed", mutation.mutants() - mutation.survivors().size());
        json.writeNumberProperty("equivalent", mutation.equivalent());
        json.writeNumberProperty("refused", mutation.refused());
        json.writeArrayPropertyStart("survivors");
        mutation.survivors().forEach(survivor -> {
            json.writeStartObject();
            json.writeStringProperty("what", survivor.what());
            json.writeStringProperty("killingCase", survivor.killingCase());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
