package io.github.opelrules.rules.internal.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.PlainText;
import io.github.opelrules.rules.internal.system.AdoptionsFile;
import io.github.opelrules.rules.internal.system.SystemFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final String TITLE = "title: A small framework";

    /** One of each range that is refused, and the ends of those that Unicode puts elsewhere. */
    private static final String REFUSED = """
            000D 000B 000C 0085 2028 2029
            0000 001B 007F 009F
            00A0 1680 2000 200A 202F 205F 3000
            061C 200E 200F 202A 202E 2066 2069
            00AD 0600 200B 200C 200D 2060 2064 206F FEFF FFF9 FFFB 1D173 E0001 E0020 E007F
            034F 115F 1160 17B4 17B5 180B 180E 180F 2065 2800 3164 FE00 FE0F FFA0 FFF0 E0000 E0100 E01EF E0FFF
            FDD0 FDEF FFFE FFFF 1FFFE 10FFFF""";

    static int[] refused() {
        return Arrays.stream(REFUSED.split("\\s+"))
                .mapToInt(code -> Integer.parseInt(code, 16))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void it_is_refused_in_a_comment_of_a_table_and_named_with_its_place(int c) {
        Finding finding = only("format:", "# A comment" + Character.toString(c) + "goes on.\nformat:");

        assertThat(finding.code()).isEqualTo("OPEL-015");
        assertThat(finding.line()).isEqualTo(1);
        assertThat(finding.column()).isEqualTo(12);
        assertThat(finding.message())
                .startsWith(String.format("The character U+%04X ", c))
                .contains("stands here, ")
                .endsWith("away.");
        assertThat(finding.message().chars()).allMatch(each -> each >= ' ' && each <= '~');
        String name = Character.getName(c);
        if (name != null) {
            assertThat(finding.message()).contains("(" + name + ")");
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void it_is_refused_in_a_value_of_a_table_that_writes_it_as_an_escape(int c) {
        String escape = String.format("\\U%08X", c);
        if (c >= 0xFDD0 && c <= 0xFDEF || (c & 0xFFFE) == 0xFFFE) {
            return; // Whether YAML knows such an escape is its own affair; the next test has them all.
        }
        Finding finding = only(TITLE, "title: \"A small" + escape + " framework\"");

        assertThat(finding.code()).isEqualTo("OPEL-015");
        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.column()).isEqualTo(8);
        assertThat(finding.message())
                .startsWith(String.format("The character U+%04X ", c))
                .contains("is written as an escape in this text, ");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void it_is_refused_in_a_decoded_value(int c) {
        Findings findings = new Findings("file.yaml");

        assertThat(PlainText.isPlainValue("a" + Character.toString(c) + "b", Place.START, findings))
                .isFalse();
        assertThat(findings.errors()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\N", "\\_", "\\v", "\\f", "\\r", "\\e", "\\0", "\\x1b", "\\u202e", "\\uFEFF"})
    void every_kind_of_escape_is_decoded_first(String escape) {
        assertThat(only(TITLE, "title: \"A small" + escape + "framework\"").code())
                .isEqualTo("OPEL-015");
        assertThat(only(TITLE, TITLE + "\n\"note" + escape + "\": 1").code()).isEqualTo("OPEL-015");
    }

    @Test
    void all_of_them_are_named_at_once_and_nothing_else_is_read() {
        RuleCheck check = check(TITLE, "# one\u202Etwo\u200B\ntitel: A\u00A0small framework");

        assertThat(check.findings())
                .extracting(Finding::line, Finding::column, Finding::code)
                .containsExactly(tuple(4, 6, "OPEL-015"), tuple(4, 10, "OPEL-015"), tuple(5, 9, "OPEL-015"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"⚠️", "↔️", "☎︎", "😀", "’", "é", "e\u0301", "中", "Ελλ", "\r\n#", "«»", "£", "%", "…"})
    void what_can_be_seen_can_stand_there(String text) {
        assertThat(check(TITLE, "# " + text + " comment\n" + TITLE).findings()).isEmpty();
    }

    @Test
    void a_selector_behind_a_letter_is_no_emoji() {
        assertThat(only(TITLE, "# a\uFE0F\n" + TITLE).column()).isEqualTo(4);
        assertThat(only(TITLE, "#\uFE0F⚠\n" + TITLE).column()).isEqualTo(2);
        assertThat(only(TITLE, "# ⚠\uFE01\n" + TITLE).column()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void it_is_refused_in_a_table_of_units(int c, @TempDir Path folder) throws IOException {
        Path csv = folder.resolve("units.csv");
        Files.writeString(
                csv, "code,name,parent,role,start,end\nQXX,An ICS" + Character.toString(c) + ",,ics,,\n", UTF_8);

        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class, () -> SystemFile.of(csv).hierarchy());

        assertThat(refused.findings()).hasSize(1);
        assertThat(refused.findings().get(0).code()).isEqualTo("OPEL-015");
        assertThat(refused.findings().get(0).line()).isEqualTo(2);
        assertThat(refused.findings().get(0).column()).isEqualTo(11);
    }

    @Test
    void a_tab_is_refused_in_a_table_of_units(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("units.csv");
        Files.writeString(csv, "code,name,parent,role,start,end\nQXX,An\tICS,,ics,,\n", UTF_8);

        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class, () -> SystemFile.of(csv).hierarchy());

        assertThat(refused.findings()).extracting(Finding::code).containsExactly("OPEL-007");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void it_is_refused_in_adoptions(int c, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("adoptions.yaml");
        Files.writeString(file, "# A" + Character.toString(c) + "comment\nformat: opel.adoptions/1\n", UTF_8);

        assertThat(AdoptionsFile.read(file).findings(null))
                .extracting(Finding::code)
                .containsExactly("OPEL-015");
    }

    private static Finding only(String old, String changed) {
        RuleCheck check = check(old, changed);
        assertThat(check.framework()).isEmpty();
        assertThat(check.findings()).hasSize(1);
        return check.findings().get(0);
    }

    private static RuleCheck check(String old, String changed) {
        MemoryFolder folder = MemoryFolder.small();
        String file = folder.text("framework.yaml");
        assertThat(file).contains(old);
        return FrameworkLoader.check(
                folder.put("framework.yaml", file.replace(old, changed).getBytes(UTF_8)));
    }
}
