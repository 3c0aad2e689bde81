package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.internal.Library;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.testkit.conform.ConformanceKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The programs here are lines of the shell. */
@DisabledOnOs(OS.WINDOWS)
class ConformCommandTest {

    private static final Path SCORER = Path.of("../../opel-examples/src/main/python/second_scorer.py");

    private static Result conform(String script) {
        return Result.of("conform", "--", "sh", "-c", script);
    }

    static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    void the_second_scorer_holds_to_what_it_says_it_does_and_to_nothing_else() {
        assumeThat(isInstalled("python3")).isTrue();

        Result result = Result.of("conform", "--", "python3", SCORER.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "holds   protocol: an answer for each report: ",
                        "holds   bands of ga-bed-occupancy: ",
                        "holds   levels: ",
                        "holds   readings that are not applicable: ",
                        "FAILS   ranges of levels: ",
                        "FAILS   readings that are stale: ",
                        "FAILS   readings that are implausible: ",
                        "FAILS   readings that are rounded: ",
                        "FAILS   doubtful readings: ");
        assertThat(result.out().lines().filter(line -> line.startsWith("FAILS")))
                .hasSize(6);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void without_an_example_nothing_is_shown_to_hold(@TempDir Path folder) {
        Result.of("new", "nhse-opel-2023-24", folder.resolve("own").toString(), "--overlay");

        Result result = Result.of("conform", "--rules", folder.resolve("own").toString(), "--", "cat");

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(" has no cases of reports, so there is no example. ");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void cases_that_do_not_hold_by_their_own_rules_show_nothing_of_a_program(@TempDir Path folder) throws IOException {
        Path own = folder.resolve("own");
        Result.of("new", "nhse-opel-2023-24", own.toString());
        Path table = own.resolve("acute.yaml");
        Files.writeString(
                table, Files.readString(table).replace("upTo: 92,", "upTo: 90,").replace("above: 92,", "above: 90,"));

        Result result = Result.of("conform", "--rules", own.toString(), "--", "cat");

        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains(
                        " do not all hold by its own rules, so no program can be held against them. \"opel test\" says which.");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void a_program_that_says_nothing_gives_no_answers() {
        Result result = conform("cat > /dev/null");

        assertThat(result.out())
                .startsWith("FAILS   protocol: an answer for each report: 1 of 1 check\n        Expected ")
                .contains(" answers, one a line for each report; found 0\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void a_program_that_repeats_its_input_gives_no_assessments() {
        Result result = conform("cat");

        assertThat(result.out())
                .contains(
                        "        line 1: $.level.kind: expected \"exact\", \"between\" or \"undetermined\", found \"\"; $.score.min:"
                                + " expected a whole number, found \"\";");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void a_program_that_takes_too_long_is_stopped() {
        Result result = Result.of("conform", "--timeout", "1", "--", "sh", "-c", "exec sleep 60");

        assertThat(result.err()).isEqualTo("sh: it did not end within 1 s, and was stopped.\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void a_program_that_does_not_stop_writing_is_stopped() {
        Result result = conform("exec yes");

        assertThat(result.err()).matches("sh: it wrote more than \\d+ lines, and was stopped\\.\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void a_line_without_end_is_not_read_to_its_end() {
        Result result = conform("echo '{}'; head -c 3000000 /dev/zero | tr '\\0' x");

        assertThat(result.err())
                .startsWith("sh: its output cannot be read: ")
                .contains("line 2 is longer than 1000000 characters, which no answer is");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void a_program_that_fails_is_said_to_have_failed() {
        assertThat(conform("exit 7").err()).isEqualTo("sh: it ended with exit code 7.\n");
    }

    @Test
    void a_program_that_is_not_there_is_wrong_usage() {
        Result result = Result.of("conform", "--", "no-such-program-here");

        assertThat(result.err())
                .startsWith("The program cannot be started: ")
                .contains("no-such-program-here")
                .endsWith("Try \"opel conform --help\".\n");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void writes_json_that_is_valid_under_its_schema(@TempDir Path folder) throws IOException {
        ConformanceKit kit = ConformanceKit.of(RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")));
        OpelEngine engine = OpelRules.bundled().pinnedTo(kit.framework().id());
        Path answers = Files.writeString(
                folder.resolve("answers.jsonl"),
                kit.reports().stream()
                        .map(report -> OpelJson.write(engine.assess(
                                        OpelJson.readReport(report).build())) + "\n")
                        .collect(Collectors.joining()));
        String answer = "cat > /dev/null; cat " + answers;

        Result holding = Result.of("conform", "--format", "json", "--", "sh", "-c", answer);
        Result failing = Result.of("conform", "--format", "json", "--", "sh", "-c", answer + "; exit 7");
        Result silent = Result.of("conform", "--format", "json", "--", "sh", "-c", "cat > /dev/null");

        Schema schema = Result.schema("opel.conformance-1");
        for (Result result : List.of(holding, failing, silent)) {
            assertThat(schema.validate(result.out(), InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(
                            result.out().replaceFirst("\"checks\"", "\"other\":1,\"checks\""), InputFormat.JSON))
                    .isNotEmpty();
        }
        assertThat(holding.out())
                .startsWith("{\"format\":\"opel.conformance/1\",\"library\":\"" + Library.VERSION
                        + "\",\"framework\":{\"id\":\"nhse-opel-2023-24\",")
                .contains(
                        "\"holds\":true,\"faults\":[],\"clauses\":[{\"clause\":\"protocol: an answer for each report\",\"holds\":true,");
        assertThat(holding.exitCode()).isZero();
        assertThat(failing.out()).contains("\"holds\":false,\"faults\":[\"it ended with exit code 7\"],");
        assertThat(failing.err()).isEqualTo("sh: it ended with exit code 7.\n");
        assertThat(failing.exitCode()).isEqualTo(1);
        assertThat(silent.out())
                .contains(
                        "\"holds\":false,\"checks\":1,\"failures\":[\"Expected ",
                        " answers, one a line for each report; found 0\"]");
        assertThat(silent.exitCode()).isEqualTo(1);
    }

    @Test
    void the_examples_are_printed_one_a_line() {
        Result result = Result.of("conform", "--print");

        assertThat(result.out().lines())
                .hasSizeGreaterThanOrEqualTo(90)
                .allMatch(line -> line.startsWith("{\"format\":\"opel.conform/1\","));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void either_a_program_or_print_has_to_be_asked_for() {
        String expected =
                "Expected either a program to run, such as \"opel conform -- python3 my_scorer.py\", or --print.\n"
                        + "Try \"opel conform --help\".\n";

        assertThat(Result.of("conform").err()).isEqualTo(expected);
        assertThat(Result.of("conform", "--print", "--", "cat").err()).isEqualTo(expected);
        assertThat(Result.of("conform", "--print", "--format", "json").err())
                .startsWith(
                        "--format says how the result of a program is shown, and examples are always printed as JSON.");
        assertThat(Result.of("conform", "--rules", "nope", "--print").err()).startsWith("\"nope\" is not a folder,");
    }
}
