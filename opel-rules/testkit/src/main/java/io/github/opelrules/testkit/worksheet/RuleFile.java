package io.github.opelrules.testkit.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule file that is put together of texts, each of which may come from a row. */
final class RuleFile {

    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    private record Part(int firstLine, String place) {}

    /** Adds a text, which may come from the row at a place; nothing where it comes from none. */
    void add(String added, String place) {
        parts.add(new Part(lines() + 1, place));
        text.append(added);
    }

    /** Ends with one empty line, so that something can follow. */
    void skipLine() {
        while (text.length() > 0 && text.charAt(text.length() - 1) == '\n') {
            text.setLength(text.length() - 1);
        }
        text.append("\n\n");
    }

    private int lines() {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The row that a line comes from; empty where it comes from none. */
    Optional<String> placeOf(int line) {
        String place = "";
        for (Part part : parts) {
            if (part.firstLine() <= line) {
                place = part.place();
            }
        }
        return Optional.of(place).filter(of -> !of.isEmpty());
    }

    /** The text, with one end of line at its end. */
    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
