package io.github.opelrules.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.EditedCopy;
import io.github.opelrules.rules.RuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class OpelCasesTest {

    private static final String BUNDLED = "nhse-opel-2023-24";

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheBundledFramework() throws IOException {
        EditedCopy.asItIs(folder, "framework.yaml", "acute.yaml", "cases/acute.yaml");
    }

    @TestFactory
    Stream<DynamicTest> the_one_line_that_a_host_writes() {
        return OpelCases.in(RuleSource.bundled(FrameworkId.of("nhse-opel-2024-26")));
    }

    @Test
    void each_case_is_a_test_of_its_own_that_leads_to_its_line() throws IOException {
        List<DynamicTest> tests = OpelCases.in(RuleSource.of(folder)).toList();

        assertThat(tests).hasSize(105);
        assertThat(tests.get(0).getDisplayName()).isEqualTo("a mean handover of 0 min scores 0");
        int line = Integer.parseInt(
                tests.get(0).getTestSourceUri().orElseThrow().getQuery().replace("line=", ""));
        assertThat(Files.readAllLines(folder.resolve("cases/acute.yaml")).get(line - 1))
                .contains("case: a mean handover of 0 min scores 0");
        assertThat(OpelCases.in(RuleSource.bundled(FrameworkId.of(BUNDLED)))
                        .findFirst()
                        .orElseThrow()
                        .getTestSourceUri())
                .hasValueSatisfying(uri -> assertThat(uri.toString())
                        .startsWith("classpath:/io/github/opelrules/rules/frameworks/" + BUNDLED
                                + "/cases/acute.yaml?line="));
    }

    @Test
    void a_case_that_does_not_hold_fails_and_says_why_and_the_others_do_not() throws IOException {
        Path table = folder.resolve("acute.yaml");
        Files.writeString(
                table,
                Files.readString(table).replace("above: 30, upTo: 60, points: 4", "above: 30, upTo: 60, points: 5"));
        List<DynamicTest> tests = OpelCases.in(RuleSource.of(folder)).toList();
        DynamicTest wrong = tests.stream()
                .filter(test -> test.getDisplayName().equals("a mean handover of 60 min scores 4"))
                .findFirst()
                .orElseThrow();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> wrong.getExecutable().execute())
                .withMessageStartingWith(folder + "/cases/acute.yaml:")
                .withMessageContaining(": a mean handover of 60 min scores 4\n  score: expected 4, found 5\n")
                .withMessageContaining(
                        "\n  | OPEL 1, 5 of 44 points: mean ambulance handover time (5); 5 of 9 readings doubtful.");
        assertThatCode(() -> tests.get(0).getExecutable().execute()).doesNotThrowAnyException();
    }

    @Test
    void no_case_at_all_fails() throws IOException {
        Files.delete(folder.resolve("cases/acute.yaml"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> OpelCases.in(RuleSource.of(folder)))
                .withMessage("nhse-opel-2023-24 1.1.0 has no cases, so nothing is tested. Write some into its folder"
                        + " \"cases\".");
    }
}
