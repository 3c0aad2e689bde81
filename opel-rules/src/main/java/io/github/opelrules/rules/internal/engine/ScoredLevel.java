package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.framework.LevelCut;

/**
 * A level and the scores that make it, as the rules see it.
 *
 * <p>Not a record, for the same reason as {@link ScoredBand}.
 */
public final class ScoredLevel {

    private final LevelCut cut;

    ScoredLevel(LevelCut cut) {
        this.cut = cut;
    }

    LevelCut cut() {
        return cut;
    }
}
