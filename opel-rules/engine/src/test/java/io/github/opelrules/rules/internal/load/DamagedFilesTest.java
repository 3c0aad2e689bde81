package io.github.opelrules.rules.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.InvalidRulesException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However a file is damaged, it is loaded or refused with findings; nothing else ever comes out. */
class DamagedFilesTest {

    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\n",
            "  ",
            "\t",
            "- ",
            ": ",
            ":",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\"",
            "'",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "|",
            ">",
            "? ",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "@",
            "`",
            "\0",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "é",
            "😀",
            "−",
            "%",
            "null",
            "~",
            "true",
            "0",
            "-1",
            "1e9",
            "99999999999999999999999999999",
            "0.000000000000000000000001",
            "expected",
            "from: 1",
            "above",
            "upTo",
            "below",
            "points",
            "framework.yaml",
            "../x.yaml",
            "PT1H",
            "P9999999999999999999D",
            "2024-02-30",
            "<<",
            "\\",
            "\"\\u0000\"");

    @Property(tries = 300)
    void damaged_bytes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int times, @ForAll boolean manifest) {
        Random random = new Random(seed);
        String file = manifest ? "framework.yaml" : "acute.yaml";
        MemoryFolder folder = MemoryFolder.bundled();
        byte[] bytes = folder.bytes(file);
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }

        assertLoadsOrIsRefused(folder.put(file, bytes));
    }

    @Property(tries = 700)
    void damaged_text(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int times, @ForAll boolean manifest) {
        Random random = new Random(seed);
        String file = manifest ? "framework.yaml" : "acute.yaml";
        MemoryFolder folder = MemoryFolder.bundled();
        StringBuilder text = new StringBuilder(withoutComments(folder.text(file)));
        for (int i = 0; i < times; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(8));
            text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
        }

        assertLoadsOrIsRefused(folder.put(file, text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 300)
    void damaged_overlays(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int times) {
        Random random = new Random(seed);
        MemoryFolder folder = MemoryFolder.overlay();
        StringBuilder text = new StringBuilder(folder.text("overlay.yaml"));
        for (int i = 0; i < times; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(8));
            text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
        }

        assertLoadsOrIsRefused(folder.put("overlay.yaml", text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 300)
    void damaged_values(@ForAll long seed) {
        Random random = new Random(seed);
        MemoryFolder folder = MemoryFolder.bundled();
        List<String> words = new ArrayList<>(
                Arrays.asList(withoutComments(folder.text("acute.yaml")).split("(?<=[ ,:])|(?=[ ,:\n])")));
        int one = random.nextInt(words.size());
        int other = random.nextInt(words.size());
        Collections.swap(words, one, other);

        assertLoadsOrIsRefused(folder.put("acute.yaml", String.join("", words).getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 300)
    void damaged_lines(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int times) {
        Random random = new Random(seed);
        MemoryFolder folder = MemoryFolder.bundled();
        List<String> lines = new ArrayList<>(
                withoutComments(folder.text("acute.yaml")).lines().toList());
        for (int i = 0; i < times; i++) {
            int line = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(line);
                case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
                case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
                default ->
                    lines.set(
                            line,
                            " ".repeat(random.nextInt(12)) + lines.get(line).strip());
            }
        }

        assertLoadsOrIsRefused(folder.put("acute.yaml", String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    private static String withoutComments(String yaml) {
        return yaml.replaceAll("(?m)(^| )#.*\n", "\n");
    }

    private static void assertLoadsOrIsRefused(MemoryFolder folder) {
        try {
            Framework framework = FrameworkLoader.load(folder);
            assertThat(framework.tables()).isNotEmpty();
        } catch (InvalidRulesException refused) {
            assertThat(refused.findings()).isNotEmpty();
            for (Finding finding : refused.findings()) {
                assertThat(finding.line()).isPositive();
                assertThat(finding.column()).isPositive();
                assertThat(finding.message().chars().anyMatch(Character::isISOControl))
                        .as(finding.message())
                        .isFalse();
            }
        }
    }
}
