package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * The points of all lines of a sheet together, as a fact.
 *
 * @param sheet the sheet
 * @param points the fewest and the most
 * @param measure the same in the terms of the level cuts: points, or their share of the available points in percent
 */
public record Total(ScoreSheet sheet, PointsRange points, Stretch measure) {

    /** The levels that this total may make: one where the points are exact, else perhaps several. */
    public List<ScoredLevel> touchedLevels() {
        List<ScoredLevel> touched = new ArrayList<>(1);
        for (ScoredLevel level : sheet.getLevels()) {
            if (level.cut().interval().touches(measure)) {
                touched.add(level);
            }
        }
        return touched;
    }
}
