package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.framework.LevelCut;

/**
 * A level and the scores that make it, as the rules see it.
 *
 * @param cut the scores
 */
public record TierLevel(LevelCut cut) {}
