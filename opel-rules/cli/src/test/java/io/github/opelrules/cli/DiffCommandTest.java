package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.PublishedSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    private static final String BUNDLED = "nhse-opel-2023-24";

    @TempDir
    Path folder;

    /** A copy of the bundled framework with another version and one text of its table replaced. */
    private String copy(String version, String old, String text) throws IOException {
        String manifest = bundled("framework.yaml");
        String table = bundled("acute.yaml");
        assertThat(table).contains(old);
        Files.writeString(folder.resolve("framework.yaml"), manifest.replace("\"1.1.0\"", "\"" + version + "\""));
        Files.writeString(folder.resolve("acute.yaml"), table.replace(old, text));
        Files.createDirectories(folder.resolve("protocol"));
        for (String rules : new String[] {"protocol/ics.dslr", "protocol/provider.dslr"}) {
            Files.writeString(folder.resolve(rules), bundled(rules));
        }
        return folder.toString();
    }

    private static String bundled(String file) throws IOException {
        return resource("frameworks/" + BUNDLED + "/" + file);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = OpelJson.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void rules_that_do_not_load_are_refused_with_their_findings() throws IOException {
        Result result =
                Result.of("diff", BUNDLED, copy("1.1.1", "- { above: 60, points: 6 }", "- { above: 61, points: 6 }"));

        assertThat(result.err()).startsWith("The rules have 1 problem:").contains("OPEL-101", folder.toString());
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void a_patch_that_changes_a_result_fails() throws IOException {
        Result result = Result.of(
                "diff",
                BUNDLED,
                copy("1.1.1", "- { above: 30, upTo: 60, points: 4 }", "- { above: 30, upTo: 60, points: 5 }"));

        assertThat(result.out())
                .startsWith("nhse-opel-2023-24 1.1.0 → 1.1.1\nResults can change.\nError OPEL-450: ")
                .contains("\n    above 30 and up to 60 min (30.01 to 60.00): 4 → 5\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void a_minor_is_free_to_change_results() throws IOException {
        Result result = Result.of(
                "diff",
                "--format",
                "markdown",
                BUNDLED,
                copy("1.2.0", "- { level: 1, upTo: 11 }", "- { level: 1, upTo: 11 } # ours"));

        assertThat(result.out())
                .isEqualTo("### nhse-opel-2023-24 1.1.0 → 1.2.0\n\n**Nothing differs that the rules say.**\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void the_JSON_is_valid_under_its_schema() throws IOException {
        Result result = Result.of(
                "diff",
                BUNDLED,
                copy("1.2.0", "- { above: 60, points: 6 }", "- { above: 60, points: 5 }"),
                "--format",
                "json");

        assertThat(PublishedSchemas.schema("opel.diff-1").validate(result.out(), InputFormat.JSON))
                .isEmpty();
        assertThat(result.out())
                .startsWith("{\"format\":\"opel.diff/1\",\"library\":\"")
                .contains("\"tables\":[{\"providerType\":\"acute\"")
                .endsWith("}\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void rules_that_are_not_there_are_named() {
        Result result = Result.of("diff", BUNDLED, "nhse-opel-2023-25");

        assertThat(result.err())
                .startsWith("\"nhse-opel-2023-25\" is not a folder")
                .contains("Did you mean \"nhse-opel-2023-24\"?");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void both_rules_have_to_be_named() {
        String expected = "Expected two sets of rules, those before and those after, such as \"opel diff"
                + " nhse-opel-2023-24 my-rules\"; found ";

        assertThat(Result.of("diff")).isEqualTo(new Result(2, "", expected + "none.\nTry \"opel diff --help\".\n"));
        assertThat(Result.of("diff", BUNDLED))
                .isEqualTo(new Result(2, "", expected + "one.\nTry \"opel diff --help\".\n"));
    }

    @Test
    void the_help_says_what_it_is_for() {
        assertThat(Result.of("diff", "--help").out())
                .startsWith("Says exactly what would change if rules A were replaced by rules B")
                .contains("Exit codes: 0 done; 1 the version claims what does not hold; 2 wrong usage");
    }
}
