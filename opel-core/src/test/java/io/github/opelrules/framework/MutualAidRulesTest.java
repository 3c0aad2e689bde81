package io.github.opelrules.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MutualAidRulesTest {

    private static final Limit<Duration> SETTLED = MutualAidRules.ASSUMED.settled();
    private static final Limit<BigDecimal> FULL = MutualAidRules.ASSUMED.full();

    @Test
    void what_this_library_assumes_is_an_hour_and_95_in_100_and_says_so() {
        assertThat(SETTLED.value()).isEqualTo(Duration.ofHours(1));
        assertThat(FULL.value()).isEqualByComparingTo("95");
        assertThat(SETTLED.citation().assurance()).isEqualTo(Assurance.ASSUMED);
        assertThat(FULL.citation().source().document()).isEqualTo("this library");
    }

    @Test
    void a_level_cannot_have_lasted_less_than_no_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MutualAidRules(new Limit<>(Duration.ofMinutes(-1), SETTLED.citation()), FULL))
                .withMessage("A level cannot have lasted PT-1M");
    }

    @Test
    void beds_are_full_above_0_and_up_to_100_percent() {
        for (String share : new String[] {"0", "-1", "100.1"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MutualAidRules(SETTLED, new Limit<>(new BigDecimal(share), FULL.citation())))
                    .withMessage("Beds are full at " + share
                            + " % here. Expected a number above 0 and up to 100, such as 95.");
        }
        assertThat(new MutualAidRules(SETTLED, new Limit<>(BigDecimal.valueOf(100), FULL.citation()))
                        .full()
                        .value())
                .isEqualByComparingTo("100");
    }
}
