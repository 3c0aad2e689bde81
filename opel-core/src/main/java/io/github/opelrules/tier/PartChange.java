package io.github.opelrules.tier;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Fraction;
import io.github.opelrules.framework.ScoreRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A change of one part that would move the level of what it is a part of, everything else being equal.
 *
 * @param part the part
 * @param rises whether its score would rise
 * @param score the first whole score, in points or percent, from which the level is another
 * @param level the level that the whole would have
 */
public record PartChange(TierAssessment part, boolean rises, Fraction score, Level level) {

    static Optional<PartChange> nearest(TierAssessment whole, int index, boolean rises) {
        TierAssessment part = whole.parts().get(index);
        Fraction highest = whole.scale().highest();
        BigDecimal step = BigDecimal.valueOf(rises ? 1 : -1);
        BigDecimal next = whole.counted(part)
                .min()
                .decimal(0, rises ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .add(step);
        while (next.signum() >= 0 && Fraction.of(next).compareTo(highest) <= 0) {
            Fraction score = Fraction.of(next);
            Level level = whole.levelIf(index, ScoreRange.of(score, score));
            if (!level.equals(whole.level())) {
                return Optional.of(new PartChange(part, rises, score, level));
            }
            next = next.add(step);
        }
        return Optional.empty();
    }
}
