package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.internal.Library;
import io.github.opelrules.testkit.worksheet.CellSheet.CellRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;

/** Writes a worksheet for Excel: cells are text, so that Excel turns nothing into a day or a percentage. */
final class XlsxWriter {

    private static final String AS_TEXT = "@";
    private static final int MOST_ROWS = 300;
    private static final String POINTS = "Points";
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    /** What Excel offers under a heading, as a list to choose from. */
    private static final Map<String, String> CHOICES = Map.of(
            Sheets.PROVIDER, "acute,community,mental-health,nhs-111",
            Sheets.WORSE, "higher,lower",
            Sheets.BASIS, "total,share",
            Sheets.GRADE, "published,corroborated,unverified,assumed",
            Sheets.SINCE, "yes,no",
            Sheets.HOW, String.join(",", ActionRows.WAYS));

    private static final Map<String, Integer> WIDTHS = Map.of(
            Sheets.LABEL, 32,
            Sheets.DEFINITION, 48,
            Sheets.TITLE, 36,
            Sheets.WHEN, 40,
            Sheets.WHAT, 56,
            Sheets.ITEM, 24,
            Sheets.VALUE, 48,
            Sheets.DOCUMENT, 32,
            Sheets.WHO, 22);

    private XlsxWriter() {}

    static byte[] write(List<CellSheet> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "opel", shortVersion())) {
            for (CellSheet sheet : sheets) {
                write(sheet, workbook);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook cannot be written in memory", e);
        }
        return bytes.toByteArray();
    }

    /** Excel wants {@code 12.3456} and no more. */
    private static String shortVersion() {
        String[] parts = Library.VERSION.split("[^0-9]", -1);
        return "0" + parts[0] + "." + (parts.length > 1 ? parts[1] : "0");
    }

    private static void write(CellSheet sheet, Workbook workbook) throws IOException {
        org.dhatim.fastexcel.Worksheet page = workbook.newWorksheet(sheet.name());
        if (sheet.name().equals(Sheets.READ_ME)) {
            page.width(0, 120);
            page.style(0, 0).bold().fontSize(14).set();
        } else {
            List<SheetCell> headings = List.copyOf(sheet.rows().get(0).cells().values());
            page.freezePane(sheet.name().equals(Sheets.PARAMETERS.title()) ? 4 : 1, 1);
            for (int column = 0; column < headings.size(); column++) {
                String heading = headings.get(column).text();
                if (!isNumber(heading)) {
                    page.style(column)
                            .format(AS_TEXT)
                            .wrapText(true)
                            .verticalAlignment("top")
                            .set();
                }
                page.width(column, WIDTHS.getOrDefault(heading, 14));
                page.style(0, column).bold().wrapText(true).fillColor("DCE6F1").set();
                String choice = CHOICES.get(heading);
                if (choice != null) {
                    page.range(1, column, MOST_ROWS, column)
                            .validateWithListByFormula('"' + choice + '"')
                            .showErrorMessage(false);
                }
            }
        }
        // In a CSV file the sheets stand below one another.
        int first = sheet.rows().get(0).number();
        for (CellRow row : sheet.rows()) {
            row.cells().forEach((column, cell) -> write(cell.text(), row.number() - first, column, page));
        }
        page.finish();
    }

    private static void write(String text, int row, int column, org.dhatim.fastexcel.Worksheet page) {
        Object heading = page.value(0, column);
        if (heading != null
                && isNumber(heading.toString())
                && WHOLE.matcher(text).matches()) {
            page.value(row, column, new BigDecimal(text));
            return;
        }
        page.value(row, column, text);
        if (row > 0) {
            page.style(row, column)
                    .format(AS_TEXT)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
    }

    private static boolean isNumber(String heading) {
        return heading.equals(Sheets.NUMBER) || heading.startsWith(POINTS);
    }
}
