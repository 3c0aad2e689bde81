package io.github.opelrules.escalate;

import io.github.opelrules.framework.Role;
import io.github.opelrules.internal.Forms;
import java.time.Instant;
import java.util.Objects;

/**
 * What a role says of a duty.
 *
 * @param duty the id of the duty
 * @param kind what is said
 * @param by the role that says so; never a person's name. Only the role that has a duty, or a higher one, acknowledges it; that it is
 *     done any role may say
 * @param at when it was said, not before the duty was raised; it counts from then, even if it is told later
 */
public record DutyReply(String duty, Kind kind, Role by, Instant at) {

    /** @throws IllegalArgumentException if the time is of no year from 0000 to 9999 */
    public DutyReply {
        Objects.requireNonNull(duty, "duty");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(by, "by");
        Forms.requireTime(at, "at");
    }

    /** What can be said of a duty. */
    public enum Kind {
        /** Somebody has it in hand. */
        ACKNOWLEDGED,
        /** It is done. */
        DONE
    }

    /** Somebody has a duty in hand. */
    public static DutyReply acknowledged(String duty, Role by, Instant at) {
        return new DutyReply(duty, Kind.ACKNOWLEDGED, by, at);
    }

    /** A duty is done. */
    public static DutyReply done(String duty, Role by, Instant at) {
        return new DutyReply(duty, Kind.DONE, by, at);
    }
}
