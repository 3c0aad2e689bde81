package io.github.opelrules.rules.internal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of CSV, of which a cell in quotes may hold commas, and quotes written twice.
 *
 * @param cells what stands in its cells
 * @param closed whether each quote that is opened is closed in the same line
 */
public record CsvLine(List<String> cells, boolean closed) {

    public CsvLine {
        cells = List.copyOf(cells);
    }

    /** Reads a line without its end. */
    public static CsvLine of(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return new CsvLine(cells, !quoted);
    }

    /** The line as it is written, without its end. */
    @Override
    public String toString() {
        return cells.stream()
                .map(cell -> cell.matches(".*[\",].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                .collect(Collectors.joining(","));
    }
}
