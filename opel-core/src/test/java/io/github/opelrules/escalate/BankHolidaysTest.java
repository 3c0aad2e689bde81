package io.github.opelrules.escalate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankHolidaysTest {

    private static final BankHolidays ENGLAND = BankHolidays.england();

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "2019: 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
                "2020: 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
                "2021: 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
                "2022: 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
                "2023: 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
                "2024: 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
                "2025: 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
                "2026: 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
                "2027: 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"
            })
    void theBankHolidaysOfEnglandAreThoseThatTheGovernmentLists(int year, String days) {
        LocalDate first = LocalDate.of(year, 1, 1);
        List<String> found = first.datesUntil(first.plusYears(1))
                .filter(ENGLAND::contains)
                .map(day -> day.toString().substring(5))
                .toList();

        assertThat(found).containsExactly(days.strip().split(" "));
    }

    @Test
    void aHolidayThatFallsOnAWeekendIsKeptOnItsSubstituteDayAlone() {
        assertThat(ENGLAND.contains(LocalDate.of(2021, 12, 25))).isFalse();
        assertThat(ENGLAND.contains(LocalDate.of(2021, 12, 27))).isTrue();
    }

    @Test
    void aHostAddsWhatIsProclaimedLater() {
        LocalDate day = LocalDate.of(2030, 7, 1);

        assertThat(ENGLAND.contains(day)).isFalse();
        assertThat(ENGLAND.with(day).contains(day)).isTrue();
    }
}
