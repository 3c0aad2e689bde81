package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.check.InvalidRulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of whole systems, as people write them. */
class SystemCasesTest {

    private static final String CASES = """
            format: opel.cases/1
            observedAt: "2024-01-08T08:00:00Z"
            system:
              - { unit: QXX, is: ics, name: Example ICS }
              - { unit: RXX, is: acute, of: QXX, weight: 0.6 }
              - { unit: RYY, is: acute, of: QXX, weight: 0.4 }
              - { unit: RZZ, is: community, of: QXX }
            cases:
              - case: a mean
                reports: { RXX: worst, RYY: { readings: { ga-bed-occupancy: 99 }, others: best } }
                declared: { QXX: { level: 4, at: "2024-01-08T07:00:00Z" }, RZZ: 2 }
                expect:
                  QXX: { level: 3, score: 29.60, code: weighted-mean, declared: 4, never: [1, 2, 4] }
                  RXX: { score: 44 }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheBundledFramework() throws IOException {
        Files.createDirectory(folder.resolve("cases"));
        EditedCopy.asItIs(folder, "framework.yaml", "acute.yaml");
    }

    private CaseRun run(String cases) throws IOException {
        Files.writeString(folder.resolve("cases/systems.yaml"), cases);
        return RuleSource.of(folder).tryCases();
    }

    @Test
    void what_is_so_holds() throws IOException {
        assertThat(run(CASES).toText()).isEqualTo("nhse-opel-2023-24 1.1.0: 1 case, all hold.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            level: 3,                | level: 2,               | level of QXX: expected OPEL 2, found OPEL 3
            never: [1, 2, 4]         | never: [3]              | level of QXX: OPEL 3 must not be possible, found OPEL 3
            score: 29.60             | score: 29 to 30         | score of QXX: expected 29 to 30, found 29.6
            code: weighted-mean      | code: no-report         | code of QXX: expected NO_REPORT, found WEIGHTED_MEAN
            declared: 4, never       | declared: 3, never      | declared level of QXX: expected OPEL 3, found OPEL 4
            `RXX: { score: 44 }`     | `RXX: { declared: 1 }`  | declared level of RXX: expected OPEL 1, found none
            `RXX: { score: 44 }`     | `RAA: { score: 44 }`    | RAA: expected a level, but it has no part in the system at 2024-01-08T08:00:00Z
            `RXX: { score: 44 }`     | `QXX/acute: { score: 44 }` | QXX/acute: expected a level, but it has no part in the system
            """)
    void what_is_not_so_says_what_was_expected_and_found_and_shows_the_system(
            String right, String wrong, String difference) throws IOException {
        CaseRun run = run(CASES.replace(right, wrong));

        assertThat(run.failures()).hasSize(1);
        assertThat(run.toText())
                .startsWith("FAILED " + folder + "/cases/systems.yaml:9: a mean\n  " + difference)
                .contains(
                        "\n  | Example ICS (QXX): OPEL 3, 29.6 of 44; declared OPEL 4, which differs; driven by RXX and RYY; unverified\n"
                                + "  |   acute provider (RXX): OPEL 4, 44 of 44; ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            is: ics,               | is: icb,               | :4:22: OPEL-038 "icb" is not what a unit can be. Did you mean "ics"? Expected one of: acute, community, mental-health, nhs-111, ics, region, nation.
            `of: QXX, weight: 0.6` | `of: QYY, weight: 0.6` | :5:5: OPEL-311
            weight: 0.6            | weight: 0              | :5:46: OPEL-036 The weight is 0. Expected a number above 0.
            unit: RXX              | unit: rxx              | :5:13: OPEL-034 "rxx" is not an ODS code
            RXX: worst             | RAA: worst             | :10:16: OPEL-601 "RAA" is no unit of the system. Its units are: QXX, RXX, RYY, RZZ.
            RXX: worst             | RXX: wurst             | :10:21: OPEL-038 "wurst" is not known for "RXX". Did you mean "worst"? Known: best, worst, missing.
            RXX: worst             | QXX: worst             | :10:21: OPEL-601 nhse-opel-2023-24 does not score QXX, which is an ICS. Take its report away, or declare its level.
            RXX: worst             | RZZ: worst             | :10:21: OPEL-601 nhse-opel-2023-24 does not score RZZ, which is of the type community.
            ga-bed-occupancy: 99   | ga-beds: 99            | OPEL-601 readings.ga-beds: nhse-opel-2023-24 has no such parameter
            `RZZ: 2 }`             | `RZZ: 5 }`             | OPEL-036
            `level: 4, at`         | `level: 4, att`        | OPEL-020 "att" is not a key of a declaration. Did you mean "at"?
            2024-01-08T07:00:00Z   | yesterday              | OPEL-032 "yesterday" is not a time with an offset.
            score: 29.60           | score: about 30        | OPEL-035 "about 30" is not a score. Expected a number with up to four decimals
            code: weighted-mean    | code: mean             | OPEL-038 "mean" is not how a unit's score is had.
            `RXX: { score: 44 }`   | `RXX: { }`             | OPEL-024 Nothing is expected here, so the case proves nothing. Expect at least a level or a score.
            `RXX: { score: 44 }`   | `QXX/cute: { score: 44 }` | OPEL-601 "QXX/cute" is not a unit or one of its pillars. Expected a code such as "QXX", or "QXX/acute".
            `    expect:`          | `    under: { RXX: nhse-opel-2024-27 }\n    expect:` | OPEL-038 "nhse-opel-2024-27" is not a framework that comes with this library. Did you mean "nhse-opel-2024-26"?
            observedAt:            | `providerType: acute\nobservedAt:` | OPEL-025 Cases are about the reports of one "providerType" or about a "system". Remove one of the two
            """)
    void a_slip_is_found_at_its_place(String right, String wrong, String finding) {
        InvalidRulesException e = catchThrowableOfType(
                InvalidRulesException.class, () -> run(CASES.replace(right, wrong.replace("\\n", "\n"))));

        assertThat(e.findings())
                .anySatisfy(found -> assertThat(found.toString()).contains(finding));
    }

    @Test
    void a_system_can_stand_in_a_table_beside_the_cases() throws IOException {
        Files.writeString(folder.resolve("cases/ours.csv"), """
                code,name,parent,role,start,end,weight
                QXX,Example ICS,,ics,,,
                RXX,Example trust,QXX,acute,20220701,,0.6
                RYY,Another trust,QXX,acute,20220701,20260331,0.4
                """);
        String cases = CASES.substring(0, CASES.indexOf("system:")) + "system: ours.csv\n" + """
                cases:
                  - case: a mean
                    reports: { RXX: worst, RYY: best }
                    expect: { QXX: { level: 3, score: 26.4 } }
                """;

        assertThat(run(cases).failures()).isEmpty();
        InvalidRulesException missing =
                catchThrowableOfType(InvalidRulesException.class, () -> run(cases.replace("ours.csv", "theirs.csv")));
        InvalidRulesException outside =
                catchThrowableOfType(InvalidRulesException.class, () -> run(cases.replace("ours.csv", "../ours.csv")));
        Files.writeString(folder.resolve("cases/ours.csv"), "code,name\n");
        InvalidRulesException damaged = catchThrowableOfType(InvalidRulesException.class, () -> run(cases));

        assertThat(missing).hasMessageContaining("There is no file \"theirs.csv\" beside this one.");
        assertThat(outside).hasMessageContaining("\"../ours.csv\" is not a file of a system.");
        assertThat(damaged).hasMessageContaining(":3:9: OPEL-601 ours.csv, line 1: The columns are \"code,name\".");
    }

    @Test
    void a_reading_has_an_age_or_a_time_and_not_both() throws IOException {
        String both = CASES.replace(
                "ga-bed-occupancy: 99",
                "ga-bed-occupancy: { value: 99, age: PT25H, observedAt: \"2024-01-08T06:00:00Z\" }");

        InvalidRulesException e = catchThrowableOfType(InvalidRulesException.class, () -> run(both));

        assertThat(e)
                .hasMessageContaining(
                        "OPEL-025 A reading has an \"age\", counted back from its report, or an \"observedAt\"."
                                + " Remove one of the two.");
        CaseRun old = run(CASES.replace("ga-bed-occupancy: 99", "ga-bed-occupancy: { value: 99, age: PT25H }"));
        assertThat(old.failures().get(0).differences()).contains("score of QXX: expected 29.6, found 26.4 to 29.6");
    }
}
