package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Assurance;

/** The level that a mean makes. */
public record TierLevel(Mean mean, Level level, Assurance assurance, String rule) {}
