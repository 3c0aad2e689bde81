package io.github.opelrules.testkit.junit;

import io.github.opelrules.Scorer;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.cases.ReportCase;
import io.github.opelrules.testkit.conform.ClauseResult;
import io.github.opelrules.testkit.conform.ConformanceKit;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link Scorer} holds to, as tests. Extend it in your test sources, and give it yours:
 *
 * <pre>{@code
 * class OurScorerTest extends ScorerContract {
 *     @Override
 *     protected Scorer scorer() {
 *         return new OurScorer();
 *     }
 * }
 * }</pre>
 */
public abstract class ScorerContract {

    /** What is tested: it scores each report by the framework of the {@link #kit()}, whatever the report's time. */
    protected abstract Scorer scorer();

    /** The worked examples that it is held against; those of OPEL 2023/24 unless this is overridden. */
    protected ConformanceKit kit() {
        return ConformanceKit.of(RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")));
    }

    /** One test for each clause of the rules that the worked examples try; at least one. */
    @TestFactory
    public final Stream<DynamicTest> holdsToTheRules() {
        List<ClauseResult> clauses = kit().check(scorer()).clauses();
        require(
                !clauses.isEmpty(),
                "There is no worked example, so nothing is tested. Write some into the folder \"cases\".");
        return clauses.stream()
                .map(clause -> DynamicTest.dynamicTest(
                        clause.clause(), () -> require(clause.holds(), String.join("\n", clause.failures()))));
    }

    /** Equal reports give equal assessments, in a batch as one by one. */
    @Test
    public final void scoresABatchAsOneByOne() {
        Scorer scorer = scorer();
        List<SituationReport> reports = reports();
        List<Assessment> batch = scorer.assessAll(reports);
        require(batch.size() == reports.size(), "Expected " + reports.size() + " assessments, found " + batch.size());
        for (int i = 0; i < reports.size(); i++) {
            Assessment single = scorer.assess(reports.get(i));
            require(
                    single.equals(batch.get(i)),
                    reports.get(i) + " is " + single.level() + ", " + single.score() + " points, by itself, and "
                            + batch.get(i).level() + ", " + batch.get(i).score() + " points, in a batch");
        }
    }

    /** A parameter that the framework does not have is a fault of the report, and is said to be. */
    @Test
    public final void refusesAParameterThatThereIsNot() {
        Scorer scorer = scorer();
        SituationReport slip = reports().get(0).with(ParameterId.of("no-such-parameter"), Reading.of(BigDecimal.ONE));
        require(!scorer.check(slip).isEmpty(), "check finds nothing wrong with a parameter that there is not");
        try {
            Assessment assessment = scorer.assess(slip);
            throw new AssertionError("A report with a parameter that there is not was scored: " + assessment.level());
        } catch (InvalidReportException e) {
            require(
                    e.problems().stream().anyMatch(problem -> problem.where().contains("no-such-parameter")),
                    "No problem names the parameter that there is not: " + e.problems());
        }
    }

    private List<SituationReport> reports() {
        return kit().cases().stream().map(ReportCase::report).toList();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
