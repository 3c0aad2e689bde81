package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.testkit.worksheet.CellSheet.CellRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/** Writes a worksheet as CSV that Excel opens as it is. */
final class CsvWriter {

    private CsvWriter() {}

    static byte[] write(List<CellSheet> sheets) {
        StringBuilder text = new StringBuilder("\ufeff");
        for (CellSheet sheet : sheets) {
            text.append(CsvReader.SHEET)
                    .append(',')
                    .append(quoted(sheet.name()))
                    .append("\r\n");
            for (CellRow row : sheet.rows()) {
                StringJoiner line = new StringJoiner(",");
                for (int column = 0; column <= row.cells().lastKey(); column++) {
                    SheetCell cell = row.cells().get(column);
                    line.add(cell == null ? "" : quoted(cell.text()));
                }
                text.append(line).append("\r\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",;\n\r\t].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
