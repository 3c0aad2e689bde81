package io.github.opelrules.testkit.worksheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;

/** A workbook with what people do to it in Excel. */
final class EditedWorkbook {

    private static final Pattern AT = Pattern.compile("(\\w[\\w ]*)!([A-Z]*)(\\d*)(?::([A-Z]+)(\\d+))?");

    private final Map<String, SortedMap<Integer, SortedMap<Integer, Object>>> sheets = new LinkedHashMap<>();
    private final List<Last> last = new ArrayList<>();

    /** What is done to a sheet when all its cells are there. */
    private record Last(String sheet, Step step) {}

    private interface Step {
        void on(org.dhatim.fastexcel.Worksheet page);
    }

    private record Formatted(BigDecimal value, String format) {}

    private record Formula(String text) {}

    EditedWorkbook(Worksheet begun) {
        for (CellSheet sheet : begun.sheets()) {
            SortedMap<Integer, SortedMap<Integer, Object>> rows = new TreeMap<>();
            sheet.rows().forEach(row -> {
                SortedMap<Integer, Object> cells = new TreeMap<>();
                row.cells().forEach((column, cell) -> cells.put(column, cell.text()));
                rows.put(row.number(), cells);
            });
            sheets.put(sheet.name(), rows);
        }
    }

    /** Does what is said, such as {@code set Parameters!H7 = 30 to 15}; several with {@code &} between. */
    EditedWorkbook edit(String edits) {
        for (String edit : edits.split(" & ", -1)) {
            String[] parts = edit.strip().split(" = ", 2);
            String[] words = parts[0].split(" ", 2);
            one(words[0], words[1].strip(), parts.length > 1 ? parts[1] : "");
        }
        return this;
    }

    private void one(String verb, String at, String value) {
        Matcher m = AT.matcher(at);
        if (!m.matches()) {
            throw new IllegalArgumentException(at);
        }
        String sheet = m.group(1);
        int column = SheetCell.column(m.group(2) + "1");
        int row = m.group(3).isEmpty() ? 0 : Integer.parseInt(m.group(3));
        SortedMap<Integer, SortedMap<Integer, Object>> rows = sheets.get(sheet);
        SortedMap<Integer, Object> cells =
                rows == null ? new TreeMap<>() : rows.computeIfAbsent(row, r -> new TreeMap<>());
        switch (verb) {
            case "set" -> cells.put(column, value);
            case "clear" -> cells.remove(column);
            case "number" -> cells.put(column, new BigDecimal(value));
            case "percent" -> cells.put(column, new Formatted(new BigDecimal(value), "0%"));
            case "date" -> cells.put(column, new Formatted(new BigDecimal(value), "dd/mm/yyyy"));
            case "day" -> cells.put(column, new Formatted(new BigDecimal(value), "d-mmm"));
            case "formula" -> cells.put(column, new Formula(value));
            case "merge" -> {
                int bottom = Integer.parseInt(m.group(5)) - 1;
                int right = SheetCell.column(m.group(4) + "1");
                last.add(new Last(
                        sheet,
                        page -> page.range(row - 1, column, bottom, right).merge()));
            }
            case "hide-row" -> last.add(new Last(sheet, page -> page.hideRow(row - 1)));
            case "hide-column" -> last.add(new Last(sheet, page -> page.hideColumn(column)));
            case "hide-sheet" ->
                last.add(new Last(sheet, page -> page.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN)));
            case "swap-with" -> {
                int other = Integer.parseInt(value);
                SortedMap<Integer, Object> theirs = rows.get(other);
                rows.put(other, cells);
                rows.put(row, theirs);
            }
            case "copy-to" -> rows.put(Integer.parseInt(value), new TreeMap<>(cells));
            case "remove-row" -> rows.remove(row);
            case "shift" -> {
                SortedMap<Integer, Object> moved = new TreeMap<>(cells.headMap(column));
                cells.tailMap(column).forEach((at1, held) -> moved.put(at1 + 1, held));
                rows.put(row, moved);
            }
            case "rename-to" -> {
                sheets.put(value, rows);
                sheets.remove(sheet);
            }
            default -> throw new IllegalArgumentException(verb);
        }
        if (rows != null && row > 0 && rows.containsKey(row) && rows.get(row).isEmpty()) {
            rows.remove(row);
        }
    }

    Worksheet saved() {
        return Worksheet.read("edited.xlsx", toXlsx());
    }

    private byte[] toXlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            for (Map.Entry<String, SortedMap<Integer, SortedMap<Integer, Object>>> sheet : sheets.entrySet()) {
                org.dhatim.fastexcel.Worksheet page = workbook.newWorksheet(sheet.getKey());
                sheet.getValue()
                        .forEach((row, cells) -> cells.forEach((column, held) -> put(page, row - 1, column, held)));
                last.stream()
                        .filter(each -> each.sheet().equals(sheet.getKey()))
                        .forEach(each -> each.step().on(page));
                page.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(org.dhatim.fastexcel.Worksheet page, int row, int column, Object held) {
        if (held instanceof Formatted formatted) {
            page.value(row, column, formatted.value());
            page.style(row, column).format(formatted.format()).set();
        } else if (held instanceof Formula formula) {
            page.formula(row, column, formula.text());
        } else if (held instanceof BigDecimal number) {
            page.value(row, column, number);
        } else {
            page.value(row, column, held.toString());
        }
    }
}
