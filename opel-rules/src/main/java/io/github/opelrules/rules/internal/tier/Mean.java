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

    /** Whether its tally is a part of another. */
    public boolean isPart() {
        return tally.getParent() != null;
    }

    /** Whether the same framework is applied to what its tally belongs to. */
    public boolean isSameFramework() {
        return tally.framework().digest().equals(parent().framework().digest());
    }

    /** Counts with this score in what its tally belongs to. */
    public Part countScore() {
        return new Part(parent(), tally.weight(), score, assurance);
    }

    /** Counts with the scores that its level covers in what its tally belongs to. */
    public Part countLevel() {
        return new Part(
                parent(),
                tally.weight(),
                parent().scale().of(tally.scale().level(score)).orElseThrow(),
                assurance
                        .lowest(tally.scale().levels().citation().assurance())
                        .lowest(parent().scale().levels().citation().assurance()));
    }

    private Tally parent() {
        return Objects.requireNonNull(tally.getParent(), "the top belongs to nothing");
    }
}
