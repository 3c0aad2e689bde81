package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.ScoreRange;
import java.math.BigDecimal;

/**
 * What one part adds to a mean.
 *
 * @param part what counts
 * @param into where it counts
 * @param weight how much it counts there
 * @param code how it counts
 * @param score the scores that it may have
 * @param assurance how sure they are
 * @param rule the rule that lets it count
 */
public record Part(
        Countable part,
        Whole into,
        BigDecimal weight,
        ReasonCode code,
        ScoreRange score,
        Assurance assurance,
        String rule) {

    /** The score with its weight. */
    public ScoreRange.Weighted weighted() {
        return new ScoreRange.Weighted(weight, score);
    }
}
