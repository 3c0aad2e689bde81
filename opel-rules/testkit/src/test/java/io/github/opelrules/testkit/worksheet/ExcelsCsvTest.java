package io.github.opelrules.testkit.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as Excel saves it, in whatever country and encoding. */
class ExcelsCsvTest {

    private static final String FILLED =
            new String(InventedFramework.worksheet().toCsv(), StandardCharsets.UTF_8);

    private static WorksheetFill fill(byte[] csv) {
        return WorksheetFill.of(InventedFramework.before(), Worksheet.read("filled.csv", csv), InventedFramework.TODAY);
    }

    private static void assertSameRules(byte[] csv) {
        WorksheetFill expected =
                WorksheetFill.of(InventedFramework.before(), InventedFramework.worksheet(), InventedFramework.TODAY);
        WorksheetFill found = fill(csv);
        assertThat(found.findings()).isEmpty();
        assertThat(WorksheetRoundTripTest.texts(found.files()))
                .isEqualTo(WorksheetRoundTripTest.texts(expected.files()));
    }

    @Test
    void as_it_is_written_with_a_byte_order_mark_and_without() {
        assertSameRules(FILLED.getBytes(StandardCharsets.UTF_8));
        assertSameRules(FILLED.substring(1).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void in_the_encoding_of_windows_which_has_no_sign_for_at_most() {
        String typed = FILLED.substring(1).replace("≤92%", "<=92%");
        byte[] windows = typed.getBytes(Charset.forName("windows-1252"));

        WorksheetFill fill = fill(windows);

        assertThat(fill.findings()).isEmpty();
        String acute = WorksheetRoundTripTest.texts(fill.files()).get("acute.yaml");
        assertThat(acute).contains("above: 10, upTo: 13, points: 1 } # printed \">10 – 13\"");
    }

    @Test
    void with_semicolons_and_decimal_commas() {
        // No cell of this one has a comma that would need quotes in a file with commas and not here.
        String typed = semicolons(FILLED).replace("Weight of acute;0.5", "Weight of acute;0,5");

        assertSameNumbers(typed);
    }

    private static void assertSameNumbers(String csv) {
        WorksheetFill fill = fill(csv.getBytes(StandardCharsets.UTF_8));
        assertThat(fill.findings()).isEmpty();
        assertThat(WorksheetRoundTripTest.texts(fill.files()).get("framework.yaml"))
                .contains("acute: 0.5\n");
    }

    private static String semicolons(String csv) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (char c : csv.toCharArray()) {
            quoted ^= c == '"';
            text.append(c == ',' && !quoted ? ';' : c);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 April 2024",
                "01/04/2024",
                "1/4/2024",
                "1-Apr-24",
                "1-Apr-2024",
                "01/04/24",
                "2024-04-01",
                "1.4.2024"
            })
    void with_days_as_the_uk_writes_them(String day) {
        String typed = FILLED.replace("In force from,1 April 2024", "In force from," + day);

        WorksheetFill fill = fill(typed.getBytes(StandardCharsets.UTF_8));

        assertThat(fill.findings()).isEmpty();
        assertThat(WorksheetRoundTripTest.texts(fill.files()).get("framework.yaml"))
                .contains("from: 2024-04-01,");
    }

    @Test
    void with_empty_rows_and_commas_at_the_ends_of_rows() {
        String typed = FILLED.replace("\r\nSheet,Levels", "\r\n,,,,,,,,\r\n\r\nSheet,Levels,,,,,,")
                .replace("\r\nacute,2,", "\r\n,,,\r\nacute,2,");

        assertSameRules(typed.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void with_the_line_that_tells_excel_the_separator() {
        assertSameRules(("\ufeffsep=,\r\n" + FILLED.substring(1)).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "4 to 6,04-Jun,holds the day 04-Jun",
        "4 to 6,04/06/2026,holds the day 04/06/2026",
        "4 to 6,#REF!,holds the error"
    })
    void what_excel_made_of_a_band_is_answered_with_its_cell(String typed, String saved, String said) {
        WorksheetFill fill =
                fill(FILLED.replaceFirst("," + typed + ",", "," + saved + ",").getBytes(StandardCharsets.UTF_8));

        assertThat(fill.findings()).anySatisfy(found -> {
            assertThat(found.place()).matches("L\\d+");
            assertThat(found.message()).contains(said);
        });
    }

    @Test
    void a_file_without_names_of_sheets_is_answered() {
        assertThatThrownBy(() -> Worksheet.read("other.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadWorksheetException.class)
                .hasMessageContaining("No row begins with \"Sheet\"");
    }
}
