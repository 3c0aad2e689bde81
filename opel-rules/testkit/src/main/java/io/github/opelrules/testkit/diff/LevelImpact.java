package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.OpelLevel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the level of any report that both frameworks accept differs. Such a report names parameters of both only: one
 * that stands in a single framework is missing from it, and what is missing counts with its whole range.
 *
 * @param extent whether any level differs, and of which reports
 * @param moves how the level of reports with nothing missing or rounded can differ, in the order of the levels before
 * @param example where a level differs, a report that shows the largest move there is, with as few parameters that score
 *     differently as can be
 */
public record LevelImpact(Extent extent, List<Move> moves, Optional<ReportExample> example) {

    /** Which reports can have another level. */
    public enum Extent {
        /** None. */
        NONE,
        /**
         * Those only with a reading that is missing, rounded, stale or implausible, that lies between two bands, or whose
         * bands are not known, under either framework: their range of levels can differ.
         */
        UNCERTAIN_REPORTS,
        /** Those too with a plausible, fresh and exact reading of every parameter. */
        COMPLETE_REPORTS,
        /** All: a level can be given under one of the two frameworks only, because bands are not known under the other. */
        ALL_REPORTS,
        /** None, because no level can be given under either framework. */
        UNDETERMINED;

        /** The words that JSON uses, such as {@code complete-reports}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A level that becomes another.
     *
     * @param before the level before
     * @param after the level after
     */
    public record Move(OpelLevel before, OpelLevel after) {

        /** {@code OPEL 2 → OPEL 1}. */
        @Override
        public String toString() {
            return before + " → " + after;
        }
    }

    public LevelImpact {
        moves = List.copyOf(moves);
    }

    /** Whether the level of any report differs. */
    public boolean canChange() {
        return extent != Extent.NONE && extent != Extent.UNDETERMINED;
    }
}
