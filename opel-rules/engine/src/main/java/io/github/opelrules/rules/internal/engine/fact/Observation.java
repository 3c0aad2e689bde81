package io.github.opelrules.rules.internal.engine.fact;

/** What a report says of one parameter. */
public sealed interface Observation permits Measured, Missing {

    /** The parameter. */
    ScoredParameter parameter();
}
