package io.github.opelrules.testkit.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document and the worksheet say the same: somebody typed the one from the other. */
class InventedFrameworkTest {

    private static List<Entry> rows(Sheets sheet) {
        List<CellFinding> findings = new ArrayList<>();
        List<Entry> rows = new EntryReader(findings).read(InventedFramework.worksheet(), sheet);
        assertThat(findings).isEmpty();
        return rows;
    }

    @Test
    void the_document_says_in_its_first_line_that_it_is_invented() throws IOException {
        assertThat(InventedFramework.document())
                .startsWith("This document is invented, for the guide of this library; it is not"
                        + " NHS England's, and nobody should act by it.\n");
    }

    @Test
    void each_of_its_31_parameters_stands_in_the_worksheet_as_it_is_printed() throws IOException {
        List<String> printed = InventedFramework.document()
                .lines()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();
        List<Entry> rows = rows(Sheets.PARAMETERS);

        assertThat(printed).hasSize(31);
        assertThat(rows).hasSize(31);
        for (int i = 0; i < rows.size(); i++) {
            Entry row = rows.get(i);
            StringBuilder line = new StringBuilder("| ")
                    .append(row.text(Sheets.NUMBER))
                    .append(" | ")
                    .append(row.text(Sheets.LABEL))
                    .append(": ")
                    .append(row.text(Sheets.DEFINITION))
                    .append(" | ")
                    .append(row.text(Sheets.UNIT))
                    .append(" | ")
                    .append(row.text(Sheets.WORSE))
                    .append(" |");
            for (int band = 1; band <= 4; band++) {
                line.append(' ')
                        .append(row.text(Sheets.band(band)))
                        .append(": **")
                        .append(row.text(Sheets.points(band)))
                        .append("** |");
            }
            assertThat(printed.get(i)).isEqualTo(line.toString());
        }
    }

    @Test
    void so_do_its_levels() throws IOException {
        String document = InventedFramework.document();

        for (Entry row : rows(Sheets.LEVELS)) {
            assertThat(document)
                    .contains("| " + row.text(Sheets.LEVELS_OF) + " | " + row.text("OPEL 1") + " | "
                            + row.text("OPEL 2") + " | " + row.text("OPEL 3") + " | " + row.text("OPEL 4") + " |");
        }
    }
}
