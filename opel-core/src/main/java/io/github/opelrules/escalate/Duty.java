package io.github.opelrules.escalate;

import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one role must do by a time.
 *
 * @param id its id: the rule, the unit and the time that raised it, such as {@code ICS-3-01/QXX/2024-01-08T17:30:00Z}
 * @param rule the id of the rule that raised it
 * @param unit for which unit
 * @param role who has it now
 * @param mandatory whether it must be done; otherwise it must be considered
 * @param text what to do
 * @param raisedAt when it was raised
 * @param within how long the role has
 * @param dueAt by when; counted anew when it is passed up
 * @param citation where the rule comes from and how sure that is
 * @param because the facts that raised it, as a sentence
 * @param handovers who had it before, in order
 * @param acknowledgedAt when somebody had it in hand; null as long as nobody has
 * @param overdue whether its time is over
 * @param ending how it ended; null as long as it is open
 */
public record Duty(
        String id,
        String rule,
        OdsCode unit,
        Role role,
        boolean mandatory,
        String text,
        Instant raisedAt,
        Duration within,
        Instant dueAt,
        Citation citation,
        String because,
        List<Handover> handovers,
        @Nullable Instant acknowledgedAt,
        boolean overdue,
        @Nullable Ending ending) {

    /**
     * A duty went from one role to another.
     *
     * @param from who had it
     * @param to who has it
     * @param at when
     * @param reason why
     */
    public record Handover(Role from, Role to, Instant at, Reason reason) {

        public Handover {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }

        /** Why a duty goes to another role. */
        public enum Reason {
            /** It was not acknowledged in time. */
            NOT_ACKNOWLEDGED,
            /** The SCC is not staffed. */
            OUT_OF_HOURS
        }
    }

    /**
     * The end of a duty, of which there is exactly one.
     *
     * @param kind how it ended
     * @param at when
     * @param reason why, as a sentence
     */
    public record Ending(Kind kind, Instant at, String reason) {

        public Ending {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }

        /** How duties end. */
        public enum Kind {
            /** It was done. */
            DONE,
            /** A rule said that it need not be done any more. */
            STOOD_DOWN,
            /** What it rested on turned out to be wrong, or its unit is no more. */
            WITHDRAWN
        }
    }

    /** @throws IllegalArgumentException if it is due before it was raised */
    public Duty {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(raisedAt, "raisedAt");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(handovers, "handovers");
        handovers = List.copyOf(handovers);
        if (dueAt.isBefore(raisedAt)) {
            throw new IllegalArgumentException(
                    "Duty " + id + " is due at " + dueAt + ", before it was raised at " + raisedAt);
        }
    }

    /** Whether it has not ended. */
    public boolean isOpen() {
        return ending == null;
    }

    /** This duty, acknowledged. */
    public Duty acknowledged(Instant at) {
        return with(role, dueAt, handovers, at, overdue, ending);
    }

    /** This duty, with its time over. */
    public Duty withTimeOver() {
        return with(role, dueAt, handovers, acknowledgedAt, true, ending);
    }

    /**
     * This duty, in other hands: whoever had it in hand has it no more.
     *
     * @param due by when it must be done now
     */
    public Duty handedOver(Role to, Instant at, Handover.Reason reason, Instant due) {
        List<Handover> more = new ArrayList<>(handovers);
        more.add(new Handover(role, to, at, reason));
        return with(to, due, more, null, false, ending);
    }

    /** This duty, ended. */
    public Duty ended(Ending.Kind kind, Instant at, String reason) {
        return with(role, dueAt, handovers, acknowledgedAt, overdue, new Ending(kind, at, reason));
    }

    /** This duty with all that can change of it. */
    private Duty with(
            Role newRole,
            Instant newDueAt,
            List<Handover> newHandovers,
            @Nullable Instant newAcknowledgedAt,
            boolean newOverdue,
            @Nullable Ending newEnding) {
        return new Duty(
                id,
                rule,
                unit,
                newRole,
                mandatory,
                text,
                raisedAt,
                within,
                newDueAt,
                citation,
                because,
                newHandovers,
                newAcknowledgedAt,
                newOverdue,
                newEnding);
    }

    /** {@code ICB director on call must convene a system call by 2024-01-08T18:00:00Z}. */
    @Override
    public String toString() {
        return role + (mandatory ? " must " : " must consider ") + text + " by " + dueAt;
    }
}
