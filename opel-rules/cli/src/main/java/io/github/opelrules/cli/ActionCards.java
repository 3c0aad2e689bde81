package io.github.opelrules.cli;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.protocol.Call;
import io.github.opelrules.rules.internal.protocol.RuleMeaning;
import io.github.opelrules.rules.internal.protocol.SpokenTime;
import io.github.opelrules.rules.internal.protocol.UnitKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An escalation protocol as Markdown: for each kind of unit and level, who must do what, within what time, and why. */
final class ActionCards {

    private static final String HEAD = "| When | Who | What | Within | Rule | Source |\n|---|---|---|---|---|---|\n";

    private final Framework framework;
    private final List<RuleMeaning> meanings;

    ActionCards(Framework framework, Protocol protocol) {
        this.framework = framework;
        this.meanings = RuleMeaning.of(protocol.rules());
    }

    String toMarkdown() {
        StringBuilder text = new StringBuilder("# Action cards: ")
                .append(framework.title())
                .append(" (")
                .append(framework)
                .append(")\n\n")
                .append(Assurance.CAUTION)
                .append(" An action that is not acknowledged in time is escalated to the next role.\n");
        for (UnitKind kind : UnitKind.ALL) {
            for (OpelLevel level : OpelLevel.values()) {
                append(
                        text,
                        kind + " at " + level,
                        rule -> rule.kind() == kind && rule.levels().contains(level));
            }
            append(
                    text,
                    kind + " at any level",
                    rule -> rule.kind() == kind && rule.levels().isEmpty());
        }
        return text.append('\n').toString();
    }

    private void append(StringBuilder text, String title, Predicate<RuleMeaning> about) {
        List<RuleMeaning> rules = meanings.stream().filter(about).toList();
        if (rules.isEmpty()) {
            return;
        }
        text.append("\n## ")
                .append(title.substring(0, 1).toUpperCase(Locale.UK))
                .append(title.substring(1))
                .append("\n\n")
                .append(HEAD);
        for (RuleMeaning rule : rules) {
            for (Sentence consequence : rule.rule().consequences()) {
                text.append(row(rule.rule(), consequence));
            }
        }
    }

    /** What fills sentences is plain words, so that none of it can turn into Markdown. */
    private static String row(ProtocolRule rule, Sentence consequence) {
        String when = Words.list(rule.conditions().stream().map(Sentence::text).toList());
        Call call = RuleMeaning.call(consequence);
        Role role = call.role();
        Duration within = call.within();
        String what = switch (call.kind()) {
            case MUST -> call.text();
            case MUST_CONSIDER -> "consider " + call.text();
            case INFORM -> "is informed that " + call.text();
            case INFORM_BY_EXCEPTION -> "is informed by exception that " + call.text();
            case STAND_DOWN, PROPOSE_AID -> consequence.text();
        };
        return List.of(
                        when,
                        role == null ? "–" : role.title(),
                        what,
                        within == null ? "–" : SpokenTime.words(within),
                        rule.id(),
                        rule.citation().toString())
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
