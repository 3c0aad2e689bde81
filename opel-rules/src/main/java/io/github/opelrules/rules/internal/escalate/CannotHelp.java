package io.github.opelrules.rules.internal.escalate;

/** A neighbour cannot help, and why. */
public record CannotHelp(Neighbour neighbour, Reason reason, String rule) {

    /** Why not, in the order in which people are told: of several reasons the first. */
    public enum Reason {
        /** It is not held at any level yet. */
        NOT_HELD,
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
