package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.internal.Words;
import io.github.opelrules.testkit.worksheet.CellSheet.CellRow;
import io.github.opelrules.testkit.worksheet.SheetCell.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of an Excel workbook, and of each what makes it hold another value than it shows: its number format, merged cells,
 * hidden rows, formulas, raised or struck-out letters.
 */
final class XlsxReader {

    private static final int MOST_BYTES = 20 << 20;
    private static final int MOST_MERGED = 10_000;

    /** Excel keeps 15 digits and shows no more; a binary fraction has some after that. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    private final Map<String, byte[]> parts = new HashMap<>();
    private final List<Text> sharedTexts = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean from1904;

    /** Words of a cell, and whether some of them are raised, lowered or struck out. */
    private record Text(String words, boolean marked) {}

    private record Named(String name, String relation, boolean hidden) {}

    private record Area(int top, int left, int bottom, int right) {}

    private XlsxReader() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * The sheets of a workbook.
     *
     * @throws BadWorksheetException if it cannot be read
     */
    static List<CellSheet> read(byte[] workbook) {
        try {
            XlsxReader reader = new XlsxReader();
            reader.unzip(workbook);
            return reader.sheets();
        } catch (IOException | XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadWorksheetException("It cannot be read as an Excel workbook (" + e.getMessage()
                    + "). Open it in Excel and save it again, as .xlsx.");
        }
    }

    private void unzip(byte[] workbook) throws IOException {
        parts.putAll(ZipParts.of(workbook, MOST_BYTES));
        if (!parts.containsKey("xl/workbook.xml")) {
            throw new IOException("there is no workbook in it");
        }
    }

    private List<CellSheet> sheets() throws XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        each("xl/_rels/workbook.xml.rels", (name, xml) -> {
            if (name.equals("Relationship")) {
                targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
            }
        });
        List<Named> named = new ArrayList<>();
        each("xl/workbook.xml", (name, xml) -> {
            if (name.equals("sheet")) {
                String relation = xml.getAttributeValue(RELATIONS, "id");
                boolean hidden = !List.of("", "visible").contains(attribute(xml, "state"));
                named.add(new Named(attribute(xml, "name"), relation == null ? "" : relation, hidden));
            } else if (name.equals("workbookPr")) {
                from1904 = isTrue(attribute(xml, "date1904"));
            }
        });
        readStyles();
        readSharedTexts();
        List<CellSheet> sheets = new ArrayList<>();
        for (Named sheet : named) {
            String target = targets.getOrDefault(sheet.relation(), "");
            String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            if (parts.containsKey(part)) {
                sheets.add(sheet(sheet, part));
            }
        }
        return sheets;
    }

    private void readStyles() throws XMLStreamException {
        boolean[] inCells = {false};
        each("xl/styles.xml", (name, xml) -> {
            switch (name) {
                case "numFmt" -> formats.put(Integer.valueOf(attribute(xml, "numFmtId")), attribute(xml, "formatCode"));
                case "cellXfs" -> inCells[0] = true;
                case "cellStyles", "dxfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0]) {
                        String format = attribute(xml, "numFmtId");
                        styles.add(format.isEmpty() ? 0 : Integer.parseInt(format));
                    }
                }
                default -> {}
            }
        });
    }

    private void readSharedTexts() throws XMLStreamException {
        if (!parts.containsKey("xl/sharedStrings.xml")) {
            return;
        }
        XMLStreamReader xml = open("xl/sharedStrings.xml");
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                sharedTexts.add(text(xml, "si"));
            }
        }
    }

    /** The text of an element, without what tells how it is pronounced. */
    private static Text text(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder words = new StringBuilder();
        boolean marked = false;
        boolean read = false;
        boolean pronounced = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                pronounced |= name.equals("rPh");
                read = name.equals("t") && !pronounced;
                marked |= name.equals("strike") && !"0".equals(attribute(xml, "val"));
                marked |= name.equals("vertAlign") && !attribute(xml, "val").equals("baseline");
            } else if (event == XMLStreamConstants.CHARACTERS && read) {
                words.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                String name = xml.getLocalName();
                read = false;
                pronounced &= !name.equals("rPh");
                if (name.equals(end)) {
                    break;
                }
            }
        }
        return new Text(words.toString(), marked);
    }

    private CellSheet sheet(Named named, String part) throws XMLStreamException {
        SortedMap<Integer, SortedMap<Integer, SheetCell>> rows = new TreeMap<>();
        Set<Integer> hiddenRows = new HashSet<>();
        Set<Integer> hiddenColumns = new HashSet<>();
        List<Area> merged = new ArrayList<>();
        int row = 0;
        int column = -1;
        XMLStreamReader xml = open(part);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> {
                    String number = attribute(xml, "r");
                    row = number.isEmpty() ? row + 1 : Integer.parseInt(number);
                    column = -1;
                    if (isTrue(attribute(xml, "hidden")) || isTrue(attribute(xml, "zeroHeight"))) {
                        hiddenRows.add(row);
                    }
                }
                case "c" -> {
                    String name = attribute(xml, "r");
                    column = name.isEmpty() ? column + 1 : SheetCell.column(name);
                    SheetCell cell = cell(xml, named.name() + "!" + SheetCell.name(row, column));
                    if (cell != null) {
                        rows.computeIfAbsent(row, r -> new TreeMap<>()).put(column, cell);
                    }
                }
                case "col" -> {
                    int last = Math.min(Integer.parseInt(attribute(xml, "max")), 1000);
                    for (int each = Integer.parseInt(attribute(xml, "min")); each <= last; each++) {
                        if (isTrue(attribute(xml, "hidden"))) {
                            hiddenColumns.add(each - 1);
                        }
                    }
                }
                case "mergeCell" -> {
                    if (merged.size() < MOST_MERGED) {
                        merged.add(area(attribute(xml, "ref")));
                    }
                }
                default -> {}
            }
        }
        for (Area area : merged) {
            for (SortedMap<Integer, SheetCell> cells :
                    rows.subMap(area.top(), area.bottom() + 1).values()) {
                cells.subMap(area.left(), area.right() + 1)
                        .replaceAll((at, cell) -> new SheetCell(cell.place(), Kind.MERGED, cell.text()));
            }
        }
        List<CellRow> all = new ArrayList<>();
        rows.forEach((number, cells) -> all.add(new CellRow(
                named.name() + "!" + SheetCell.name(number, cells.firstKey()),
                number,
                hiddenRows.contains(number),
                cells)));
        return new CellSheet(named.name(), all, hiddenColumns, named.hidden());
    }

    private static Area area(String reference) {
        String[] ends = reference.split(":", 2);
        String last = ends[ends.length - 1];
        return new Area(SheetCell.row(ends[0]), SheetCell.column(ends[0]), SheetCell.row(last), SheetCell.column(last));
    }

    /** A cell, or null where nothing is in it. */
    private @Nullable SheetCell cell(XMLStreamReader xml, String place) throws XMLStreamException {
        String type = attribute(xml, "t");
        String style = attribute(xml, "s");
        int index = style.isEmpty() ? 0 : Integer.parseInt(style);
        boolean formula = false;
        Text held = new Text("", false);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = true;
                    case "v" -> held = new Text(xml.getElementText(), false);
                    case "is" -> held = text(xml, "is");
                    default -> {}
                }
            }
        }
        if (type.equals("s") && !held.words().isEmpty()) {
            held = sharedTexts.get(Integer.parseInt(held.words()));
        }
        String words = PlainWords.trimmed(held.words());
        if (words.isEmpty()) {
            return null;
        }
        if (type.equals("e")) {
            return new SheetCell(place, Kind.ERROR, words);
        }
        if (formula) {
            return new SheetCell(place, Kind.FORMULA, words);
        }
        return switch (type) {
            case "s", "str", "inlineStr" -> new SheetCell(place, held.marked() ? Kind.MARKED : Kind.TEXT, words);
            case "b" -> new SheetCell(place, Kind.BOOLEAN, words.equals("1") ? "TRUE" : "FALSE");
            case "d" -> new SheetCell(place, Kind.DATE, words.substring(0, Math.min(10, words.length())));
            default ->
                number(place, new BigDecimal(words).round(DIGITS), index < styles.size() ? styles.get(index) : 0);
        };
    }

    private SheetCell number(String place, BigDecimal value, int format) {
        if (isPercent(format)) {
            return new SheetCell(place, Kind.PERCENT, Words.number(value.movePointRight(2)) + "%");
        }
        if (isDate(format) && value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(2_900_000)) < 0) {
            // Day 60 of 1900 never was, and Excel counts it.
            LocalDate start = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
            return new SheetCell(
                    place, Kind.DATE, start.plusDays(value.longValue()).toString());
        }
        return new SheetCell(place, Kind.NUMBER, Words.number(value));
    }

    private boolean isPercent(int format) {
        return format == 9 || format == 10 || letters(format).contains("%");
    }

    private boolean isDate(int format) {
        boolean known = (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
        String letters = letters(format);
        return known || (!letters.equals("general") && letters.matches(".*[dmyhs].*"));
    }

    /** What of a number format is no text of its own. */
    private String letters(int format) {
        return formats.getOrDefault(format, "")
                .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "")
                .toLowerCase(Locale.ROOT);
    }

    private void each(String part, BiConsumer<String, XMLStreamReader> then) throws XMLStreamException {
        if (!parts.containsKey(part)) {
            return;
        }
        XMLStreamReader xml = open(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                then.accept(xml.getLocalName(), xml);
            }
        }
    }

    private XMLStreamReader open(String part) throws XMLStreamException {
        String text = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        return factory.createXMLStreamReader(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static boolean isTrue(String attribute) {
        return attribute.equals("1") || attribute.equals("true");
    }
}
