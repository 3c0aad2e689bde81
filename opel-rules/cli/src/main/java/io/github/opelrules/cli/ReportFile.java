package io.github.opelrules.cli;

import io.github.opelrules.internal.Words;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The texts of the reports, or of the records, in one file or on standard input, one after the other and one at a time. */
final class ReportFile implements Closeable {

    /** No report and no answer is anywhere near as long. */
    private static final int LONGEST = 1_000_000;

    /** The record of a step of all England has 1.6 million characters. */
    private static final int LONGEST_RECORD = 10_000_000;

    private final String what;
    private final String name;
    private final boolean onePerLine;
    private final int longest;
    private final Reader reader;
    private int line;
    private int firstTooLong;
    private int tooLong;

    private ReportFile(String what, String name, boolean onePerLine, InputStream in) {
        this.what = what;
        this.name = name;
        this.onePerLine = onePerLine;
        this.longest = what.equals("record") ? LONGEST_RECORD : LONGEST;
        // What is not UTF-8 becomes U+FFFD, which no report may contain: the report is refused, not the whole file.
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * One report as it stands in its file.
     *
     * @param place the file, with the line where it holds one report a line
     * @param line the line that the text begins on
     * @param text the text
     */
    record Entry(String place, int line, String text) {}

    /**
     * Opens a file.
     *
     * @param what one of what is in it, such as {@code report}
     * @param name the name as typed, or {@code -} for standard input
     * @throws IOException if it cannot be read, with a message that says why and what was expected
     */
    static ReportFile open(String what, String name, InputStream standardInput) throws IOException {
        if (name.equals("-")) {
            return new ReportFile(what, title(name), true, standardInput);
        }
        Path path = path(name);
        if (!Files.exists(path)) {
            throw new IOException("there is no such file.");
        }
        if (Files.isDirectory(path)) {
            throw new IOException("is a folder. Name the files in it.");
        }
        boolean onePerLine = name.endsWith(".jsonl");
        if (!onePerLine && !name.endsWith(".json")) {
            throw new IOException(
                    "expected a name that ends in .json, for one " + what + ", or in .jsonl, for one a line.");
        }
        if (!Files.isReadable(path)) {
            throw new IOException("cannot be read: permission is denied.");
        }
        try {
            return new ReportFile(what, name, onePerLine, Files.newInputStream(path));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The next report.
     *
     * @return null after the last
     * @throws IOException if it cannot be read, with a message that says why
     */
    private @Nullable Entry next() throws IOException {
        try {
            String text = nextText();
            while (text != null && text.isBlank()) {
                text = nextText();
            }
            return text == null ? null : new Entry(onePerLine ? name + ":" + line : name, line, text);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Takes all reports, one after the other. A line that is too long is left out.
     *
     * @throws IOException if there is none, or one cannot be read or was left out, with a message that says why
     */
    void forEach(Consumer<Entry> take) throws IOException {
        Entry entry = next();
        if (entry == null && tooLong == 0) {
            throw new IOException("is empty. Expected at least one " + what + ".");
        }
        while (entry != null) {
            take.accept(entry);
            entry = next();
        }
        if (tooLong > 0) {
            throw unreadable(new IOException("line " + firstTooLong
                    + (tooLong == 1 ? " is" : " and " + Words.count(tooLong - 1, "more line") + " are")
                    + " longer than " + longest
                    + " characters, which no " + what + " is"));
        }
    }

    /** What messages call a file. */
    static String title(String name) {
        return name.equals("-") ? "standard input" : name;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable String nextText() throws IOException {
        line++;
        StringBuilder text = new StringBuilder();
        int c = reader.read();
        boolean end = c < 0;
        long length = 0;
        while (c >= 0 && !(onePerLine && c == '\n')) {
            length++;
            if (length <= longest) {
                text.append((char) c);
            }
            c = reader.read();
        }
        if (length > longest) {
            firstTooLong = tooLong == 0 ? line : firstTooLong;
            tooLong++;
            return "";
        }
        return end ? null : text.toString();
    }

    private static Path path(String name) throws IOException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IOException("is not a file name: " + e.getReason() + ".", e);
        }
    }

    private static IOException unreadable(IOException e) {
        return new IOException("cannot be read: " + e.getMessage() + ".", e);
    }
}
