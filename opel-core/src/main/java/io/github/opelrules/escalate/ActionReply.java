package io.github.opelrules.escalate;

import io.github.opelrules.framework.Role;
import io.github.opelrules.internal.Forms;
import java.time.Instant;
import java.util.Objects;

/**
 * What a role says of an action.
 *
 * @param action the id of the action
 * @param kind what is said
 * @param by the role that says so; never a person's name. Only the role that has an action, or a higher one, acknowledges it; that it is
 *     done any role may say
 * @param at when it was said, not before the action was raised; it counts from then, even if it is told later
 */
public record ActionReply(String action, Kind kind, Role by, Instant at) {

    /** @throws IllegalArgumentException if the time is of no year from 0000 to 9999 */
    public ActionReply {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(by, "by");
        Forms.requireTime(at, "at");
    }

    /** What can be said of an action. */
    public enum Kind {
        /** Somebody has it in hand. */
        ACKNOWLEDGED,
        /** It is done. */
        DONE
    }

    /** Somebody has an action in hand. */
    public static ActionReply acknowledged(String action, Role by, Instant at) {
        return new ActionReply(action, Kind.ACKNOWLEDGED, by, at);
    }

    /** An action is done. */
    public static ActionReply done(String action, Role by, Instant at) {
        return new ActionReply(action, Kind.DONE, by, at);
    }
}
