package io.github.opelrules.framework;

import static io.github.opelrules.Frameworks.dates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

    @ParameterizedTest
    @CsvSource({
        // In winter London's midnight is UTC's.
        "2024-12-01, 2025-01-01, 2024-11-30T23:59:59.999999999Z, false",
        "2024-12-01, 2025-01-01, 2024-12-01T00:00:00Z, true",
        "2024-12-01, 2025-01-01, 2024-12-31T23:59:59.999999999Z, true",
        "2024-12-01, 2025-01-01, 2025-01-01T00:00:00Z, false",
        // In summer it comes an hour earlier.
        "2023-08-01, 2023-09-01, 2023-07-31T22:59:59.999999999Z, false",
        "2023-08-01, 2023-09-01, 2023-07-31T23:00:00Z, true",
        "2023-08-01, 2023-09-01, 2023-08-31T22:59:59.999999999Z, true",
        "2023-08-01, 2023-09-01, 2023-08-31T23:00:00Z, false"
    })
    void a_day_begins_and_ends_at_midnight_in_london(String from, String until, Instant instant, boolean contained) {
        assertThat(dates(from, until).contains(instant)).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({
        // 31 March 2024 has 23 hours and 27 October 2024 has 25.
        "2024-03-31, 2024-03-31T00:00:00Z, 2024-03-31T22:59:59Z, 2024-03-31T23:00:00Z",
        "2024-10-27, 2024-10-26T23:00:00Z, 2024-10-27T23:59:59Z, 2024-10-28T00:00:00Z"
    })
    void the_days_on_which_the_clocks_change_are_one_day_each(String day, Instant first, Instant last, Instant after) {
        DateRange range = dates(day, LocalDate.parse(day).plusDays(1).toString());

        assertThat(range.contains(first.minusNanos(1))).isFalse();
        assertThat(range.contains(first)).isTrue();
        assertThat(range.contains(last)).isTrue();
        assertThat(range.contains(after)).isFalse();
    }

    @Test
    void a_range_without_an_end_goes_on() {
        DateRange open = dates("2024-12-01", null);

        assertThat(open.contains(Instant.parse("2024-11-30T23:59:59Z"))).isFalse();
        assertThat(open.contains(Instant.parse("9999-12-31T23:59:59Z"))).isTrue();
        assertThat(open).hasToString("from 2024-12-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-01, 2024-01-01, 2024-01-01, 2025-01-01, false",
        "2023-01-01, 2024-01-02, 2024-01-01, 2025-01-01, true",
        "2023-01-01, , 2024-01-01, 2025-01-01, true",
        "2023-01-01, , 2024-01-01, , true",
        "2023-01-01, 2024-01-01, 2023-06-01, 2023-07-01, true",
        "2024-01-01, , 2023-01-01, 2024-01-01, false"
    })
    void two_ranges_overlap_where_they_share_a_day(
            String from, String until, String otherFrom, String otherUntil, boolean overlap) {
        assertThat(dates(from, until).overlaps(dates(otherFrom, otherUntil))).isEqualTo(overlap);
        assertThat(dates(otherFrom, otherUntil).overlaps(dates(from, until))).isEqualTo(overlap);
    }

    @Test
    void the_end_is_a_later_day_than_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dates("2024-12-01", "2024-12-01"))
                .withMessage("The end, 2024-12-01, must be a later day than the start, 2024-12-01");
        assertThat(dates("2024-12-01", "2024-12-02")).hasToString("from 2024-12-01 until 2024-12-02");
    }
}
