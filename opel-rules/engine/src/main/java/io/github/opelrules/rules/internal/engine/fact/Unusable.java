package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Assurance;

/** A reading has a value and counts as missing all the same, and why, and how sure that is. */
public record Unusable(ScoredParameter parameter, ReasonCode code, Assurance assurance, String rule) {}
