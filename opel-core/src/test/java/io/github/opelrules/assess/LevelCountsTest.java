package io.github.opelrules.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.opelrules.framework.OpelLevel;
import org.junit.jupiter.api.Test;

class LevelCountsTest {

    private static final LevelCounts COUNTS =
            LevelCounts.of(new byte[] {1, 2, 2, 3, 0, 4}, new byte[] {1, 2, 4, 4, 0, 4}, 6);

    @Test
    void counts_what_is_certain_and_what_is_possible() {
        assertThat(COUNTS.draws()).isEqualTo(6);
        assertThat(COUNTS.undetermined()).isEqualTo(1);
        assertThat(COUNTS.between(OpelLevel.OPEL_2, OpelLevel.OPEL_4)).isEqualTo(1);
        assertThat(COUNTS.certainlyAtOrAbove(OpelLevel.OPEL_3)).isEqualTo(2);
        assertThat(COUNTS.possiblyAtOrAbove(OpelLevel.OPEL_3))
                .as("one of which nothing is known may be at any level")
                .isEqualTo(4);
        assertThat(COUNTS.certainlyAtOrAbove(OpelLevel.OPEL_1)).isEqualTo(5);
    }

    @Test
    void tells_them_and_compares_them() {
        assertThat(COUNTS)
                .hasToString("none: 1, OPEL 1: 1, OPEL 2: 1, OPEL 2 to 4: 1, OPEL 3 to 4: 1, OPEL 4: 1")
                .isNotEqualTo(LevelCounts.of(new byte[1], new byte[1], 1));
        assertThat(LevelCounts.of(new byte[1], new byte[1], 1))
                .isEqualTo(LevelCounts.of(new byte[1], new byte[1], 1))
                .hasSameHashCodeAs(LevelCounts.of(new byte[1], new byte[1], 1));
    }

    @Test
    void refuses_a_best_level_that_is_worse_than_the_worst() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> LevelCounts.of(new byte[] {3}, new byte[] {2}, 1))
                .withMessageContaining("between OPEL 3 and OPEL 2");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> LevelCounts.of(new byte[] {0}, new byte[] {2}, 1));
    }
}
