package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Interval;

/**
 * A band of a parameter, as the rules see it.
 *
 * <p>Not a record: Drools hashes what a {@code from} yields, and each band is one object for the life of its engine.
 */
public final class ScoredBand {

    private final Band band;
    private final Interval reach;

    /** @param reach see {@link #getReach()} */
    public ScoredBand(Band band, Interval reach) {
        this.band = band;
        this.reach = reach;
    }

    /** The band as its table has it. */
    public Band getBand() {
        return band;
    }

    /** The band's interval, and on to the next band where there is a gap finer than the precision between them. */
    public Interval getReach() {
        return reach;
    }

    /** What a value in the band scores. */
    public int getPoints() {
        return band.points();
    }
}
