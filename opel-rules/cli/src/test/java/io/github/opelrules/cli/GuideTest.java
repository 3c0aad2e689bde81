package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.Pages;
import io.github.opelrules.rules.Pages.Block;
import io.github.opelrules.rules.SystemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks through the guide and all other pages as their readers do: makes its edits, runs its commands, and sees what they show. */
class GuideTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path GUIDE = ROOT.resolve("opel-rules/README.md");
    private static final Path COMMANDS = ROOT.resolve("docs/command-line.md");
    private static final String COMMAND = "java -jar opel-rules/cli/target/opel.jar ";

    /** What the reader names that is not part of this project. */
    private static final List<String> READERS_OWN = List.of(
            "my-rules",
            "my-overlay",
            "report.json",
            "slip.json",
            "records.jsonl",
            "hierarchy.csv",
            "declared.yaml",
            "entry.xlsx",
            "our-rules",
            "our-rules/cases",
            "today.json");

    @TempDir
    private Path folder;

    static List<Path> pages() {
        return Pages.all(ROOT);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_command_prints_what_the_page_shows(Path page) throws IOException {
        Files.writeString(
                folder.resolve("report.json"),
                Pages.blocks(COMMANDS, "json").get(0).content());
        String printed = null;
        boolean skipped = false;
        for (Block block : Pages.blocks(page)) {
            String content = block.content();
            switch (block.language()) {
                case "sh" -> {
                    assertThat(printed)
                            .as("the output that follows the command before " + content)
                            .isNull();
                    skipped = content.startsWith("mvn ")
                            || (!block.name().isEmpty() && !ConformCommandTest.isInstalled(block.name()));
                    printed = skipped ? null : run(content.strip());
                }
                case "text" -> {
                    // What a program of the examples prints is looked at where those are.
                    if (!skipped && block.name().isEmpty()) {
                        assertThat(printed).as("a command before " + content).isNotNull();
                        assertThat(printed).matches(Pages.shown(content));
                        printed = null;
                    }
                }
                case "diff" -> edit(block.name(), content);
                case "csv", "yaml", "json" -> {
                    Path file = folder.resolve(block.name());
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, content);
                    switch (block.name()) {
                        case "adoptions.yaml" ->
                            OpelRules.builder().bundled().adoptions(file).build();
                        case "hours.yaml" -> SystemFiles.hours(file);
                        case "system.yaml" -> SystemFiles.hierarchy(file);
                        default -> assertThat(file).exists();
                    }
                }
                default -> assertThat(block.language()).isIn("java", "xml", "");
            }
        }
        assertThat(printed).as("the output that follows the last command").isNull();
    }

    @Test
    void the_guide_and_the_page_of_commands_have_commands_to_try() {
        assertThat(Pages.blocks(GUIDE, "sh")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(Pages.blocks(COMMANDS, "sh")).hasSizeGreaterThanOrEqualTo(3);
    }

    /** What a command prints; null where it prints into a file. */
    private String run(String command) throws IOException {
        assertThat(command).startsWith(COMMAND);
        String[] parts = command.substring(COMMAND.length()).split(" > ");
        String[] arguments = Stream.of(parts[0].split(" ")).map(this::here).toArray(String[]::new);
        Result result = Result.of(arguments);
        assertThat(result.err()).as(command).isEmpty();
        if (parts.length > 1) {
            Files.writeString(Path.of(here(parts[1])), result.out());
            return null;
        }
        return result.out().replace(folder + "/", "");
    }

    private String here(String argument) {
        if (READERS_OWN.contains(argument)) {
            return folder.resolve(argument).toString();
        }
        return argument.startsWith("opel-examples/") ? "../../" + argument : argument;
    }

    private void edit(String file, String lines) throws IOException {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (String line : lines.split("\n")) {
            (line.startsWith("-") ? before : after).add(line.substring(1));
        }
        Path edited = folder.resolve(file);
        String text = Files.readString(edited);
        String old = String.join("\n", before) + "\n";
        assertThat(text).as(file).contains(old);
        int at = text.indexOf(old);
        Files.writeString(
                edited, text.substring(0, at) + String.join("\n", after) + "\n" + text.substring(at + old.length()));
    }
}
