package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ScoreRange;
import io.github.opelrules.framework.ScoringTable;
import java.util.List;

/** What a table says of levels, as the rules see it: the cuts, or why no level can be given. */
public final class ScoredLevels {

    private final ScoringTable table;
    private final List<Graded> grades;
    private final int available;
    private final List<String> unknown;

    /** The levels of a table. */
    public ScoredLevels(ScoringTable table) {
        this.table = table;
        grades = Graded.of(table.levels());
        available = table.available();
        unknown = table.parameters().stream()
                .filter(Parameter::isOpen)
                .map(parameter -> "The bands of " + parameter.label() + " are announced but not known yet")
                .toList();
    }

    /** One cut for each level. */
    public List<LevelCut> getCuts() {
        return table.levels().cuts();
    }

    /** How sure the cuts are, piece by piece. */
    public List<Graded> getGrades() {
        return grades;
    }

    /** What is not known of the parameters and would have to be, for a level to be given. */
    public List<String> getUnknown() {
        return unknown;
    }

    /** So many points in the terms of the cuts: the points, or their share of the available points in percent. */
    public ScoreRange measure(int fewest, int most) {
        return table.levels().measure(new PointsRange(fewest, most), available);
    }
}
