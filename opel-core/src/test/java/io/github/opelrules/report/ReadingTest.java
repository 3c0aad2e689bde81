package io.github.opelrules.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.opelrules.framework.Stretch;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @Test
    @SuppressWarnings("NullAway") // as a host without such a checker could
    void a_reading_that_is_missing_has_a_reason() {
        assertThatNullPointerException().isThrownBy(() -> Reading.missing(null)).withMessage("reason");
    }

    @Test
    void an_exact_value_is_a_stretch_of_one() {
        Reading.Measured exact = new Reading.Measured(new BigDecimal("61.4"), null, null);

        assertThat(exact.stretch()).isEqualTo(Stretch.of(new BigDecimal("61.4")));
        assertThat(Reading.of(new BigDecimal("61.4"))).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource({
        "61, 1, 60.5, 61.5",
        "61.4, 0.1, 61.35, 61.45",
        "60, 5, 57.5, 62.5",
        "0, 1, -0.5, 0.5",
        "-3, 0.5, -3.25, -2.75",
        "100, 10, 95.0, 105.0"
    })
    void a_rounded_value_may_lie_half_a_step_either_way(
            BigDecimal value, BigDecimal roundedTo, BigDecimal low, BigDecimal high) {
        assertThat(new Reading.Measured(value, roundedTo, null).stretch()).isEqualTo(new Stretch(low, high));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-1"})
    void a_step_is_above_0(String step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reading.Measured(BigDecimal.ONE, new BigDecimal(step), null))
                .withMessage("A value is rounded to a step above 0, such as 1 for whole numbers, not to " + step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+30", "1E+999999999", "1E-31", "1E-999999999", "1234567890123456789012345678901"})
    void a_number_that_could_not_be_written_out_in_30_digits_is_refused(String number) {
        String message = "A reading is a number of at most 30 digits, written out in full";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reading.of(new BigDecimal(number)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reading.Measured(BigDecimal.ONE, new BigDecimal(number), null))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"1E+2, 100", "1E+29, 100000000000000000000000000000", "1E-3, 0.001", "61.40, 61.40"})
    void a_number_is_kept_as_it_is_written_out(BigDecimal number, BigDecimal writtenOut) {
        assertThat(new Reading.Measured(number, number, null))
                .isEqualTo(new Reading.Measured(writtenOut, writtenOut, null))
                .extracting(reading -> reading.value().toString())
                .isEqualTo(writtenOut.toPlainString());
    }

    @ParameterizedTest
    @EnumSource(MissingReason.class)
    void a_reason_is_found_by_its_id(MissingReason reason) {
        assertThat(MissingReason.ofId(reason.id())).contains(reason);
        assertThat(MissingReason.ofId(reason.name())).isEmpty();
    }

    @Test
    void reasons_have_the_ids_of_json_and_words_for_people() {
        assertThat(MissingReason.values())
                .extracting(MissingReason::id)
                .containsExactly("not-submitted", "not-applicable", "suppressed");
        assertThat(MissingReason.values())
                .extracting(MissingReason::toString)
                .containsExactly("not submitted", "not applicable", "suppressed");
    }
}
