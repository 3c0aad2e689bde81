package io.github.opelrules.cli;

import io.github.opelrules.internal.Words;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Standard input, output and error. What is printed is UTF-8 and buffered; lines end in {@code \n} everywhere. */
final class Console {

    private final InputStream in;
    private final Writer out;
    private final PrintStream err;

    Console(InputStream in, OutputStream out, OutputStream err) {
        this.in = in;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    InputStream in() {
        return in;
    }

    /**
     * Prints a text, in which {@link #visible} keeps what files say from steering the terminal.
     *
     * @throws UncheckedIOException if the output cannot be written
     */
    void print(String text) {
        printAsIs(visible(text));
    }

    /**
     * Prints what has to stay as it is to the byte, such as a decision record.
     *
     * @throws UncheckedIOException if the output cannot be written
     */
    void printAsIs(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** @throws UncheckedIOException if the output cannot be written */
    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Says on standard error what is wrong. */
    void complain(String message) {
        err.print(visible(message) + "\n");
    }

    /**
     * A text with escapes, such as {@code \u001B}, for characters that would steer a terminal or turn the direction of writing;
     * ends of lines and tabs stay. In JSON such an escape means the same as the character.
     */
    static String visible(String text) {
        if (text.codePoints().allMatch(Console::isVisible)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isVisible(c)) {
                visible.appendCodePoint(c);
            } else {
                Character.toString(c).chars().forEach(unit -> visible.append(String.format("\\u%04X", unit)));
            }
        });
        return visible.toString();
    }

    private static boolean isVisible(int c) {
        return c == '\n' || c == '\t' || Words.isVisible(c);
    }
}
