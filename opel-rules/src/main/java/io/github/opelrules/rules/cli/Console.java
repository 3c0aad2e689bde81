package io.github.opelrules.rules.cli;

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

    /** @throws UncheckedIOException if the output cannot be written */
    void print(String text) {
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
        err.print(message + "\n");
    }
}
