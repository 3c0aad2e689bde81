package io.github.opelrules.rules.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.internal.format.Grade;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradeTest {

    @ParameterizedTest
    @ValueSource(strings = {"TODO", "todo:", "?", "???", "tbc", "(to be confirmed)", "…", "...", "-", "n/a", ""})
    void a_text_that_only_keeps_a_place_is_a_placeholder(String text) {
        assertThat(Grade.isPlaceholder(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page 9", "9", "§ 3.2", "Table 1, row 1", "Annex A (to do with beds)", "Unknown pressures report"
            })
    void a_place_is_not(String text) {
        assertThat(Grade.isPlaceholder(text)).isFalse();
    }
}
