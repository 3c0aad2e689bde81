package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.testkit.worksheet.CellSheet.CellRow;
import io.github.opelrules.testkit.worksheet.SheetCell.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a worksheet from CSV as Excel writes it: with commas, semicolons or tabs; in UTF-8 with or without a byte order mark, or in the
 * encoding of Windows in Western Europe. The sheets follow one another, each after a row of {@code Sheet} and its name.
 */
final class CsvReader {

    /** The first cell of the row that names a sheet. */
    static final String SHEET = "Sheet";

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final String text;
    private final char separator;
    private int at;

    private CsvReader(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** The sheets of a CSV file, whose cells are called as Excel does that opens it. */
    static List<CellSheet> read(byte[] bytes) {
        String text = decoded(bytes);
        return new CsvReader(text, separator(text)).sheets();
    }

    /** Whether decimals are likely to have a comma, because columns have a semicolon. */
    static boolean hasDecimalCommas(byte[] bytes) {
        return separator(decoded(bytes)) == ';';
    }

    private static String decoded(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, WINDOWS);
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** What stands after the first word of the row that names the first sheet; Excel may say it before. */
    private static char separator(String text) {
        if (text.startsWith("sep=") && text.length() > 4) {
            return text.charAt(4);
        }
        for (String line : text.split("\n", -1)) {
            String begin = line.strip().replace("\"", "");
            if (begin.startsWith(SHEET) && begin.length() > SHEET.length()) {
                char c = begin.charAt(SHEET.length());
                if (c == ';' || c == ',' || c == '\t') {
                    return c;
                }
            }
        }
        throw new BadWorksheetException("No row begins with \"" + SHEET
                + "\" and the name of a sheet, such as \"Sheet,Parameters\". Begin with \"opel worksheet RULES --to"
                + " FILE.csv\", fill that in, and keep the rows that name the sheets.");
    }

    private List<CellSheet> sheets() {
        List<CellSheet> sheets = new ArrayList<>();
        List<CellRow> rows = new ArrayList<>();
        String sheet = "";
        for (int number = 1; at < text.length(); number++) {
            SortedMap<Integer, SheetCell> cells = row(number);
            SheetCell first = cells.get(0);
            SheetCell second = cells.get(1);
            if (first != null && first.text().equals(SHEET) && second != null) {
                if (!sheet.isEmpty()) {
                    sheets.add(new CellSheet(sheet, rows, Set.of(), false));
                }
                rows.clear();
                sheet = second.text();
            } else if (!sheet.isEmpty() && !cells.isEmpty()) {
                rows.add(new CellRow(SheetCell.name(number, cells.firstKey()), number, false, cells));
            }
        }
        sheets.add(new CellSheet(sheet, rows, Set.of(), false));
        return sheets;
    }

    /** The next row; a cell in quotes can have ends of lines in it. */
    private SortedMap<Integer, SheetCell> row(int number) {
        SortedMap<Integer, SheetCell> cells = new TreeMap<>();
        for (int column = 0; ; column++) {
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"' && (quoted || cell.toString().isBlank())) {
                    boolean doubled = quoted && at + 1 < text.length() && text.charAt(at + 1) == '"';
                    if (doubled) {
                        cell.append(c);
                        at++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (!quoted && (c == separator || c == '\n')) {
                    break;
                } else {
                    cell.append(c);
                }
                at++;
            }
            String words = PlainWords.trimmed(cell.toString());
            if (!words.isEmpty()) {
                cells.put(column, new SheetCell(SheetCell.name(number, column), Kind.TEXT, words));
            }
            boolean more = at < text.length() && text.charAt(at) == separator;
            at++;
            if (!more) {
                return cells;
            }
        }
    }
}
