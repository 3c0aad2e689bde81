package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.Role;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a protocol rule calls for.
 *
 * @param kind what
 * @param role of whom; null where that is no role's
 * @param text what to do or to know, or the id of the rule whose actions are stood down
 * @param within in what time; null where there is none
 */
public record Call(
        Kind kind,
        @Nullable Role role,
        String text,
        @Nullable Duration within) {

    /** The kinds of what a rule can call for. */
    public enum Kind {
        /** A role must do something in a time. */
        MUST,
        /** A role must consider something in a time. */
        MUST_CONSIDER,
        /** A role is informed. */
        INFORM,
        /** A role is informed of something out of the ordinary. */
        INFORM_BY_EXCEPTION,
        /** The open actions that a rule raised for the unit need not be done any more. */
        STAND_DOWN,
        /** Neighbours that could help are proposed. */
        PROPOSE_AID;

        /** Whether somebody has to act on it. */
        public boolean isAction() {
            return this == MUST || this == MUST_CONSIDER;
        }
    }

    /** A role must do something in a time. */
    public static Call must(Role role, String text, Duration within) {
        return new Call(Kind.MUST, role, text, within);
    }

    /** A role must consider something in a time. */
    public static Call mustConsider(Role role, String text, Duration within) {
        return new Call(Kind.MUST_CONSIDER, role, text, within);
    }

    /** A role is informed. */
    public static Call inform(Role role, String text) {
        return new Call(Kind.INFORM, role, text, null);
    }

    /** A role is informed of something out of the ordinary. */
    public static Call informByException(Role role, String text) {
        return new Call(Kind.INFORM_BY_EXCEPTION, role, text, null);
    }

    /** The open actions that a rule raised for the unit need not be done any more. */
    public static Call standDown(String rule) {
        return new Call(Kind.STAND_DOWN, null, rule, null);
    }

    /** Neighbours that could help are proposed. */
    public static Call proposeAid() {
        return new Call(Kind.PROPOSE_AID, null, "", null);
    }
}
