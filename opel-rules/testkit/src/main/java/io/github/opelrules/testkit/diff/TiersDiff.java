package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.tier.TierScale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the levels of ICS, region and nation are made differently.
 *
 * @param presence in which of the two frameworks they are made at all; all that follows is empty unless in both
 * @param changes weights, bases, the greatest age of a report that counts, sources and grades that differ, in a fixed order
 * @param levels the means that make another level, in ascending order: in points, or in percent where both frameworks cut
 *     shares; empty where one cuts points and the other shares
 * @param reasons every way in which a level can change, as parts of a sentence
 */
public record TiersDiff(Presence presence, List<Change> changes, List<LevelChange> levels, List<String> reasons) {

    public TiersDiff {
        changes = List.copyOf(changes);
        levels = List.copyOf(levels);
        reasons = List.copyOf(reasons);
    }

    /** Compares the tiers of two frameworks; empty where nothing differs. */
    static Optional<TiersDiff> between(Framework before, Framework after) {
        TierRules was = before.tiers();
        TierRules is = after.tiers();
        if (was == null || is == null) {
            return inOne(was, is);
        }
        boolean sameBasis = was.levels().basis() == is.levels().basis();
        List<LevelChange> levels = sameBasis ? cuts(before, was).changesTo(cuts(after, is)) : List.of();
        List<String> reasons = new ArrayList<>();
        if (!Facts.weights(was).equals(Facts.weights(is))) {
            reasons.add("provider types count differently in an ICS");
        }
        if (!sameBasis) {
            reasons.add("the levels of ICS, region and nation are cut by the "
                    + (is.levels().basis() == LevelTable.Basis.TOTAL ? "points" : "share of the points"));
        }
        if (!levels.isEmpty()) {
            reasons.add("means of ICS, region and nation make other levels (" + levels.get(0) + ")");
        }
        if (!was.maxAge().value().equals(is.maxAge().value())) {
            reasons.add("reports and declared levels count for another time ("
                    + was.maxAge().value() + " → " + is.maxAge().value() + ")");
        }
        TiersDiff diff = new TiersDiff(Presence.BOTH, Facts.changes(Facts.of(was), Facts.of(is)), levels, reasons);
        return diff.changes().isEmpty() && reasons.isEmpty() ? Optional.empty() : Optional.of(diff);
    }

    private static Optional<TiersDiff> inOne(@Nullable TierRules was, @Nullable TierRules is) {
        if (was == null && is == null) {
            return Optional.empty();
        }
        String reason = is == null
                ? "levels of ICS, region and nation are no longer given"
                : "levels of ICS, region and nation are given now";
        Presence presence = is == null ? Presence.DROPPED : Presence.ADDED;
        return Optional.of(new TiersDiff(presence, List.of(), List.of(), List.of(reason)));
    }

    private static LevelCuts cuts(Framework framework, TierRules rules) {
        BigDecimal highest = TierScale.of(framework, rules).highest().decimal(0, RoundingMode.UNNECESSARY);
        return new LevelCuts(rules.levels(), highest);
    }

    /** Whether any level of an ICS, a region or the nation can differ. */
    public boolean resultsCanChange() {
        return !reasons.isEmpty();
    }
}
