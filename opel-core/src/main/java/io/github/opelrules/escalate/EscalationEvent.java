package io.github.opelrules.escalate;

import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Role;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that the host may want to tell people.
 *
 * @param id its id, such as {@code action-raised/QXX/2024-01-08T17:30:00Z/k3Vd0cPq_8sW}: the kind, the unit, the time, and a short
 *     digest of what happened. The same step has the same ids again, however time was cut into steps before, and no two different
 *     events share one; so a host that drops what it has sent before sends each once
 * @param kind what happened
 * @param unit to which unit
 * @param at when
 * @param text what happened and why, as a sentence
 * @param rule the id of the rule that had it happen; null where time or people did
 * @param citation where the rule comes from that it goes back to, be it that of the action; null where it goes back to none
 * @param informed who is informed; null where it is about nobody's being informed
 * @param action the action that it is about, as it is now; null where it is about none
 * @param proposals who could help, the nearest first; none where it is not about mutual aid
 */
public record EscalationEvent(
        String id,
        Kind kind,
        OdsCode unit,
        Instant at,
        String text,
        @Nullable String rule,
        @Nullable Citation citation,
        @Nullable Role informed,
        @Nullable Action action,
        List<AidProposal> proposals) {

    /** What can happen. */
    public enum Kind {
        /** A unit is at a level for the first time. */
        LEVEL_KNOWN,
        /** The level in force of a unit rose. */
        LEVEL_ESCALATED,
        /** The level in force of a unit fell. */
        LEVEL_DE_ESCALATED,
        /** What is measured since midnight has restarted: for a time that alone lowers no level and ends no action. */
        READINGS_RESTARTED,
        /** A reading that a unit used to send is missing, or the unit sends nothing. */
        DATA_MISSING,
        /** A report came that is older than one that is known; it changed nothing. */
        LATE_REPORT,
        /** An action was raised. */
        ACTION_RAISED,
        /** Somebody has an action in hand. */
        ACTION_ACKNOWLEDGED,
        /** The time of an action is over. */
        ACTION_OVERDUE,
        /** An action was escalated to the next role. */
        ACTION_ESCALATED,
        /** An action went to the team that staffs the SCC now, or to the role on call where none does. */
        ACTION_TRANSFERRED,
        /** An action was done. */
        ACTION_DONE,
        /** An action need not be done any more. */
        ACTION_STOOD_DOWN,
        /** An action rested on something that turned out to be wrong. */
        ACTION_WITHDRAWN,
        /**
         * Something that came cannot be used, for the reason that the text gives: it is of a unit that belongs to nothing in the
         * hierarchy, of an action that is not open, too far ahead of the time, one of several that contradict each other, and so on.
         */
        INPUT_NOT_USED,
        /** A role is informed. */
        ROLE_INFORMED,
        /** Neighbours that could help are proposed, or it is said that there are none. */
        MUTUAL_AID_PROPOSED
    }

    public EscalationEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(proposals, "proposals");
        proposals = List.copyOf(proposals);
    }

    @Override
    public String toString() {
        return at + " " + kind + " " + unit + ": " + text;
    }
}
