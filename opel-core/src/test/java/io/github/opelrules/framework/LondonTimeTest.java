package io.github.opelrules.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LondonTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-08T23:59:59Z, 2024-01-08",
        "2024-01-09T00:00:00Z, 2024-01-09",
        // In summer the day begins an hour before that of UTC.
        "2024-07-08T22:59:59Z, 2024-07-08",
        "2024-07-08T23:00:00Z, 2024-07-09"
    })
    void the_day_of_an_instant_is_the_one_that_clocks_in_england_show(Instant instant, LocalDate day) {
        assertThat(LondonTime.dayOf(instant)).isEqualTo(day);
    }
}
