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
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffedHoursTest {

    private static final OdsCode LONG = OdsCode.of("QAA");
    private static final OdsCode WEEKENDS_ONLY = OdsCode.of("QBB");
    private static final OdsCode EVENINGS = OdsCode.of("QCC");
    private static final OdsCode NOT_NAMED = OdsCode.of("QDD");

    /** The patterns that systems have published. */
    private static final StaffedHours HOURS = StaffedHours.standard()
            .with(LONG, shift(EVERY_DAY, 8, 20))
            .with(WEEKENDS_ONLY, shift(WEEKENDS, 8, 18), shift(BANK_HOLIDAYS, 8, 18))
            .with(EVENINGS, shift(WEEKDAYS, 17, 20), shift(WEEKENDS, 8, 20), shift(BANK_HOLIDAYS, 8, 20));

    private static Shift shift(StaffedHours.Days days, int from, int until) {
        return new Shift(days, LocalTime.of(from, 0), LocalTime.of(until, 0));
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
        assertThat(HOURS.isStaffed(OdsCode.of(ics), at)).isEqualTo(staffed);
    }

    @Test
    void theInstantsAtWhichItOpensAndClosesAreRightAcrossAClockChange() {
        assertThat(HOURS.changes(
                        NOT_NAMED, Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T17:00:00Z")))
                .containsExactly(
                        Instant.parse("2026-03-28T18:00:00Z"),
                        Instant.parse("2026-03-29T07:00:00Z"),
                        Instant.parse("2026-03-29T17:00:00Z"));
    }

    @Test
    void shiftsThatMeetAreOneAndGiveNoChange() {
        StaffedHours twoShifts = StaffedHours.standard().with(LONG, shift(EVERY_DAY, 8, 14), shift(EVERY_DAY, 14, 20));

        assertThat(twoShifts.changes(
                        LONG, Instant.parse("2026-01-06T00:00:00Z"), Instant.parse("2026-01-06T23:00:00Z")))
                .isEqualTo(List.of(Instant.parse("2026-01-06T08:00:00Z"), Instant.parse("2026-01-06T20:00:00Z")));
    }

    @Test
    void aShiftMayLastUntilTheEndOfTheDay() {
        StaffedHours night = StaffedHours.standard().with(LONG, shift(EVERY_DAY, 20, 0), shift(EVERY_DAY, 0, 8));

        assertThat(night.isStaffed(LONG, Instant.parse("2026-01-06T23:59:59Z"))).isTrue();
        assertThat(night.isStaffed(LONG, Instant.parse("2026-01-07T00:00:00Z"))).isTrue();
        assertThat(night.isStaffed(LONG, Instant.parse("2026-01-07T08:00:00Z"))).isFalse();
    }

    @Test
    void aShiftThatEndsBeforeItBeginsIsRefusedAndSaysHowToWriteANight() {
        assertThatThrownBy(() -> shift(EVERY_DAY, 20, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A shift ends later on the day on which it begins, but this one is from 20:00 until 08:00."
                        + " Write one that goes past midnight as two.");
    }
}
