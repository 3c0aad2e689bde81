package io.github.opelrules.rules;

import static io.github.opelrules.rules.Escalations.HIERARCHY;
import static io.github.opelrules.rules.Escalations.ICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.StaffedHours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whom an action of the SCC goes to in each hour of a week, under the three contracts by which ICBs buy hours.
 *
 * <p>The tables were written by hand: one line for each day from Monday, one letter for each hour from midnight. {@code o} is the
 * ICB's own team, {@code b} the one that hours are bought of, and a point nobody, so that the ICB director on call stands in.
 */
class StaffedHoursContractsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate ORDINARY = LocalDate.of(2024, 1, 8);

    /** A week in summer time that begins with the early May bank holiday. */
    private static final LocalDate WITH_BANK_HOLIDAY = LocalDate.of(2024, 5, 6);

    private static final Map<String, String> HOURS = Map.of(
            "08:00-20:00 daily",
            """
                  - { by: desk, days: every-day, from: "08:00", until: "20:00" }
            """,
            "weekends and bank holidays 08:00-18:00",
            """
                  - { by: own, days: weekdays, from: "08:00", until: "18:00" }
                  - { by: desk, days: weekends, from: "08:00", until: "18:00" }
                  - { by: desk, days: bank-holidays, from: "08:00", until: "18:00" }
            """,
            "weekdays 17:00-20:00, weekends and bank holidays 08:00-20:00",
            """
                  - { by: own, days: weekdays, from: "08:00", until: "17:00" }
                  - { by: desk, days: weekdays, from: "17:00", until: "20:00" }
                  - { by: desk, days: weekends, from: "08:00", until: "20:00" }
                  - { by: desk, days: bank-holidays, from: "08:00", until: "20:00" }
            """);

    private static final Map<String, String> IN_AN_ORDINARY_WEEK = Map.of(
            "08:00-20:00 daily",
            """
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            """,
            "weekends and bank holidays 08:00-18:00",
            """
            ........oooooooooo......
            ........oooooooooo......
            ........oooooooooo......
            ........oooooooooo......
            ........oooooooooo......
            ........bbbbbbbbbb......
            ........bbbbbbbbbb......
            """,
            "weekdays 17:00-20:00, weekends and bank holidays 08:00-20:00",
            """
            ........ooooooooobbb....
            ........ooooooooobbb....
            ........ooooooooobbb....
            ........ooooooooobbb....
            ........ooooooooobbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            """);

    private static final Map<String, String> WITH_A_BANK_HOLIDAY_ON_MONDAY = Map.of(
            "08:00-20:00 daily",
            """
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            """,
            "weekends and bank holidays 08:00-18:00",
            """
            ........bbbbbbbbbb......
            ........oooooooooo......
            ........oooooooooo......
            ........oooooooooo......
            ........oooooooooo......
            ........bbbbbbbbbb......
            ........bbbbbbbbbb......
            """,
            "weekdays 17:00-20:00, weekends and bank holidays 08:00-20:00",
            """
            ........bbbbbbbbbbbb....
            ........ooooooooobbb....
            ........ooooooooobbb....
            ........ooooooooobbb....
            ........ooooooooobbb....
            ........bbbbbbbbbbbb....
            ........bbbbbbbbbbbb....
            """);

    private static final Map<Character, String> HOLDERS =
            Map.of('o', "SCC duty manager of QAA", 'b', "SCC duty manager of desk", '.', "ICB director on call");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08:00-20:00 daily | false
            weekends and bank holidays 08:00-18:00 | false
            weekdays 17:00-20:00, weekends and bank holidays 08:00-20:00 | false
            08:00-20:00 daily | true
            weekends and bank holidays 08:00-18:00 | true
            weekdays 17:00-20:00, weekends and bank holidays 08:00-20:00 | true
            """)
    void in_each_hour_of_a_week_an_action_goes_to_the_team_that_is_on(String contract, boolean bankHoliday)
            throws IOException {
        StaffedHours hours = SystemFiles.hours(Files.writeString(
                folder.resolve("hours.yaml"), """
                format: opel.hours/1
                teams: [desk]
                centres:
                  - ics: [QAA]
                    shifts:
                """ + HOURS.get(contract).indent(2)));
        OpelEngine engine = Escalations.engine(folder, Escalations.shipped("escalation/test.dslr"), "");
        LocalDate monday = bankHoliday ? WITH_BANK_HOLIDAY : ORDINARY;
        String table = (bankHoliday ? WITH_A_BANK_HOLIDAY_ON_MONDAY : IN_AN_ORDINARY_WEEK).get(contract);
        String[] days = table.split("\n");
        List<String> wrong = new ArrayList<>();
        for (int hour = 0; hour < 168; hour++) {
            String expected = HOLDERS.get(days[hour / 24].charAt(hour % 24));
            for (String time : List.of("%02d:00:00", "%02d:59:59")) {
                Instant at = Instant.from(monday.plusDays(hour / 24)
                        .atTime(java.time.LocalTime.parse(time.formatted(hour % 24)))
                        .atZone(LONDON));
                String found = holder(engine, hours, at);
                if (!found.equals(expected)) {
                    wrong.add(at + ": expected " + expected + ", found " + found);
                }
            }
        }

        assertThat(days).hasSize(7).allSatisfy(day -> assertThat(day).hasSize(24));
        assertThat(wrong).isEmpty();
    }

    /** Who has an action of the SCC that is raised at a time. */
    private static String holder(OpelEngine engine, StaffedHours hours, Instant at) {
        List<Assessment> assessments = Escalations.PROVIDERS.stream()
                .map(provider -> Escalations.assessment(engine, provider, at, 3))
                .toList();
        EscalationInputs inputs = EscalationInputs.of(HIERARCHY, hours)
                .withSystem(engine.aggregate(HIERARCHY, at, assessments, List.of()));
        Action action = engine.advance(EscalationState.none(), inputs, at).raised().stream()
                .filter(raised ->
                        raised.rule().equals("ICS-3-01") && raised.unit().equals(ICS))
                .findFirst()
                .orElseThrow();
        return action.holder().toString();
    }
}
