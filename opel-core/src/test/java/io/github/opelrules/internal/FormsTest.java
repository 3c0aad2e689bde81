package io.github.opelrules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "95", "0.1", "10.50", "-5", "-0.5", "123456789012345678901234567890"})
    void plain_decimals_are_numbers(String text) {
        assertThat(Forms.isPlainNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "5.",
                ".5",
                "-.5",
                "+5",
                "--5",
                "1.2.3",
                "1 000",
                " 5",
                "007",
                "-07",
                "00.5",
                "1e3",
                "0x1F",
                "NaN",
                "٣",
                "½",
                "1234567890123456789012345678901"
            })
    void everything_else_is_not(String text) {
        assertThat(Forms.isPlainNumber(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ga-bed-occupancy", "nhse-opel-2023-24", "111"})
    void lower_case_words_joined_by_hyphens_are_ids(String text) {
        assertThat(Forms.isId(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "é", "\u212A", "٣"})
    void anything_else_is_no_id(String text) {
        assertThat(Forms.isId(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.0", "1a", "٣"})
    void only_the_digits_0_to_9_are_digits(String text) {
        assertThat(Forms.isDigits("0123456789")).isTrue();
        assertThat(Forms.isDigits(text)).isFalse();
    }
}
