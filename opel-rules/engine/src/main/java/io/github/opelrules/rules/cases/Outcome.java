package io.github.opelrules.rules.cases;

import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a step of an escalation.
 *
 * @param kind what cases call it
 * @param event the event
 * @param rule the rule whose action it is about, or that informs or proposes; null where it is about none
 * @param role who has the action, or is informed; null where it is about nobody
 * @param firedBy the rule that fired for it; null where time or people brought it about
 */
record Outcome(
        ExpectedEvent.Kind kind,
        EscalationEvent event,
        @Nullable String rule,
        @Nullable Role role,
        @Nullable String firedBy) {

    /** Everything that cases speak of. */
    static List<Outcome> of(EscalationStep step) {
        return step.events().stream()
                .flatMap(event -> ExpectedEvent.Kind.of(event).map(kind -> of(kind, event)).stream())
                .toList();
    }

    private static Outcome of(ExpectedEvent.Kind kind, EscalationEvent event) {
        String firedBy = event.rule();
        Action action = event.action();
        return action == null
                ? new Outcome(kind, event, firedBy, event.informed(), firedBy)
                : new Outcome(kind, event, action.rule(), action.role(), firedBy);
    }

    @Nullable
    Team team() {
        return event.action() == null ? null : event.action().holder().team();
    }

    @Nullable
    Instant due() {
        return event.action() == null ? null : event.action().dueAt();
    }
}
