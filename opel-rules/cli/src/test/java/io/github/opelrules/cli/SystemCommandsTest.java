package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code opel score} and {@code opel explain} with {@code --hierarchy}. */
class SystemCommandsTest {

    private static final String HIERARCHY = """
            code,name,parent,role,start,end
            Y01,A region,,region,,
            QAA,*First* ICS,Y01,ics,2022-07-01,
            R01,A trust,QAA,acute,2022-07-01,
            R02,Another trust,QAA,acute,2022-07-01,
            """;

    private static final String DECLARED = """
            format: opel.declarations/1
            declarations:
              - { unit: QAA, level: 4, by: director on call, at: "2024-01-08T08:30:00Z" }
              - { unit: R02, level: 2, by: site manager, at: "2024-01-08T08:30:00Z" }
            """;

    @TempDir
    private Path folder;

    private String hierarchy;
    private String declared;
    private String report;

    @BeforeEach
    void writeFiles() throws IOException {
        hierarchy = file("h.csv", HIERARCHY);
        declared = file("declared.yaml", DECLARED);
        report = file(
                "report.json",
                "{\"format\":\"opel.report/1\",\"organisation\":\"R01\",\"providerType\":\"acute\","
                        + "\"observedAt\":\"2024-01-08T08:00:00Z\",\"readings\":{\"ambulance-handover-mean\":70,"
                        + "\"ed-four-hour-performance\":50,\"ed-attendance-variation\":30,\"majors-resus-occupancy\":130,"
                        + "\"median-time-to-treatment\":130,\"ed-over-12-hours\":12,\"ga-bed-occupancy\":99,"
                        + "\"escalation-beds\":9,\"no-criteria-to-reside\":20}}");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void scores_a_system_at_the_time_of_its_latest_report() {
        Result result = Result.of("score", report, "--hierarchy", hierarchy);

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                        At 2024-01-08T08:00:00Z

                        A region (Y01): between OPEL 2 and OPEL 4, 22 to 44 of 44; assumed
                          *First* ICS (QAA): between OPEL 2 and OPEL 4, 22 to 44 of 44; driven by R01; assumed
                            A trust (R01): OPEL 4, 44 of 44; driven by G&A bed occupancy, mean ambulance handover time and majors and resuscitation occupancy
                            Another trust (R02): no report, so any score
                        """);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void what_was_declared_by_a_time_stands_beside_it_and_counts_for_a_provider_that_is_not_scored() {
        String[] command = {"score", report, "--hierarchy", hierarchy, "--declared", declared};

        assertThat(with(command, "--at", "2024-01-08T09:00:00+00:00").out())
                .startsWith("At 2024-01-08T09:00:00Z\n")
                .contains("(QAA): OPEL 3, above 27.5 to 33 of 44; declared OPEL 4, which differs;")
                .contains("Another trust (R02): OPEL 2, as it reports itself\n");
        assertThat(Result.of(command).out())
                .as("half an hour before they were declared")
                .doesNotContain("declared")
                .contains("Another trust (R02): no report");
    }

    @Test
    void writes_the_system_as_json() {
        Result result = Result.of("score", report, "--hierarchy", hierarchy, "--format", "json");

        assertThat(result.out()).startsWith("{\"format\":\"opel.system/1\",").endsWith("}\n");
    }

    @Test
    void explains_the_unit_that_belongs_to_no_other() {
        Result result = Result.of("explain", report, "--hierarchy", hierarchy);

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(
                        "=== Y01, 2024-01-08T08:00:00Z ===\n\nA region (Y01): between OPEL 2 and OPEL 4, weighted mean")
                .contains("\nWhat it is the mean of\n", "\nProvenance\n");
    }

    @Test
    void explains_one_unit_as_markdown_in_which_names_are_no_markup() {
        Result result = Result.of(
                "explain",
                report,
                "--hierarchy",
                hierarchy,
                "--declared",
                declared,
                "--at",
                "2024-01-08T09:00:00Z",
                "--unit",
                "QAA",
                "--format",
                "markdown");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(
                        "## QAA, 2024-01-08T09:00:00Z\n\n**\\*First\\* ICS (QAA): OPEL 3, weighted mean above 27.5 to 33"
                                + " of 44: A trust (R01) (OPEL 4, 44), Another trust (R02) (OPEL 2, above 11 to 22). Declared: OPEL 4"
                                + " by director on call from 2024-01-08T08:30:00Z.")
                .contains("\n### What it is the mean of\n\n- A trust (R01): OPEL 4, 44 of 44; weight 1.");
    }

    @Test
    void a_unit_that_has_no_part_in_the_system_is_answered_with_those_that_have() {
        Result result = Result.of("explain", report, "--hierarchy", hierarchy, "--unit", "QAB");

        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "--unit: QAB has no part in the system at 2024-01-08T08:00:00Z. Did you mean \"QAA\"? Known: Y01,"
                                + " QAA, R01, R02.\n"));
        assertThat(Result.of("explain", report, "--hierarchy", hierarchy, "--unit", "qaa")
                        .err())
                .startsWith("--unit: \"qaa\" is not an ODS code");
    }

    @Test
    void an_explanation_of_a_unit_is_not_written_as_json() {
        Result result = Result.of("explain", report, "--hierarchy", hierarchy, "--format", "json");

        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        "--format: a unit is explained as text or markdown. For the whole system as JSON, use \"opel score"
                                + " --hierarchy FILE --format json\".\nTry \"opel explain --help\".\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"score --declared", "score --at", "explain --declared", "explain --at", "explain --unit"})
    void what_says_something_of_a_system_needs_one(String command) {
        String[] words = command.split(" ");

        Result result = Result.of(words[0], report, words[1], "R01");

        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "",
                        words[1]
                                + " says something of a system. Give its units too, with --hierarchy FILE.\nTry \"opel "
                                + words[0] + " --help\".\n"));
    }

    @Test
    void a_time_without_an_offset_is_no_time() {
        assertThat(Result.of("score", report, "--hierarchy", hierarchy, "--at", "2024-01-08T09:00:00")
                        .err())
                .startsWith("--at: expected a time with an offset, such as 2026-01-08T09:00:00Z.\n");
    }

    @Test
    void what_is_wrong_with_the_files_is_listed_with_its_place() throws IOException {
        String bad = file("bad.csv", HIERARCHY.replace("QAA,acute", "QAB,acute"));
        String badLevel = file("bad.yaml", DECLARED.replace("level: 4", "level: 5"));

        Result result = Result.of("score", report, "--hierarchy", bad);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains(bad + ":4:1: OPEL-311 A trust (R01) belongs to QAB,", bad + ":5:1: OPEL-311 Another trust");
        assertThat(Result.of("score", report, "--hierarchy", hierarchy, "--declared", badLevel)
                        .err())
                .contains(badLevel + ":3:25: OPEL-036 ");
        assertThat(Result.of("score", report, "--hierarchy", "not-there.csv").err())
                .contains("not-there.csv:1:1: OPEL-001 There is no such file.");
    }

    @Test
    void a_time_without_a_framework_makes_no_system_and_says_why() {
        Result result = Result.of("score", report, "--hierarchy", hierarchy, "--at", "2020-01-08T09:00:00Z");

        assertThat(result.err()).startsWith("No framework for acute providers was in force at 2020-01-08T09:00:00Z.");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    private static Result with(String[] command, String... more) {
        String[] all = new String[command.length + more.length];
        System.arraycopy(command, 0, all, 0, command.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return Result.of(all);
    }
}
