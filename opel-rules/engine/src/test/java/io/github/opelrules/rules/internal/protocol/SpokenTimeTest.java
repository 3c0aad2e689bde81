package io.github.opelrules.rules.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTimeTest {

    @ParameterizedTest
    @CsvSource({
        "1 minute, PT1M",
        "45 minutes, PT45M",
        "90 minutes, PT90M",
        "1 hour, PT1H",
        "2 hours, PT2H",
        "2 hours and 30 minutes, PT2H30M",
        "1 hour and 1 minute, PT1H1M",
        "1 day, PT24H",
        "3 days and 12 hours, PT84H",
        "1 day and 30 minutes, PT24H30M",
        "1 day and 2 hours and 5 minutes, PT26H5M"
    })
    void a_time_is_said_in_days_hours_and_minutes(String words, Duration time) {
        assertThat(SpokenTime.parse(words)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "45",
                "45 mins",
                "45min",
                "half an hour",
                "1.5 hours",
                "-1 hours",
                "30 minutes and 2 hours",
                "2 hours 30 minutes",
                "1 day2 hours",
                "1 hour and30 minutes",
                "2 hours and 2 hours",
                "2 hours or 30 minutes",
                "٣ hours",
                "5 s",
                "2 hours and",
                " and 2 hours",
                "2  hours",
                "12345 days",
                "1 week"
            })
    void anything_else_is_no_time(String words) {
        assertThatThrownBy(() -> SpokenTime.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + words + "\" is not a time. Expected such as \"45 minutes\", \"1 hour\","
                        + " \"2 hours and 30 minutes\" or \"1 day\".");
    }

    @Test
    void its_words_agree_in_number_and_it_is_above_nothing() {
        assertThatThrownBy(() -> SpokenTime.parse("1 hours"))
                .hasMessage("\"1 hours\" does not agree in number: write \"1 hour\".");
        assertThatThrownBy(() -> SpokenTime.parse("2 hours and 30 minute"))
                .hasMessage("\"2 hours and 30 minute\" does not agree in number: write \"30 minutes\".");
        assertThatThrownBy(() -> SpokenTime.parse("0 minutes"))
                .hasMessageStartingWith("\"0 minutes\" is no time at all.");
    }

    @Test
    void what_is_longer_than_a_year_is_a_slip() {
        assertThat(SpokenTime.parse("366 days")).isEqualTo(Duration.ofDays(366));
        assertThatThrownBy(() -> SpokenTime.parse("366 days and 1 minute"))
                .hasMessageStartingWith(
                        "\"366 days and 1 minute\" is longer than a year, and no rule waits that long.");
    }
}
