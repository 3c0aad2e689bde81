package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
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

    @Test
    void a_level_counts_where_its_framework_applied_and_is_what_if_where_it_was_chosen_or_is_a_draft() {
        SituationReport.Builder report =
                SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE).reading("ga-bed-occupancy", "98.3");
        SituationReport then = report.observedAt("2024-01-08T08:00:00Z").build();
        SituationReport later = report.observedAt("2025-01-08T08:00:00Z").build();
        OpelEngine drafts = OpelRules.builder().bundled().allowDrafts().build();

        assertThat(drafts.assess(then).isWhatIf()).isFalse();
        assertThat(drafts.pinnedTo(FrameworkId.of("nhse-opel-2023-24"))
                        .assess(later)
                        .isWhatIf())
                .as("its dates are over, and it was chosen")
                .isTrue();
        assertThat(drafts.assess(later).isWhatIf()).as("a draft").isTrue();
    }
}
