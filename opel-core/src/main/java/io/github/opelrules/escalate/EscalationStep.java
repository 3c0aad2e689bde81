package io.github.opelrules.escalate;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Words;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a step of an escalation.
 *
 * @param state the state after it, for the next step
 * @param events what happened, in the order in which it was found; what was told late has its own, earlier time
 * @param frameworks the framework that each unit is under, whose protocol applies to it
 * @param frameworksUntil the same for the time before a day, within this step, on which the hierarchy or the frameworks changed: by
 *     the beginning of that day; empty for most steps
 * @param nextDueAt what {@link #nextDue()} says; null where that is nothing
 */
public record EscalationStep(
        EscalationState state,
        List<EscalationEvent> events,
        Map<OdsCode, Framework> frameworks,
        Map<Instant, Map<OdsCode, Framework>> frameworksUntil,
        @Nullable Instant nextDueAt) {

    public EscalationStep {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(frameworks, "frameworks");
        Objects.requireNonNull(frameworksUntil, "frameworksUntil");
        events = List.copyOf(events);
        frameworks = Collections.unmodifiableMap(new TreeMap<>(frameworks));
        Map<Instant, Map<OdsCode, Framework>> until = new TreeMap<>();
        frameworksUntil.forEach((day, each) -> until.put(day, Collections.unmodifiableMap(new TreeMap<>(each))));
        frameworksUntil = Collections.unmodifiableMap(until);
    }

    /**
     * When time alone next changes something: a step without inputs, of any time before this one, has no events and leaves the state as
     * it is, and a step at this time has events or changes the state; its time, its rounds and what it remembers of inputs aside.
     * It is told on the hierarchy, the hours and the frameworks of this step; with other ones, or with any news, take a step at once.
     * What is due at a time is late a second after it, and that is when it changes something. Empty where nothing changes within 366
     * days, or before a day from which on no framework is known.
     */
    public Optional<Instant> nextDue() {
        return Optional.ofNullable(nextDueAt);
    }

    /** The events of one kind. */
    public List<EscalationEvent> events(EscalationEvent.Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).toList();
    }

    /** The actions that were raised, as they were then. */
    public List<Action> raised() {
        return actions(EscalationEvent.Kind.ACTION_RAISED);
    }

    /** The actions that are open and whose time is not over. */
    public List<Action> due() {
        return state.actions().stream().filter(action -> !action.overdue()).toList();
    }

    /** The actions that are open and whose time is over. */
    public List<Action> overdue() {
        return state.actions().stream().filter(Action::overdue).toList();
    }

    /** The actions that were escalated to the next role, as they were then. */
    public List<Action> escalated() {
        return actions(EscalationEvent.Kind.ACTION_ESCALATED);
    }

    /** The actions that were done. */
    public List<Action> done() {
        return actions(EscalationEvent.Kind.ACTION_DONE);
    }

    /** The actions that need not be done any more. */
    public List<Action> stoodDown() {
        return actions(EscalationEvent.Kind.ACTION_STOOD_DOWN);
    }

    /** The actions that rested on something that turned out to be wrong. */
    public List<Action> withdrawn() {
        return actions(EscalationEvent.Kind.ACTION_WITHDRAWN);
    }

    private List<Action> actions(EscalationEvent.Kind kind) {
        return events(kind).stream()
                .map(EscalationEvent::action)
                .filter(Objects::nonNull)
                .toList();
    }

    /** One short line: {@code at 2024-01-08T08:00:00Z: 5 units, 2 actions, 1 notice; 3 events}. */
    @Override
    public String toString() {
        return state + "; " + Words.count(events.size(), "event");
    }
}
