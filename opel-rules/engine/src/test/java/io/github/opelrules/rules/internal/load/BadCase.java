package io.github.opelrules.rules.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case of the folder {@code bad}: what is changed in the folder {@code small}, and the findings that this gives. A case
 * whose name begins with {@code overlay} changes the folder {@code overlay}.
 *
 * <p>After {@code in FILE}, the lines that begin with a hyphen are replaced by those that begin with a plus. Without a
 * line that begins with a hyphen the lines are the whole file.
 */
record BadCase(String name, MemoryFolder folder, List<String> expected) {

    static Stream<BadCase> all() {
        Path folder = MemoryFolder.resource("bad");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(BadCase::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BadCase read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            int gives = lines.indexOf("gives");
            String name = file.getFileName().toString().replace(".txt", "");
            MemoryFolder folder = name.startsWith("overlay") ? MemoryFolder.overlay() : MemoryFolder.small();
            List<String> removed = new ArrayList<>();
            List<String> added = new ArrayList<>();
            String in = "";
            for (String line : Stream.concat(lines.subList(0, gives).stream(), Stream.of("in nothing"))
                    .toList()) {
                if (line.startsWith("in ")) {
                    apply(folder, in, removed, added);
                    in = line.substring("in ".length());
                    removed.clear();
                    added.clear();
                } else {
                    (line.startsWith("- ") ? removed : added).add(line.substring("- ".length()));
                }
            }
            return new BadCase(name, folder, lines.subList(gives + 1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void apply(MemoryFolder folder, String file, List<String> removed, List<String> added) {
        String text = String.join("\n", added);
        if (removed.isEmpty()) {
            if (!file.isEmpty()) {
                folder.put(file, text.getBytes(StandardCharsets.UTF_8));
            }
            return;
        }
        String before = folder.text(file);
        String old = String.join("\n", removed);
        assertThat(before).contains(old);
        int at = before.indexOf(old);
        folder.put(
                file,
                (before.substring(0, at) + text + before.substring(at + old.length()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return name;
    }
}
