package io.github.opelrules.rules.cases;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.rules.cases.MutationRun.Survivor;
import io.github.opelrules.rules.cases.ProtocolMutants.ProtocolMutant;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.protocol.ProtocolRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether sequences in time notice each change of a protocol.
 *
 * @param tried how many changes were tried
 * @param uncompiled how many were not, because there is no compiler
 * @param survivors the changes that nothing noticed
 */
record ProtocolTrial(int tried, int uncompiled, List<Survivor> survivors) {

    static ProtocolTrial of(CaseRun run) {
        Framework framework = run.framework();
        List<ProtocolMutant> all = ProtocolMutants.of(framework);
        List<CaseResult> sequences = run.results().stream()
                .filter(result -> result.tried() instanceof SequenceCase
                        && !result.tried().isGenerated())
                .toList();
        // Rules can be dropped and settings changed without a compiler: the rules that are left are compiled already.
        boolean compiler = CompiledRules.canCompile();
        List<ProtocolMutant> mutants = all.stream()
                .filter(mutant -> compiler || mutant.changed() == null)
                .toList();
        List<Survivor> survivors = new ArrayList<>();
        if (sequences.isEmpty()) {
            mutants.forEach(mutant -> survivors.add(survivor(mutant)));
        } else if (!mutants.isEmpty()) {
            CompiledRules rules = rules(framework, mutants);
            for (ProtocolMutant mutant : mutants) {
                CaseEngine engine = new CaseEngine(mutant.mutant().framework(), rules.only(mutant.names()));
                if (!engine.isNoticedBy(likeliestFirst(sequences, mutant.rule()))) {
                    survivors.add(survivor(mutant));
                }
            }
        }
        return new ProtocolTrial(mutants.size(), all.size() - mutants.size(), survivors);
    }

    private static Survivor survivor(ProtocolMutant mutant) {
        return new Survivor(mutant.mutant().what(), mutant.mutant().killer());
    }

    /** The rules of a framework's protocol and all changed ones, compiled in one go, which takes little more than one rule. */
    private static CompiledRules rules(Framework framework, List<ProtocolMutant> mutants) {
        List<ProtocolRule> changed = mutants.stream()
                .map(ProtocolMutant::changed)
                .flatMap(Stream::ofNullable)
                .toList();
        return changed.isEmpty()
                ? ProtocolRules.of(framework).orElseThrow()
                : ProtocolRules.compile(
                        Stream.concat(framework.protocolRules().stream(), changed.stream())
                                .toList(),
                        "The protocol of " + framework + ", changed");
    }

    private static List<Case> likeliestFirst(List<CaseResult> sequences, @Nullable ProtocolRule rule) {
        return sequences.stream()
                .sorted(Comparator.comparing(
                        result -> rule != null && !result.firedRules().contains(rule.id())))
                .map(CaseResult::tried)
                .toList();
    }
}
