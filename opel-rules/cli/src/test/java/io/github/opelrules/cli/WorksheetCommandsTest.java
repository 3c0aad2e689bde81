package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.testkit.worksheet.Worksheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorksheetCommandsTest {

    private static final String INVENTED =
            "../../opel-examples/src/main/resources/io/github/opelrules/examples/invented-framework.xlsx";

    private static final String REPORT_OF_TODAY = """
            {"format": "opel.report/1", "organisation": "RXX", "providerType": "mental-health", "observedAt": "2026-12-01T08:00:00Z",
             "readings": {"mental-health-bed-occupancy": "97", "empty-section-136-spaces": "0", "section-136-breaches": "2",
                          "patients-waiting-to-be-admitted": "12", "longest-wait-for-a-bed": "30", "patients-fit-for-discharge": "5",
                          "adults-placed-outside-the-area": "3", "beds-closed-to-admission": "1"}}
            """;

    @TempDir
    private Path folder;

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    /** From the document to the level of a report of today: no draft is asked for, and nothing is typed but the spreadsheet. */
    @Test
    void from_a_document_to_a_level_in_ten_commands_and_no_typing_outside_of_the_spreadsheet() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.json"), REPORT_OF_TODAY);
        List<Result> walk = new ArrayList<>();

        walk.add(Result.of("worksheet", "nhse-opel-2024-26", "--to", at("entry.xlsx"), "--empty"));
        // Somebody fills it in.
        walk.add(Result.of("fill", "nhse-opel-2024-26", INVENTED, "--to", at("rules"), "--today", "2026-12-01"));
        walk.add(Result.of("check", at("rules"), "--worklist"));
        walk.add(Result.of("test", at("rules"), "--generate", "--into", at("rules/cases")));
        walk.add(Result.of("test", at("rules")));
        walk.add(Result.of("diff", "nhse-opel-2024-26", at("rules")));
        walk.add(Result.of("frameworks", "--rules", at("rules")));
        walk.add(Result.of("score", "--rules", at("rules"), at("report.json")));

        assertThat(walk).hasSizeLessThanOrEqualTo(10).allSatisfy(result -> {
            assertThat(result.err()).isEmpty();
            assertThat(result.exitCode()).isZero();
        });
        // 2 + 3 + 2 + 3 + 2 + 0 + 2 + 0 = 14 of 24, and 13 to 18 is OPEL 3.
        assertThat(walk.get(walk.size() - 1).out()).contains("OPEL 3", "14 of 24", "example-opel-2024 1.0.0");
    }

    @Test
    void a_table_may_have_totals_where_systems_have_shares() throws IOException {
        Files.writeString(folder.resolve("report.json"), REPORT_OF_TODAY);
        Files.writeString(
                folder.resolve("hierarchy.csv"),
                "code,name,parent,role,start,end\nQXX,Example ICS,,ics,,\nRXX,Example trust,QXX,mental-health,20220701,\n");
        Result.of("fill", "nhse-opel-2024-26", INVENTED, "--to", at("rules"), "--today", "2026-12-01");

        Result result =
                Result.of("score", "--rules", at("rules"), at("report.json"), "--hierarchy", at("hierarchy.csv"));

        // 14 of 24 points are 58.3333 %, which is above 50 % and up to 75 %.
        assertThat(result.out()).contains("Example ICS (QXX): OPEL 3, 58.3333 % of the points");
    }

    @Test
    void a_worksheet_that_nobody_changed_gives_files_that_are_the_same_to_the_letter() throws IOException {
        Result.of("new", "nhse-opel-2023-24", at("copy"));
        Result.of("worksheet", at("copy"), "--to", at("copy.csv"));

        Result filled = Result.of("fill", at("copy"), at("copy.csv"), "--to", at("again"));

        assertThat(filled.exitCode()).isZero();
        for (String file : List.of(
                "framework.yaml", "acute.yaml", "protocol/ics.dslr", "cases/acute.yaml", "cases/systems.yaml")) {
            assertThat(folder.resolve("again").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("copy").resolve(file));
        }
    }

    @Test
    void what_cannot_be_understood_is_named_by_its_cell_and_nothing_is_written() throws IOException {
        Result.of("worksheet", "nhse-opel-2023-24", "--to", at("rules.csv"));
        Path file = folder.resolve("rules.csv");
        Files.writeString(file, Files.readString(file).replace(",>15 to 30,", ",15-ish,"));

        Result result = Result.of("fill", "nhse-opel-2023-24", file.toString(), "--to", at("rules"));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        ": OPEL-710 \"15-ish\" is no band that can be understood. Expected such as",
                        "rules.csv: 1 error. No rule files were made.");
        assertThat(folder.resolve("rules")).doesNotExist();
    }

    @Test
    void a_second_entry_that_differs_is_told_by_cells() throws IOException {
        Result.of("worksheet", "nhse-opel-2023-24", "--to", at("first.csv"));
        Path second = folder.resolve("second.csv");
        Files.writeString(second, Files.readString(folder.resolve("first.csv")).replace(",>15 to 30,", ",>15 to 31,"));

        Result differs = Result.of("fill", "nhse-opel-2023-24", at("first.csv"), "--against", second.toString());
        Result same = Result.of("fill", "nhse-opel-2023-24", at("first.csv"), "--against", at("first.csv"));

        assertThat(differs.exitCode()).isEqualTo(1);
        assertThat(differs.out())
                .contains(
                        ": OPEL-716 \"Band 2\" is \">15 to 30\" here and \">15 to 31\" in second.csv (",
                        "first.csv: 1 difference.");
        assertThat(same.exitCode()).isZero();
        assertThat(same.out()).startsWith("No error. With --to DIR, rule files are made: ");
    }

    @Test
    void wrong_usage_is_told_with_what_to_do() throws IOException {
        Files.writeString(folder.resolve("there.xlsx"), "x");
        Files.writeString(folder.resolve("old.xls"), "x");
        Result.of("new", "nhse-opel-2023-24", at("overlay"), "--overlay");

        assertThat(Result.of("worksheet", "nhse-opel-2023-24", "--to", at("there.xlsx"))
                        .err())
                .contains("is there already");
        assertThat(Result.of("worksheet", "nhse-opel-2023-24", "--to", at("rules.txt"))
                        .err())
                .contains("neither in .xlsx nor in .csv");
        assertThat(Result.of("worksheet", at("overlay"), "--to", at("o.xlsx")).err())
                .contains("is an overlay");
        assertThat(Result.of("worksheet", "nhse-opel-2023-24", "--to", at("no/such/folder.csv"))
                        .err())
                .contains("cannot be written");
        assertThat(Result.of("fill", "nhse-opel-2023-24", at("old.xls"), "--to", at("x"))
                        .err())
                .contains("not called .xlsx or .csv");
        assertThat(Result.of("fill", "nhse-opel-2023-24", at("none.xlsx"), "--to", at("x"))
                        .err())
                .contains("There is no such file. Correct its name.");
        assertThat(Result.of("fill", "nhse-opel-2024-26", INVENTED, "--to", folder.toString())
                        .err())
                .contains("not an empty folder");
        assertThat(Result.of("fill", "nhse-opel-2024-26", INVENTED, "--today", "soon")
                        .err())
                .contains("\"soon\" is no day");
        assertThat(Result.of("fill", at("overlay"), INVENTED).err()).contains("is an overlay");
    }

    @Test
    void what_takes_the_place_of_a_draft_may_keep_its_national_id_and_says_so() throws IOException {
        Files.writeString(folder.resolve("report.json"), REPORT_OF_TODAY);
        byte[] filled = Worksheet.read(Path.of(INVENTED)).toCsv();
        String national = new String(filled, StandardCharsets.UTF_8)
                .replace("Id,example-opel-2024", "Id,nhse-opel-2024-26")
                .replace("Version,1.0.0", "Version,2.0.0")
                .replace("In force from,1 April 2024", "In force from,1 December 2024");
        Files.writeString(folder.resolve("national.csv"), national);

        Result fill = Result.of(
                "fill", "nhse-opel-2024-26", at("national.csv"), "--to", at("rules"), "--today", "2026-12-01");
        Result check = Result.of("check", at("rules"));
        Result frameworks = Result.of("frameworks", "--rules", at("rules"));
        OpelEngine engine =
                OpelRules.builder().bundled().folder(folder.resolve("rules")).build();

        assertThat(fill.out())
                .contains(
                        "nhse-opel-2024-26 2.0.0 keeps the national id and takes the place of the draft nhse-opel-2024-26"
                                + " 1.1.0 where both are loaded.");
        String says =
                "replaces   the draft nhse-opel-2024-26 1.1.0 that comes with this program, and has its national id";
        assertThat(check.out()).contains("nhse-opel-2024-26 2.0.0: no error.", says);
        assertThat(frameworks.out()).contains(says);
        assertThat(engine.frameworks().frameworks())
                .extracting(Framework::toString)
                .containsExactly("nhse-opel-2023-24 1.1.0", "nhse-opel-2024-26 2.0.0");
    }

    @Test
    void a_copy_may_keep_the_id_of_a_draft_and_of_nothing_else() {
        Result copy = Result.of("new", "nhse-opel-2024-26", at("copy"), "--id", "nhse-opel-2024-26");
        Result published = Result.of("new", "nhse-opel-2024-26", at("no"), "--id", "nhse-opel-2023-24");
        Result overlay = Result.of("new", "nhse-opel-2024-26", at("no"), "--id", "nhse-opel-2024-26", "--overlay");

        assertThat(copy.out()).contains("It keeps the national id and takes the place of the draft nhse-opel-2024-26");
        assertThat(Result.of("check", at("copy")).out())
                .contains("nhse-opel-2024-26 2.0.0: no error.", "Status: draft", "replaces   the draft");
        assertThat(published.err())
                .contains("Only what takes the place of a draft, and is no overlay, may keep its id.");
        assertThat(overlay.err()).contains("Only what takes the place of a draft");
    }

    @Test
    void a_number_that_is_changed_after_it_was_signed_for_makes_the_sign_off_void_and_nothing_loads()
            throws IOException {
        Files.writeString(folder.resolve("report.json"), REPORT_OF_TODAY);
        Result.of("fill", "nhse-opel-2024-26", INVENTED, "--to", at("rules"), "--today", "2026-12-01");
        assertThat(Result.of("check", at("rules")).exitCode()).isZero();
        Path table = folder.resolve("rules/mental-health.yaml");
        String signed = Files.readString(table);

        for (String change : List.of(
                "points: 2 } # printed \"2 to 3\" -> points: 1 }",
                "definition: section 136 breaches since midnight -> definition: section 136 breaches of the week",
                "unit: breaches -> unit: cases",
                "label: Section 136 breaches -> label: Breaches",
                "{ level: 1, upTo: 6 } -> { level: 1, upTo: 7 }")) {
            String[] parts = change.split(" -> ", 2);
            assertThat(signed).contains(parts[0]);
            Files.writeString(
                    table,
                    signed.replace(parts[0], parts[1])
                            .replace(
                                    "above: 6, upTo: 12",
                                    change.contains("upTo: 7") ? "above: 7, upTo: 12" : "above: 6, upTo: 12"));

            Result check = Result.of("check", at("rules"));
            assertThat(check.exitCode()).as(change).isEqualTo(1);
            assertThat(check.out())
                    .containsPattern(
                            "sign-off.csv:\\d+:1: error OPEL-404 The sign-off of \"mental-health (section-136-breaches|levels)\" is void:"
                                    + " what A\\. Reader read on 2024-04-02 is not what stands there now\\.");
            assertThat(Result.of("score", "--rules", at("rules"), at("report.json"))
                            .err())
                    .contains("is void");
            assertThat(Result.of("rules", at("rules")).err()).contains("is void");
        }
        Files.writeString(table, signed.replace("upTo: 10000", "upTo: 9000"));
        assertThat(Result.of("check", at("rules")).out())
                .as("what is plausible, nobody signed")
                .contains("no error");
        Path signOff = folder.resolve("rules/sign-off.csv");
        Files.writeString(signOff, Files.readString(signOff) + "acute beds,x\nacute beds,D,p,A. Name,2024-04-02,,0\n");
        assertThat(Result.of("check", at("rules")).out())
                .contains(
                        "is no line of this file. Expected what, document",
                        "and there is no such thing in these rules");
    }

    @Test
    void actions_weights_and_dates_are_signed_for_as_cuts_are() throws IOException {
        Result.of("fill", "nhse-opel-2024-26", INVENTED, "--to", at("rules"), "--today", "2026-12-01");

        for (String change : List.of(
                "protocol/actions.dslr: within 30 minutes -> within 45 minutes",
                "framework.yaml: acute: 0.5 -> acute: 0.4",
                "framework.yaml: from: 2024-04-01 -> from: 2024-05-01")) {
            String[] parts = change.split(": ", 2);
            Path file = folder.resolve("rules").resolve(parts[0]);
            String signed = Files.readString(file);
            String[] texts = parts[1].split(" -> ", 2);
            assertThat(signed).contains(texts[0]);
            Files.writeString(file, signed.replace(texts[0], texts[1]));
            assertThat(Result.of("check", at("rules")).out()).as(change).contains("error OPEL-404 The sign-off of ");
            Files.writeString(file, signed);
        }
    }
}
