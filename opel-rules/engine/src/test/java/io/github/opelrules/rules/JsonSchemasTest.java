package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.json.CheckFormats;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemasTest {

    private static final Schema REPORT = PublishedSchemas.schema("opel.report-1");
    private static final Schema ASSESSMENT = PublishedSchemas.schema("opel.assessment-1");
    private static final Schema CHECK = PublishedSchemas.schema("opel.check-1");
    private static final Schema SUMMARY = PublishedSchemas.schema("opel.framework-summary-1");
    private static final OpelEngine ENGINE = OpelRules.bundled();

    private static final String HEAD = "\"format\": \"opel.report/1\", \"organisation\": \"RXX\","
            + " \"providerType\": \"acute\", \"observedAt\": \"2024-01-08T08:00:00Z\"";

    private static List<Error> errors(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{HEAD}",
                "{HEAD, \"readings\": {}}",
                "{HEAD, \"recordedAt\": \"2024-01-08T10:30:00Z\"}",
                "{HEAD, \"readings\": {\"x\": \"41\", \"y-2\": 41.50, \"z\": \"-0.5\"}}",
                "{HEAD, \"readings\": {\"x\": {\"value\": \"61\", \"roundedTo\": \"1\"}}}",
                "{HEAD, \"readings\": {\"x\": {\"value\": 61, \"roundedTo\": 0.1}}}",
                "{HEAD, \"readings\": {\"x\": {\"value\": \"61\", \"observedAt\": \"2024-01-08T06:00:00+00:00\"}}}",
                "{HEAD, \"readings\": {\"x\": {\"missing\": \"not-submitted\"}}}",
                "{HEAD, \"readings\": {\"x\": {\"missing\": \"not-applicable\"}, \"y\": {\"missing\": \"suppressed\"}}}"
            })
    void the_schema_and_the_reader_both_accept(String pattern) {
        String json = pattern.replace("HEAD", HEAD);

        assertThat(errors(REPORT, json)).isEmpty();
        assertThat(OpelJson.readReport(json).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{HEAD, \"reading\": {}}",
                "{HEAD, \"readings\": []}",
                "{HEAD, \"readings\": null}",
                "{HEAD, \"recordedAt\": \"10:30\"}",
                "{HEAD, \"recordedAt\": null}",
                "{HEAD, \"readings\": {\"X\": 1}}",
                "{HEAD, \"readings\": {\"x\": null}}",
                "{HEAD, \"readings\": {\"x\": true}}",
                "{HEAD, \"readings\": {\"x\": [1]}}",
                "{HEAD, \"readings\": {\"x\": \"n/a\"}}",
                "{HEAD, \"readings\": {\"x\": \"\"}}",
                "{HEAD, \"readings\": {\"x\": \"1e3\"}}",
                "{HEAD, \"readings\": {\"x\": \"1234567890123456789012345678901\"}}",
                "{HEAD, \"readings\": {\"x\": {}}}",
                "{HEAD, \"readings\": {\"x\": {\"value\": null}}}",
                "{HEAD, \"readings\": {\"x\": {\"value\": 1, \"unit\": \"min\"}}}",
                "{HEAD, \"readings\": {\"x\": {\"value\": 1, \"roundedTo\": \"0.0\"}}}",
                "{HEAD, \"readings\": {\"x\": {\"value\": 1, \"roundedTo\": -1}}}",
                "{HEAD, \"readings\": {\"x\": {\"value\": 1, \"observedAt\": \"yesterday\"}}}",
                "{HEAD, \"readings\": {\"x\": {\"value\": 1, \"missing\": \"suppressed\"}}}",
                "{HEAD, \"readings\": {\"x\": {\"missing\": \"stale\"}}}",
                "{HEAD, \"readings\": {\"x\": {\"missing\": \"suppressed\", \"observedAt\": \"2024-01-08T06:00:00Z\"}}}",
                "{\"format\": \"opel.report/2\", \"organisation\": \"RXX\", \"providerType\": \"acute\","
                        + " \"observedAt\": \"2024-01-08T08:00:00Z\"}",
                "{\"organisation\": \"RXX\", \"providerType\": \"acute\", \"observedAt\": \"2024-01-08T08:00:00Z\"}",
                "{\"format\": \"opel.report/1\", \"organisation\": \"rxx\", \"providerType\": \"acute\","
                        + " \"observedAt\": \"2024-01-08T08:00:00Z\"}",
                "{\"format\": \"opel.report/1\", \"organisation\": 123, \"providerType\": \"acute\","
                        + " \"observedAt\": \"2024-01-08T08:00:00Z\"}",
                "{\"format\": \"opel.report/1\", \"organisation\": \"RXX\", \"providerType\": \"hospital\","
                        + " \"observedAt\": \"2024-01-08T08:00:00Z\"}",
                "{\"format\": \"opel.report/1\", \"organisation\": \"RXX\", \"providerType\": \"acute\"}",
                "{\"format\": \"opel.report/1\", \"organisation\": \"RXX\", \"providerType\": \"acute\","
                        + " \"observedAt\": \"2024-01-08T08:00:00\"}"
            })
    void the_schema_and_the_reader_both_refuse(String pattern) {
        String json = pattern.replace("HEAD", HEAD);

        assertThat(errors(REPORT, json)).isNotEmpty();
        assertThat(OpelJson.readReport(json).problems()).isNotEmpty();
    }

    @Test
    void the_examples_in_the_schema_are_accepted_by_both() {
        String schema = PublishedSchemas.text("opel.report-1");
        // The last examples are those of whole reports, and nothing follows them.
        int start = schema.indexOf('{', schema.lastIndexOf("\"examples\": ["));
        String example = schema.substring(start, schema.lastIndexOf(']'));

        assertThat(errors(REPORT, example)).isEmpty();
        assertThat(ENGINE.assess(OpelJson.readReport(example)).contributions()).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ga-bed-occupancy\": 96.2, \"escalation-beds\": {\"missing\": \"suppressed\"}}",
                "{\"ga-bed-occupancy\": -5, \"median-time-to-treatment\": {\"value\": 61, \"roundedTo\": 10}}",
                "{\"ga-bed-occupancy\": {\"value\": 96.2, \"observedAt\": \"2023-12-08T06:00:00Z\"}}",
                "{\"ambulance-handover-mean\": 41, \"ed-four-hour-performance\": 61, \"ed-attendance-variation\": 0,"
                        + " \"majors-resus-occupancy\": 90, \"median-time-to-treatment\": 61, \"ed-over-12-hours\": 4,"
                        + " \"ga-bed-occupancy\": 96.25, \"escalation-beds\": 3, \"no-criteria-to-reside\": 12}"
            })
    void assessments_are_valid_under_their_schema(String readings) {
        String report = "{" + HEAD + ", \"readings\": " + readings + "}";
        OpelEngine pinned = ENGINE.pinnedTo(FrameworkId.of("nhse-opel-2023-24"));

        assertThat(errors(ASSESSMENT, OpelJson.write(ENGINE.assess(OpelJson.readReport(report)))))
                .isEmpty();
        String recorded =
                OpelJson.write(ENGINE.assess(OpelJson.readReport(report).recordedAt("2024-01-08T10:30:00Z")));
        assertThat(recorded)
                .contains("\"observedAt\":\"2024-01-08T08:00:00Z\",\"recordedAt\":\"2024-01-08T10:30:00Z\",");
        assertThat(errors(ASSESSMENT, recorded)).isEmpty();
        assertThat(errors(ASSESSMENT, OpelJson.write(pinned.assess(OpelJson.readReport(report)))))
                .isEmpty();
        assertThat(errors(REPORT, OpelJson.write(OpelJson.readReport(report).build())))
                .isEmpty();
    }

    private static String checked(RuleCheck check, boolean worklist) {
        return CheckFormats.CHECK.toJson(new CheckFormats.Checked(check, worklist));
    }

    static Stream<Arguments> checks() {
        RuleCheck bundled =
                RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")).check();
        RuleCheck draft =
                RuleSource.bundled(FrameworkId.of("nhse-opel-2024-26")).check();
        RuleCheck overlay = RuleSource.of(Path.of("src/test/resources/io/github/opelrules/rules/internal/load/overlay"))
                .check();
        return Stream.of(
                arguments(CHECK, checked(draft, false)),
                arguments(CHECK, checked(overlay, false)),
                arguments(SUMMARY, CheckFormats.SUMMARY.toJson(draft)),
                arguments(SUMMARY, CheckFormats.SUMMARY.toJson(overlay)),
                arguments(CHECK, checked(bundled, false)),
                arguments(CHECK, checked(bundled, true)),
                arguments(CHECK, checked(draft, true)),
                arguments(SUMMARY, CheckFormats.SUMMARY.toJson(draft)),
                arguments(CHECK, checked(RuleSource.of(Path.of("no-rules-here")).check(), true)),
                arguments(SUMMARY, CheckFormats.SUMMARY.toJson(bundled)));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void checks_and_summaries_are_valid_under_their_schemas_and_with_another_key_they_are_not(
            Schema schema, String json) {
        assertThat(errors(schema, json)).isEmpty();
        for (String place : List.of("\"format\"", "\"id\"", "\"assumed\"", "\"severity\"", "\"what\"")) {
            if (json.contains(place)) {
                assertThat(errors(schema, json.replaceFirst(place, "\"other\":\"1\"," + place)))
                        .as(place)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void a_check_has_a_framework_exactly_where_it_passes() {
        String json =
                checked(RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")).check(), false);

        assertThat(errors(CHECK, json.replace("\"passes\":true", "\"passes\":false")))
                .isNotEmpty();
        assertThat(errors(CHECK, json.replaceFirst("\"framework\":\\{[^}]*}[^}]*},", "")))
                .isNotEmpty();
    }

    @Test
    void the_schema_of_assessments_refuses_other_keys_at_every_depth() {
        String json = OpelJson.write(ENGINE.assess(OpelJson.readReport("{" + HEAD + "}")));

        for (String place : List.of(
                "\"format\"", "\"id\"", "\"kind\"", "\"min\"", "\"parameter\"", "\"document\"", "\"sentence\"")) {
            assertThat(errors(ASSESSMENT, json.replaceFirst(place, "\"other\":\"1\"," + place)))
                    .as(place)
                    .isNotEmpty();
        }
    }
}
