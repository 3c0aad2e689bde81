package io.github.opelrules.testkit.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people do to a spreadsheet: each mistake is answered with its cell and a mend; what is a sound table of its own, and only not the
 * document's, with the cell where a second person typed something else.
 */
class PlantedMistakesTest {

    private static final Worksheet FILLED = InventedFramework.worksheet();

    @Test
    void the_worksheet_before_any_mistake_is_without_one() {
        Worksheet saved = new EditedWorkbook(FILLED).saved();

        assertThat(WorksheetFill.of(InventedFramework.before(), saved, InventedFramework.TODAY)
                        .findings())
                .isEmpty();
        assertThat(WorksheetFill.differences(FILLED, saved)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what somebody does                              | the cell       | what is said of it
            # signs and sides of bands
            set Parameters!J2 = >=15 to 30                      | Parameters!J2  | 15 is in two bands
            set Parameters!J2 = 15 to 30                        | Parameters!J2  | overlaps what stands beside it
            set Parameters!J2 = >16 to 30                       | Parameters!J2  | leaves a gap
            set Parameters!H2 = <15                             | Parameters!J2  | 15 is in no band
            set Parameters!J2 = 30 to 15                        | Parameters!J2  | begins above its end
            set Parameters!N2 = <45                             | Parameters!N2  | overlaps
            set Parameters!H2 = 15 or so                        | Parameters!H2  | no band that can be understood
            set Parameters!H2 = see note 3                      | Parameters!H2  | no band that can be understood
            set Parameters!H2 = ≤ 15 min (median)               | Parameters!H2  | no band that can be understood
            set Parameters!H2 = <=15 hours                      | Parameters!H2  | the unit of this row is "min"
            set Parameters!H7 = <=92 min                        | Parameters!H7  | the unit of this row is "%"
            set Parameters!J2 = >15 to 30 to 45                 | Parameters!J2  | no band that can be understood
            set Parameters!H2 = <=15,5                          | Parameters!H2  | Write a point before decimals
            set Parameters!J2 = >15..30                         | Parameters!J2  | is no number
            set Parameters!N4 = 8 or more                       | Parameters!N4  | 7 is in no band
            set Parameters!L4 = 4 to 7                          | Parameters!N4  | 7 is in two bands
            clear Parameters!J2 & clear Parameters!K2           | Parameters!L2  | after an empty band
            clear Parameters!N2 & clear Parameters!O2           | Parameters!L2  | is in no band
            clear Parameters!J2                                 | Parameters!J2  | points and no band
            clear Parameters!K2                                 | Parameters!K2  | "Points 2" is empty
            # points and directions
            set Parameters!K2 = 2 & set Parameters!M2 = 1       | Parameters!L2  | must not score less
            set Parameters!K2 = 1.5                             | Parameters!K2  | Expected a whole number
            set Parameters!K2 = one                             | Parameters!K2  | is no number
            set Parameters!K2 = 101                             | Parameters!K2  | from 0 to 100
            set Parameters!G2 = lower                           | Parameters!J2  | must not score less
            set Parameters!G2 = up                              | Parameters!G2  | Expected higher, lower
            # what Excel turns into something else
            percent Parameters!H7 = 0.92                        | Parameters!H7  | shows 92% and holds 0.92
            percent Parameters!K2 = 0.01                        | Parameters!K2  | shows 1% and holds 0.01
            day Parameters!L4 = 46177                           | Parameters!L4  | holds the day 2026-06-04
            date Parameters!J11 = 46117                         | Parameters!J11 | such as 4-6
            set Parameters!L4 = 04-Jun                          | Parameters!L4  | holds the day 04-Jun
            set Parameters!J4 = 01/03/2026                      | Parameters!J4  | holds the day 01/03/2026
            number Parameters!L4 = 46177                        | Parameters!L4  | is in two bands
            date Parameters!U2 = 46177                          | Parameters!U2  | holds the day
            formula Parameters!K2 = 1+0                         | Parameters!K2  | "Points 2" is empty
            percent Levels!C6 = 0.25                            | Levels!C6      | shows 25% and holds 0.25
            # rows, columns and sheets
            merge Parameters!D3:D4                              | Parameters!D3  | merged
            merge Parameters!H2:I2                              | Parameters!H2  | merged
            hide-row Parameters!5                               | Parameters!A5  | hidden
            hide-column Parameters!L1                           | Parameters!L1  | hidden
            hide-sheet Levels!A1                                | Levels         | hidden
            swap-with Parameters!5 = 6                          | Parameters!B5  | The number is 5 and follows 3
            copy-to Parameters!5 = 40                           | Parameters!B40 | The number is 4
            remove-row Parameters!5                             | Parameters!B6  | The number is 5 and follows 3
            shift Parameters!7                                  | Parameters!B7  | no provider type and no label
            shift Parameters!F7                                 | Parameters!F7  | "Unit" is empty
            set Parameters!F7 = higher & set Parameters!G7 = <=92% | Parameters!F7 | is no unit
            shift Parameters!G7                                 | Parameters!G7  | "Worse" is empty
            shift Parameters!H7                                 | Parameters!H7  | points and no band
            copy-to Parameters!1 = 40                           | Parameters!A40 | A second table begins here
            set Parameters!E40 = Total                          | Parameters!E40 | no provider type and no label
            set Parameters!AH5 = 12                             | Parameters!AH5 | stands under no heading
            set Parameters!H1 = Bnad 1                          | Parameters!H1  | Did you mean "Band 1"
            set Parameters!J1 = Band 1                          | Parameters!J1  | A second column
            clear Parameters!U1                                 | Parameters!A1  | lack "Page and row"
            rename-to Levels!A1 = Cuts                          | Levels         | There is no sheet "Levels"
            set Parameters!D5 = Escalation beds                 | Parameters!D8  | stands at Parameters!A5
            set Parameters!A5 = acut                            | Parameters!A5  | Did you mean "acute"
            set Parameters!C5 = Majors Occupancy                | Parameters!C5  | lower-case words joined by hyphens
            clear Parameters!D5                                 | Parameters!D5  | "Label" is empty
            clear Parameters!F5                                 | Parameters!F5  | "Unit" is empty
            # limits
            set Parameters!AA7 = 90                             | Parameters!L7  | outside the domain
            set Parameters!AB4 = 0.1                            | Parameters!J4  | leaves a gap
            set Parameters!Z7 = 200                             | Parameters!Z7  | Let the lowest be the lower
            clear Parameters!Z32                                | Parameters!Z32 | values can be negative
            set Parameters!AC7 = 120                            | Parameters!AD7 | Usual values have two ends
            set Parameters!AF7 = a day                          | Parameters!AF7 | is no length of time
            # sign-off
            clear Parameters!X5                                 | Parameters!X5  | not said on which day
            clear Parameters!W5                                 | Parameters!W5  | and no name
            set Parameters!X5 = 02/04/2027                      | Parameters!X5  | still to come
            set Parameters!X5 = 31/02/2024                      | Parameters!X5  | is no day
            set Parameters!Y5 = A. Reader                       | Parameters!Y5  | is the first reader too
            set Parameters!V5 = sure                            | Parameters!V5  | is no grade
            clear Parameters!U5                                 | Parameters!U5  | "Page and row" is empty
            # levels, tiers, actions and dates
            set Levels!D2 = 10 to 17                            | Levels!D2      | A score of 9 is in no level
            set Levels!D2 = 8 to 17                             | Levels!D2      | in two levels
            set Levels!D6 = 26% to 50%                          | Levels!D6      | is in no level
            set Levels!F2 = 27 to 30                            | Levels!A2      | A score of 35 is in no level
            set Levels!B2 = points                              | Levels!B2      | Expected total, share
            clear Levels!E3                                     | Levels!E3      | "OPEL 3" is empty
            remove-row Levels!3                                 | Levels         | no level cuts
            set Tiers!B3 = -0.2                                 | Tiers!B3       | Expected a number above 0
            set Tiers!A3 = Weight of acute                      | Tiers!A3       | stands here a second time
            set Tiers!B9 = a day                                | Tiers!B9       | is no length of time
            set Actions!C6 = ICS in trouble                     | Actions!A6     | not a sentence that protocols know
            set Actions!E6 = SCC manager                        | Actions!E6     | Did you mean "SCC duty manager"
            set Actions!G6 = soon                               | Actions!G6     | is no length of time
            clear Actions!G6                                    | Actions!G6     | "Within" is empty
            set Actions!A8 = EX-3-01                            | Actions!A8     | stands further up too
            set Dates!B7 = 04/31/2024                           | Dates!B7       | the day before the month
            set Dates!B8 = 01/03/2024                           | Dates!B8       | begins on 2024-04-01
            set Dates!B3 = 1.0                                  | Dates!B3       | MAJOR.MINOR.PATCH
            set Dates!B5 = final                                | Dates!B5       | Expected draft, published
            """)
    void a_mistake_is_answered_with_its_cell(String edit, String cell, String said) {
        Worksheet wrong = new EditedWorkbook(FILLED).edit(edit).saved();

        WorksheetFill fill = WorksheetFill.of(InventedFramework.before(), wrong, InventedFramework.TODAY);

        assertThat(fill.isFilled()).as("filled").isFalse();
        assertThat(fill.files()).isEmpty();
        List<CellFinding> found = fill.findings();
        assertThat(found).as("at " + cell + ": " + said).anySatisfy(finding -> {
            assertThat(finding.place()).isEqualTo(cell);
            assertThat(finding.message()).contains(said);
            assertThat(finding.code()).matches("OPEL-\\d{3}");
        });
        // One mistake does not hide under many findings.
        assertThat(found).hasSizeLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # a table that could be one, and is not the document's | the cell
            set Parameters!H2 = <=16 & set Parameters!J2 = >16 to 30 | Parameters!H2
            set Parameters!H2 = <15 & set Parameters!J2 = 15 to 30   | Parameters!H2
            set Parameters!K2 = 2                               | Parameters!K2
            set Parameters!F2 = s                               | Parameters!F2
            set Parameters!D2 = Mean ambulance hand-over time   | Parameters!D2
            set Parameters!E2 = mean handover time yesterday    | Parameters!E2
            swap-with Parameters!5 = 6 & set Parameters!B5 = 4 & set Parameters!B6 = 5 | Parameters!D5
            set Parameters!U2 = page 2, table 1, row 1          | Parameters!U2
            set Levels!C2 = 0 to 9 & set Levels!D2 = 10 to 17   | Levels!C2
            set Tiers!B2 = 0.4                                  | Tiers!B2
            set Actions!G6 = 45 minutes                         | Actions!G6
            set Actions!E6 = ICB executive                      | Actions!E6
            set Dates!B7 = 4 January 2024                       | Dates!B7
            """)
    void what_only_the_second_entry_can_find_it_names_by_the_cell(String edit, String cell) {
        Worksheet wrong = new EditedWorkbook(FILLED).edit(edit).saved();

        assertThat(WorksheetFill.of(InventedFramework.before(), wrong, InventedFramework.TODAY)
                        .isFilled())
                .as("could be a table")
                .isTrue();
        assertThat(WorksheetFill.differences(wrong, FILLED))
                .extracting(CellFinding::place)
                .contains(cell);
    }

    @Test
    void a_second_entry_that_is_typed_in_another_way_and_means_the_same_differs_in_nothing() {
        Worksheet otherHand = new EditedWorkbook(FILLED)
                .edit("set Parameters!H2 = up to 15 min & set Parameters!N4 = >=7 & set Parameters!J2 = > 15 – 30"
                        + " & set Dates!B7 = 01/04/2024 & set Actions!C6 = the ICS is at OPEL 3 & set Tiers!B2 = 0.50"
                        + " & set Levels!C6 = ≤25 & set Tiers!B9 = 1 day & set Parameters!X2 = 3 April 2024")
                .saved();

        assertThat(WorksheetFill.differences(FILLED, otherHand)).isEmpty();
    }
}
