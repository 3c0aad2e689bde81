package io.github.opelrules.testkit.replay;

import io.github.opelrules.framework.OdsCode;
import java.time.Instant;
import java.util.List;

/**
 * How many reports stand at one place before and at one place after.
 *
 * @param before where they stand before
 * @param after where they stand after
 * @param reports how many
 * @param organisation whose the first of them is
 * @param observedAt when the first of them was observed
 * @param drivers the parameters that moved the level, those that did so most often first; none where it did not move
 * @param byCuts of how many of them the level moved though no parameter moved that way, so that the level cuts moved it
 */
public record Transition(
        Standing before,
        Standing after,
        long reports,
        OdsCode organisation,
        Instant observedAt,
        List<Driver> drivers,
        long byCuts) {

    /**
     * A parameter that moved levels.
     *
     * @param parameter its id
     * @param label what people call it
     * @param reports of how many reports
     */
    public record Driver(String parameter, String label, long reports) {}

    public Transition {
        drivers = List.copyOf(drivers);
    }

    /** Whether both scored these reports, and differently. */
    public boolean isFlip() {
        return isScored() && !before.equals(after);
    }

    /** Whether both scored these reports. */
    public boolean isScored() {
        return !before.equals(Standing.NOT_SCORED) && !after.equals(Standing.NOT_SCORED);
    }
}
