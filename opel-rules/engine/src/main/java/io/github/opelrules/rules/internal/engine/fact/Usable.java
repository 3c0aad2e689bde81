package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.framework.Stretch;

/** A reading counts, with these values. */
public record Usable(ScoredParameter parameter, Stretch values, String rule) {}
