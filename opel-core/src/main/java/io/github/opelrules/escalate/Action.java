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
 * One thing that somebody must do by a time.
 *
 * @param id its id: the rule, the unit and the time that raised it, such as {@code ICS-3-01/QXX/2024-01-08T17:30:00Z}; then its number
 *     where it is not the first that the rule raised, and the number of the round where it is not the first of that time, as in
 *     {@code ICS-3-01/QXX/2024-01-08T17:30:00Z/1/2}. No two share one
 * @param rule the id of the rule that raised it
 * @param unit for which unit
 * @param holder who has it now
 * @param mandatory whether it must be done; otherwise it must be considered
 * @param text what to do
 * @param raisedAt when it was raised
 * @param within how long its holder has
 * @param dueAt by when; counted anew when it goes to another
 * @param citation where the rule comes from and how sure that is
 * @param because the facts that raised it, as a sentence
 * @param handovers who had it before, in order
 * @param acknowledgedAt when somebody had it in hand; null as long as nobody has
 * @param overdue whether its time is over
 * @param ending how it ended; null as long as it is open
 */
public record Action(
        String id,
        String rule,
        OdsCode unit,
        Holder holder,
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
     * Who has an action.
     *
     * @param role in which role
     * @param team of which team, where the role is the SCC duty manager of an ICS; null otherwise
     */
    public record Holder(Role role, @Nullable Team team) {

        /** @throws IllegalArgumentException if somebody of a team is not the SCC duty manager */
        public Holder {
            Objects.requireNonNull(role, "role");
            if (team != null && role != Role.SCC_DUTY_MANAGER) {
                throw new IllegalArgumentException(
                        "Only the SCC duty manager is of a team, but this is the " + role + " of " + team);
            }
        }

        /** Somebody of no team. */
        public static Holder of(Role role) {
            return new Holder(role, null);
        }

        /** {@code SCC duty manager of evening-desk}, or {@code ICB executive}. */
        @Override
        public String toString() {
            return role + (team == null ? "" : " of " + team);
        }
    }

    /**
     * An action went from one to another.
     *
     * @param from who had it
     * @param to who has it
     * @param at when
     * @param reason why
     */
    public record Handover(Holder from, Holder to, Instant at, Reason reason) {

        public Handover {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }

        /** Why an action goes to another. */
        public enum Reason {
            /** It was not acknowledged in time. */
            NOT_ACKNOWLEDGED,
            /** No team staffs the SCC, so the role on call stands in. */
            OUT_OF_HOURS,
            /** Another team staffs the SCC now, or one does again. */
            CHANGE_OF_TEAM
        }
    }

    /**
     * The end of an action, of which there is exactly one.
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

        /** How actions end. */
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
    public Action {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(holder, "holder");
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
                    "Action " + id + " is due at " + dueAt + ", before it was raised at " + raisedAt);
        }
    }

    /** In which role its {@link #holder()} has it. */
    public Role role() {
        return holder.role();
    }

    /** Whether the role on call has it for an SCC that is not staffed. */
    public boolean isOnCall() {
        return !handovers.isEmpty() && handovers.get(handovers.size() - 1).reason() == Handover.Reason.OUT_OF_HOURS;
    }

    /** Whether it has not ended. */
    public boolean isOpen() {
        return ending == null;
    }

    /** Since when the role that has it has had it: since it was last transferred or escalated, or else since it was raised. */
    public Instant transferredAt() {
        return handovers.isEmpty()
                ? raisedAt
                : handovers.get(handovers.size() - 1).at();
    }

    /** This action, acknowledged. */
    public Action acknowledged(Instant at) {
        return with(holder, dueAt, handovers, at, overdue, ending);
    }

    /** This action, with its time over. */
    public Action withTimeOver() {
        return with(holder, dueAt, handovers, acknowledgedAt, true, ending);
    }

    /**
     * This action, in other hands: whoever had it in hand has it no more.
     *
     * @param due by when it must be done now
     */
    public Action transferred(Holder to, Instant at, Handover.Reason reason, Instant due) {
        List<Handover> more = new ArrayList<>(handovers);
        more.add(new Handover(holder, to, at, reason));
        return with(to, due, more, null, false, ending);
    }

    /** This action, ended. */
    public Action ended(Ending.Kind kind, Instant at, String reason) {
        return with(holder, dueAt, handovers, acknowledgedAt, overdue, new Ending(kind, at, reason));
    }

    /** This action with all that can change of it. */
    private Action with(
            Holder newHolder,
            Instant newDueAt,
            List<Handover> newHandovers,
            @Nullable Instant newAcknowledgedAt,
            boolean newOverdue,
            @Nullable Ending newEnding) {
        return new Action(
                id,
                rule,
                unit,
                newHolder,
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
        return holder + (mandatory ? " must " : " must consider ") + text + " by " + dueAt;
    }
}
