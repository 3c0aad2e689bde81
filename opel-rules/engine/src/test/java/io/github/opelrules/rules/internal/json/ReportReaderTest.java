package io.github.opelrules.rules.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.ReportProblem.Code;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    private static final String HEAD = "\"format\": \"opel.report/1\", \"organisation\": \"RXX\","
            + " \"providerType\": \"acute\", \"observedAt\": \"2024-01-08T08:00:00Z\"";

    private static SituationReport.Builder read(String text) {
        return ReportReader.read(text, 1);
    }

    private static List<String> problems(String text) {
        return read(text).problems().stream().map(ReportProblem::toString).toList();
    }

    private static List<String> problemsOfReadings(String readings) {
        return problems("{" + HEAD + ", \"readings\": {" + readings + "}}");
    }

    private static List<Code> codesOfReadings(String readings) {
        return read("{" + HEAD + ", \"readings\": {" + readings + "}}").problems().stream()
                .map(ReportProblem::code)
                .toList();
    }

    private static InvalidReportException refusalOf(String text) {
        return catchThrowableOfType(InvalidReportException.class, () -> read(text));
    }

    private static void assertNotJson(String text, String expected) {
        InvalidReportException refusal = refusalOf(text);
        assertThat(refusal).isNotNull();
        assertThat(refusal.problems()).extracting(ReportProblem::toString).containsExactly(expected);
        assertThat(refusal.problems()).extracting(ReportProblem::code).containsExactly(Code.NOT_JSON);
    }

    @Nested
    class A_report {

        @Test
        void is_read_with_every_form_of_reading() {
            SituationReport report = read("""
                    {"format": "opel.report/1", "organisation": "RXX", "providerType": "acute", "observedAt": "2024-01-08T08:00:00Z",
                     "readings": {"ambulance-handover-mean": "41",
                                  "median-time-to-treatment": 61.40,
                                  "ed-four-hour-performance": {"value": "61", "roundedTo": "1"},
                                  "ga-bed-occupancy": {"value": 96.2, "observedAt": "2024-01-08T06:00:00+01:00"},
                                  "escalation-beds": {"missing": "not-applicable"}}}
                    """).build();

            assertThat(report.organisation()).isEqualTo(OdsCode.of("RXX"));
            assertThat(report.providerType()).isEqualTo(ProviderType.ACUTE);
            assertThat(report.observedAt()).isEqualTo("2024-01-08T08:00:00Z");
            assertThat(report.readings())
                    .hasSize(5)
                    .containsEntry(ParameterId.of("ambulance-handover-mean"), Reading.of(new BigDecimal("41")))
                    .containsEntry(ParameterId.of("median-time-to-treatment"), Reading.of(new BigDecimal("61.40")))
                    .containsEntry(
                            ParameterId.of("ed-four-hour-performance"),
                            new Reading.Measured(new BigDecimal("61"), BigDecimal.ONE, null))
                    .containsEntry(
                            ParameterId.of("ga-bed-occupancy"),
                            new Reading.Measured(new BigDecimal("96.2"), null, Instant.parse("2024-01-08T05:00:00Z")))
                    .containsEntry(ParameterId.of("escalation-beds"), Reading.missing(MissingReason.NOT_APPLICABLE));
        }

        @Test
        void may_come_without_readings_in_any_order_of_keys_and_after_a_byte_order_mark() {
            SituationReport report =
                    read("\uFEFF{\"observedAt\": \"2024-01-08T08:00:00Z\", \"providerType\": \"acute\","
                                    + " \"organisation\": \"RXX\", \"format\": \"opel.report/1\"}\r\n")
                            .build();

            assertThat(report.readings()).isEmpty();
        }
    }

    @Nested
    class Text_that_is_not_one_object_is_refused_at_once {

        @Test
        void when_it_is_empty() {
            assertNotJson("", "line 1, column 1: the text is empty. Expected one report as a JSON object.");
            assertNotJson(" \n ", "line 2, column 2: the text is empty. Expected one report as a JSON object.");
        }

        @Test
        void when_it_is_not_JSON() {
            String hint =
                    " on. Keys and texts stand in double quotes, commas between entries and none after the last, and"
                            + " there are no comments.";
            assertNotJson("organisation,RXX", "line 1, column 1: is not JSON from \"organisation,RXX\"" + hint);
            assertNotJson("{'format': 1}", "line 1, column 2: is not JSON from \"'format': 1}\"" + hint);
            assertNotJson("{\"format\": \"x\",\n}", "line 2, column 1: is not JSON from \"}\"" + hint);
            assertNotJson("{\n  // a report\n}", "line 2, column 3: is not JSON from \"// a report\"" + hint);
            assertNotJson("{\"format\" 1}", "line 1, column 11: is not JSON from \"1}\"" + hint);
            assertNotJson("{\"readings\": {\"x\": 0041}}", "line 1, column 21: is not JSON from \"041}}\"" + hint);
        }

        @Test
        void when_it_ends_too_early() {
            assertNotJson(
                    "{\"format\": \"opel.report/1\",",
                    "line 1, column 28: the text ends before the report does: an object, a list or a text is not closed."
                            + " In a .jsonl file each report stands on one line.");
        }

        @Test
        void when_it_is_a_list_or_a_single_value() {
            assertNotJson(
                    "[{}]",
                    "line 1, column 1: expected one report as a JSON object, found a list. Several reports go one a line"
                            + " into a .jsonl file.");
            assertNotJson(
                    "\"n/a\"",
                    "line 1, column 1: expected one report as a JSON object, found the text \"n/a\". Several reports go one"
                            + " a line into a .jsonl file.");
            assertThat(refusalOf("null")).hasMessageContaining("found null.");
            assertThat(refusalOf("12")).hasMessageContaining("found the number \"12\".");
        }

        @Test
        void when_more_follows() {
            assertNotJson(
                    "{" + HEAD + "}\n {}",
                    "line 2, column 2: more text follows the report, from \"{}\" on. Expected one report as a JSON object;"
                            + " several go one a line into a .jsonl file.");
            assertThat(refusalOf("{}x")).hasMessageContaining("more text follows the report, from \"x\" on.");
        }

        @Test
        void when_it_nests_too_deeply() {
            assertNotJson(
                    "{\"readings\": " + "[".repeat(100_000),
                    "line 1, column 34: nests more than 20 levels deep, where a report has three.");
        }

        @Test
        void and_lines_are_counted_from_where_the_text_begins() {
            InvalidReportException refusal =
                    catchThrowableOfType(InvalidReportException.class, () -> ReportReader.read("{]", 17));

            assertThat(refusal.problems().get(0).where()).isEqualTo("line 17, column 2");
        }
    }

    @Nested
    class The_format {

        @Test
        void must_be_given() {
            assertThat(problems("{\"organisation\": \"RXX\", \"providerType\": \"acute\","
                            + " \"observedAt\": \"2024-01-08T08:00:00Z\"}"))
                    .containsExactly("format: is missing. Give \"format\": \"opel.report/1\".");
        }

        @Test
        void must_be_a_version_that_is_read() {
            assertThat(problems("{" + HEAD.replace("report/1", "report/2") + "}"))
                    .containsExactly("format: \"opel.report/2\" is not a report format that this version of the library"
                            + " reads. It reads \"opel.report/1\".");
        }

        @Test
        void must_be_a_text() {
            assertThat(problems("{" + HEAD.replace("\"opel.report/1\"", "1") + "}"))
                    .containsExactly(
                            "format: expected \"opel.report/1\", found the number \"1\" at line 1, column 12.");
        }
    }

    @Nested
    class Keys {

        @Test
        void that_a_report_does_not_have_are_refused_with_the_nearest_one() {
            assertThat(problems("{" + HEAD + ", \"reading\": {\"x\": [1]}, \"comment\": null}"))
                    .containsExactly(
                            "reading: is not a key of a report (line 1, column 115). Did you mean \"readings\"? Known:"
                                    + " format, organisation, providerType, observedAt, recordedAt, readings.",
                            "comment: is not a key of a report (line 1, column 138). Known: format, organisation,"
                                    + " providerType, observedAt, recordedAt, readings.");
        }

        @Test
        void that_a_reading_does_not_have_are_refused() {
            assertThat(problemsOfReadings("\"ga-bed-occupancy\": {\"value\": \"96\", \"rounded\": 1}"))
                    .containsExactly(
                            "readings.ga-bed-occupancy.rounded: is not a key of a reading (line 1, column 164)."
                                    + " Did you mean \"roundedTo\"? Known: value, roundedTo, observedAt, missing.");
        }

        @Test
        void that_stand_twice_are_refused_and_the_first_counts() {
            SituationReport.Builder report = read("{" + HEAD + ",\n \"organisation\": [\"RYY\"]}");

            assertThat(report.problems())
                    .extracting(ReportProblem::toString)
                    .containsExactly("organisation: stands twice, again at line 2, column 2. Keep one of them.");
            assertThat(report.problems()).extracting(ReportProblem::code).containsExactly(Code.DUPLICATE_KEY);
            assertThat(report.name()).isEqualTo("report of \"RXX\"");
        }

        @Test
        void that_stand_twice_in_a_reading_are_refused() {
            assertThat(problemsOfReadings("\"x\": {\"value\": 1, \"value\": 2}"))
                    .containsExactly("readings.x.value: stands twice, again at line 1, column 146. Keep one of them.");
        }

        @Test
        void of_parameters_that_stand_twice_are_refused() {
            assertThat(problemsOfReadings("\"x\": 1, \"x\": null"))
                    .containsExactly(
                            "readings.x: expected a number, or an object with \"value\" or \"missing\", found null at line 1,"
                                    + " column 141. Where there is no value, say so: {\"missing\": \"not-submitted\"}.",
                            "readings.x: is reported twice. Report each parameter once.");
            assertThat(codesOfReadings("\"x\": 1, \"x\": 2")).containsExactly(Code.DUPLICATE_READING);
        }

        @Test
        void with_control_characters_cannot_forge_a_line_of_the_message() {
            assertThat(problems("{" + HEAD + ", \"a\\nb\": 1}"))
                    .singleElement()
                    .asString()
                    .startsWith("\"a\uFFFDb\": is not a key of a report")
                    .doesNotContain("\n");
            assertThat(problemsOfReadings("\"a\\nb\": 5"))
                    .containsExactly(
                            "readings.\"a\uFFFDb\": \"a\uFFFDb\" is not a parameter id: expected lower-case words"
                                    + " joined by hyphens, such as \"ga-bed-occupancy\".");
        }
    }

    @Nested
    class Values_of_the_wrong_kind {

        @Test
        void are_refused_once_each() {
            assertThat(problems(
                            "{\"format\": \"opel.report/1\", \"organisation\": [\"RXX\"], \"providerType\": {\"a\": 1},"
                                    + " \"observedAt\": 1704700800, \"readings\": [1, {}]}"))
                    .containsExactly(
                            "organisation: expected an ODS code, such as \"RXX\", found a list at line 1, column 45.",
                            "providerType: expected a provider type, such as \"acute\", found an object at line 1, column"
                                    + " 70.",
                            "observedAt: expected a time, such as \"2024-01-08T08:00:00Z\", found the number"
                                    + " \"1704700800\" at line 1, column 94.",
                            "readings: expected readings by parameter, such as {\"ga-bed-occupancy\": \"96.2\"}, found a"
                                    + " list at line 1, column 118.");
        }

        @ParameterizedTest
        @CsvSource({"null, null", "true, true", "'[1]', a list"})
        void are_refused_as_readings(String value, String found) {
            assertThat(problemsOfReadings("\"x\": " + value))
                    .containsExactly("readings.x: expected a number, or an object with \"value\" or \"missing\", found "
                            + found + " at line 1, column 133. Where there is no value, say so: {\"missing\":"
                            + " \"not-submitted\"}.");
            assertThat(codesOfReadings("\"x\": " + value)).containsExactly(Code.WRONG_KIND);
        }

        @Test
        void are_refused_inside_readings() {
            assertThat(problemsOfReadings("\"x\": {\"value\": null, \"roundedTo\": [], \"observedAt\": 5}, \"y\":"
                            + " {\"missing\": true}"))
                    .containsExactly(
                            "readings.x.value: expected a number, such as \"61.4\", found null at line 1, column 143."
                                    + " Where there is no value, say so: {\"missing\": \"not-submitted\"}.",
                            "readings.x.roundedTo: expected the step that the value was rounded to, such as \"1\", found a"
                                    + " list at line 1, column 162.",
                            "readings.x.observedAt: expected a time, such as \"2024-01-08T08:00:00Z\", found the number"
                                    + " \"5\" at line 1, column 180.",
                            "readings.y.missing: expected a reason, such as \"not-submitted\", found true at line 1, column"
                                    + " 201.");
        }
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @ValueSource(strings = {"\"n/a\"", "\"\"", "\"1,000\"", "\"41%\"", "\"1e3\"", "\"0x1F\"", "\"NaN\""})
        void in_quotes_must_be_plain_decimals(String value) {
            assertThat(problemsOfReadings("\"x\": " + value))
                    .containsExactly(
                            "readings.x: " + value + " is not a plain decimal number of at most 30 characters,"
                                    + " such as \"61.4\". Where there is none, report it as missing with a reason, such as \"not-submitted\".");
        }

        @ParameterizedTest
        @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e3", "1E-2", "1e1000000000", "-1e-1000000000"})
        void without_quotes_must_be_plain_decimals(String value) {
            assertThat(problemsOfReadings("\"x\": " + value))
                    .containsExactly(
                            "readings.x: \"" + value + "\" is not a plain decimal number of at most 30 characters,"
                                    + " such as \"61.4\". Where there is none, report it as missing with a reason, such as \"not-submitted\".");
            assertThat(codesOfReadings("\"x\": {\"value\": " + value + "}")).containsExactly(Code.NOT_A_NUMBER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\""})
        void of_a_thousand_digits_are_refused(String quote) {
            String digits = "9".repeat(1000);

            assertThat(problemsOfReadings("\"x\": " + quote + digits + quote))
                    .containsExactly("readings.x: \"" + "9".repeat(60) + "…\" (1000 characters) is not a plain decimal"
                            + " number of at most 30 characters, such as \"61.4\". Where there is none, report it as"
                            + " missing with a reason, such as \"not-submitted\".");
        }

        @Test
        void keep_every_digit() {
            SituationReport report = read("{" + HEAD + ", \"readings\": {\"x\": 61.400, \"y\": \"-0.10\", \"z\": 0}}")
                    .build();

            assertThat(report.reading(ParameterId.of("x"))).isEqualTo(Reading.of(new BigDecimal("61.400")));
            assertThat(report.reading(ParameterId.of("y"))).isEqualTo(Reading.of(new BigDecimal("-0.10")));
            assertThat(report.reading(ParameterId.of("z"))).isEqualTo(Reading.of(BigDecimal.ZERO));
        }
    }

    @Nested
    class Missing_values {

        @Test
        void need_a_reason_that_there_is() {
            assertThat(problemsOfReadings("\"x\": {\"missing\": \"not-submited\"}"))
                    .containsExactly(
                            "readings.x.missing: \"not-submited\" is not a reason for a missing value. Did you mean"
                                    + " \"not-submitted\"? Known: not-submitted, not-applicable, suppressed.");
            assertThat(codesOfReadings("\"x\": {\"missing\": \"\"}")).containsExactly(Code.UNKNOWN_REASON);
        }

        @Test
        void are_not_called_stale_by_the_report() {
            assertThat(problemsOfReadings("\"x\": {\"missing\": \"stale\"}"))
                    .containsExactly(
                            "readings.x.missing: \"stale\" is not a reason for a missing value. Report the value as"
                                    + " it is: the engine finds what is stale or implausible. Known: not-submitted, not-applicable,"
                                    + " suppressed.");
        }

        @Test
        void have_no_value() {
            assertThat(problemsOfReadings("\"x\": {\"missing\": \"suppressed\", \"value\": \"4\"}"))
                    .containsExactly(
                            "readings.x: is \"missing\" and so cannot have another key. Give either its \"value\" or"
                                    + " why it is \"missing\".");
        }

        @Test
        void are_said_to_be_missing() {
            assertThat(problemsOfReadings("\"x\": {}, \"y\": {\"roundedTo\": \"1\"}"))
                    .containsExactly(
                            "readings.x: has neither a \"value\" nor a reason. Where there is no value, say so:"
                                    + " {\"missing\": \"not-submitted\"}.",
                            "readings.y: has neither a \"value\" nor a reason. Where there is no value, say so:"
                                    + " {\"missing\": \"not-submitted\"}.");
        }
    }

    @Test
    void all_problems_are_listed_together() {
        assertThat(problems("""
                        {"format": "opel.report/2",
                         "organisation": "rxx",
                         "providerType": "acutes",
                         "observedAt": "2024-01-08T08:00:00",
                         "readings": {"ga-bed-occupancy": "n/a",
                                      "escalation-beds": null}}
                        """))
                .containsExactly(
                        "organisation: \"rxx\" is not an ODS code: expected 3 to 10 upper-case letters and digits, such as"
                                + " RXX for a trust or RXX01 for a site. Did you mean \"RXX\"?",
                        "providerType: \"acutes\" is not a provider type. Did you mean \"acute\"? Expected one of: acute,"
                                + " community, mental-health, nhs-111.",
                        "format: \"opel.report/2\" is not a report format that this version of the library reads. It reads"
                                + " \"opel.report/1\".",
                        "observedAt: \"2024-01-08T08:00:00\" is not a time with an offset: expected RFC 3339, such as"
                                + " \"2024-01-08T08:00:00Z\" or \"2024-07-08T08:00:00+01:00\".",
                        "readings.ga-bed-occupancy: \"n/a\" is not a plain decimal number of at most 30 characters, such as"
                                + " \"61.4\". Where there is none, report it as missing with a reason, such as"
                                + " \"not-submitted\".",
                        "readings.escalation-beds: expected a number, or an object with \"value\" or \"missing\", found null"
                                + " at line 6, column 34. Where there is no value, say so: {\"missing\":"
                                + " \"not-submitted\"}.");
    }

    @Test
    void a_report_of_very_many_faults_is_read_in_good_time() {
        String readings = IntStream.range(0, 20_000)
                .mapToObj(i -> "\"p-" + i + "\": null")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();

        assertThat(problemsOfReadings(readings)).hasSize(101);
    }

    @Test
    void ofTenThousandUnknownParametersAHundredAreListedAndTheRestCounted() {
        String readings =
                IntStream.range(0, 10_000).mapToObj(i -> "\"x-" + i + "\":1").collect(Collectors.joining(","));
        String json = "{\"format\":\"opel.report/1\",\"organisation\":\"RXX\",\"providerType\":\"acute\","
                + "\"observedAt\":\"2024-01-08T08:00:00Z\",\"readings\":{" + readings + "}}";

        for (String each : List.of(json, json.replace(":1,", ":\"n/a\",").replace("x-", "X-"))) {
            assertThatThrownBy(() -> OpelRules.bundled().assess(OpelJson.readReport(each)))
                    .isInstanceOfSatisfying(InvalidReportException.class, e -> {
                        assertThat(e.problems()).hasSize(101);
                        assertThat(e.problems().get(100).code()).isEqualTo(ReportProblem.Code.TOO_MANY_PROBLEMS);
                        assertThat(e.problems().get(100).message())
                                .matches("has \\d+ more problems, which are left out here. .*");
                        assertThat(e.getMessage()).hasSizeLessThan(100_000);
                    });
        }
    }
}
