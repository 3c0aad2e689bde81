package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.opelrules.internal.Library;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpelCommandTest {

    private static final String COMPLETE = "{\"ambulance-handover-mean\":41,\"ed-four-hour-performance\":61.4,"
            + "\"ed-attendance-variation\":12,\"majors-resus-occupancy\":101,\"median-time-to-treatment\":75,"
            + "\"ed-over-12-hours\":11,\"ga-bed-occupancy\":99,\"escalation-beds\":3,\"no-criteria-to-reside\":16}";

    private static final String BEST = "{\"ambulance-handover-mean\":5,\"ed-four-hour-performance\":99,"
            + "\"ed-attendance-variation\":0,\"majors-resus-occupancy\":50,\"median-time-to-treatment\":30,"
            + "\"ed-over-12-hours\":0,\"ga-bed-occupancy\":85,\"escalation-beds\":0,\"no-criteria-to-reside\":5}";

    private static final String KNOWN =
            "Known: score, explain, check, test, diff, replay, verify, conform, new, worksheet, fill, frameworks, rules, sentences, cards, schema.";

    @TempDir
    Path folder;

    private static Result run(InputStream in, String... arguments) {
        return Result.of(in, arguments);
    }

    private static Result run(String... arguments) {
        return Result.of(arguments);
    }

    private static Result runOn(String standardInput, String... arguments) {
        return run(new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String report(String organisation, String readings) {
        return report(organisation, "2024-01-08T08:00:00Z", readings);
    }

    private static String report(String organisation, String observedAt, String readings) {
        return "{\"format\":\"opel.report/1\",\"organisation\":\"" + organisation
                + "\",\"providerType\":\"acute\",\"observedAt\":\"" + observedAt + "\",\"readings\":" + readings
                + "}\n";
    }

    @Nested
    class Score {

        @Test
        void shows_one_aligned_line_per_report_and_what_it_rests_on() throws IOException {
            String one = file("one.json", report("RXX", "{\"ga-bed-occupancy\":96.2,\"escalation-beds\":7}"));
            String more = file(
                    "more.jsonl",
                    report("RYY01", "{\"ga-bed-occupancy\":{\"missing\":\"suppressed\"}}") + "\n"
                            + report("RZZ", BEST));

            Result result = run("score", one, more);

            assertThat(result.err()).isEmpty();
            assertThat(result.out().lines())
                    .containsExactly(
                            "Organisation  Observed              Level        Score          "
                                    + "Top drivers                                 Not known",
                            "RXX           2024-01-08T08:00:00Z  OPEL 1 to 4  8 to 40 of 44  "
                                    + "G&A bed occupancy (4), escalation beds (4)  7: mean ambulance handover time, ED 4-hour"
                                    + " performance and 5 more",
                            "RYY01         2024-01-08T08:00:00Z  OPEL 1 to 4  0 to 44 of 44  "
                                    + "none                                        9: mean ambulance handover time, ED 4-hour"
                                    + " performance and 7 more",
                            "RZZ           2024-01-08T08:00:00Z  OPEL 1       0 of 44        "
                                    + "none                                        none",
                            "",
                            "Scored by nhse-opel-2023-24 1.1.0; lowest evidence grade of any value used: assumed.",
                            "Values below \"published\" were not read in an NHS England publication and may differ from it."
                                    + " \"opel explain\" gives the grade and the source of each.");
            assertThat(result.exitCode()).isZero();
        }

        @Test
        void gives_one_assessment_a_line_as_JSON() {
            Result result = runOn(report("RXX", COMPLETE) + report("RYY", "{}"), "score", "--format", "json", "-");

            assertThat(result.out().lines())
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("{\"format\":\"opel.assessment/1\"") && line.endsWith("}"))
                    .anyMatch(line -> line.contains("\"organisation\":\"RXX\"")
                            && line.contains("\"level\":{\"kind\":\"exact\",\"level\":3}"));
            assertThat(result.exitCode()).isZero();
        }

        @Test
        void scores_a_reading_that_is_implausible_as_not_known() {
            Result result = runOn(report("RXX", COMPLETE.replace(":99", ":-5")), "score", "-");

            assertThat(result.out()).contains("OPEL 2 to 3", "22 to 30 of 44", "1: G&A bed occupancy (implausible)");
            assertThat(result.exitCode()).isZero();
        }

        @Test
        void scores_by_a_pinned_framework_whatever_the_date() {
            String report = report("RXX", "2019-01-08T08:00:00Z", COMPLETE);

            Result result = runOn(report, "score", "--framework=nhse-opel-2023-24", "-");

            assertThat(result.out()).contains("OPEL 3", "Scored by nhse-opel-2023-24 1.1.0 (pinned);");
            assertThat(result.exitCode()).isZero();
        }

        @Test
        void scores_by_the_framework_that_the_organisation_had_adopted() throws IOException {
            String adoptions = file(
                    "adoptions.yaml",
                    "format: opel.adoptions/1\nadoptions:\n"
                            + "  - { organisation: RXX, framework: nhse-opel-2024-26, from: 2025-06-18 }\n");
            String report = report("RXX", "2025-06-17T08:00:00Z", COMPLETE);

            assertThat(runOn(report, "score", "--adoptions", adoptions, "-").out())
                    .contains("Scored by nhse-opel-2023-24 1.1.0;");
            assertThat(runOn(report, "explain", "--adoptions", adoptions, "-").out())
                    .contains("which RXX keeps until it adopts the next one on 2025-06-18;");
        }

        @Test
        void scores_ten_thousand_lines_of_which_one_is_bad() throws IOException {
            String lines = IntStream.rangeClosed(1, 10_000)
                    .mapToObj(i -> i == 7_777
                            ? report("R7777", "{\"ga-bed-occupancy\":\"n/a\"}")
                            : report("R" + (10_000 + i), "{\"ga-bed-occupancy\":" + i % 100 + "}"))
                    .collect(Collectors.joining());

            Result result = run("score", file("many.jsonl", lines));

            assertThat(result.out().lines().filter(line -> line.startsWith("R")))
                    .hasSize(9_999)
                    .isSorted();
            assertThat(result.err().replace(folder.toString(), ""))
                    .isEqualTo("/many.jsonl:7777: The report of \"R7777\" has 1 problem:\n"
                            + "  - readings.ga-bed-occupancy: \"n/a\" is not a plain decimal number of at most 30"
                            + " characters, such as \"61.4\". Where there is none, report it as missing with a reason, such"
                            + " as \"not-submitted\".\n");
            assertThat(result.exitCode()).isEqualTo(1);
        }

        @Test
        void stops_quietly_when_nobody_reads_on() {
            OutputStream closed = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("Broken pipe");
                }
            };
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            InputStream in = new ByteArrayInputStream(report("RXX", COMPLETE).getBytes(StandardCharsets.UTF_8));

            assertThat(OpelCommand.run(in, closed, err, "score", "-")).isZero();
            assertThat(err.size()).isZero();
        }

        @Test
        void says_so_when_the_result_cannot_be_written() {
            OutputStream full = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("No space left on device");
                }
            };
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            InputStream in = new ByteArrayInputStream(report("RXX", COMPLETE).getBytes(StandardCharsets.UTF_8));

            assertThat(OpelCommand.run(in, full, err, "score", "-")).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo("The result cannot be written: No space left on device.\n");
        }
    }

    @Nested
    class Undetermined_levels {

        @Test
        void are_shown_and_told_by_the_exit_code() throws IOException {
            Result result = runOn(report("RXX", "{}"), "score", "--drafts", "--rules", rulesWithoutBands(), "-");

            assertThat(result.err()).isEmpty();
            assertThat(result.out()).contains("undetermined", "0 of 0", "1: the wait (bands expected)");
            assertThat(result.exitCode()).isEqualTo(3);
        }

        @Test
        void go_after_findings() throws IOException {
            Result result =
                    runOn(report("RXX", "{}") + "{\n", "score", "--drafts", "--rules", rulesWithoutBands(), "-");

            assertThat(result.exitCode()).isEqualTo(1);
        }

        private String rulesWithoutBands() throws IOException {
            file("framework.yaml", """
                    format: opel.framework/1
                    id: local
                    version: "1.0.0"
                    title: A local framework
                    status: draft
                    inForce: { from: 2023-08-01, assurance: assumed }
                    source: { document: A document, place: page 1 }
                    tables: [acute.yaml]
                    """);
            file("acute.yaml", """
                    format: opel.table/1
                    providerType: acute
                    total:
                      assurance: assumed
                      source: { document: A document, place: page 1 }
                    parameters:
                      - id: wait
                        number: 1
                        label: the wait
                        definition: the wait
                        unit: min
                        domain: { from: 0, upTo: 100, precision: 1 }
                        worse: higher
                        maxAge: PT24H
                        source: { document: A document, place: page 1 }
                        bands: expected
                    levels:
                      basis: total
                      source: { document: A document, place: page 1 }
                      bands:
                        - { level: 1, upTo: 1 }
                        - { level: 2, above: 1, upTo: 2 }
                        - { level: 3, above: 2, upTo: 3 }
                        - { level: 4, above: 3 }
                      assurance: { cuts: assumed, sides: assumed }
                    """);
            return folder.toString();
        }
    }

    @Nested
    class Explain {

        @Test
        void puts_each_explanation_under_its_own_line() {
            Result result = runOn(report("RXX", COMPLETE) + report("RYY", "{}"), "explain", "-");

            assertThat(result.out())
                    .startsWith(
                            "=== RXX, acute, 2024-01-08T08:00:00Z (standard input:1) ===\n\nOPEL 3, 30 of 44 points: ")
                    .contains(
                            "\n\n=== RYY, acute, 2024-01-08T08:00:00Z (standard input:2) ===\n\nBetween OPEL 1 and OPEL 4,");
            assertThat(result.exitCode()).isZero();
        }

        @Test
        void writes_Markdown() {
            Result result = runOn(report("RXX", COMPLETE), "explain", "--format", "markdown", "-");

            assertThat(result.out())
                    .startsWith("## RXX, acute, 2024-01-08T08:00:00Z\n\n**OPEL 3, 30 of 44 points: ")
                    .contains("| No. | Parameter |");
        }

        @Test
        void writes_the_same_JSON_as_score() {
            String report = report("RXX", COMPLETE);

            assertThat(runOn(report, "explain", "--format", "json", "-").out())
                    .isEqualTo(runOn(report, "score", "--format", "json", "-").out());
        }
    }

    @Nested
    class Reports_that_cannot_be_scored {

        private void assertRefused(String report, String expected) {
            Result result = runOn(report, "score", "-");

            assertThat(result.err()).isEqualTo("standard input:1: " + expected + "\n");
            assertThat(result.out()).isEmpty();
            assertThat(result.exitCode()).isEqualTo(1);
        }

        @Test
        void are_named_with_everything_that_is_wrong_with_them() {
            assertRefused(
                    report("rxx", "2024-01-08T08:00:00", "{\"x\":null}").replace("report/1", "report/2"),
                    "The report of \"rxx\" has 4 problems:\n"
                            + "  - organisation: \"rxx\" is not an ODS code: expected 3 to 10 upper-case letters and digits,"
                            + " such as RXX for a trust or RXX01 for a site. Did you mean \"RXX\"?\n"
                            + "  - format: \"opel.report/2\" is not a report format that this version of the library reads."
                            + " It reads \"opel.report/1\".\n"
                            + "  - observedAt: \"2024-01-08T08:00:00\" is not a time with an offset: expected RFC 3339, such"
                            + " as \"2024-01-08T08:00:00Z\" or \"2024-07-08T08:00:00+01:00\".\n"
                            + "  - readings.x: expected a number, or an object with \"value\" or \"missing\", found null at"
                            + " line 1, column 122. Where there is no value, say so: {\"missing\": \"not-submitted\"}.");
        }

        @Test
        void are_named_with_what_is_wrong_in_themselves_and_under_their_framework_together() {
            assertRefused(
                    report("rxx", "{\"ga-bed-ocupancy\":1}"),
                    "The report of \"rxx\" has 2 problems:\n"
                            + "  - organisation: \"rxx\" is not an ODS code: expected 3 to 10 upper-case letters and digits,"
                            + " such as RXX for a trust or RXX01 for a site. Did you mean \"RXX\"?\n"
                            + "  - readings.ga-bed-ocupancy: nhse-opel-2023-24 has no such parameter for acute providers. Did"
                            + " you mean \"ga-bed-occupancy\"? Known: ambulance-handover-mean, ed-four-hour-performance,"
                            + " ed-attendance-variation, majors-resus-occupancy, median-time-to-treatment, ed-over-12-hours,"
                            + " ga-bed-occupancy, escalation-beds, no-criteria-to-reside.");
        }

        @Test
        void because_no_framework_was_in_force_are_told_how_to_go_on() {
            assertRefused(
                    report("RXX", "2019-01-08T08:00:00Z", "{}"),
                    "No framework for acute providers was in force at 2019-01-08T08:00:00Z. Known: nhse-opel-2023-24 (from"
                            + " 2023-08-01 until 2024-12-01); nhse-opel-2024-26 (from 2024-12-01, draft). Pin one by its id to score the report by it all the"
                            + " same. (Options: --framework ID, --drafts.)");
        }

        @Test
        void because_only_a_draft_was_in_force_are_told_how_to_go_on() {
            assertRefused(
                    report("RXX", "2025-01-08T08:00:00Z", "{}"),
                    "Only a draft was in force for acute providers at 2025-01-08T08:00:00Z, nhse-opel-2024-26 (from"
                            + " 2024-12-01): not enough is known of it to score operationally. Allow drafts, or pin"
                            + " another framework by its id. Known: nhse-opel-2023-24 (from 2023-08-01 until 2024-12-01);"
                            + " nhse-opel-2024-26 (from 2024-12-01, draft). (Options: --framework ID, --drafts.)");
        }

        @Test
        void are_named_by_file_alone_where_a_file_holds_one() throws IOException {
            Result result = run("score", file("one.json", "\n{]"));

            assertThat(result.err().replace(folder.toString(), ""))
                    .startsWith(
                            "/one.json: The report has 1 problem:\n  - line 2, column 2: is not JSON from \"]\" on.");
            assertThat(result.exitCode()).isEqualTo(1);
        }

        @Test
        void in_UTF_16_are_refused() throws IOException {
            Path utf16 = folder.resolve("utf16.json");
            Files.writeString(utf16, report("RXX", "{}"), StandardCharsets.UTF_16);

            assertThat(run("score", utf16.toString()).err())
                    .contains("line 1, column 1: is not JSON from \"\uFFFD\uFFFD");
        }
    }

    @Test
    void a_draft_that_is_asked_for_by_its_id_names_the_option_that_allows_it() throws IOException {
        Result result = run("score", "--framework", "nhse-opel-2024-26", file("report.json", report("RXX", BEST)));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("is a draft: ", "(Option: --drafts.)");
    }

    @Test
    void an_unknown_framework_is_no_draft() throws IOException {
        assertThat(run("score", "--framework", "nhse-opel-1999", file("report.json", report("RXX", BEST)))
                        .err())
                .doesNotContain("--drafts");
    }

    @Nested
    class Input_that_cannot_be_read {

        private void assertUnreadable(String file, String message) {
            Result result = run("score", file);

            assertThat(result.err()).isEqualTo(Console.visible(file) + ": " + message + "\n");
            assertThat(result.out()).isEmpty();
            assertThat(result.exitCode()).isEqualTo(2);
        }

        @Test
        void is_a_file_that_there_is_not() {
            assertUnreadable(folder.resolve("none.json").toString(), "there is no such file.");
            assertUnreadable("a\0b.json", "is not a file name: Nul character not allowed.");
        }

        @Test
        void is_a_folder() {
            assertUnreadable(folder.toString(), "is a folder. Name the files in it.");
        }

        @Test
        void is_a_file_without_permission() throws IOException {
            String file = file("secret.json", "{}");
            assumeFalse(!Path.of(file).toFile().setReadable(false) || Files.isReadable(Path.of(file)), "may read all");

            assertUnreadable(file, "cannot be read: permission is denied.");
        }

        @Test
        void is_a_file_of_another_kind() throws IOException {
            assertUnreadable(
                    file("report.csv", "x"),
                    "expected a name that ends in .json, for one report, or in .jsonl, for one a line.");
        }

        @ParameterizedTest
        @CsvSource({"empty.json, ''", "blank.json, ' \n '", "empty.jsonl, ''", "blank.jsonl, '\n\r\n'"})
        void is_an_empty_file(String name, String text) throws IOException {
            assertUnreadable(file(name, text), "is empty. Expected at least one report.");
        }

        @Test
        void is_empty_standard_input() {
            Result result = run("score", "-");

            assertThat(result.err()).isEqualTo("standard input: is empty. Expected at least one report.\n");
            assertThat(result.exitCode()).isEqualTo(2);
        }

        @Test
        void is_a_line_without_end() throws IOException {
            assertUnreadable(
                    file("endless.jsonl", "[" + " ".repeat(1_000_000)),
                    "cannot be read: line 1 is longer than 1000000 characters, which no report is.");
        }

        @Test
        void is_a_disk_that_fails() {
            InputStream failing = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("Input/output error");
                }
            };

            Result result = run(failing, "score", "-");

            assertThat(result.err()).isEqualTo("standard input: cannot be read: Input/output error.\n");
            assertThat(result.exitCode()).isEqualTo(2);
        }

        @Test
        void does_not_keep_the_other_files_from_being_scored_and_goes_before_findings() throws IOException {
            String bad = file("bad.json", "{");
            String good = file("good.json", report("RXX", COMPLETE));

            Result result = run("score", "none.json", bad, good);

            assertThat(result.out()).contains("RXX", "OPEL 3");
            assertThat(result.err())
                    .contains("none.json: there is no such file.", "bad.json: The report has 1 problem");
            assertThat(result.exitCode()).isEqualTo(2);
        }
    }

    @Nested
    class Wrong_usage {

        private void assertWrong(String expected, String... arguments) {
            Result result = run(arguments);

            assertThat(result.err()).isEqualTo(expected);
            assertThat(result.out()).isEmpty();
            assertThat(result.exitCode()).isEqualTo(2);
        }

        @Test
        void is_answered_with_what_is_wrong_and_where_help_is() {
            assertWrong("No command is given. " + KNOWN + "\nTry \"opel --help\".\n");
            assertWrong(
                    "\"scroe\" is not a command. Did you mean \"score\"? " + KNOWN + "\nTry \"opel --help\".\n",
                    "scroe",
                    "x.json");
            assertWrong("Missing required parameter: 'FILE'.\nTry \"opel score --help\".\n", "score");
            assertWrong(
                    "\"--formt\" is not an option. Did you mean \"--format\"?\nTry \"opel score --help\".\n",
                    "score",
                    "--formt",
                    "json",
                    "x.json");
            assertWrong(
                    "Missing required parameter for option '--format' (FORMAT).\nTry \"opel score --help\".\n",
                    "score",
                    "x.json",
                    "--format");
            assertWrong(
                    "--format: \"jsn\" is not a format. Did you mean \"json\"? Known: text, json, record.\n"
                            + "Try \"opel score --help\".\n",
                    "score",
                    "--format",
                    "jsn",
                    "x.json");
        }

        @Test
        void is_a_framework_that_there_is_not() {
            assertWrong(
                    "No framework has the id \"nhse-opel-2023-25\". Did you mean \"nhse-opel-2023-24\"? Known:"
                            + " nhse-opel-2023-24 (from 2023-08-01 until 2024-12-01); nhse-opel-2024-26 (from 2024-12-01, draft).\n"
                            + "Try \"opel score --help\".\n",
                    "score",
                    "--framework",
                    "nhse-opel-2023-25",
                    "x.json");
            assertWrong(
                    "\"NHSE\" is not a framework id: expected lower-case words joined by hyphens, such as"
                            + " \"nhse-opel-2023-24\".\nTry \"opel score --help\".\n",
                    "score",
                    "--framework",
                    "NHSE",
                    "x.json");
        }

        @Test
        void is_a_file_of_adoptions_that_is_not_there() {
            String missing = folder.resolve("none.yaml").toString();

            assertWrong(
                    "The adoptions cannot be used because of 1 problem:\n  " + missing
                            + ":1:1: OPEL-001 There is no such file. Correct its name.\nTry \"opel score --help\".\n",
                    "score",
                    "--adoptions",
                    missing,
                    "x.json");
        }

        @Test
        void is_a_folder_without_rules() {
            Result result = run("score", "--rules", folder.toString(), "x.json");

            assertThat(result.err()).startsWith("The rules have 1 problem:\n").contains("framework.yaml");
            assertThat(result.exitCode()).isEqualTo(2);
        }
    }

    @Nested
    class Help {

        @ParameterizedTest
        @ValueSource(strings = {"--help", "-h"})
        void names_every_command(String option) {
            Result result = run(option);

            assertThat(result.out())
                    .contains("Usage: opel [-hV] [COMMAND]", "  score ", "  explain ", "Not an NHS England product.");
            assertThat(result.exitCode()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"score", "explain"})
        void of_a_command_names_its_options_and_its_exit_codes(String command) {
            Result result = run(command, "--help");

            assertThat(result.out())
                    .contains(
                            "Usage: opel " + command,
                            "FILE...",
                            "--framework=ID",
                            "--rules=RULES",
                            "--adoptions=FILE",
                            "--drafts",
                            "--format=FORMAT")
                    .contains("0 done; 1 at least one report could not be scored; 2 wrong usage or unreadable input;");
            assertThat(result.exitCode()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"--version", "-V"})
        void gives_the_version(String option) {
            assertThat(run(option)).isEqualTo(new Result(0, "opel " + Library.VERSION + "\n", ""));
        }
    }
}
