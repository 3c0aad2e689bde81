package io.github.opelrules.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages that people read, and the blocks on them. */
public final class Pages {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\S*) ?(\\S*)\n(.*?)^```$");

    private Pages() {}

    /**
     * What stands between two fences.
     *
     * @param language the first word behind the fence, or nothing
     * @param name the second: the file that it is, the program that prints it, or nothing
     */
    public record Block(String language, String name, String content) {}

    /** The README, the guide, the notes for contributors and all of {@code docs}. */
    public static List<Path> all(Path root) {
        try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "opel-rules/README.md")
                                    .map(root::resolve),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Block> blocks(Path page) {
        return BLOCK.matcher(read(page))
                .results()
                .map(block -> new Block(block.group(1), block.group(2), block.group(3)))
                .toList();
    }

    public static List<Block> blocks(Path page, String language) {
        return blocks(page).stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** The text of a page without its blocks. */
    public static String prose(Path page) {
        return BLOCK.matcher(read(page)).replaceAll("");
    }

    /** A line with an ellipsis alone stands for any lines; the same within a line stands for anything in it. */
    public static Pattern shown(String text) {
        return Pattern.compile(Arrays.stream(text.split("\n"))
                .map(line -> line.equals("…")
                        ? "(?:.*\n)*?"
                        : Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")) + "\n")
                .collect(Collectors.joining()));
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
