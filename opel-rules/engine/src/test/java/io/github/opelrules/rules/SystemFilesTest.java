package io.github.opelrules.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.Adoption;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.SystemAssessment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemFilesTest {

    private static final String GOOD = """
            format: opel.hierarchy/1
            weights: shares
            units:
              - { code: Y01, name: A region, tier: region, belongsTo: [{ parent: ENG, weight: 1, from: 2020-04-01 }] }
              - { code: ENG, name: England, tier: nation }
              - code: QXX
                name: An ICS
                tier: ics
                belongsTo: [{ parent: Y01, weight: 1, from: 2022-07-01 }]
              - code: RXX
                name: A trust
                tier: provider
                providerType: acute
                belongsTo: [{ parent: QXX, weight: 1, from: 2022-07-01, until: 2027-04-01 }]
            """;

    private static final String TABLE = """
            code,name,parent,role,start,end
            ENG,England,,nation,,
            Y01,A region,ENG,region,2020-04-01,
            QAA,"First ICS, the old one",Y01,ics,20220701,20260331
            QBB,Second ICS,Y01,ics,2026-04-01,
            RXX,"A ""good"" trust",QAA,acute,2022-07-01,2026-03-31
            RXX,"A ""good"" trust",QBB,acute,2026-04-01,
            """;

    private static final String DECLARED = """
            {"format": "opel.declarations/1", "declarations": [
              {"unit": "QXX", "level": 4, "by": "ICB director on call", "at": "2026-01-08T09:30:00+00:00",
               "reason": "three trusts divert"},
              {"unit": "RXX", "level": 2, "by": "site manager", "at": "2026-01-08T08:00:00Z"}]}
            """;

    private static final String HOURS = """
            format: opel.hours/1
            bankHolidays: [2027-06-07]
            teams: [evening-desk]
            centres:
              - ics: [QXX, QVV]
                shifts:
                  - { by: own, days: weekdays, from: "08:00", until: "17:00" }
                  - { by: evening-desk, days: weekdays, from: "17:00", until: "20:00" }
              - ics: [QYY]
                shifts: [{ by: evening-desk, days: every-day, from: "20:00", until: "24:00" }]
              - ics: [QZZ]
                shifts: none
            """;

    private static final String LINKED = GOOD + """
              - code: RYY
                name: Another trust
                tier: provider
                providerType: nhs-111
                belongsTo: [{ parent: QXX, weight: 1, from: 2022-07-01 }]
            links:
              - { between: RXX, and: RYY, minutes: 25 }
            """;

    @TempDir
    private Path folder;

    @Test
    void a_hierarchy_says_who_belongs_to_whom() throws IOException {
        Hierarchy hierarchy = SystemFiles.hierarchy(file("h.yaml", GOOD));

        assertThat(hierarchy.weights()).isEqualTo(Hierarchy.Weights.SHARES);
        assertThat(hierarchy.units())
                .extracting(unit -> unit.code().value())
                .containsExactly("ENG", "QXX", "RXX", "Y01");
        assertThat(hierarchy.members(Instant.parse("2026-01-08T08:00:00Z")))
                .containsOnlyKeys(OdsCode.of("ENG"), OdsCode.of("QXX"), OdsCode.of("Y01"));
    }

    @Test
    void a_table_in_the_shape_of_ods_exports_says_the_same_and_its_end_is_the_last_day() throws IOException {
        Hierarchy hierarchy = SystemFiles.hierarchy(file("h.csv", TABLE));

        assertThat(hierarchy.weights()).isEqualTo(Hierarchy.Weights.EQUAL);
        assertThat(hierarchy.unit(OdsCode.of("QAA")).orElseThrow().name()).isEqualTo("First ICS, the old one");
        assertThat(hierarchy.unit(OdsCode.of("RXX")).orElseThrow().name()).isEqualTo("A \"good\" trust");
        assertThat(hierarchy.unit(OdsCode.of("RXX")).orElseThrow().memberships())
                .extracting(Membership::dates)
                .extracting(Object::toString)
                .containsExactly("from 2022-07-01 until 2026-04-01", "from 2026-04-01");
    }

    @Test
    void a_table_may_have_weights() throws IOException {
        String weighted = TABLE.replaceFirst("end\n", "end,weight\n").replaceAll("(?m)(,|03-?31)$", "$1,2.5");

        Hierarchy hierarchy = SystemFiles.hierarchy(file("h.csv", weighted));

        assertThat(hierarchy.weights()).isEqualTo(Hierarchy.Weights.RELATIVE);
        assertThat(hierarchy
                        .unit(OdsCode.of("Y01"))
                        .orElseThrow()
                        .memberships()
                        .get(0)
                        .weight())
                .isEqualByComparingTo("2.5");
    }

    @Test
    void declarations_are_read_from_json_and_yaml_alike() throws IOException {
        List<Declaration> declarations = SystemFiles.declarations(file("d.json", DECLARED));

        assertThat(declarations)
                .containsExactly(
                        new Declaration(
                                OdsCode.of("QXX"),
                                OpelLevel.OPEL_4,
                                "ICB director on call",
                                Instant.parse("2026-01-08T09:30:00Z"),
                                "three trusts divert"),
                        new Declaration(
                                OdsCode.of("RXX"),
                                OpelLevel.OPEL_2,
                                "site manager",
                                Instant.parse("2026-01-08T08:00:00Z"),
                                null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            weights: shares      | weights: share      | 2:10 OPEL-038
            tier: ics            | tier: icb           | 8:11 OPEL-038
            providerType: acute  | sort: acute         | 13:5 OPEL-020
            parent: QXX          | parent: QXY         | 14:17 OPEL-311 A trust (RXX) belongs to QXY, which is no unit
            parent: QXX          | parent: Y01         | 14:17 OPEL-313
            parent: QXX          | parent: qxx         | 14:27 OPEL-034 "qxx" is not an ODS code: expected 3 to 10 upper-case letters and digits, such as RXX for a trust or RXX01 for a site. Did you mean "QXX"?
            weight: 1, from: 2022-07-01, until | weight: 0.9, from: 2022-07-01, until | 14:17 OPEL-317
            weight: 1, from: 2022-07-01, until | weight: 0, from: 2022-07-01, until | 14:40 OPEL-036
            weight: 1, from: 2022-07-01, until | from: 2022-07-01, until | 14:17 OPEL-022
            until: 2027-04-01    | until: 2021-04-01   | 14:68 OPEL-033
            until: 2027-04-01    | until: 1/4/2027     | 14:68 OPEL-032
            code: RXX            | code: QXX           | 10:5 OPEL-310
            tier: nation }       | tier: nation, providerType: acute } | 5:61 OPEL-020
            format: opel.hierarchy/1 | format: opel.hierarchy/2 | 1:9 OPEL-012
            """)
    void a_slip_in_a_hierarchy_is_found_at_its_place(String old, String text, String finding) throws IOException {
        assertThat(GOOD).contains(old);
        Path file = file("h.yaml", GOOD.replace(old, text));

        assertThat(findings(() -> SystemFiles.hierarchy(file)))
                .anyMatch(found -> found.startsWith(file + ":" + finding));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            code,name      | Code,Name     | 1:1 OPEL-012 The columns are "Code,Name,parent,role,start,end".
            RXX,"A ""good"" trust",QBB | RXX,Another,QBB | 7:1 OPEL-021 RXX is "Another", acute here, and "A "good" trust", acute in line 6.
            acute,2022     | RO197,2022    | 7:1 OPEL-021
            20220701       | 20221301      | 4:1 OPEL-032
            20260331       | 20210331      | 4:1 OPEL-033
            ,ENG,region    | ,ENG,regoin   | 3:1 OPEL-038 "regoin" is not a role. Did you mean "region"?
            Y01,A region,  | Y01,,         | 3:1 OPEL-024
            Y01,A region,  | y01,A region, | 3:1 OPEL-034
            England,,nation,, | England,,nation | 2:1 OPEL-023 This line has 4 cells. Expected 6
            "First ICS     | ""First ICS   | 4:1 OPEL-039 A quote is opened in this line and never closed.
            """)
    void a_slip_in_a_table_is_found_in_its_line(String old, String text, String finding) throws IOException {
        assertThat(TABLE).contains(old);
        Path file = file("h.csv", TABLE.replace(old, text));

        assertThat(findings(() -> SystemFiles.hierarchy(file)))
                .anyMatch(found -> found.startsWith(file + ":" + finding));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "level": 4   | "level": 5    | 2:28 OPEL-036
            "level": 4   | "level": "4*" | 2:28 OPEL-035
            +00:00       | ``            | 2:67 OPEL-032 "2026-01-08T09:30:00" is not a time with an offset.
            "unit"       | "units"       | 2:4 OPEL-020
            "site manager" | ""          | 4:37 OPEL-024
            """)
    void a_slip_in_declarations_is_found_at_its_place(String old, String text, String finding) throws IOException {
        assertThat(DECLARED).contains(old);
        Path file = file("d.json", DECLARED.replace(old, text));

        assertThat(findings(() -> SystemFiles.declarations(file)))
                .anyMatch(found -> found.startsWith(file + ":" + finding));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            desk, days: weekdays | desk, days: workdays | 8:35 OPEL-038
            "08:00"      | "8.00"       | 7:42 OPEL-032 "8.00" is not a time of day. Expected hours and minutes, such as "08:00".
            "20:00" }    | "25:00" }    | 8:67 OPEL-032 "25:00" is not a time of day. Expected hours and minutes, such as "18:00", or "24:00" for the end of the day.
            "20:00" }    | "16:00" }    | 8:67 OPEL-033 A shift ends later on the day on which it begins, but this one is from 17:00 until 16:00. Write one that goes past midnight as two.
            by: own, days | days        | 7:9 OPEL-022 The key "by" is missing. Add it, such as "by: own".
            by: own      | by: evening  | 7:15 OPEL-038 "evening" is not known for "by". Known: own, evening-desk.
            desk, days: weekdays | dsk, days: weekdays | 8:15 OPEL-038 "evening-dsk" is not known for "by". Did you mean "evening-desk"? Known: own, evening-desk.
            teams: [evening-desk] | teams: [own] | 3:9 OPEL-038 "own" is always the own team of the ICB. Take it away, or give this team another id.
            teams: [evening-desk] | teams: [Evening desk] | 3:9 OPEL-034 "Evening desk" is not the id of a team: expected lower-case words joined by hyphens, such as evening-desk.
            "17:00", until | "16:59", until | 8:9 OPEL-320 Two teams are on at once: weekdays from 16:59 until 20:00 by evening-desk, and above, weekdays from 08:00 until 17:00 by own. Say who is on: let one of the shifts begin when the other ends.
            desk, days: weekdays, from: "17:00" | desk, days: every-day, from: "08:00" | 8:9 OPEL-320
            [QXX, QVV]   | [QXX, QXX]   | 5:16 OPEL-319 The centre of QXX is listed twice. Name it once, with all its shifts.
            ics: [QYY]   | ics: [QXX]   | 9:11 OPEL-319 The centre of QXX is listed twice. Name it once, with all its shifts.
            ics: [QYY]   | ics: [qyy]   | 9:11 OPEL-034
            ics: [QYY]   | ics: QYY     | 9:10 OPEL-023
            2027-06-07   | 7/6/2027     | 2:16 OPEL-032
            """)
    void a_slip_in_the_hours_is_found_at_its_place(String old, String text, String finding) throws IOException {
        assertThat(HOURS).contains(old);
        Path file = file("hours.yaml", HOURS.replace(old, text));

        assertThat(findings(() -> SystemFiles.hours(file))).anyMatch(found -> found.startsWith(file + ":" + finding));
    }

    @Test
    void hours_say_which_team_staffs_a_centre_and_name_bank_holidays_that_are_not_known_yet() throws IOException {
        StaffedHours hours = SystemFiles.hours(file("hours.yaml", HOURS));
        Team desk = new Team("evening-desk");

        assertThat(hours.teamOn(OdsCode.of("QXX"), Instant.parse("2026-01-06T19:59:00Z")))
                .contains(desk);
        assertThat(hours.teamOn(OdsCode.of("QXX"), Instant.parse("2026-01-06T16:59:00Z")))
                .contains(Team.ownOf(OdsCode.of("QXX")));
        assertThat(hours.teamOn(OdsCode.of("QVV"), Instant.parse("2026-01-06T16:59:00Z")))
                .as("a centre may serve several ICSs, each with its own team")
                .contains(Team.ownOf(OdsCode.of("QVV")));
        assertThat(hours.teamOn(OdsCode.of("QXX"), Instant.parse("2027-06-07T17:00:00Z")))
                .isEmpty();
        assertThat(hours.teamOn(OdsCode.of("QYY"), Instant.parse("2026-01-06T23:59:00Z")))
                .contains(desk);
        assertThat(hours.teamOn(OdsCode.of("QZZ"), Instant.parse("2026-01-06T12:00:00Z")))
                .as("shifts: none")
                .isEmpty();
        assertThat(hours.teamOn(OdsCode.of("QWW"), Instant.parse("2026-01-06T12:00:00Z")))
                .as("not named")
                .contains(Team.ownOf(OdsCode.of("QWW")));
        assertThat(PublishedSchemas.schema("opel.hours-1").validate(HOURS, InputFormat.YAML))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            and: RYY, minutes: 25 | and: RZZ, minutes: 25 | 21:5 OPEL-318 A link leads from RXX to RZZ, and these are not two units of one tier in this hierarchy. Correct the codes, or add the unit.
            and: RYY, minutes: 25 | and: QXX, minutes: 25 | 21:5 OPEL-318 A link leads from QXX to RXX
            and: RYY, minutes: 25 | and: RXX, minutes: 25 | 21:5 OPEL-318 A link leads from a unit to another one
            and: RYY, minutes: 25 | and: RYY, minutes: 0  | 21:40 OPEL-036
            and: RYY, minutes: 25 | and: RYY              | 21:5 OPEL-022
            """)
    void a_slip_in_the_links_is_found_at_its_place(String old, String text, String finding) throws IOException {
        assertThat(LINKED).contains(old);
        Path file = file("h.yaml", LINKED.replace(old, text));

        assertThat(findings(() -> SystemFiles.hierarchy(file)))
                .anyMatch(found -> found.startsWith(file + ":" + finding));
    }

    @Test
    void links_say_how_far_it_is_between_neighbours() throws IOException {
        Hierarchy hierarchy = SystemFiles.hierarchy(file("h.yaml", LINKED));

        assertThat(hierarchy.linksOf(OdsCode.of("RYY")))
                .containsExactly(new Hierarchy.Link(OdsCode.of("RXX"), OdsCode.of("RYY"), Duration.ofMinutes(25)));
        assertThat(PublishedSchemas.schema("opel.hierarchy-1").validate(LINKED, InputFormat.YAML))
                .isEmpty();
    }

    @Test
    void a_table_that_is_not_utf_8_says_where() throws IOException {
        Path exported = folder.resolve("h.csv");
        Files.write(
                exported, "code,name,role,parent\nRXX,Ch\u00e2teau,acute,QXX\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(findings(() -> SystemFiles.hierarchy(exported)))
                .containsExactly(exported + ":2:7 OPEL-006 The byte 0xE2 is not UTF-8. Save the file with the encoding"
                        + " UTF-8.");
    }

    @Test
    void a_file_that_is_not_there_or_too_large_says_so() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        Path large = file("large.yaml", "#".repeat((1 << 20) + 1));

        assertThat(findings(() -> SystemFiles.hierarchy(missing)))
                .containsExactly(missing + ":1:1 OPEL-001 There is no such file. Correct its name.");
        assertThat(findings(() -> SystemFiles.hierarchy(large)))
                .containsExactly(large
                        + ":1:1 OPEL-004 The file is larger than 1 MiB. Split it, or remove what does not belong.");
        assertThat(findings(() -> SystemFiles.declarations(folder)))
                .hasSize(1)
                .allMatch(found -> found.contains("OPEL-002"));
    }

    @Test
    void files_and_results_are_valid_under_their_schemas() throws IOException {
        assertThat(PublishedSchemas.schema("opel.hierarchy-1").validate(GOOD, InputFormat.YAML))
                .isEmpty();
        assertThat(PublishedSchemas.schema("opel.declarations-1").validate(DECLARED, InputFormat.JSON))
                .isEmpty();
        SystemAssessment system = OpelRules.bundled()
                .aggregate(
                        SystemFiles.hierarchy(file("h.yaml", GOOD)),
                        Instant.parse("2024-01-08T10:00:00Z"),
                        List.of(),
                        List.of(
                                new Declaration(
                                        OdsCode.of("RXX"),
                                        OpelLevel.OPEL_3,
                                        "site manager",
                                        Instant.parse("2024-01-08T09:30:00Z"),
                                        "beds"),
                                new Declaration(
                                        OdsCode.of("RZZ"),
                                        OpelLevel.OPEL_3,
                                        "site manager",
                                        Instant.parse("2024-01-08T09:30:00Z"),
                                        null)));
        String json = OpelJson.write(system);

        assertThat(PublishedSchemas.schema("opel.system-1").validate(json, InputFormat.JSON))
                .isEmpty();
        assertThat(json).contains("\"minIncluded\":false", "\"how\":\"LEVEL_REPORTED\"", "\"leftOut\":[\"RZZ\"]");
        for (String place : List.of("\"format\"", "\"code\"", "\"min\"", "\"kind\"", "\"by\"", "\"name\":\"The")) {
            assertThat(PublishedSchemas.schema("opel.system-1")
                            .validate(json.replaceFirst(place, "\"other\":\"1\"," + place), InputFormat.JSON))
                    .as(place)
                    .isNotEmpty();
        }
    }

    @Test
    void what_is_wrong_is_told_of_what_it_is_about() throws IOException {
        Path hierarchy = file("h.yaml", GOOD.replace("providerType:", "provderType:"));
        Path hours = file("hours.yaml", HOURS.replace("opel.hours/1", "opel.hours/9"));
        Path declarations = file("d.json", DECLARED.replace("\"unit\"", "\"unti\""));
        Path adoptions = file("a.yaml", "format: opel.adoptions/9");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SystemFiles.hierarchy(hierarchy))
                .withMessageStartingWith("The hierarchy cannot be used because of 1 problem:\n  " + hierarchy + ":")
                .returns("hierarchy", InvalidInputException::what);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SystemFiles.hours(hours))
                .withMessageStartingWith("The staffed hours cannot be used because of 1 problem:\n  " + hours + ":");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SystemFiles.declarations(declarations))
                .withMessageStartingWith("The declarations cannot be used because of ");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SystemFiles.adoptions(adoptions))
                .withMessageStartingWith("The adoptions cannot be used because of 1 problem:\n  " + adoptions + ":");
    }

    @Test
    void files_in_memory_say_the_same_as_those_on_disk() throws IOException {
        String adopted = """
                format: opel.adoptions/1
                adoptions:
                  - { organisation: RXX01, framework: nhse-opel-2023-24, from: 2023-09-01 }
                """;

        assertThat(SystemFiles.hierarchy("h.yaml", GOOD.getBytes(UTF_8)))
                .isEqualTo(SystemFiles.hierarchy(file("h.yaml", GOOD)));
        assertThat(SystemFiles.hierarchy("h.csv", TABLE.getBytes(UTF_8)))
                .isEqualTo(SystemFiles.hierarchy(file("h.csv", TABLE)));
        assertThat(SystemFiles.declarations("d.json", DECLARED.getBytes(UTF_8)))
                .isEqualTo(SystemFiles.declarations(file("d.json", DECLARED)))
                .isNotEmpty();
        assertThat(SystemFiles.hours("hours.yaml", HOURS.getBytes(UTF_8)))
                .isEqualTo(SystemFiles.hours(file("hours.yaml", HOURS)));
        assertThat(SystemFiles.adoptions("a.yaml", adopted.getBytes(UTF_8)))
                .isEqualTo(SystemFiles.adoptions(file("a.yaml", adopted)))
                .containsExactly(new Adoption(
                        OdsCode.of("RXX01"), FrameworkId.of("nhse-opel-2023-24"), LocalDate.parse("2023-09-01")));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SystemFiles.hierarchy("h.yaml", new byte[1024 * 1024 + 1]))
                .withMessageContaining("h.yaml:1:1: ")
                .withMessageContaining("The file is larger than 1 MiB.");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> findings(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        InvalidInputException e = catchThrowableOfType(InvalidInputException.class, call);
        return e.findings().stream()
                .map(finding -> finding.toString().replaceFirst(": OPEL", " OPEL"))
                .toList();
    }

    @Test
    void a_misspelt_key_is_named_and_nothing_else_fails() throws IOException {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SystemFiles.hierarchy(file("h.yaml", GOOD.replace("providerType:", "provderType:"))))
                .satisfies(e -> assertThat(e.findings())
                        .singleElement()
                        .asString()
                        .contains("\"provderType\" is not a key of a unit. Did you mean \"providerType\"?"));
    }

    @Test
    void a_tab_in_a_name_of_a_table_is_told_with_its_line() throws IOException {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SystemFiles.hierarchy(file("h.csv", TABLE.replace("Second ICS", "Second\tICS"))))
                .satisfies(e -> assertThat(e.findings())
                        .singleElement()
                        .asString()
                        .contains("h.csv:5:11: OPEL-007 A tab stands here. Use spaces only, in the whole file."));
    }

    @Test
    void a_json_file_is_read_as_json_and_each_name_as_it_stands() throws IOException {
        String name = " “The `ICS`” \uFFFE ";
        String json = """
                {
                \t"format": "opel.hierarchy/1", "weights": "equal",
                \t"units": [{"code": "QXX", "name": "%s", "tier": "ics", "belongsTo": []}]
                }
                """.formatted(name);

        assertThat(SystemFiles.hierarchy(file("h.json", json)).units().get(0).name())
                .isEqualTo(name);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SystemFiles.hierarchy(file("h.json", json.replace("[]", "[],"))))
                .withMessageContaining("h.json:3:")
                .withMessageContaining("OPEL-016 This is not JSON: it cannot go on with \"}]");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SystemFiles.hierarchy(
                        file("h.json", json.replace("code", "cod").replace("tier", "ter"))))
                .satisfies(e -> assertThat(e.findings()).hasSizeGreaterThan(1));
    }
}
