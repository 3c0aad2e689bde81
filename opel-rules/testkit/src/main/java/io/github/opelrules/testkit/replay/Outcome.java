package io.github.opelrules.testkit.replay;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.report.ReportProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a report. There are few different ones, however many reports there are.
 *
 * @param before by the rules before
 * @param after by the rules after
 * @param rescored whether both scored it, with other points in all
 * @param drivers the parameters that moved the level, where it moved
 */
record Outcome(OnSide before, OnSide after, boolean rescored, List<ParameterId> drivers) {

    /**
     * What came of it on one side.
     *
     * @param level its level; null where it was not scored
     * @param framework the digest of what scored it; null where it was not scored
     * @param leftOut the parameters that it was scored without
     * @param refusal why it was not scored; null where it was
     */
    record OnSide(
            @Nullable Level level,
            @Nullable String framework,
            List<ParameterId> leftOut,
            ReportProblem.@Nullable Code refusal) {

        Standing standing() {
            return level == null ? Standing.NOT_SCORED : Standing.of(level);
        }
    }

    boolean isScored() {
        return before.level() != null && after.level() != null;
    }

    boolean flips() {
        return isScored() && !before.standing().equals(after.standing());
    }
}
