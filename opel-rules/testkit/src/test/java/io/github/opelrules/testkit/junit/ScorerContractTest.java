package io.github.opelrules.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.Scorer;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.EditedCopy;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.testkit.conform.ConformanceKit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerContractTest {

    @TempDir
    private Path folder;

    private static final Scorer RIGHT = OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));

    /** A scorer that is no engine, and does what the right one does where a test does not say otherwise. */
    private static class Other implements Scorer {

        @Override
        public List<ReportProblem> check(SituationReport report) {
            return RIGHT.check(report);
        }

        @Override
        public Assessment assess(SituationReport report) {
            return RIGHT.assess(report);
        }

        @Override
        public List<Assessment> assessAll(Collection<SituationReport> reports) {
            return RIGHT.assessAll(reports);
        }
    }

    private static ScorerContract of(Scorer scorer) {
        return new ScorerContract() {
            @Override
            protected Scorer scorer() {
                return scorer;
            }
        };
    }

    @Test
    void a_scorer_that_is_no_engine_is_tried() throws Throwable {
        ScorerContract contract = of(new Other());

        for (DynamicTest test : contract.holdsToTheRules().toList()) {
            test.getExecutable().execute();
        }
        contract.scoresABatchAsOneByOne();
        contract.refusesAParameterThatThereIsNot();
    }

    @Test
    void a_clause_that_does_not_hold_is_a_test_that_fails_and_says_by_which_example() throws IOException {
        Scorer wrong = EditedCopy.engine(folder, "upTo: 11", "upTo: 12", "above: 11", "above: 12");
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
    void a_scorer_that_scores_a_batch_otherwise_is_found_out() {
        Scorer wrong = new Other() {
            @Override
            public List<Assessment> assessAll(Collection<SituationReport> reports) {
                return List.of();
            }
        };

        assertThatThrownBy(of(wrong)::scoresABatchAsOneByOne)
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("Expected \\d+ assessments, found 0");
    }

    @Test
    void a_scorer_that_takes_any_parameter_is_found_out() {
        Scorer wrong = new Other() {
            @Override
            public List<ReportProblem> check(SituationReport report) {
                return List.of();
            }
        };

        assertThatThrownBy(of(wrong)::refusesAParameterThatThereIsNot)
                .isInstanceOf(AssertionError.class)
                .hasMessage("check finds nothing wrong with a parameter that there is not");
    }

    @Test
    void no_example_is_a_failure() throws IOException {
        ConformanceKit empty =
                ConformanceKit.of(RuleSource.of(EditedCopy.in(folder, "label: G&A bed occupancy", "label: beds")));
        ScorerContract contract = new ScorerContract() {
            @Override
            protected Scorer scorer() {
                return RIGHT;
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
