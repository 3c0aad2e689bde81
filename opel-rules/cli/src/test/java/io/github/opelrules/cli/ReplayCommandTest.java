package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.EditedCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final String BUNDLED = "nhse-opel-2023-24";

    @TempDir
    private Path folder;

    private Path reports(String... readings) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < readings.length; i++) {
            lines.append(
                            "{\"format\":\"opel.report/1\",\"organisation\":\"RXX\",\"providerType\":\"acute\",\"observedAt\":\"2024-01-0")
                    .append(i + 1)
                    .append("T08:00:00Z\",\"readings\":{")
                    .append(readings[i])
                    .append("}}\n");
        }
        return Files.writeString(folder.resolve("reports.jsonl"), lines);
    }

    @Test
    void shows_all_that_differs() throws IOException {
        Path other = EditedCopy.in(
                folder.resolve("other"),
                "- { above: 98, points: 8 }",
                "- { above: 98, points: 30 }",
                "8: corroborated",
                "30: corroborated",
                "above: 33, upTo: 44",
                "above: 33, upTo: 66");
        Path reports = reports("\"ga-bed-occupancy\":99", "\"ga-bed-occupancy\":91", "\"ga-bed-occupancy\":99");

        Result result = Result.of("replay", "--from", BUNDLED, "--to", other.toString(), reports.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                nhse-opel-2023-24 1.1.0 → nhse-opel-2023-24 2.0.0
                3 reports of 1 organisation, 2024-01-01 to 2024-01-03. Of 3 reports that both scored, 2 differ in points and 2 in level (66.7 %): 0 certainly worse, 0 certainly better.

                Reports by level
                  before ↓ after →  OPEL 1 to 4  OPEL 3 to 4
                  OPEL 1 to 4       1            2

                Level changes
                  from         to           reports  the first                  driven by (reports)
                  OPEL 1 to 4  OPEL 3 to 4  2        RXX, 2024-01-01T08:00:00Z  G&A bed occupancy (2)

                Organisations
                  organisation  level changes  of         first day   last day
                  RXX, acute    2              3 reports  2024-01-01  2024-01-03

                Days
                  day         level changes  of
                  2024-01-01  1              1 report
                  2024-01-03  1              1 report
                  The first is 2024-01-01 and the last 2024-01-03.
                """);
        assertThat(result.exitCode()).isZero();
        assertThat(Result.of(
                                "replay",
                                "--from",
                                BUNDLED,
                                "--to",
                                other.toString(),
                                "--format",
                                "markdown",
                                reports.toString())
                        .out())
                .startsWith("### nhse-opel-2023-24 1.1.0 → nhse-opel-2023-24 2.0.0\n\n**3 reports of ")
                .contains(
                        "\n#### Reports by level\n\n| before ↓ after → | OPEL 1 to 4 | OPEL 3 to 4 |\n| --- | --- | --- |\n"
                                + "| OPEL 1 to 4 | 1 | 2 |\n");
        assertThat(Result.of(
                                "replay",
                                "--from",
                                BUNDLED,
                                "--to",
                                other.toString(),
                                "--format",
                                "json",
                                reports.toString())
                        .out())
                .startsWith("{\"format\":\"opel.replay/1\",")
                .contains("\"transitions\":[{\"before\":\"1 to 4\",\"after\":\"1 to 4\",\"reports\":1,")
                .endsWith("}\n");
    }

    @Test
    void a_faulty_report_is_counted_and_the_exit_code_is_one() throws IOException {
        Path reports = reports("\"ga-bed-occupancy\":99", "\"ga-bed-occupancy\":\"n/a\"");

        Result result = Result.of("replay", "--from", BUNDLED, "--to", BUNDLED, reports.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "2 reports of 1 organisation",
                        "not a number",
                        reports + ":2: readings.ga-bed-occupancy: \"n/a\"");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void a_file_that_is_not_there_is_named_and_the_others_are_replayed() throws IOException {
        Path reports = reports("\"ga-bed-occupancy\":99");

        Result result = Result.of("replay", "--from", BUNDLED, "--to", BUNDLED, reports.toString(), "gone.jsonl");

        assertThat(result.err()).isEqualTo("gone.jsonl: there is no such file.\n");
        assertThat(result.out()).contains("1 report of 1 organisation");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void a_draft_has_to_be_allowed() throws IOException {
        Path reports = reports("\"ga-bed-occupancy\":99");

        Result refused = Result.of("replay", "--from", BUNDLED, "--to", "nhse-opel-2024-26", reports.toString());

        assertThat(refused.err())
                .isEqualTo(
                        "--to: nhse-opel-2024-26 is a draft: not enough is known of it to score operationally. Replay by"
                                + " it all the same with --drafts.\nTry \"opel replay --help\".\n");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(Result.of("replay", "--from", BUNDLED, "--to", "nhse-opel-2024-26", "--drafts", reports.toString())
                        .out())
                .startsWith("nhse-opel-2023-24 1.1.0 → nhse-opel-2024-26 1.1.0 (draft)\n");
    }

    @Test
    void declared_levels_are_read_from_a_file() throws IOException {
        Path reports = reports("\"ga-bed-occupancy\":99");
        Path declared = Files.writeString(
                folder.resolve("declared.yaml"),
                "format: opel.declarations/1\ndeclarations:\n  - { unit: RXX, level: 4, by: site manager, at:"
                        + " \"2024-01-01T07:00:00Z\" }\n");

        assertThat(Result.of(
                                "replay",
                                "--from",
                                BUNDLED,
                                "--to",
                                BUNDLED,
                                "--declared",
                                declared.toString(),
                                reports.toString())
                        .out())
                .containsPattern("in the range of the calculated one +1 \\(100 %\\) +1 \\(100 %\\)\n");
        assertThat(Result.of(
                                "replay",
                                "--from",
                                BUNDLED,
                                "--to",
                                BUNDLED,
                                "--declared",
                                "gone.yaml",
                                reports.toString())
                        .err())
                .contains("gone.yaml:1:1: OPEL-001 There is no such file. Correct its name.");
    }

    @Test
    void both_rules_have_to_be_named() {
        assertThat(Result.of("replay", "--from", BUNDLED, "reports.jsonl").err())
                .isEqualTo("Missing required option: '--to=B'.\nTry \"opel replay --help\".\n");
        assertThat(Result.of("replay", "--from", "nope", "--to", BUNDLED, "reports.jsonl")
                        .err())
                .startsWith("\"nope\" is not a folder, not a .zip and not a framework that comes with this program.");
        assertThat(Result.of("replay", "--help").out()).contains("Usage: opel replay", "Exit codes: 0 done; 1 ");
    }
}
