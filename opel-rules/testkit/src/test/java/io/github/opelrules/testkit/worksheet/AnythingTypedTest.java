package io.github.opelrules.testkit.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.RuleSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever stands in cells: it is answered, or becomes rules that say the same when they are written as a worksheet again. */
class AnythingTypedTest {

    private static final List<String> TYPED = List.of(
            "Beds: \"escalation\" #2",
            "it's 5 o'clock",
            "- dash",
            "yes",
            "null",
            "~",
            "15",
            "0",
            "-3",
            "1e9",
            "a\\b",
            "{a: b}",
            "[x, y]",
            "*star",
            "&and",
            "!tag",
            "%",
            "@home",
            "`tick`",
            "| pipe",
            "> fold",
            "a # b",
            "x: y",
            "ends with:",
            "?",
            "TODO",
            "\u00e9t\u00e9",
            "naïve – dash",
            "\u202eturned",
            "zero\u200bwidth",
            "\ud83d\ude00",
            "<=15",
            ">15 to 30",
            "4 to 6",
            "7 or more",
            "published",
            "higher",
            "lower",
            "acute",
            "ICS at OPEL 3 or above",
            "30 minutes",
            "1 April 2024",
            "2024-04-02",
            "x".repeat(1200),
            "#REF!",
            "total",
            "share",
            "must",
            "SCC duty manager",
            "EX-3-01",
            "document \"with\" quotes",
            "line\u2028end",
            "tab\there",
            "=1+1",
            "'quoted");

    /** What the rules say where the worksheet leaves it to them. */
    private static final Set<String> FILLED_IN = Set.of(
            Sheets.ID,
            Sheets.DEFINITION,
            Sheets.DOCUMENT,
            Sheets.PLACE,
            Sheets.GRADE,
            Sheets.LOWEST,
            Sheets.HIGHEST,
            Sheets.PRECISION,
            Sheets.SINCE,
            Sheets.OLDEST);

    @Property(tries = 60)
    void is_answered_or_becomes_rules_that_say_the_same(@ForAll long seed) {
        Random random = new Random(seed);
        List<CellSheet> sheets = new ArrayList<>();
        for (CellSheet sheet : InventedFramework.worksheet().sheets()) {
            sheets.add(sheet.name().equals(Sheets.READ_ME) ? sheet : changed(sheet, random));
        }
        Worksheet typed = new Worksheet("typed.xlsx", sheets, false);

        WorksheetFill fill = WorksheetFill.of(InventedFramework.before(), typed, InventedFramework.TODAY);

        assertThat(fill.findings()).allSatisfy(found -> {
            assertThat(found.code()).matches("OPEL-\\d{3}");
            assertThat(found.place()).isNotBlank();
            assertThat(found.message()).isNotBlank();
        });
        if (!fill.isFilled()) {
            assertThat(fill.files()).isEmpty();
            return;
        }
        RuleSource made = RuleSource.of("made", fill.files());
        assertThat(made.check(InventedFramework.TODAY).passes()).isTrue();
        // As people get it, by way of a file.
        Worksheet again = Worksheet.read("again.csv", Worksheet.of(made).toCsv());
        assertThat(WorksheetFill.differences(typed, again))
                .filteredOn(difference -> FILLED_IN.stream()
                        .noneMatch(heading -> difference.message().startsWith('"' + heading + "\" is empty here")))
                .isEmpty();
        // Filled again into itself, nothing changes.
        WorksheetFill twice = WorksheetFill.of(made, again, InventedFramework.TODAY);
        assertThat(WorksheetRoundTripTest.texts(twice.files())).isEqualTo(WorksheetRoundTripTest.texts(fill.files()));
    }

    private static CellSheet changed(CellSheet sheet, Random random) {
        StringBuilder csv = new StringBuilder();
        csv.append(new String(CsvWriter.write(List.of(sheet)), StandardCharsets.UTF_8));
        List<CellSheet> read = CsvReader.read(csv.toString().getBytes(StandardCharsets.UTF_8));
        List<CellSheet.CellRow> rows = new ArrayList<>(read.get(0).rows());
        int changes = random.nextInt(3) == 0 ? 1 : 0;
        for (int i = 0; i < changes; i++) {
            CellSheet.CellRow row = rows.get(1 + random.nextInt(rows.size() - 1));
            List<Integer> columns = new ArrayList<>(row.cells().keySet());
            int column = random.nextBoolean() && random.nextBoolean()
                    ? random.nextInt(Sheets.PARAMETERS.headings().size())
                    : columns.get(random.nextInt(columns.size()));
            String text = PlainWords.trimmed(TYPED.get(random.nextInt(TYPED.size())));
            row.cells().put(column, new SheetCell(SheetCell.name(row.number(), column), SheetCell.Kind.TEXT, text));
        }
        return new CellSheet(sheet.name(), rows, Set.of(), false);
    }
}
