package io.github.opelrules.testkit.coverage;

import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.cases.CaseEngine;
import io.github.opelrules.rules.cases.CaseResult;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.cases.SequenceCase;
import io.github.opelrules.testkit.coverage.MutationRun.Survivor;
import io.github.opelrules.testkit.coverage.ProtocolMutants.ProtocolMutant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether sequences in time notice each change of a protocol.
 *
 * @param tried how many changes were tried
 * @param survivors the changes that nothing noticed
 */
record ProtocolTrial(int tried, List<Survivor> survivors) {

    static ProtocolTrial of(CaseRun run) {
        List<ProtocolMutant> mutants = ProtocolMutants.of(run.framework());
        List<CaseResult> sequences = run.results().stream()
                .filter(result -> result.tried() instanceof SequenceCase
                        && !result.tried().isGenerated())
                .toList();
        List<Survivor> survivors = new ArrayList<>();
        for (ProtocolMutant mutant : mutants) {
            CaseEngine engine = new CaseEngine(mutant.mutant().framework());
            if (!engine.isNoticedBy(likeliestFirst(sequences, mutant.rule()))) {
                survivors.add(
                        new Survivor(mutant.mutant().what(), mutant.mutant().killer()));
            }
        }
        return new ProtocolTrial(mutants.size(), survivors);
    }

    private static List<Case> likeliestFirst(List<CaseResult> sequences, @Nullable ProtocolRule rule) {
        return sequences.stream()
                .sorted(Comparator.comparing(
                        result -> rule != null && !result.firedRules().contains(rule.id())))
                .map(CaseResult::tried)
                .toList();
    }
}
