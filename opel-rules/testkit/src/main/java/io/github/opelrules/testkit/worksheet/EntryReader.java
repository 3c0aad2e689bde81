package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.Finding.Severity;
import io.github.opelrules.testkit.worksheet.CellSheet.CellRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the rows of the sheets by their headings, and says what does not show what it holds, or belongs to no row. */
final class EntryReader {

    private static final Set<String> EXCELS_ERRORS =
            Set.of("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

    private final List<CellFinding> findings;

    /** The columns under no heading that are reported already. */
    private final Set<String> outside = new HashSet<>();

    EntryReader(List<CellFinding> findings) {
        this.findings = findings;
    }

    /** The rows of a sheet; none where it is missing, and then the findings say so. */
    List<Entry> read(Worksheet worksheet, Sheets which) {
        List<CellSheet> named = worksheet.sheets().stream()
                .filter(sheet -> sheet.name().strip().equalsIgnoreCase(which.title()))
                .toList();
        if (named.size() != 1) {
            List<String> names =
                    worksheet.sheets().stream().map(CellSheet::name).toList();
            error(
                    CellCode.SHEET,
                    which.title(),
                    (named.isEmpty() ? "There is no sheet " : "There are two sheets ") + Words.quoted(which.title())
                            + ", but "
                            + Words.list(names.stream().map(Words::quoted).toList())
                            + ". Begin with \"opel worksheet RULES --to FILE\", and keep its sheets and their names.");
            return List.of();
        }
        return read(named.get(0), which);
    }

    private List<Entry> read(CellSheet sheet, Sheets which) {
        if (sheet.hidden()) {
            error(
                    CellCode.NOT_SHOWN,
                    which.title(),
                    "The sheet is hidden, so nobody sees what would be read. Show it.");
        }
        int head = 0;
        while (head < sheet.rows().size() && !hasHeadings(sheet.rows().get(head), which)) {
            head++;
        }
        if (head == sheet.rows().size()) {
            error(
                    CellCode.HEADING,
                    which.title(),
                    "There is no row of headings. Expected one that begins "
                            + Words.list(which.headings().subList(0, 2).stream()
                                    .map(Words::quoted)
                                    .toList())
                            + ", as \"opel worksheet\" writes it.");
            return List.of();
        }
        for (CellRow above : sheet.rows().subList(0, head)) {
            error(
                    CellCode.OUTSIDE,
                    above.place(),
                    "This stands above the headings and is not read. Remove it, or put it on a sheet of its own.");
        }
        Map<Integer, String> columns = columns(sheet.rows().get(head), which);
        for (int column : columns.keySet()) {
            if (sheet.hiddenColumns().contains(column)) {
                error(
                        CellCode.NOT_SHOWN,
                        which.title() + "!" + SheetCell.name(1, column),
                        "The column " + Words.quoted(columns.getOrDefault(column, ""))
                                + " is hidden, so nobody sees what would be read. Show it.");
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (CellRow row : sheet.rows().subList(head + 1, sheet.rows().size())) {
            if (hasHeadings(row, which)) {
                error(
                        CellCode.OUTSIDE,
                        row.place(),
                        "A second table begins here. Keep one table on a sheet: put its rows below the others, under one"
                                + " row of headings.");
                return entries;
            }
            entry(row, which, columns).ifPresent(entries::add);
        }
        return entries;
    }

    /** Whether at least three cells of a row, or all there could be, are headings of the sheet. */
    private static boolean hasHeadings(CellRow row, Sheets which) {
        long known = row.cells().values().stream()
                .filter(cell -> heading(cell.text(), which).isPresent())
                .count();
        return known >= 3;
    }

    private static Optional<String> heading(String text, Sheets which) {
        String plain = PlainWords.plain(text).toLowerCase(Locale.UK);
        return which.headings().stream()
                .filter(heading -> heading.toLowerCase(Locale.UK).equals(plain))
                .findFirst();
    }

    private Map<Integer, String> columns(CellRow head, Sheets which) {
        Map<Integer, String> columns = new TreeMap<>();
        head.cells().forEach((column, cell) -> {
            Optional<String> heading = heading(cell.text(), which);
            if (heading.isEmpty() || columns.containsValue(heading.get())) {
                outside.add(which.title() + column);
            }
            if (heading.isEmpty()) {
                error(
                        CellCode.HEADING,
                        cell.place(),
                        Words.quoted(cell.text()) + " is no heading of this sheet."
                                + Words.didYouMean(cell.text(), which.headings())
                                + " Give the column its name again, or remove it.");
            } else if (columns.containsValue(heading.get())) {
                error(
                        CellCode.HEADING,
                        cell.place(),
                        "A second column is called " + Words.quoted(heading.get()) + ". Remove one of the two.");
            } else {
                columns.put(column, heading.get());
            }
        });
        List<String> missing = which.headings().stream()
                .filter(heading -> !columns.containsValue(heading))
                .toList();
        if (!missing.isEmpty()) {
            error(
                    CellCode.HEADING,
                    head.place(),
                    "The headings lack "
                            + Words.list(missing.stream().map(Words::quoted).toList())
                            + ". Add the column, even where it stays empty.");
        }
        return columns;
    }

    private Optional<Entry> entry(CellRow row, Sheets which, Map<Integer, String> columns) {
        Map<String, SheetCell> cells = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        String sheet =
                row.place().contains("!") ? row.place().substring(0, row.place().indexOf('!') + 1) : "";
        columns.forEach((column, heading) -> places.put(heading, sheet + SheetCell.name(row.number(), column)));
        row.cells().forEach((column, cell) -> {
            String heading = columns.get(column);
            if (heading == null && !outside.add(which.title() + column)) {
                return; // One finding is enough for a column.
            }
            if (heading == null) {
                error(
                        CellCode.OUTSIDE,
                        cell.place(),
                        Words.quoted(cell.text()) + " stands under no heading and is not read. Put it under the heading"
                                + " where it belongs, or remove it.");
            } else if (isShown(cell)) {
                cells.put(heading, cell);
            }
        });
        if (row.hidden()) {
            error(
                    CellCode.NOT_SHOWN,
                    row.place(),
                    "The row is hidden, so nobody sees what would be read. Show it, or remove it.");
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(new Entry(which, cells, places));
    }

    private boolean isShown(SheetCell cell) {
        String found = Words.quoted(cell.text());
        // In a CSV file, and where values are pasted, an error of Excel's is a text.
        boolean failed = cell.kind() == SheetCell.Kind.TEXT && EXCELS_ERRORS.contains(cell.text());
        String wrong = switch (failed ? SheetCell.Kind.ERROR : cell.kind()) {
            case TEXT, NUMBER, PERCENT, DATE -> "";
            case FORMULA ->
                "The cell holds a formula, which comes to " + found
                        + " here and may come to something else elsewhere. Type what it comes to.";
            case ERROR -> "The cell holds the error " + found + ". Type what the document says.";
            case BOOLEAN -> "The cell holds " + found + " as a truth value. Type it as text: yes or no.";
            case MARKED ->
                "Some of " + found
                        + " is raised, lowered or struck out, such as the number of a footnote, and would be read"
                        + " with the rest. Type again what is meant, in plain letters.";
            case MERGED ->
                "The cell is merged with others, so that it is not told which of them it stands for. Unmerge them, and"
                        + " give each row its own " + found + ".";
        };
        if (!wrong.isEmpty()) {
            error(
                    cell.kind() == SheetCell.Kind.MERGED ? CellCode.NOT_SHOWN : CellCode.OTHER_THAN_SHOWN,
                    cell.place(),
                    wrong);
        }
        return wrong.isEmpty();
    }

    private void error(CellCode code, String place, String message) {
        findings.add(new CellFinding(code.id(), Severity.ERROR, place, message));
    }
}
