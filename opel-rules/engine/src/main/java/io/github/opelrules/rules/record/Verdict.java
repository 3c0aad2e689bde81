package io.github.opelrules.rules.record;

import java.util.List;

/**
 * What came of computing a record again.
 *
 * @param outcome whether it came out the same
 * @param details why not, each as a sentence without its full stop, such as {@code $.assessment.score.min is "24" in the
 *     record and "25" when computed again}; none where it holds
 */
public record Verdict(Outcome outcome, List<String> details) {

    /** Whether a record came out the same. */
    public enum Outcome {
        /** It came out the same, to the byte. */
        HOLDS,
        /** It did not: the record was changed, or something in it was never computed by these rules. */
        DIFFERS,
        /** It was made by rules, or by a version of this library, that are not here. */
        UNVERIFIABLE,
        /** It is no record. */
        UNREADABLE
    }

    public Verdict {
        details = List.copyOf(details);
    }
}
