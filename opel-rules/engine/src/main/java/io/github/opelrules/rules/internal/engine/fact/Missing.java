package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.assess.ReasonCode;

/** A report gives no value, for this reason. */
public record Missing(ScoredParameter parameter, ReasonCode code) implements Observation {}
