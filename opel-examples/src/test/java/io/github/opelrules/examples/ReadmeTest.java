package io.github.opelrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README shows the examples as they are, and what they really print. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path EXAMPLES = Path.of("src", "main", "java", "io", "github", "opelrules", "examples");

    @Test
    void the_embedding_example_is_the_one_that_runs() throws IOException {
        assertThat(source("ScoreOneProvider")).contains(blocks("java").get(0));
    }

    @Test
    void the_example_of_a_system_is_the_one_that_runs_and_its_tree_is_what_it_prints() throws IOException {
        assertThat(source("SystemToday")).contains(blocks("java").get(1));
        assertThat(Output.of(() -> SystemToday.main(new String[0])))
                .contains("\n\n" + blocks("text").get(2) + "\n");
    }

    @Test
    void the_example_of_an_escalation_is_the_one_that_runs_and_its_hour_is_what_it_prints() throws IOException {
        assertThat(source("ADayInTheSCC")).contains(blocks("java").get(2));
        assertThat(Output.of(() -> ADayInTheSCC.main(new String[0])))
                .contains("\n" + blocks("text").get(3));
    }

    @Test
    void its_output_is_what_it_prints() throws IOException {
        List<String> shown = blocks("text").get(1).lines().toList();

        assertThat(Output.of(() -> ScoreOneProvider.main(new String[0])).lines())
                .startsWith(shown.toArray(String[]::new));
    }

    @Test
    void the_winter_is_what_the_program_prints() throws IOException {
        assertThat(Output.of(() -> ScoreAWinter.main(new String[0])))
                .contains(blocks("text").get(0));
    }

    private static String source(String example) throws IOException {
        return Files.readString(EXAMPLES.resolve(example + ".java")).replaceAll("(?m)^        ", "");
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(README));
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }
}
