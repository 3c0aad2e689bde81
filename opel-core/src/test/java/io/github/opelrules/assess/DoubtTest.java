package io.github.opelrules.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.UsualRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubtTest {

    private static final Rule RULE = new Rule("A reading outside is doubtful", "Example");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %        | 40 | 120 | 0.983 | 0.983 may be a share where a percentage is expected: 98.3
            %        | 40 | 120 | 0.40  | 0.40 may be a share where a percentage is expected: 40
            %        | 40 | 120 | 0.399 | 0.399 is outside the usual 40 to 120%
            %        | 40 | 120 | 1.201 | 1.201 is outside the usual 40 to 120%
            %        | 40 | 120 | 0     | 0 is outside the usual 40 to 120%
            %        | 40 | 120 | 130   | 130 is outside the usual 40 to 120%
            min      | 5  | 480 | 1.5   | 1.5 may be hours where minutes are expected: 90
            min      | 5  | 480 | 0.01  | 0.01 is outside the usual 5 to 480 min
            min      | 5  | 480 | 900   | 900 is outside the usual 5 to 480 min
            patients | 5  | 480 | 0.983 | 0.983 is outside the usual 5 to 480 patients
            """)
    void a_likely_reason_is_one_that_would_make_the_reading_usual(
            String unit, BigDecimal from, BigDecimal upTo, BigDecimal value, String reason) {
        UsualRange usual = new UsualRange(from, upTo, Assurance.ASSUMED);
        Parameter parameter = new Parameter(
                ParameterId.of("some-id"),
                1,
                "label",
                "definition",
                unit,
                new Domain(BigDecimal.ZERO, BigDecimal.valueOf(1440), new BigDecimal("0.001")),
                Parameter.Direction.HIGHER,
                Duration.ofHours(24),
                new Source("Example", "page 1"),
                List.of(),
                null,
                usual,
                false);

        Doubt doubt = Doubt.about(value, parameter, usual, RULE);

        assertThat(doubt.reason()).isEqualTo(reason);
        assertThat(doubt.assurance()).isEqualTo(Assurance.ASSUMED);
        assertThat(doubt.rule()).isEqualTo(RULE);
    }
}
