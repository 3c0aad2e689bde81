package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Threshold;

/** There is something to tell of a threshold. */
public record Notice(ScoredParameter parameter, Threshold threshold, ReasonCode code, String rule) {}
