package io.github.opelrules.rules.cases;

import io.github.opelrules.escalate.Duty;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Sentence;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a step of an escalation.
 *
 * @param kind what cases call it
 * @param event the event
 * @param rule the rule whose duty it is about, or that informs or proposes; null where it is about none
 * @param role who has the duty, or is informed; null where it is about nobody
 * @param firedBy the rule that fired for it; null where time or people brought it about
 */
record Outcome(
        ExpectedEvent.Kind kind,
        EscalationEvent event,
        @Nullable String rule,
        @Nullable Role role,
        @Nullable String firedBy) {

    /** Everything that cases speak of. */
    static List<Outcome> of(EscalationStep step, Collection<ProtocolRule> rules) {
        return step.events().stream()
                .flatMap(event -> ExpectedEvent.Kind.of(event).map(kind -> of(kind, event, rules)).stream())
                .toList();
    }

    private static Outcome of(ExpectedEvent.Kind kind, EscalationEvent event, Collection<ProtocolRule> rules) {
        Duty duty = event.duty();
        if (duty != null) {
            String firedBy = switch (kind) {
                case RAISED -> duty.rule();
                case STOOD_DOWN -> ruleThatStandsDown(duty, rules);
                default -> null;
            };
            return new Outcome(kind, event, duty.rule(), duty.role(), firedBy);
        }
        for (ProtocolRule rule : rules) {
            for (Sentence consequence : rule.consequences()) {
                if (isSaidBy(rule, consequence, kind, event)) {
                    Role role = Role.ofTitle(consequence.slots().getOrDefault("role", ""))
                            .orElse(null);
                    return new Outcome(kind, event, rule.id(), role, rule.id());
                }
            }
        }
        return new Outcome(kind, event, null, null, null);
    }

    private static @Nullable String ruleThatStandsDown(Duty duty, Collection<ProtocolRule> rules) {
        String reason = duty.ending() == null ? "" : duty.ending().reason();
        return rules.stream()
                .map(ProtocolRule::id)
                .filter(id -> reason.startsWith("rule " + id + ":"))
                .findFirst()
                .orElse(null);
    }

    /** Whether an event that is about no duty is what a sentence of a rule says. */
    private static boolean isSaidBy(
            ProtocolRule rule, Sentence sentence, ExpectedEvent.Kind kind, EscalationEvent event) {
        if (!rule.citation().equals(event.citation())) {
            return false;
        }
        return switch (kind) {
            case AID_PROPOSED -> sentence.pattern().equals("mutual aid is proposed");
            case INFORMED ->
                sentence.pattern().contains(" is informed ")
                        && event.text().startsWith(said(sentence) + ". " + conditions(rule) + ": ");
            default -> false;
        };
    }

    private static String said(Sentence sentence) {
        String pattern = sentence.pattern().replace("the {role}", "{role}").replace("\"{text}\"", "{text}");
        return pattern.replace("{role}", sentence.slots().getOrDefault("role", ""))
                .replace("{text}", sentence.slots().getOrDefault("text", ""));
    }

    private static String conditions(ProtocolRule rule) {
        return rule.conditions().stream().map(Sentence::text).collect(Collectors.joining(", and "));
    }

    @Nullable
    Instant due() {
        return event.duty() == null ? null : event.duty().dueAt();
    }
}
