package io.github.opelrules.rules.cli;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.protocol.RuleSubject;
import io.github.opelrules.rules.internal.protocol.UnitKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An escalation protocol as Markdown: for each kind of unit and level, who must do what, within what time, and why. */
final class ActionCards {

    private static final String HEAD = "| When | Who | What | Within | Rule | Source |\n|---|---|---|---|---|---|\n";

    private final Framework framework;
    private final Protocol protocol;

    ActionCards(Framework framework, Protocol protocol) {
        this.framework = framework;
        this.protocol = protocol;
    }

    String toMarkdown() {
        StringBuilder text = new StringBuilder("# Action cards: ")
                .append(framework.title())
                .append(" (")
                .append(framework)
                .append(")\n\n")
                .append(Assurance.CAUTION)
                .append(" What one does not acknowledge in time is passed to the next higher role.\n");
        for (UnitKind kind : UnitKind.ALL) {
            for (OpelLevel level : OpelLevel.values()) {
                append(
                        text,
                        kind + " at " + level,
                        subject ->
                                subject.kind().equals(kind) && subject.levels().contains(level));
            }
            append(
                    text,
                    kind + " at any level",
                    subject -> subject.kind().equals(kind) && subject.levels().isEmpty());
        }
        return text.append('\n').toString();
    }

    private void append(StringBuilder text, String title, Predicate<RuleSubject> about) {
        List<ProtocolRule> rules = protocol.rules().stream()
                .filter(rule -> about.test(RuleSubject.of(rule)))
                .toList();
        if (rules.isEmpty()) {
            return;
        }
        text.append("\n## ")
                .append(title.substring(0, 1).toUpperCase(Locale.UK))
                .append(title.substring(1))
                .append("\n\n")
                .append(HEAD);
        for (ProtocolRule rule : rules) {
            for (Sentence consequence : rule.consequences()) {
                text.append(row(rule, consequence));
            }
        }
    }

    /** What fills sentences is plain words, so that none of it can turn into Markdown. */
    private static String row(ProtocolRule rule, Sentence consequence) {
        Map<String, String> slots = consequence.slots();
        String when = Words.list(rule.conditions().stream().map(Sentence::text).toList());
        String what = slots.getOrDefault("text", consequence.text());
        String verb = consequence.pattern().contains("must consider") ? "consider " : "";
        String informed = consequence.pattern().contains(" is informed")
                ? (consequence.pattern().contains("by exception")
                        ? "is informed by exception that "
                        : "is informed that ")
                : "";
        return List.of(
                        when,
                        slots.getOrDefault("role", "–"),
                        informed + verb + what,
                        slots.getOrDefault("time", "–"),
                        rule.id(),
                        rule.citation().toString())
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
