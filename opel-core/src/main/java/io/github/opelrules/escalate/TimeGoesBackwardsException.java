package io.github.opelrules.escalate;

import java.time.Instant;

/** A step of an escalation was asked for at a time before the last one, by more than clocks may differ. */
public final class TimeGoesBackwardsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception with its message.
     *
     * @param message what was found, and how to mend it
     */
    public TimeGoesBackwardsException(String message) {
        super(message);
    }

    /** A step before the last one. */
    public static TimeGoesBackwardsException step(Instant last, Instant now) {
        return new TimeGoesBackwardsException("The last step was at " + last + ", and this one would be at " + now
                + ", before it. Give the time as it is now; what is told late counts from its own time.");
    }
}
