package io.github.opelrules.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualRangeTest {

    private static final Domain DOMAIN = new Domain(BigDecimal.ZERO, BigDecimal.valueOf(150), new BigDecimal("0.1"));

    @Test
    void both_ends_are_usual() {
        UsualRange usual = range("40", "120");

        assertThat(usual.contains(new BigDecimal("40.0"))).isTrue();
        assertThat(usual.contains(new BigDecimal("120"))).isTrue();
        assertThat(usual.contains(new BigDecimal("39.9"))).isFalse();
        assertThat(usual.contains(new BigDecimal("120.1"))).isFalse();
        assertThat(usual).hasToString("40 to 120");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range("120", "40"))
                .withMessage("No value is usual from 120 up to 40");
    }

    @ParameterizedTest
    @CsvSource({"0, 120", "40, 150", "40, 120", "7, 7"})
    void usual_values_are_a_part_of_the_domain(String from, String upTo) {
        assertThat(parameter(range(from, upTo)).usual()).hasToString(from + " to " + upTo);
    }

    @ParameterizedTest
    @CsvSource({"0, 150", "-1, 120", "40, 150.1"})
    void usual_values_are_neither_all_of_the_domain_nor_beyond_it(String from, String upTo) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter(range(from, upTo)))
                .withMessage("Parameter some-id: the usual values, " + from + " to " + upTo
                        + ", are some of the plausible ones, 0 to 150, and not all of them");
    }

    private static UsualRange range(String from, String upTo) {
        return new UsualRange(new BigDecimal(from), new BigDecimal(upTo), Assurance.ASSUMED);
    }

    private static Parameter parameter(UsualRange usual) {
        return new Parameter(
                ParameterId.of("some-id"),
                1,
                "label",
                "definition",
                "%",
                DOMAIN,
                Parameter.Direction.HIGHER,
                Duration.ofHours(24),
                new Source("Example", "page 1"),
                List.of(),
                null,
                usual,
                false);
    }
}
