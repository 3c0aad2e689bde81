package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.tier.ScoreRange;
import java.math.BigDecimal;

/**
 * What one part adds to a mean, as a fact.
 *
 * @param into where it counts
 * @param weight how much it counts there
 * @param score the scores that it may have
 * @param assurance how sure they are
 */
public record Part(Tally into, BigDecimal weight, ScoreRange score, Assurance assurance) {}
