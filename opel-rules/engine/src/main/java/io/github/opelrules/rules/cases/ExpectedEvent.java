package io.github.opelrules.rules.cases;

import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that must happen in a step of an escalation. What is null may be anything.
 *
 * @param kind what happens
 * @param rule the id of the rule whose action it is about, or that informs or proposes
 * @param unit to which unit
 * @param role who has the action then, or is informed
 * @param team whose SCC duty manager has the action then
 * @param due by when the action must be done then
 * @param helpers who is proposed, the nearest first
 */
public record ExpectedEvent(
        Kind kind,
        @Nullable String rule,
        @Nullable OdsCode unit,
        @Nullable Role role,
        @Nullable Team team,
        @Nullable Instant due,
        @Nullable List<OdsCode> helpers) {

    /** The kinds of events that cases speak of. */
    public enum Kind {
        /** An action is raised. */
        RAISED("raised", EscalationEvent.Kind.ACTION_RAISED),
        /** An action goes to the team that is on now, or to the role on call. */
        TRANSFERRED("transferred", EscalationEvent.Kind.ACTION_TRANSFERRED),
        /** An action is escalated to the next role. */
        ESCALATED("escalated", EscalationEvent.Kind.ACTION_ESCALATED),
        /** The time of an action is over. */
        OVERDUE("overdue", EscalationEvent.Kind.ACTION_OVERDUE),
        /** An action is done. */
        DONE("done", EscalationEvent.Kind.ACTION_DONE),
        /** A rule stands an action down. */
        STOOD_DOWN("stoodDown", EscalationEvent.Kind.ACTION_STOOD_DOWN),
        /** An action is withdrawn, since what it rested on was wrong. */
        WITHDRAWN("withdrawn", EscalationEvent.Kind.ACTION_WITHDRAWN),
        /** A role is informed. */
        INFORMED("informed", EscalationEvent.Kind.ROLE_INFORMED),
        /** Neighbours that could help are proposed. */
        AID_PROPOSED("aidProposed", EscalationEvent.Kind.MUTUAL_AID_PROPOSED),
        /** A reading or a report stays away. */
        DATA_MISSING("dataMissing", EscalationEvent.Kind.DATA_MISSING),
        /** A report comes that is older than one that is known. */
        LATE_REPORT("lateReport", EscalationEvent.Kind.LATE_REPORT),
        /** What is measured since midnight has restarted, and that alone lowers no level yet. */
        RESTARTED("restarted", EscalationEvent.Kind.READINGS_RESTARTED);

        private final String key;
        private final EscalationEvent.Kind event;

        Kind(String key, EscalationEvent.Kind event) {
            this.key = key;
            this.event = event;
        }

        /** The word for it in cases, such as {@code escalated}. */
        public String key() {
            return key;
        }

        /** The kind with this {@link #key()}, if there is one. */
        public static Optional<Kind> ofKey(String key) {
            return Stream.of(values()).filter(kind -> kind.key.equals(key)).findFirst();
        }

        /** What cases call an event; empty where they do not speak of such. */
        static Optional<Kind> of(EscalationEvent event) {
            return Stream.of(values())
                    .filter(kind -> kind.event == event.kind())
                    .findFirst();
        }
    }

    public ExpectedEvent {
        helpers = helpers == null ? null : List.copyOf(helpers);
    }

    /** Whether it is what came out. */
    boolean matches(Outcome outcome) {
        return kind == outcome.kind()
                && (rule == null || rule.equals(outcome.rule()))
                && (unit == null || unit.equals(outcome.event().unit()))
                && (role == null || role == outcome.role())
                && (team == null || team.equals(outcome.team()))
                && (due == null || due.equals(outcome.due()))
                && (helpers == null || helpers.equals(helpers(outcome)));
    }

    private static List<OdsCode> helpers(Outcome outcome) {
        return outcome.event().proposals().stream().map(AidProposal::helper).toList();
    }

    /** What came out, in the words of a case. */
    static ExpectedEvent of(Outcome outcome) {
        return new ExpectedEvent(
                outcome.kind(),
                outcome.rule(),
                outcome.event().unit(),
                outcome.role(),
                outcome.team(),
                outcome.due(),
                outcome.kind() == Kind.AID_PROPOSED ? helpers(outcome) : null);
    }

    /** {@code ICS-3-01 for QXX to SCC duty manager of evening-desk by 2024-01-08T10:30:00Z}, with what may be anything left out. */
    @Override
    public String toString() {
        String text = Stream.of(
                        part("", rule),
                        part("for ", unit),
                        part("to ", role),
                        part("of ", team),
                        part("by ", due),
                        part("from ", names()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? "any" : text;
    }

    private @Nullable String names() {
        return helpers == null
                ? null
                : helpers.isEmpty()
                        ? "nobody"
                        : helpers.stream().map(OdsCode::value).collect(Collectors.joining(", "));
    }

    private static String part(String before, @Nullable Object value) {
        return value == null ? "" : before + value;
    }
}
