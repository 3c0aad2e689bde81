package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.SystemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks through the guide as its reader does: makes its edits, runs its commands, and sees what it shows. */
class GuideTest {

    private static final Path GUIDE = Path.of("../README.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\S+) ?(\\S*)\n(.*?)^```$");
    private static final String COMMAND = "java -jar opel-rules/cli/target/opel.jar ";

    /** What the reader names that is not part of this project. */
    private static final List<String> READERS_OWN = List.of(
            "my-rules", "my-overlay", "report.json", "slip.json", "records.jsonl", "hierarchy.csv", "declared.yaml");

    @TempDir
    private Path folder;

    @Test
    void every_command_prints_what_the_guide_shows() throws IOException {
        Files.writeString(folder.resolve("report.json"), firstJsonBlock(Path.of("../../README.md")));
        int commands = 0;
        String printed = null;
        boolean skipped = false;
        Matcher block = BLOCK.matcher(Files.readString(GUIDE));
        while (block.find()) {
            String content = block.group(3);
            switch (block.group(1)) {
                case "sh" -> {
                    assertThat(printed)
                            .as("the output that follows the command before " + content)
                            .isNull();
                    skipped = !block.group(2).isEmpty() && !ConformCommandTest.isInstalled(block.group(2));
                    printed = skipped ? null : run(content.strip());
                    commands++;
                }
                case "text" -> {
                    if (skipped) {
                        continue;
                    }
                    assertThat(printed).as("a command before " + content).isNotNull();
                    assertThat(printed).matches(shown(content));
                    printed = null;
                }
                case "diff" -> edit(block.group(2), content);
                case "csv", "yaml" -> {
                    Path file = folder.resolve(block.group(2));
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, content);
                    switch (block.group(2)) {
                        case "adoptions.yaml" ->
                            OpelRules.builder().bundled().adoptions(file).build();
                        case "hours.yaml" -> SystemFiles.hours(file);
                        case "system.yaml" -> SystemFiles.hierarchy(file);
                        default -> assertThat(file).exists();
                    }
                }
                default -> assertThat(block.group(1)).isEqualTo("java");
            }
        }
        assertThat(printed).as("the output that follows the last command").isNull();
        assertThat(commands).isGreaterThanOrEqualTo(8);
    }

    @Test
    void the_command_of_the_readme_for_a_system_shows_a_tree() throws IOException {
        String command = Files.readString(Path.of("../../README.md"))
                .lines()
                .filter(line -> line.startsWith(COMMAND) && line.contains("--hierarchy"))
                .findFirst()
                .orElseThrow();

        Result result = Result.of(command.substring(COMMAND.length())
                .replace("opel-examples/", "../../opel-examples/")
                .split(" "));

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("At 2024-01-08T08:00:00Z\n\nEngland (EXN): ");
    }

    private static String firstJsonBlock(Path file) throws IOException {
        return BLOCK.matcher(Files.readString(file))
                .results()
                .filter(block -> block.group(1).equals("json"))
                .findFirst()
                .orElseThrow()
                .group(3);
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

    /** A line with an ellipsis alone stands for any lines; the same within a line stands for anything in it. */
    private static Pattern shown(String text) {
        return Pattern.compile(Arrays.stream(text.split("\n"))
                .map(line -> line.equals("…")
                        ? "(?:.*\n)*?"
                        : Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")) + "\n")
                .collect(Collectors.joining()));
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
