package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Which frameworks an engine is made of. */
class OpelRulesTest {

    @Test
    void one_framework_that_the_library_ships_can_be_had_without_the_others() {
        assertThat(OpelRules.builder()
                        .bundled("nhse-opel-2023-24")
                        .build()
                        .frameworks()
                        .frameworks())
                .extracting(framework -> framework.id().value())
                .containsExactly("nhse-opel-2023-24");
    }

    @Test
    void one_that_it_does_not_ship_is_refused_with_those_that_it_does() {
        assertThatThrownBy(() -> OpelRules.builder().bundled("nhse-opel-2023-25"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "This library ships no framework \"nhse-opel-2023-25\". Did you mean \"nhse-opel-2023-24\"? Known:"
                                + " nhse-opel-2023-24, nhse-opel-2024-26.");
    }
}
