package io.github.opelrules.rules.internal.totals;

import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ScoringTable;
import java.util.Map;
import java.util.Optional;

/** Readings for those who want a level and do not mind by which readings. */
public final class LevelReadings {

    private LevelReadings() {}

    /**
     * Readings that come to a level, where all parameters that are not among them are at their best.
     *
     * @return values by the ids of parameters; empty where no report comes to exactly that level
     */
    public static Optional<Map<String, String>> of(ScoringTable table, OpelLevel level) {
        Totals totals = new Totals(table);
        return totals.isKnown()
                ? totals.ends().stream()
                        .filter(end -> totals.scoreWith(end).isExact() && table.levelOf(end) == level)
                        .findFirst()
                        .map(totals::readings)
                : Optional.empty();
    }
}
