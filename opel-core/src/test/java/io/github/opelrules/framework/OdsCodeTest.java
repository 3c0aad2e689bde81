package io.github.opelrules.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdsCodeTest {

    private static final String EXPECTED = " is not an ODS code: expected 3 to 10 upper-case letters and digits,"
            + " such as RXX for a trust or RXX01 for a site.";

    @ParameterizedTest
    @ValueSource(strings = {"RXX", "RXX01", "QXX", "Y56", "0123456789"})
    void a_code_is_upper_case_letters_and_digits(String code) {
        assertThat(OdsCode.of(code).value()).isEqualTo(code);
        assertThat(OdsCode.of(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RX", "RXX01234567", "RXX-01", "RX X", "ÄÖÜ", "../RXX"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OdsCode.of(text))
                .withMessage("\"" + text + "\"" + EXPECTED);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"rxx,RXX", " RXX,RXX", "rxx01 ,RXX01"})
    void a_code_in_lower_case_or_with_blanks_around_it_is_answered_with_the_right_one(String text, String meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OdsCode.of(text))
                .withMessage("\"" + text + "\"" + EXPECTED + " Did you mean \"" + meant + "\"?");
    }

    @Test
    void codes_sort_by_their_text() {
        assertThat(OdsCode.of("RXX")).isLessThan(OdsCode.of("RYY"));
    }
}
