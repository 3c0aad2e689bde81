package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.tier.ScoreRange;
import java.util.List;
import java.util.Objects;

/**
 * The score of a tally, as a fact.
 *
 * @param tally whose
 * @param score the scores that it may have
 * @param assurance how sure they are
 */
public record Mean(Tally tally, ScoreRange score, Assurance assurance) {

    /** The levels that it can make. */
    public List<TierLevel> touchedLevels() {
        return tally.scale().touched(score).stream().map(TierLevel::new).toList();
    }

    /** What it adds to the mean of what its tally belongs to. */
    public Part countInParent() {
        Tally parent = Objects.requireNonNull(tally.getParent(), "the top belongs to nothing");
        ScoreRange counted = tally.isCountedLike(parent)
                ? score
                : parent.scale().of(tally.scale().level(score)).orElseThrow();
        return new Part(parent, tally.weight(), counted, assurance);
    }
}
