package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.ScoreRange;

/**
 * The points of all parameters.
 *
 * @param levels the levels that they can make
 * @param measure the same in the terms of the cuts
 */
public record Score(ScoredLevels levels, int fewest, int most, ScoreRange measure, Assurance assurance, String rule) {}
