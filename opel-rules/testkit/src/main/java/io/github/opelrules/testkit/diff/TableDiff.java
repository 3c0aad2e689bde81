package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the scoring of one provider type differs.
 *
 * @param providerType the provider type
 * @param presence in which of the two frameworks it is scored; all that follows is empty unless in both
 * @param changes what is said of the sum and the levels differently, and which grades differ
 * @param local which local parameters and thresholds differ, so that other notifications can follow; their texts are among
 *     the changes
 * @param parameters the parameters that differ in any way, in the order after, then those that are gone
 * @param levels the scores that make another level, in ascending order
 * @param impact whether the level of any report differs
 */
public record TableDiff(
        ProviderType providerType,
        Presence presence,
        List<Change> changes,
        List<Change> local,
        List<ParameterDiff> parameters,
        List<LevelChange> levels,
        Optional<LevelImpact> impact) {

    public TableDiff {
        changes = List.copyOf(changes);
        local = List.copyOf(local);
        parameters = List.copyOf(parameters);
        levels = List.copyOf(levels);
    }

    static TableDiff inOne(ProviderType providerType, Presence presence) {
        return new TableDiff(providerType, presence, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    static TableDiff between(Framework from, Framework to, ScoringTable before, ScoringTable after) {
        List<ParameterDiff> parameters = new ArrayList<>();
        for (Parameter is : after.parameters()) {
            parameters.add(ParameterDiff.between(before.parameter(is.id()).orElse(null), is));
        }
        for (Parameter was : before.parameters()) {
            if (after.parameter(was.id()).isEmpty()) {
                parameters.add(ParameterDiff.between(was, null));
            }
        }
        return new TableDiff(
                after.providerType(),
                Presence.BOTH,
                Facts.changes(Facts.of(before), Facts.of(after)),
                Facts.changes(Facts.local(before), Facts.local(after)),
                parameters.stream().filter(parameter -> !parameter.isEmpty()).toList(),
                LevelCuts.of(before).changesTo(LevelCuts.of(after)),
                Optional.of(ImpactSearch.search(from, to, before, after, parameters)));
    }

    /** Whether any result can differ. */
    public boolean resultsCanChange() {
        return !reasons().isEmpty();
    }

    /** Whether nothing at all differs. */
    boolean isEmpty() {
        return presence == Presence.BOTH && changes.isEmpty() && parameters.isEmpty() && !resultsCanChange();
    }

    /** Every way in which a result can change, as parts of a sentence. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (presence != Presence.BOTH) {
            reasons.add(providerType + " providers are "
                    + (presence == Presence.ADDED ? "scored now" : "no longer scored"));
        }
        parameters.forEach(parameter -> parameter.firstReason().ifPresent(reasons::add));
        local.forEach(change -> reasons.add("it notifies differently (" + change + ")"));
        if (!levels.isEmpty()) {
            reasons.add("scores make other levels (" + levels.get(0) + ")");
        }
        if (reasons.isEmpty() && impact.map(LevelImpact::canChange).orElse(false)) {
            reasons.add("the level of a report can change");
        }
        return reasons;
    }
}
