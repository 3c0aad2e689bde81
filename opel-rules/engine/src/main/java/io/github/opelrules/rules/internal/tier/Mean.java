package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.ScoreRange;

/** The score of a whole. */
public record Mean(Whole whole, ReasonCode code, ScoreRange score, Assurance assurance, String rule) {}
