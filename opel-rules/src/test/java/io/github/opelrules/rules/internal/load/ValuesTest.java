package io.github.opelrules.rules.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "95", "0.1", "10.50", "-5", "-0.5", "123456789012345678901234567890"})
    void plain_decimals_are_numbers(String text) {
        assertThat(Values.isPlainNumber(text)).isTrue();
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
        assertThat(Values.isPlainNumber(text)).isFalse();
    }
}
