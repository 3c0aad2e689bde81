package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Assurance;

/** The level of a score. */
public record ScoredLevel(Score score, Level level, Assurance assurance, String rule) {}
