package io.github.opelrules.escalate;

import java.time.Instant;

/** A step of an escalation was asked for more than 366 days after the last one. */
public final class StepTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception with its message.
     *
     * @param message what was found, and how to mend it
     */
    public StepTooLongException(String message) {
        super(message);
    }

    /** A step that would be too long after the last one. */
    public static StepTooLongException step(Instant last, Instant now) {
        return new StepTooLongException("The last step was at " + last + ", and this one would be at " + now
                + ", more than 366 days later. Check the time that is given; where nobody took a step for so long, take one for each"
                + " year, or begin again with EscalationState.none().");
    }
}
