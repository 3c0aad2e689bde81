package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Fraction;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ScoringTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The levels of all scores from 0 to the highest. Two of them are compared in the terms of the highest score, such as points.
 *
 * @param levels the cuts
 * @param highest the highest score, of which cuts that are shares are shares
 */
record LevelCuts(LevelTable levels, BigDecimal highest) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** The levels of the points of a provider. */
    static LevelCuts of(ScoringTable table) {
        return new LevelCuts(table.levels(), BigDecimal.valueOf(table.available()));
    }

    /** The scores that make another level, of those that both can give, in ascending order. */
    List<LevelChange> changesTo(LevelCuts after) {
        BigDecimal most = highest.min(after.highest);
        TreeSet<BigDecimal> cuts = new TreeSet<>();
        cuts.add(BigDecimal.ZERO);
        cuts.add(most);
        collect(cuts);
        after.collect(cuts);
        List<LevelChange> changes = new ArrayList<>();
        BigDecimal last = null;
        for (BigDecimal cut : cuts.subSet(BigDecimal.ZERO, true, most, true)) {
            if (last != null) {
                add(ValueRange.between(last, cut), last.add(cut).divide(TWO), after, changes);
            }
            add(ValueRange.exactly(cut), cut, after, changes);
            last = cut;
        }
        return changes;
    }

    private void collect(Set<BigDecimal> cuts) {
        for (LevelCut cut : levels.cuts()) {
            Edge lower = cut.interval().lower();
            Edge upper = cut.interval().upper();
            if (lower != null) {
                cuts.add(score(lower.value()));
            }
            if (upper != null) {
                cuts.add(score(upper.value()));
            }
        }
    }

    private void add(ValueRange scores, BigDecimal inside, LevelCuts after, List<LevelChange> changes) {
        OpelLevel was = levelOf(inside);
        OpelLevel is = after.levelOf(inside);
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

    /** A cut as a score; one that is a share is a share of the highest. */
    private BigDecimal score(BigDecimal cut) {
        return levels.basis() == LevelTable.Basis.TOTAL
                ? cut
                : cut.multiply(highest).movePointLeft(2);
    }

    private OpelLevel levelOf(BigDecimal score) {
        return levels.levelOf(Fraction.of(score), Fraction.of(highest));
    }
}
