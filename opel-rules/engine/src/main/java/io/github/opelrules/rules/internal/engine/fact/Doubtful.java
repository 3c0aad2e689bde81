package io.github.opelrules.rules.internal.engine.fact;

/** A reading that counts has an unusual value. */
public record Doubtful(ScoredParameter parameter, String rule) {}
