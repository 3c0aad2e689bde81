package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.Action.Ending;
import io.github.opelrules.escalate.Action.Handover;
import io.github.opelrules.escalate.Action.Holder;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.EscalationEvent.Kind;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.protocol.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open actions, and what becomes of them. */
final class Actions {

    private final Units units;
    private final Events events;
    private final Map<String, Action> open = new LinkedHashMap<>();
    private final Map<OdsCode, Map<String, Action>> byUnit = new HashMap<>();

    Actions(Collection<Action> actions, Units units, Events events) {
        this.units = units;
        this.events = events;
        actions.forEach(this::keep);
    }

    /** Takes an action into those that are open, in the place that it has among them. */
    private void keep(Action action) {
        open.put(action.id(), action);
        byUnit.computeIfAbsent(action.unit(), unit -> new LinkedHashMap<>()).put(action.id(), action);
    }

    /** Those of a unit, in the same order. */
    private List<Action> of(OdsCode unit) {
        return List.copyOf(byUnit.getOrDefault(unit, Map.of()).values());
    }

    /** Those that are open, in the order in which they were raised. */
    List<Action> open() {
        return List.copyOf(open.values());
    }

    /**
     * Raises an action.
     *
     * @param number which of the actions it is that the rule raises at once, from 1
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
        Action action = new Action(
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
        action = onCall ? action.transferred(present, at, Handover.Reason.OUT_OF_HOURS, action.dueAt()) : action;
        keep(action);
        events.tell(Kind.ACTION_RAISED, rule, action, at, action + ". " + because + ".");
    }

    /** What a role says of an action. */
    void take(ActionReply reply) {
        Action action = open.get(reply.action());
        boolean tooEarly = action != null && reply.at().isBefore(action.raisedAt());
        boolean notTheirs = action != null
                && reply.kind() == ActionReply.Kind.ACKNOWLEDGED
                && reply.by().compareTo(action.role()) < 0;
        if (action != null && (tooEarly || notTheirs)) {
            events.tell(
                    Kind.INPUT_NOT_USED,
                    action.unit(),
                    reply.at(),
                    "What " + reply.by() + " says of action " + reply.action() + " is not used: "
                            + (tooEarly
                                    ? "it is of a time before the action was raised, " + action.raisedAt()
                                    : action.role()
                                            + " has it, and it is for that role or a higher one to acknowledge it")
                            + ".",
                    InputDigest.of(reply));
        } else if (action == null) {
            events.tell(
                    Kind.INPUT_NOT_USED,
                    unitOf(reply),
                    reply.at(),
                    reply.by() + " says that action " + reply.action() + " is "
                            + (reply.kind() == ActionReply.Kind.DONE ? "done" : "in hand")
                            + ", but no such action is open.",
                    InputDigest.of(reply));
        } else if (reply.kind() == ActionReply.Kind.DONE) {
            end(action, Ending.Kind.DONE, Kind.ACTION_DONE, null, reply.at(), reply.by() + " says so");
        } else if (action.acknowledgedAt() == null) {
            Action acknowledged = action.acknowledged(reply.at());
            keep(acknowledged);
            events.tell(
                    Kind.ACTION_ACKNOWLEDGED,
                    null,
                    acknowledged,
                    reply.at(),
                    reply.by() + " has it in hand: " + action.text() + ".");
        }
    }

    /** The unit that the id of an action names; where it is none of ours, the first of the system. */
    OdsCode unitOf(ActionReply reply) {
        String[] parts = reply.action().split("/", -1);
        return parts.length > 1
                        && OdsCode.isCode(parts[1])
                        && units.find(OdsCode.of(parts[1])).isPresent()
                ? OdsCode.of(parts[1])
                : units.hierarchy().units().get(0).code();
    }

    /** Passes up what was not acknowledged in time; of what was, and of what has nowhere to go, it says that its time is over. */
    void endTimes(Instant at) {
        for (Action action : open()) {
            if (!action.overdue() && !at.isBefore(action.dueAt().plus(Escalation.AFTER))) {
                endTime(action, at);
            }
        }
    }

    private void endTime(Action action, Instant at) {
        Instant due = action.dueAt();
        if (action.acknowledgedAt() != null || action.role().next().isEmpty()) {
            Action over = action.withTimeOver();
            keep(over);
            events.tell(
                    Kind.ACTION_OVERDUE,
                    null,
                    over,
                    due,
                    action.holder() + " has not done in time: " + action.text() + ".");
            return;
        }
        Role next = action.role().next().get();
        Holder present = present(next, action.unit(), at);
        Instant nextDue = due.plus(action.within());
        boolean onCall = present.role() != next;
        Action passed =
                action.transferred(onCall ? Holder.of(next) : present, due, Handover.Reason.NOT_ACKNOWLEDGED, nextDue);
        passed = onCall ? passed.transferred(present, due, Handover.Reason.OUT_OF_HOURS, nextDue) : passed;
        keep(passed);
        events.tell(
                Kind.ACTION_ESCALATED,
                null,
                passed,
                due,
                action.holder() + " has not acknowledged in time, so it goes to " + present + ": " + action.text()
                        + ".");
    }

    /** Gives what an SCC has to the team that is on, or to the role on call where none is. */
    void transfer(Instant at) {
        for (Action action : open()) {
            Role role = action.isOnCall() ? Role.SCC_DUTY_MANAGER : action.role();
            Holder present = present(role, action.unit(), at);
            if (!present.equals(action.holder())) {
                boolean onCall = present.role() != role;
                Instant due = at.plus(action.within());
                Action handed = action.transferred(
                        present,
                        at,
                        onCall ? Handover.Reason.OUT_OF_HOURS : Handover.Reason.CHANGE_OF_TEAM,
                        due.isAfter(action.dueAt()) ? due : action.dueAt());
                keep(handed);
                events.tell(
                        Kind.ACTION_TRANSFERRED,
                        null,
                        handed,
                        at,
                        (onCall ? "The SCC is not staffed" : present.team() + " staffs the SCC now")
                                + ", so it goes from " + action.holder() + " to " + present + ": " + action.text()
                                + ".");
            }
        }
    }

    /** Who has at a time what is for a role: what is for an SCC has the team that is on, or the role on call where none is. */
    private Holder present(Role role, OdsCode unit, Instant at) {
        OdsCode ics = role == Role.SCC_DUTY_MANAGER
                ? units.find(unit).flatMap(known -> known.of(Tier.ICS)).orElse(null)
                : null;
        if (ics == null) {
            return Holder.of(role);
        }
        return units.teamOn(ics, at)
                .map(team -> new Holder(role, team))
                .orElseGet(() -> Holder.of(Role.ICB_DIRECTOR_ON_CALL));
    }

    /** @param rule the rule that has it so; null where what raised the action is over */
    void standDown(@Nullable ProtocolRule rule, OdsCode unit, Predicate<Action> which, Instant at, String reason) {
        of(unit).stream()
                .filter(which)
                .forEach(action -> end(action, Ending.Kind.STOOD_DOWN, Kind.ACTION_STOOD_DOWN, rule, at, reason));
    }

    /** Withdraws those of a unit of which something is so. */
    void withdraw(OdsCode unit, Predicate<Action> which, Instant at, String reason) {
        withdraw(of(unit).stream().filter(which), at, reason);
    }

    /** Withdraws those whose units are not there any more. */
    void withdrawOrphans(Instant at, String reason) {
        withdraw(open().stream().filter(action -> units.find(action.unit()).isEmpty()), at, reason);
    }

    private void withdraw(Stream<Action> actions, Instant at, String reason) {
        actions.forEach(action -> end(action, Ending.Kind.WITHDRAWN, Kind.ACTION_WITHDRAWN, null, at, reason));
    }

    private void end(
            Action action, Ending.Kind how, Kind event, @Nullable ProtocolRule rule, Instant at, String reason) {
        open.remove(action.id());
        Objects.requireNonNull(byUnit.get(action.unit())).remove(action.id());
        events.tell(event, rule, action.ended(how, at, reason), at, action.text() + ": " + reason + ".");
    }
}
