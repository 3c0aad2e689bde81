package io.github.opelrules.testkit.coverage;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.cases.CaseEngine;
import io.github.opelrules.rules.cases.CaseResult;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.cases.SequenceCase;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the cases of a framework would notice a wrong number in it: each number is changed by the least there is, one at a
 * time, and some case that was written by hand has to fail. So it has to where a rule of the protocol is dropped, or where a
 * level, a time or a role in it is changed, the time that a lower level has to last, or which levels are followed.
 *
 * @param framework the framework
 * @param mutants how many changes were tried
 * @param equivalent how many were left out because no report at the declared precision can show them
 * @param refused how many were left out because rules with them do not load
 * @param survivors the changes that no case notices
 */
public record MutationRun(Framework framework, int mutants, int equivalent, int refused, List<Survivor> survivors) {

    /**
     * A change that no case notices.
     *
     * @param what which number, and how it was changed
     * @param killingCase a case that would notice it, as YAML, to be pasted below {@code cases:} once it was held against the
     *     document that the framework comes from; of a change of the protocol, the frame of one, with dots to be filled in
     */
    public record Survivor(String what, String killingCase) {}

    public MutationRun {
        survivors = List.copyOf(survivors);
    }

    /**
     * Tries the cases of a framework on each change of it. Of each, the first case that fails ends it. Cases that were generated
     * from the rules are left out, since they prove nothing about them.
     *
     * @throws IllegalArgumentException if a case does not hold
     */
    public static MutationRun of(CaseRun run) {
        if (!run.failures().isEmpty()) {
            throw new IllegalArgumentException(
                    run.verdict() + " Mend that first: a case that fails anyway notices nothing.");
        }
        Framework framework = run.framework();
        // Sequences in time are about the protocol. That one rests on a number by accident does not make it an example
        // of it.
        List<Case> written = run.results().stream()
                .map(CaseResult::tried)
                .filter(each -> !each.isGenerated() && !(each instanceof SequenceCase))
                .toList();
        Mutants mutants = Mutants.of(framework);
        List<Survivor> survivors = new ArrayList<>();
        for (Mutant mutant : mutants.all()) {
            if (!new CaseEngine(mutant.framework()).isNoticedBy(written)) {
                survivors.add(new Survivor(mutant.what(), mutant.killer()));
            }
        }
        ProtocolTrial protocol = ProtocolTrial.of(run);
        survivors.addAll(protocol.survivors());
        return new MutationRun(
                framework, mutants.all().size() + protocol.tried(), mutants.equivalent(), mutants.refused(), survivors);
    }

    /** Whether there was something to change and each change was noticed. */
    public boolean holds() {
        return mutants > 0 && survivors.isEmpty();
    }

    /** How many changes were noticed, and of each survivor what it is and the case that would notice it. */
    public String toText() {
        StringBuilder text = new StringBuilder("Changed numbers: " + verdict() + "\n");
        survivors.forEach(survivor -> text.append("NOT NOTICED ")
                .append(survivor.what())
                .append(". This case would notice it:\n")
                .append(survivor.killingCase()));
        return text.toString();
    }

    /** How many changes were noticed, as a sentence. */
    public String verdict() {
        return mutants - survivors.size() + " of " + mutants + " noticed; left out "
                + Words.count(equivalent, "change") + " that no report can show, and " + refused
                + " that would not load.";
    }
}
