package io.github.opelrules.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.rules.EditedCopy;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.testkit.conform.ConformanceKit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpelEngineContractTest {

    @TempDir
    private Path folder;

    private static OpelEngineContract of(OpelEngine engine) {
        return new OpelEngineContract() {
            @Override
            protected OpelEngine engine() {
                return engine;
            }
        };
    }

    @Test
    void a_clause_that_does_not_hold_is_a_test_that_fails_and_says_by_which_example() throws IOException {
        OpelEngine wrong = EditedCopy.engine(folder, "upTo: 11", "upTo: 12", "above: 11", "above: 12");
        List<String> failed = new ArrayList<>();

        for (DynamicTest test : of(wrong).holdsToTheRules().toList()) {
            try {
                test.getExecutable().execute();
            } catch (Throwable e) {
                failed.add(test.getDisplayName() + ": " + e.getMessage());
            }
        }

        assertThat(failed)
                .singleElement()
                .asString()
                .startsWith("levels: nhse-opel-2023-24/cases/acute.yaml:")
                .contains("level: expected [OPEL 2], found [OPEL 1]");
    }

    @Test
    void an_engine_that_scores_a_batch_otherwise_is_found_out() {
        OpelEngine right = OpelRules.bundled();
        OpelEngine wrong = Engines.changed(right, "assessAll", reports -> List.of());

        assertThatThrownBy(of(wrong)::scoresABatchAsOneByOne)
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("Expected \\d+ assessments, found 0");
    }

    @Test
    void an_engine_that_takes_any_parameter_is_found_out() {
        OpelEngine wrong = Engines.changed(OpelRules.bundled(), "check", report -> List.of());

        assertThatThrownBy(of(wrong)::refusesAParameterThatThereIsNot)
                .isInstanceOf(AssertionError.class)
                .hasMessage("check finds nothing wrong with a parameter that there is not");
    }

    @Test
    void no_example_is_a_failure() throws IOException {
        ConformanceKit empty =
                ConformanceKit.of(RuleSource.of(EditedCopy.in(folder, "label: G&A bed occupancy", "label: beds")));
        OpelEngineContract contract = new OpelEngineContract() {
            @Override
            protected OpelEngine engine() {
                return OpelRules.bundled();
            }

            @Override
            protected ConformanceKit kit() {
                return empty;
            }
        };

        assertThatThrownBy(contract::holdsToTheRules)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("There is no worked example, so nothing is tested.");
    }
}
