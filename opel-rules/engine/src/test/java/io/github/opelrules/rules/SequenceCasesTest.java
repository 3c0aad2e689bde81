package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases that are sequences in time, as people write them. */
class SequenceCasesTest {

    private static final String CASES = """
            format: opel.cases/1
            observedAt: "2024-01-08T10:00:00Z"
            system:
              - { unit: QXX, is: ics }
              - { unit: RXX, is: acute, of: QXX }
              - { unit: RYY, is: acute, of: QXX }
              - { unit: RZZ, is: community, of: QXX }
            links:
              - { between: RXX, and: RYY, minutes: 25 }
            teams: [desk]
            centres: [{ ics: [QXX], shifts: [{ by: own, days: weekdays, from: "09:00", until: "17:00" }, { by: desk, days: weekends, from: "09:00", until: "20:00" }] }]
            cases:
              - case: a hard day
                steps:
                  - reports: { RXX: 3, RYY: 1 }
                    expect:
                      inForce: { RXX: 3 }
                      raised: [{ rule: PRO-3-01, unit: RXX, role: SCC duty manager, due: "11:00" }]
                      never: [PRO-4-01, escalated]
                  - at: "10:30"
                    acknowledge: [PRO-3-01]
                    expect: { never: all }
                  - at: "12:00"
                    reports: { RXX: 4 }
                    expect:
                      aidProposed: [{ rule: PRO-4-01, unit: RXX, helpers: [RYY] }]
                      informed: [{ rule: PRO-4-02, role: NHS England region }]
                  - at: "17:00"
                    notices: [{ unit: QXX, is: industrial action, until: "2024-01-09T17:00:00Z" }]
                    done: [PRO-3-01]
                    askAid: [RXX]
                    expect:
                      done: [{ rule: PRO-3-01 }]
                      raised: [{ rule: ICS-0-01, role: ICB director on call, due: "21:00" }]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheBundledFramework() throws IOException {
        Files.createDirectory(folder.resolve("cases"));
        EditedCopy.asItIs(folder, "framework.yaml", "acute.yaml", "protocol/ics.dslr", "protocol/provider.dslr");
    }

    private CaseRun run(String cases) throws IOException {
        Files.writeString(folder.resolve("cases/escalation.yaml"), cases);
        return RuleSource.of(folder).tryCases();
    }

    @Test
    void what_is_so_holds() throws IOException {
        assertThat(run(CASES).toText()).isEqualTo("nhse-opel-2023-24 1.1.0: 1 case, all hold.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `inForce: { RXX: 3 }`          | `inForce: { RXX: 2 }`          | 2024-01-08T10:00:00Z: level in force of RXX: expected OPEL 2, found OPEL 3
            `inForce: { RXX: 3 }`          | `inForce: { RZZ: 2 }`          | 2024-01-08T10:00:00Z: level in force of RZZ: expected OPEL 2, found none
            `role: SCC duty manager`    | `team: desk`                | 2024-01-08T10:00:00Z: raised: expected PRO-3-01 for RXX of desk by 2024-01-08T11:00:00Z, found PRO-3-01 for RXX to SCC duty manager of QXX by 2024-01-08T11:00:00Z
            `role: SCC duty manager`    | `role: ICB executive`       | 2024-01-08T10:00:00Z: raised: expected PRO-3-01 for RXX to ICB executive by 2024-01-08T11:00:00Z, found PRO-3-01 for RXX to SCC duty manager of QXX by 2024-01-08T11:00:00Z
            `due: "11:00"`              | `due: "11:01"`              | 2024-01-08T10:00:00Z: raised: expected PRO-3-01 for RXX to SCC duty manager by 2024-01-08T11:01:00Z, found PRO-3-01 for RXX
            `raised: [{ rule: PRO-3-01, unit: RXX`  | `raised: [{ rule: PRO-3-01, unit: RYY` | 2024-01-08T10:00:00Z: raised: expected PRO-3-01 for RYY to SCC duty manager
            `[PRO-4-01, escalated]`      | `[PRO-3-01]`                | 2024-01-08T10:00:00Z: raised: expected never, found PRO-3-01 for RXX to SCC duty manager of QXX by 2024-01-08T11:00:00Z
            `[PRO-4-01, escalated]`      | `[raised]`                  | 2024-01-08T10:00:00Z: raised: expected never, found PRO-3-01 for RXX
            `helpers: [RYY]`            | `helpers: [RXX]`            | 2024-01-08T12:00:00Z: aidProposed: expected PRO-4-01 for RXX from RXX, found PRO-4-01 for RXX from RYY
            `helpers: [RYY]`            | `helpers: none`             | 2024-01-08T12:00:00Z: aidProposed: expected PRO-4-01 for RXX from nobody, found PRO-4-01 for RXX from RYY
            `informed: [{ rule: PRO-4-02` | `escalated: [{ rule: PRO-4-02` | 2024-01-08T12:00:00Z: escalated: expected PRO-4-02 to NHS England region, found nothing
            `acknowledge: [PRO-3-01]`   | `acknowledge: [PRO-4-01]`   | 2024-01-08T10:30:00Z: acknowledge: expected an open action of PRO-4-01, found none
            `done: [PRO-3-01]`          | `done: [PRO-2-01]`          | 2024-01-08T17:00:00Z: done: expected an open action of PRO-2-01, found none
            """)
    void what_is_not_so_says_what_was_expected_and_found_and_shows_the_events(
            String right, String wrong, String difference) throws IOException {
        CaseRun run = run(CASES.replace(right, wrong));

        assertThat(run.failures()).hasSize(1);
        assertThat(run.toText())
                .startsWith("FAILED " + folder + "/cases/escalation.yaml:13: a hard day\n")
                .contains("\n  " + difference)
                .contains("\n  | At 2024-01-08T10:00:00Z:\n  |   2024-01-08T10:00:00Z LEVEL_")
                .contains("ACTION_RAISED RXX: SCC duty manager of QXX must coordinate the response");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `at: "10:30"`               | `at: half past ten`         | :20:13: OPEL-032 "half past ten" is not a time. Expected hours and minutes in England, such as "10:30"
            `at: "10:30"`               | `at: "2024-01-08T09:00:00Z"` | :20:13: OPEL-601 This step is at 2024-01-08T09:00:00Z, before the one above it, 2024-01-08T10:00:00Z.
            `rule: PRO-3-01, unit`      | `rule: PRO-3-10, unit`      | :18:28: OPEL-038 "PRO-3-10" is not a rule of the protocol.
            `unit: RXX, role`           | `unit: RXY, role`           | :18:44: OPEL-601 "RXY" is no unit of the system. Did you mean
            `role: SCC duty manager`    | `role: SCC manager`         | :18:55: OPEL-038 "SCC manager" is not a role. Did you mean "SCC duty manager"?
            `role: SCC duty manager`    | `team: QXY`                 | :18:55: OPEL-038 "QXY" is not a team that staffs an SCC here. Did you mean "QXX"?
            `[PRO-4-01, escalated]`      | `[escalate]`                | :19:19: OPEL-038 "escalate" is not a rule of the protocol or a kind of event. Did you mean "escalated"?
            `is: industrial action`     | `is: strike`                | OPEL-038 "strike" is not a kind of notice. Expected one of: critical incident, industrial action, public event.
            `acknowledge: [PRO-3-01]`   | `acknowledge: PRO-3-01`     | "acknowledge" is a single value. Expected a list
            `acknowledge:`              | `acknowledged:`             | OPEL-020 "acknowledged" is not a key of a step. Did you mean "acknowledge"?
            `raised: [{ rule: ICS`      | `rised: [{ rule: ICS`       | OPEL-020 "rised" is not a key of "expect". Did you mean "raised"?
            `RXX: 3, RYY: 1`            | `RXX: 5, RYY: 1`            | OPEL-036 "RXX" is 5. Expected a whole number from 1 to 4.
            `RYY: 1 }`                  | `RZZ: 1 }`                  | OPEL-601 nhse-opel-2023-24 does not score RZZ, which is of the type community.
            `inForce: { RXX: 3 }`          | `inForce: { RXX: bad }`        | OPEL-035
            `2024-01-09T17:00:00Z`      | `2024-01-08T16:00:00Z`      | OPEL-033
            `minutes: 25`               | `minutes: 0`                | OPEL-036 "minutes" is 0. Expected a whole number from 1 to 1440.
            `and: RYY`                  | `and: QXX`                  | :9:5: OPEL-318
            `until: "17:00"`            | `until: "08:00"`            | OPEL-033
            `reports: { RXX: 4 }`       | `reports: { RXX: { others: worst, observedAt: "2024-01-08T13:00:00Z" } }` | :24:18: OPEL-601 What is of 2024-01-08T13:00:00Z is not known yet in this step, which is at 2024-01-08T12:00:00Z. Move it to a later step.
            """)
    void a_slip_is_found_at_its_place(String right, String wrong, String finding) {
        assertThat(CASES).contains(right);
        InvalidRulesException e =
                catchThrowableOfType(InvalidRulesException.class, () -> run(CASES.replace(right, wrong)));

        assertThat(e).isNotNull();
        assertThat(e.findings())
                .anySatisfy(found -> assertThat(found.toString()).contains(finding));
    }

    @Test
    void a_time_of_day_is_the_next_that_clocks_in_england_show_on_both_sides_of_a_change() throws IOException {
        String summer = """
                format: opel.cases/1
                observedAt: "2024-03-30T22:00:00Z"
                system: [{ unit: QXX, is: ics }, { unit: RXX, is: acute, of: QXX }]
                cases:
                  - case: clocks go forward at 01:00
                    steps:
                      - at: "23:30"
                        reports: { RXX: 2 }
                        expect: { raised: [{ rule: PRO-2-01, due: "02:30" }] }
                      - at: "23:30"
                      - at: "09:00"
                        reports: { RXX: 3 }
                        expect: { raised: [{ rule: PRO-3-01, due: "2024-03-31T09:00:00Z" }] }
                """;

        assertThat(run(summer).toText()).isEqualTo("nhse-opel-2023-24 1.1.0: 1 case, all hold.\n");
    }

    @Test
    void a_sequence_needs_something_that_is_expected_and_a_protocol_to_come_to_something() throws IOException {
        String nothing = CASES.substring(0, CASES.indexOf("      - reports")) + "      - reports: { RXX: 3 }\n";
        InvalidRulesException unexpected = catchThrowableOfType(InvalidRulesException.class, () -> run(nothing));
        for (String file : List.of("protocol/ics.dslr", "protocol/provider.dslr")) {
            Files.delete(folder.resolve(file));
        }
        InvalidRulesException without = catchThrowableOfType(InvalidRulesException.class, () -> run(CASES));

        assertThat(unexpected)
                .hasMessageContaining(
                        ":13:5: OPEL-024 Nothing is expected in any step, so the case proves nothing. Expect something of"
                                + " one of them, such as \"expect: { raised: [{ rule: ICS-3-01, unit: QXX }] }\".");
        assertThat(without)
                .hasMessageContaining(
                        ":15:7: OPEL-601 nhse-opel-2023-24 has no escalation protocol, so no sequence in time"
                                + " can come to anything. Add one in the folder \"protocol\", or take the case away.");
    }

    @Test
    void links_stand_beside_the_system_that_they_belong_to() throws IOException {
        String links =
                CASES.replace("    steps:\n", "    links: [{ between: RXX, and: RYY, minutes: 5 }]\n    steps:\n");
        InvalidRulesException e = catchThrowableOfType(InvalidRulesException.class, () -> run(links));

        assertThat(e)
                .hasMessageContaining(
                        ":14:12: OPEL-025 Links belong to a \"system\", and this case has none of its own.");
    }

    @Test
    void where_no_report_comes_to_a_level_it_has_to_be_declared() throws IOException {
        for (String file : List.of(
                "framework.yaml",
                "acute.yaml",
                "community.yaml",
                "mental-health.yaml",
                "nhs-111.yaml",
                "protocol/ics.dslr",
                "protocol/provider.dslr")) {
            Files.write(
                    folder.resolve(file),
                    FrameworkFolder.bundled("nhse-opel-2024-26").read(file).orElseThrow());
        }

        InvalidRulesException e = catchThrowableOfType(InvalidRulesException.class, () -> run(CASES));

        assertThat(e)
                .hasMessageContaining("OPEL-601 No report of a provider of the type acute comes to exactly OPEL 3 by"
                        + " nhse-opel-2024-26. Give its readings, or declare its level under \"declared\".");
    }
}
