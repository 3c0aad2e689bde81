package io.github.opelrules.cli;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.internal.Library;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.Json;
import io.github.opelrules.rules.internal.json.FrameworkShape;
import io.github.opelrules.rules.record.Verdict;
import io.github.opelrules.testkit.conform.ClauseResult;
import io.github.opelrules.testkit.conform.Conformance;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes what commands alone have to tell, for programs. The values of the library are written where their formats are. */
final class CommandJson {

    private static final String CONFORMANCE = "opel.conformance/1";
    private static final String VERIFY = "opel.verify/1";

    /**
     * A record that was computed again.
     *
     * @param place its file, with its line where that holds one a line
     * @param verdict what came of it
     */
    record Verified(String place, Verdict verdict) {}

    private CommandJson() {}

    /**
     * How another program holds to the rules, as one line of JSON, without a line end.
     *
     * @param faults what went wrong with the program itself
     */
    static String write(Framework framework, Conformance conformance, List<String> faults) {
        return Json.object(json -> {
            head(json, CONFORMANCE);
            json.writeObjectPropertyStart("framework");
            FrameworkShape.APPLIED.writeKeys(framework, json);
            json.writeEndObject();
            json.writeBooleanProperty("holds", conformance.holds() && faults.isEmpty());
            texts(json, "faults", faults);
            json.writeArrayPropertyStart("clauses");
            conformance.clauses().forEach(clause -> clause(json, clause));
            json.writeEndArray();
        });
    }

    private static void clause(JsonGenerator json, ClauseResult clause) {
        json.writeStartObject();
        json.writeStringProperty("clause", clause.clause());
        json.writeBooleanProperty("holds", clause.holds());
        json.writeNumberProperty("checks", clause.checks());
        texts(json, "failures", clause.failures());
        json.writeEndObject();
    }

    /**
     * What came of computing records again, as one line of JSON, without a line end.
     *
     * @param faults what could not be read
     * @param counts how many records came to what
     * @param notHolding those that do not hold
     */
    static String write(List<String> faults, Map<Verdict.Outcome, Long> counts, List<Verified> notHolding) {
        return Json.object(json -> {
            head(json, VERIFY);
            json.writeBooleanProperty("holds", faults.isEmpty() && notHolding.isEmpty());
            texts(json, "faults", faults);
            json.writeObjectPropertyStart("records");
            for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
                json.writeNumberProperty(Words.hyphenated(outcome), counts.getOrDefault(outcome, 0L));
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("notHolding");
            notHolding.forEach(record -> {
                json.writeStartObject();
                json.writeStringProperty("place", record.place());
                json.writeStringProperty(
                        "outcome", Words.hyphenated(record.verdict().outcome()));
                texts(json, "details", record.verdict().details());
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    private static void head(JsonGenerator json, String format) {
        json.writeStringProperty("format", format);
        json.writeStringProperty("library", Library.VERSION);
    }

    private static void texts(JsonGenerator json, String key, List<String> texts) {
        json.writeArrayPropertyStart(key);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
