package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.framework.OpelLevel;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour cannot help, and why.
 *
 * @param below the level that it has not been below for long enough; null where that is not why
 */
public record CannotHelp(
        Neighbour neighbour, Reason reason, @Nullable OpelLevel below, String rule) {

    /** For a reason that is not about how long something has lasted. */
    public CannotHelp(Neighbour neighbour, Reason reason, String rule) {
        this(neighbour, reason, null, rule);
    }

    /** Why not, in the order in which people are told: of several reasons the first. */
    public enum Reason {
        /** It is at no level yet. */
        AT_NO_LEVEL,
        /** It is as badly off itself. */
        NOT_LOWER,
        /** It has not been better off for long enough. */
        NOT_SETTLED,
        /** Its last report is too old. */
        NOT_HEARD,
        /** It does not say how many of its beds are occupied. */
        BEDS_NOT_SAID,
        /** It may have no beds to spare. */
        NO_BEDS
    }
}
