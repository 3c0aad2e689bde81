package io.github.opelrules.benchmarks.peers;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.PlainJavaScorer.Reason;
import io.github.opelrules.rules.PlainJavaScorer.Result;
import java.util.List;
import java.util.Optional;

/** Our own engine as a peer, to hold it against the oracle as the others are. What is timed is the assessment alone. */
record OpelRulesPeer(OpelEngine engine) implements Peer {

    @Override
    public Result score(SituationReport report) {
        Assessment assessment = engine.assess(report);
        List<Reason> reasons = assessment.contributions().stream()
                .map(contribution -> new Reason(
                        contribution.parameter().id().value(),
                        contribution.code().name(),
                        contribution.points().min(),
                        contribution.points().max(),
                        contribution.bands().stream().map(Table::row).toList()))
                .toList();
        return new Result(
                assessment.score().min(),
                assessment.score().max(),
                number(assessment.level().atBest()),
                number(assessment.level().atWorst()),
                reasons);
    }

    private static int number(Optional<OpelLevel> level) {
        return level.orElseThrow().number();
    }
}
