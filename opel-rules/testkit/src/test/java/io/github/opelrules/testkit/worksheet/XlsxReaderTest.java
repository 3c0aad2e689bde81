package io.github.opelrules.testkit.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.testkit.worksheet.SheetCell.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as Excel writes them, part by part. */
class XlsxReaderTest {

    private static final String STYLES =
            "<styleSheet><numFmts count='2'><numFmt numFmtId='164' formatCode='0.0\" % of beds\"'/>"
                    + "<numFmt numFmtId='165' formatCode='[$-809]d mmmm yyyy;@'/></numFmts>"
                    + "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
                    + "<cellXfs><xf numFmtId='0'/><xf numFmtId='10'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs>"
                    + "</styleSheet>";
    private static final String SHARED = "<sst><si><t>plain</t></si>"
            + "<si><r><t>&lt;=15</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r></si>"
            + "<si><r><rPr><strike/></rPr><t>15</t></r><r><t> 16</t></r></si>"
            + "<si><t>Tokyo</t><rPh sb='0' eb='1'><t>spoken</t></rPh></si>"
            + "<si><r><t xml:space='preserve'>two </t></r><r><t>runs</t></r></si></sst>";

    private static byte[] workbook(String cells, String workbookPr) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>" + workbookPr
                        + "<sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='rId1' Target='/xl/worksheets/sheet1.xml'/></Relationships>");
        parts.put("xl/styles.xml", STYLES);
        parts.put("xl/sharedStrings.xml", SHARED);
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r='1'>" + cells + "</row></sheetData></worksheet>");
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static SheetCell only(String cells) {
        List<CellSheet> sheets = XlsxReader.read(workbook(cells, ""));
        return sheets.get(0).rows().get(0).cells().values().iterator().next();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c r='B1' t='s'><v>0</v></c>                        | TEXT    | plain
            <c r='B1' t='s'><v>1</v></c>                        | MARKED  | <=151
            <c r='B1' t='s'><v>2</v></c>                        | MARKED  | 15 16
            <c r='B1' t='s'><v>3</v></c>                        | TEXT    | Tokyo
            <c r='B1' t='s'><v>4</v></c>                        | TEXT    | two runs
            <c r='B1' t='inlineStr'><is><t>in line</t></is></c> | TEXT    | in line
            <c r='B1'><v>15</v></c>                             | NUMBER  | 15
            <c r='B1'><v>0.15000000000000002</v></c>            | NUMBER  | 0.15
            <c r='B1'><v>1.5E-2</v></c>                         | NUMBER  | 0.015
            <c r='B1' s='1'><v>0.15</v></c>                     | PERCENT | 15%
            <c r='B1' s='2'><v>46177</v></c>                    | DATE    | 2026-06-04
            <c r='B1' s='3'><v>92.5</v></c>                     | NUMBER  | 92.5
            <c r='B1' s='4'><v>46113</v></c>                    | DATE    | 2026-04-01
            <c r='B1' t='d'><v>2026-04-01T00:00:00</v></c>      | DATE    | 2026-04-01
            <c r='B1'><f>A1*2</f><v>30</v></c>                  | FORMULA | 30
            <c r='B1' t='e'><v>#REF!</v></c>                    | ERROR   | #REF!
            <c r='B1' t='b'><v>1</v></c>                        | BOOLEAN | TRUE
            """)
    void a_cell_is_what_it_holds_and_how_it_shows_that(String cell, Kind kind, String text) {
        assertThat(only(cell)).isEqualTo(new SheetCell("S!B1", kind, text));
    }

    @Test
    void days_of_a_workbook_that_counts_from_1904() {
        byte[] old = workbook("<c r='A1' s='2'><v>44651</v></c>", "<workbookPr date1904='1'/>");

        assertThat(XlsxReader.read(old).get(0).rows().get(0).cells().get(0).text())
                .isEqualTo("2026-04-01");
    }

    @Test
    void cells_without_names_follow_one_another_and_empty_ones_are_none() {
        List<CellSheet> sheets = XlsxReader.read(workbook("<c><v>1</v></c><c/><c><v>2</v></c>", ""));

        assertThat(sheets.get(0).rows().get(0).cells().keySet()).containsExactly(0, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><worksheet><sheetData><row r='1'><c t='inlineStr'><is><t>&e;</t></is></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r='one'/></sheetData></worksheet>",
                "<worksheet><sheetData>",
                "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>99</v></c></row></sheetData></worksheet>"
            })
    void what_is_damaged_or_wants_another_file_is_refused(String sheet) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sheets><sheet name='S' r:id='rId1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", sheet);

        assertThatThrownBy(() -> Worksheet.read("bad.xlsx", zip(parts)))
                .isInstanceOf(BadWorksheetException.class)
                .hasMessageContaining("Open it in Excel and save it again");
    }

    @Test
    void what_is_no_workbook_is_told_with_what_to_do() {
        byte[] none = "PK no zip at all, and long enough".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Worksheet.read("x.xlsx", none)).hasMessageContaining("it is no zip");
        assertThatThrownBy(() -> Worksheet.read("x.xlsx", zip(Map.of("content.xml", "<x/>"))))
                .hasMessageContaining("there is no workbook in it");
        assertThatThrownBy(() -> Worksheet.read("x.xlsx", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11}))
                .hasMessageContaining("old kind (.xls), or protected by a password");
        assertThatThrownBy(() -> Worksheet.read("x.ods", none)).hasMessageContaining("not called .xlsx or .csv");
    }

    @Test
    void more_than_a_worksheet_holds_is_refused_before_it_fills_the_memory() {
        byte[] bomb = zip(Map.of("xl/workbook.xml", " ".repeat(30 << 20)));

        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> Worksheet.read("bomb.xlsx", bomb)).hasMessageContaining("more than a worksheet does");
    }

    /** Whatever bit turns over: it is read, or refused in words. */
    @Test
    void a_damaged_workbook_is_read_or_refused() {
        byte[] sound = workbook("<c r='A1'><v>15</v></c>", "");
        for (int at = 0; at < sound.length; at++) {
            byte[] damaged = sound.clone();
            damaged[at] ^= 0x10;
            try {
                Worksheet.read("damaged.xlsx", damaged);
            } catch (BadWorksheetException e) {
                assertThat(e).hasMessageContaining("cannot be read as an Excel workbook");
            }
        }
    }
}
