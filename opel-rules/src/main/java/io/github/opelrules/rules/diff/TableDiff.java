package io.github.opelrules.rules.diff;

import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

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
                levels(before, after),
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

    /** Compares the levels of all scores that both can give, in points. */
    private static List<LevelChange> levels(ScoringTable before, ScoringTable after) {
        BigDecimal highest = BigDecimal.valueOf(Math.min(before.available(), after.available()));
        TreeSet<BigDecimal> cuts = new TreeSet<>();
        cuts.add(BigDecimal.ZERO);
        cuts.add(highest);
        collectCuts(before, cuts);
        collectCuts(after, cuts);
        List<LevelChange> changes = new ArrayList<>();
        BigDecimal last = null;
        for (BigDecimal cut : cuts.subSet(BigDecimal.ZERO, true, highest, true)) {
            if (last != null) {
                add(ValueRange.between(last, cut), last.add(cut).divide(TWO), before, after, changes);
            }
            add(ValueRange.exactly(cut), cut, before, after, changes);
            last = cut;
        }
        return changes;
    }

    private static void collectCuts(ScoringTable table, Set<BigDecimal> cuts) {
        for (LevelCut cut : table.levels().cuts()) {
            Edge lower = cut.interval().lower();
            Edge upper = cut.interval().upper();
            if (lower != null) {
                cuts.add(inPoints(lower.value(), table));
            }
            if (upper != null) {
                cuts.add(inPoints(upper.value(), table));
            }
        }
    }

    private static void add(
            ValueRange scores, BigDecimal inside, ScoringTable before, ScoringTable after, List<LevelChange> changes) {
        OpelLevel was = levelOf(inside, before);
        OpelLevel is = levelOf(inside, after);
        if (was == is) {
            return;
        }
        int last = changes.size() - 1;
        LevelChange previous = last < 0 ? null : changes.get(last);
        if (previous != null
                && previous.before() == was
                && previous.after() == is
                && previous.scores().meets(scores)) {
            changes.set(last, new LevelChange(previous.scores().and(scores), was, is));
        } else {
            changes.add(new LevelChange(scores, was, is));
        }
    }

    /** A cut as a number of points; one that is a share is a share of the available points. */
    private static BigDecimal inPoints(BigDecimal cut, ScoringTable table) {
        return table.levels().basis() == LevelTable.Basis.TOTAL
                ? cut
                : cut.multiply(BigDecimal.valueOf(table.available())).movePointLeft(2);
    }

    private static OpelLevel levelOf(BigDecimal points, ScoringTable table) {
        for (LevelCut cut : table.levels().cuts()) {
            Edge upper = cut.interval().upper();
            int comparison = upper == null ? -1 : points.compareTo(inPoints(upper.value(), table));
            // Levels meet without a gap, so the first that does not end before these points holds them.
            if (upper == null
                    || comparison < 0
                    || (comparison == 0 && upper.kind().isInclusive())) {
                return cut.level();
            }
        }
        throw new IllegalArgumentException(points.toPlainString() + " is a score that no level covers");
    }
}
