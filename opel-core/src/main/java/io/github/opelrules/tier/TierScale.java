package io.github.opelrules.tier;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Fraction;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoreRange;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.TierRules;
import java.util.List;
import java.util.Optional;

/**
 * The scores that the tiers of a framework count in.
 *
 * @param levels the cuts
 * @param highest the highest score that there can be: so many points, or 100 percent
 */
public record TierScale(LevelTable levels, Fraction highest) {

    /** The scale of a framework. */
    public static TierScale of(Framework framework, TierRules rules) {
        Fraction highest = Fraction.of(100);
        if (rules.levels().basis() == LevelTable.Basis.TOTAL) {
            highest = Fraction.ZERO;
            for (ProviderType type : rules.pillars().keySet()) {
                int available =
                        framework.table(type).map(ScoringTable::available).orElse(0);
                Fraction most = Fraction.of(available);
                highest = most.compareTo(highest) > 0 ? most : highest;
            }
        }
        return new TierScale(rules.levels(), highest);
    }

    /** Every score that there can be. */
    public ScoreRange all() {
        return ScoreRange.of(Fraction.ZERO, highest);
    }

    /** The score of an assessment by a framework of this scale. */
    public ScoreRange of(Assessment assessment) {
        return levels.measure(assessment.score(), assessment.available());
    }

    /** The scores that a level covers; of a range of levels, from the best to the worst. */
    public Optional<ScoreRange> of(Level level) {
        Optional<OpelLevel> best = level.atBest();
        Optional<OpelLevel> worst = level.atWorst();
        return best.isEmpty() || worst.isEmpty()
                ? Optional.empty()
                : Optional.of(of(best.get()).through(of(worst.get())));
    }

    private ScoreRange of(OpelLevel level) {
        return ScoreRange.of(levels.cuts().get(level.number() - 1).interval(), highest);
    }

    /** The level of these scores. */
    public Level level(ScoreRange score) {
        List<LevelCut> touched = levels.touched(score);
        return Level.between(
                touched.get(0).level(), touched.get(touched.size() - 1).level());
    }

    /** What follows a score in a sentence: {@code " of 44"}, or {@code "% of the points"}. */
    public String unit() {
        return levels.basis() == LevelTable.Basis.TOTAL ? " of " + highest : " % of the points";
    }
}
