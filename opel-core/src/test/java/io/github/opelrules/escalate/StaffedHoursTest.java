package io.github.opelrules.escalate;

import static io.github.opelrules.escalate.StaffedHours.Days.BANK_HOLIDAYS;
import static io.github.opelrules.escalate.StaffedHours.Days.EVERY_DAY;
import static io.github.opelrules.escalate.StaffedHours.Days.WEEKDAYS;
import static io.github.opelrules.escalate.StaffedHours.Days.WEEKENDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.escalate.StaffedHours.Shift;
import io.github.opelrules.framework.OdsCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffedHoursTest {

    private static final OdsCode LONG = OdsCode.of("QAA");
    private static final OdsCode WEEKENDS_ONLY = OdsCode.of("QBB");
    private static final OdsCode EVENINGS = OdsCode.of("QCC");
    private static final OdsCode NOT_NAMED = OdsCode.of("QDD");

    private static final Team DESK = new Team("evening-desk");

    /** The patterns that systems have published, of the hours that they buy alone. */
    private static final StaffedHours HOURS = StaffedHours.standard()
            .with(LONG, shift(EVERY_DAY, 8, 20))
            .with(WEEKENDS_ONLY, shift(WEEKENDS, 8, 18), shift(BANK_HOLIDAYS, 8, 18))
            .with(EVENINGS, shift(WEEKDAYS, 17, 20), shift(WEEKENDS, 8, 20), shift(BANK_HOLIDAYS, 8, 20));

    private static Shift shift(StaffedHours.Days days, int from, int until) {
        return shift(DESK, days, from, until);
    }

    private static Shift shift(Team by, StaffedHours.Days days, int from, int until) {
        return new Shift(by, days, LocalTime.of(from, 0), LocalTime.of(until, 0));
    }

    /** All the changes from one instant to another. */
    private static List<Instant> changes(StaffedHours hours, OdsCode ics, String from, String to) {
        List<Instant> changes = new ArrayList<>();
        Instant end = Instant.parse(to);
        for (Optional<Instant> next = hours.nextChange(ics, Instant.parse(from), end);
                next.isPresent();
                next = hours.nextChange(ics, next.get(), end)) {
            changes.add(next.get());
        }
        return changes;
    }

    @ParameterizedTest
    @CsvSource({
        // Tuesday 6 January 2026, in winter time
        "QDD, 2026-01-06T07:59:59Z, false",
        "QDD, 2026-01-06T08:00:00Z, true",
        "QDD, 2026-01-06T17:59:59Z, true",
        "QDD, 2026-01-06T18:00:00Z, false",
        "QAA, 2026-01-06T18:00:00Z, true",
        "QAA, 2026-01-06T20:00:00Z, false",
        "QBB, 2026-01-06T12:00:00Z, false",
        "QCC, 2026-01-06T16:59:59Z, false",
        "QCC, 2026-01-06T17:00:00Z, true",
        // Saturday
        "QBB, 2026-01-10T12:00:00Z, true",
        "QCC, 2026-01-10T08:00:00Z, true",
        // New Year's Day, a Thursday
        "QBB, 2026-01-01T12:00:00Z, true",
        "QCC, 2026-01-01T12:00:00Z, true",
        // Boxing Day 2026 is a Saturday and is kept on Monday
        "QBB, 2026-12-26T12:00:00Z, true",
        "QBB, 2026-12-28T12:00:00Z, true",
        "QBB, 2026-12-29T12:00:00Z, false",
        // in summer time, 08:00 in London is 07:00 in UTC
        "QDD, 2026-07-07T06:59:59Z, false",
        "QDD, 2026-07-07T07:00:00Z, true",
        // the days on which the clocks change
        "QDD, 2026-03-29T07:00:00Z, true",
        "QDD, 2026-10-25T07:00:00Z, false",
        "QDD, 2026-10-25T08:00:00Z, true"
    })
    void aCentreIsStaffedInItsOwnHoursInLondon(String ics, Instant at, boolean staffed) {
        assertThat(HOURS.teamOn(OdsCode.of(ics), at).isPresent()).isEqualTo(staffed);
    }

    @Test
    void theInstantsAtWhichItOpensAndClosesAreRightAcrossAClockChange() {
        assertThat(changes(HOURS, NOT_NAMED, "2026-03-28T12:00:00Z", "2026-03-29T17:00:00Z"))
                .containsExactly(
                        Instant.parse("2026-03-28T18:00:00Z"),
                        Instant.parse("2026-03-29T07:00:00Z"),
                        Instant.parse("2026-03-29T17:00:00Z"));
    }

    @Test
    void aShiftThatBeginsInAnHourThatTheClocksLeaveOutBeginsWhenTheyChangeAndOneInTheHourThatComesTwiceBeginsTwice() {
        StaffedHours night =
                StaffedHours.standard().with(LONG, new Shift(DESK, EVERY_DAY, LocalTime.of(1, 30), LocalTime.of(3, 0)));

        assertThat(changes(night, LONG, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"))
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-29T02:00:00Z"));
        assertThat(changes(night, LONG, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z"))
                .containsExactly(
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T01:00:00Z"),
                        Instant.parse("2026-10-25T01:30:00Z"),
                        Instant.parse("2026-10-25T03:00:00Z"));
    }

    @Test
    void shiftsOfOneTeamThatMeetAreOneAndThoseOfTwoAreAChange() {
        StaffedHours one = StaffedHours.standard().with(LONG, shift(EVERY_DAY, 8, 14), shift(EVERY_DAY, 14, 20));
        StaffedHours two =
                StaffedHours.standard().with(LONG, shift(Team.ownOf(LONG), EVERY_DAY, 8, 14), shift(EVERY_DAY, 14, 20));

        assertThat(changes(one, LONG, "2026-01-06T00:00:00Z", "2026-01-06T23:00:00Z"))
                .containsExactly(Instant.parse("2026-01-06T08:00:00Z"), Instant.parse("2026-01-06T20:00:00Z"));
        assertThat(changes(two, LONG, "2026-01-06T00:00:00Z", "2026-01-06T23:00:00Z"))
                .containsExactly(
                        Instant.parse("2026-01-06T08:00:00Z"),
                        Instant.parse("2026-01-06T14:00:00Z"),
                        Instant.parse("2026-01-06T20:00:00Z"));
    }

    @Test
    void aShiftMayLastUntilTheEndOfTheDay() {
        StaffedHours night =
                StaffedHours.standard().with(LONG, shift(EVERY_DAY, 20, 0), shift(Team.ownOf(LONG), EVERY_DAY, 0, 8));

        assertThat(night.teamOn(LONG, Instant.parse("2026-01-06T23:59:59Z"))).contains(DESK);
        assertThat(night.teamOn(LONG, Instant.parse("2026-01-07T00:00:00Z"))).contains(Team.ownOf(LONG));
        assertThat(night.teamOn(LONG, Instant.parse("2026-01-07T08:00:00Z"))).isEmpty();
        assertThat(changes(night, LONG, "2026-01-06T12:00:00Z", "2026-01-07T12:00:00Z"))
                .containsExactly(
                        Instant.parse("2026-01-06T20:00:00Z"),
                        Instant.parse("2026-01-07T00:00:00Z"),
                        Instant.parse("2026-01-07T08:00:00Z"));
    }

    @Test
    void aCentreThatIsNotNamedIsStaffedByTheOwnTeamOfItsIcb() {
        assertThat(HOURS.teamOn(NOT_NAMED, Instant.parse("2026-01-06T12:00:00Z")))
                .contains(new Team("QDD"));
    }

    @Test
    void twoTeamsAreNeverOnAtOnce() {
        assertThatThrownBy(() -> HOURS.with(LONG, shift(Team.ownOf(LONG), EVERY_DAY, 8, 18), shift(WEEKENDS, 17, 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two teams are on at once in the SCC of QAA: every-day from 08:00 until 18:00 by QAA, and"
                        + " weekends from 17:00 until 20:00 by evening-desk. Say who is on: let one of the shifts begin"
                        + " when the other ends.");
    }

    @ParameterizedTest
    @CsvSource({
        "WEEKDAYS, 08:00, 17:00, WEEKDAYS, 17:00, 20:00, false",
        "WEEKDAYS, 08:00, 17:01, WEEKDAYS, 17:00, 20:00, true",
        "WEEKDAYS, 08:00, 00:00, WEEKDAYS, 20:00, 00:00, true",
        "WEEKDAYS, 08:00, 20:00, WEEKDAYS, 20:00, 00:00, false",
        "WEEKDAYS, 00:00, 00:00, EVERY_DAY, 00:00, 00:01, true",
        "WEEKDAYS, 00:00, 00:00, WEEKENDS, 00:00, 00:00, false",
        "WEEKDAYS, 00:00, 00:00, BANK_HOLIDAYS, 00:00, 00:00, false",
        "WEEKENDS, 00:00, 00:00, BANK_HOLIDAYS, 00:00, 00:00, false"
    })
    void theShiftsOfTwoTeamsClashWhereTheyShareATime(
            StaffedHours.Days days,
            LocalTime from,
            LocalTime until,
            StaffedHours.Days otherDays,
            LocalTime otherFrom,
            LocalTime otherUntil,
            boolean clash) {
        Shift one = new Shift(DESK, days, from, until);
        Shift other = new Shift(Team.ownOf(LONG), otherDays, otherFrom, otherUntil);

        assertThat(one.clashesWith(other)).isEqualTo(clash);
        assertThat(other.clashesWith(one)).isEqualTo(clash);
        assertThat(one.clashesWith(new Shift(DESK, otherDays, otherFrom, otherUntil)))
                .isFalse();
    }

    @Test
    void aBankHolidayThatIsProclaimedForAWeekendIsStillOneDayOfTheWeekend() {
        StaffedHours hours = new StaffedHours(
                Map.of(LONG, List.of(shift(WEEKENDS, 8, 18), shift(Team.ownOf(LONG), BANK_HOLIDAYS, 8, 18))),
                BankHolidays.england().with(LocalDate.of(2026, 1, 10)));

        assertThat(hours.teamOn(LONG, Instant.parse("2026-01-10T12:00:00Z"))).contains(DESK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Evening desk", "evening_desk", "-desk", "QX"})
    void theIdOfATeamIsPlain(String id) {
        assertThatThrownBy(() -> new Team(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("is not the id of a team: expected lower-case words joined by hyphens, such as"
                        + " evening-desk, or the ODS code of an organisation, such as QXX.");
    }

    @Test
    void aShiftThatEndsBeforeItBeginsIsRefusedAndSaysHowToWriteANight() {
        assertThatThrownBy(() -> shift(EVERY_DAY, 20, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A shift ends later on the day on which it begins, but this one is from 20:00 until 08:00."
                        + " Write one that goes past midnight as two.");
    }
}
