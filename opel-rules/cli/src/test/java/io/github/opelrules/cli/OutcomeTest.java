package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void unusable_input_goes_before_findings_and_findings_before_undetermined_levels() {
        assertThat(Outcome.UNUSABLE.gravest(Outcome.FINDINGS)).isEqualTo(Outcome.UNUSABLE);
        assertThat(Outcome.UNDETERMINED.gravest(Outcome.FINDINGS)).isEqualTo(Outcome.FINDINGS);
        assertThat(Outcome.UNDETERMINED.gravest(Outcome.DONE)).isEqualTo(Outcome.UNDETERMINED);
        assertThat(Outcome.DONE.gravest(Outcome.DONE)).isEqualTo(Outcome.DONE);
    }

    @Test
    void exit_codes_are_the_documented_ones() {
        assertThat(Outcome.DONE.exitCode()).isZero();
        assertThat(Outcome.FINDINGS.exitCode()).isEqualTo(1);
        assertThat(Outcome.UNUSABLE.exitCode()).isEqualTo(2);
        assertThat(Outcome.UNDETERMINED.exitCode()).isEqualTo(3);
    }
}
