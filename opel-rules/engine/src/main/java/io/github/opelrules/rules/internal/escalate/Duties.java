package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.Duty;
import io.github.opelrules.escalate.Duty.Ending;
import io.github.opelrules.escalate.Duty.Handover;
import io.github.opelrules.escalate.Duty.Holder;
import io.github.opelrules.escalate.DutyReply;
import io.github.opelrules.escalate.EscalationEvent.Kind;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.protocol.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The open duties, and what becomes of them. */
final class Duties {

    private final Units units;
    private final Events events;
    private final Map<String, Duty> open = new LinkedHashMap<>();

    Duties(Collection<Duty> duties, Units units, Events events) {
        this.units = units;
        this.events = events;
        duties.forEach(duty -> open.put(duty.id(), duty));
    }

    /** Those that are open, in the order in which they were raised. */
    List<Duty> open() {
        return List.copyOf(open.values());
    }

    /**
     * Raises a duty.
     *
     * @param number which of the duties it is that the rule raises at once, from 1
     * @param round how many rounds were at that time before
     */
    void raise(ProtocolRule rule, OdsCode unit, Call call, int number, int round, String because, Instant at) {
        Duration within = Objects.requireNonNull(call.within());
        Role role = Objects.requireNonNull(call.role());
        Holder present = present(role, unit, at);
        boolean onCall = present.role() != role;
        String id = rule.id() + "/" + unit + "/" + at
                + (number > 1 || round > 0 ? "/" + number : "")
                + (round > 0 ? "/" + (round + 1) : "");
        Duty duty = new Duty(
                id,
                rule.id(),
                unit,
                onCall ? Holder.of(role) : present,
                call.kind() == Call.Kind.MUST,
                call.text(),
                at,
                within,
                at.plus(within),
                rule.citation(),
                because,
                List.of(),
                null,
                false,
                null);
        duty = onCall ? duty.handedOver(present, at, Handover.Reason.OUT_OF_HOURS, duty.dueAt()) : duty;
        open.put(id, duty);
        events.tell(Kind.DUTY_RAISED, rule, duty, at, duty + ". " + because + ".");
    }

    /** What a role says of a duty. */
    void take(DutyReply reply) {
        Duty duty = open.get(reply.duty());
        boolean tooEarly = duty != null && reply.at().isBefore(duty.raisedAt());
        boolean notTheirs = duty != null
                && reply.kind() == DutyReply.Kind.ACKNOWLEDGED
                && reply.by().compareTo(duty.role()) < 0;
        if (duty != null && (tooEarly || notTheirs)) {
            events.tell(
                    Kind.INPUT_NOT_USED,
                    duty.unit(),
                    reply.at(),
                    "What " + reply.by() + " says of duty " + reply.duty() + " is not used: "
                            + (tooEarly
                                    ? "it is of a time before the duty was raised, " + duty.raisedAt()
                                    : duty.role()
                                            + " has it, and it is for that role or a higher one to acknowledge it")
                            + ".",
                    Sum.of(reply));
        } else if (duty == null) {
            events.tell(
                    Kind.INPUT_NOT_USED,
                    unitOf(reply),
                    reply.at(),
                    reply.by() + " says that duty " + reply.duty() + " is "
                            + (reply.kind() == DutyReply.Kind.DONE ? "done" : "in hand")
                            + ", but no such duty is open.",
                    Sum.of(reply));
        } else if (reply.kind() == DutyReply.Kind.DONE) {
            end(duty, Ending.Kind.DONE, Kind.DUTY_DONE, null, reply.at(), reply.by() + " says so");
        } else if (duty.acknowledgedAt() == null) {
            Duty acknowledged = duty.acknowledged(reply.at());
            open.put(duty.id(), acknowledged);
            events.tell(
                    Kind.DUTY_ACKNOWLEDGED,
                    null,
                    acknowledged,
                    reply.at(),
                    reply.by() + " has it in hand: " + duty.text() + ".");
        }
    }

    /** The unit that the id of a duty names; where it is none of ours, the first of the system. */
    OdsCode unitOf(DutyReply reply) {
        String[] parts = reply.duty().split("/", -1);
        return parts.length > 1
                        && OdsCode.isCode(parts[1])
                        && units.find(OdsCode.of(parts[1])).isPresent()
                ? OdsCode.of(parts[1])
                : units.hierarchy().units().get(0).code();
    }

    /** Passes up what was not acknowledged in time; of what was, and of what has nowhere to go, it says that its time is over. */
    void endTimes(Instant at) {
        for (Duty duty : open()) {
            if (!duty.overdue() && !at.isBefore(duty.dueAt().plus(Escalation.AFTER))) {
                endTime(duty, at);
            }
        }
    }

    private void endTime(Duty duty, Instant at) {
        Instant due = duty.dueAt();
        if (duty.acknowledgedAt() != null || duty.role().next().isEmpty()) {
            Duty over = duty.withTimeOver();
            open.put(duty.id(), over);
            events.tell(
                    Kind.DUTY_OVERDUE, null, over, due, duty.holder() + " has not done in time: " + duty.text() + ".");
            return;
        }
        Role next = duty.role().next().get();
        Holder present = present(next, duty.unit(), at);
        Instant nextDue = due.plus(duty.within());
        boolean onCall = present.role() != next;
        Duty passed =
                duty.handedOver(onCall ? Holder.of(next) : present, due, Handover.Reason.NOT_ACKNOWLEDGED, nextDue);
        passed = onCall ? passed.handedOver(present, due, Handover.Reason.OUT_OF_HOURS, nextDue) : passed;
        open.put(duty.id(), passed);
        events.tell(
                Kind.DUTY_PASSED_UP,
                null,
                passed,
                due,
                duty.holder() + " has not acknowledged in time, so it goes to " + present + ": " + duty.text() + ".");
    }

    /** Gives what an SCC has to the team that is on, or to the role on call where none is. */
    void handOver(Instant at) {
        for (Duty duty : open()) {
            Role role = duty.isOnCall() ? Role.SCC_DUTY_MANAGER : duty.role();
            Holder present = present(role, duty.unit(), at);
            if (!present.equals(duty.holder())) {
                boolean onCall = present.role() != role;
                Instant due = at.plus(duty.within());
                Duty handed = duty.handedOver(
                        present,
                        at,
                        onCall ? Handover.Reason.OUT_OF_HOURS : Handover.Reason.CHANGE_OF_TEAM,
                        due.isAfter(duty.dueAt()) ? due : duty.dueAt());
                open.put(duty.id(), handed);
                events.tell(
                        Kind.DUTY_HANDED_OVER,
                        null,
                        handed,
                        at,
                        (onCall ? "The SCC is not staffed" : present.team() + " staffs the SCC now")
                                + ", so it goes from " + duty.holder() + " to " + present + ": " + duty.text() + ".");
            }
        }
    }

    /** Who has at a time what is for a role: what is for an SCC has the team that is on, or the role on call where none is. */
    private Holder present(Role role, OdsCode unit, Instant at) {
        Optional<OdsCode> ics = role == Role.SCC_DUTY_MANAGER
                ? units.find(unit).flatMap(known -> known.of(Tier.ICS))
                : Optional.empty();
        return ics.map(code -> units.teamOn(code, at)
                        .map(team -> new Holder(role, team))
                        .orElse(Holder.of(Role.ICB_DIRECTOR_ON_CALL)))
                .orElse(Holder.of(role));
    }

    /** @param rule the rule that has it so; null where what raised the duty is over */
    void standDown(@Nullable ProtocolRule rule, Predicate<Duty> which, Instant at, String reason) {
        open().stream()
                .filter(which)
                .forEach(duty -> end(duty, Ending.Kind.STOOD_DOWN, Kind.DUTY_STOOD_DOWN, rule, at, reason));
    }

    void withdraw(Predicate<Duty> which, Instant at, String reason) {
        open().stream()
                .filter(which)
                .forEach(duty -> end(duty, Ending.Kind.WITHDRAWN, Kind.DUTY_WITHDRAWN, null, at, reason));
    }

    private void end(Duty duty, Ending.Kind how, Kind event, @Nullable ProtocolRule rule, Instant at, String reason) {
        open.remove(duty.id());
        events.tell(event, rule, duty.ended(how, at, reason), at, duty.text() + ": " + reason + ".");
    }
}
