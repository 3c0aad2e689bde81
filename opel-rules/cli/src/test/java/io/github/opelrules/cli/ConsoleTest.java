package io.github.opelrules.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(new ByteArrayInputStream(new byte[0]), out, err);

    @Test
    void what_would_steer_the_terminal_is_escaped_on_both_outputs() {
        console.print("a\u001B[31mb\u009Bc\rd\u0007\n");
        console.flush();
        console.complain("a\u202Eb\u2028c");

        assertThat(out.toString(UTF_8)).isEqualTo("a\\u001B[31mb\\u009Bc\\u000Dd\\u0007\n");
        assertThat(err.toString(UTF_8)).isEqualTo("a\\u202Eb\\u2028c\n");
    }

    @Test
    void a_character_of_two_units_is_escaped_as_json_writes_it() {
        assertThat(Console.visible("\"\uDB40\uDC41\"")).isEqualTo("\"\\uDB40\\uDC41\"");
    }

    @Test
    void all_else_stays() {
        String text = "Guy’s\t62 % – é 中 😀\n";

        assertThat(Console.visible(text)).isSameAs(text);
    }

    @Test
    void what_has_to_stay_as_it_is_does() {
        console.printAsIs("{\"a\":\"\u202E\"}");
        console.flush();

        assertThat(out.toString(UTF_8)).isEqualTo("{\"a\":\"\u202E\"}");
    }

    @Test
    void a_file_whose_name_steers_the_terminal_is_named_without_doing_so(@TempDir Path folder) throws IOException {
        Path evil;
        try {
            evil = Files.writeString(folder.resolve("a\u001B[2Jb.json"), "{");
        } catch (InvalidPathException e) {
            Assumptions.abort("This system knows no such names: " + e.getMessage());
            return;
        }

        Result result = Result.of("score", evil.toString());

        assertThat(result.err()).contains("a\\u001B[2Jb.json").doesNotContain("\u001B");
        assertThat(result.out()).doesNotContain("\u001B");
    }
}
