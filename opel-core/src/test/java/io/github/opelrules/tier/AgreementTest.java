package io.github.opelrules.tier;

import static io.github.opelrules.tier.Systems.ics;
import static io.github.opelrules.tier.Systems.pressed;
import static io.github.opelrules.tier.Systems.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final OdsCode QXX = OdsCode.of("QXX");

    @Test
    void each_day_of_london_counts_once_by_its_last_assessment() {
        // On 27 October 2024 the clocks go back: that day has 25 hours, from 23:00 to 24:00 of the next in UTC.
        Agreement agreement = Agreement.over(
                List.of(
                        at("2024-10-26T23:00:00Z", OpelLevel.OPEL_1),
                        at("2024-10-27T23:59:59Z", OpelLevel.OPEL_4),
                        at("2024-10-27T01:30:00Z", OpelLevel.OPEL_2),
                        at("2024-10-26T22:59:59Z", OpelLevel.OPEL_3)),
                QXX);

        assertThat(agreement.levels().byDifference()).containsOnly(entry(-1, 1L), entry(0, 1L));
        // The rules say OPEL 4 on both days; OPEL 3 and 4 were declared.
        assertThat(agreement)
                .hasToString(
                        "1 of 2 days (50.0 %); always saying OPEL 3 would agree on 1 (50.0 %); Cohen's kappa 0.00");
        assertThat(agreement.since()).isEqualTo("2024-10-27");
    }

    @Test
    void a_day_that_lacks_one_of_the_two_is_counted_apart() {
        Agreement agreement =
                Agreement.over(List.of(at("2024-01-08T08:00:00Z", null), at("2024-01-09T08:00:00Z", null)), QXX);

        assertThat(agreement).hasToString("0 of 0 days");
        assertThat(agreement.levels().incomparable()).isEqualTo(2);
        assertThat(agreement.since()).isNull();
    }

    @Test
    void a_declaration_needs_a_role_and_a_reason_is_never_blank() {
        Instant at = Systems.AT;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Declaration(QXX, OpelLevel.OPEL_3, " ", at, null))
                .withMessage("The declaration of OPEL 3 for QXX needs the role that declared it, and a reason or none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Declaration(QXX, OpelLevel.OPEL_3, "director on call", at, " "))
                .withMessageContaining("a reason or none");
    }

    /** An ICS that is calculated at OPEL 4. */
    private static SystemAssessment at(String at, @Nullable OpelLevel declared) {
        Instant time = Instant.parse(at);
        Declaration declaration =
                declared == null ? null : new Declaration(QXX, declared, "director on call", time, null);
        return new SystemAssessment(time, List.of(ics(score("18", "18"), declaration, pressed("R01", "1"))), List.of());
    }

    private static Map.Entry<Integer, Long> entry(int difference, long days) {
        return Map.entry(difference, days);
    }
}
