package io.github.opelrules.testkit.replay;

import io.github.opelrules.report.ReportProblem;

/**
 * Reports that were not scored, for one reason.
 *
 * @param side which of the two did not score them
 * @param code the reason: the first problem of each
 * @param reports how many
 * @param first where the first of them stands, or whose it is and of when, and what exactly is wrong with it
 */
public record Refusal(Side side, ReportProblem.Code code, long reports, String first) {

    /** Which rules did not score a report. */
    public enum Side {
        /** The rules before. */
        BEFORE,
        /** The rules after. */
        AFTER,
        /** Neither, because the report is at fault whatever the rules are. */
        BOTH
    }
}
