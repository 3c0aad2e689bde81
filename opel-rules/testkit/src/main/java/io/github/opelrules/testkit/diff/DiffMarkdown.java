package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Parameter;
import io.github.opelrules.internal.Markdown;
import io.github.opelrules.rules.check.Finding;
import java.util.List;

/** A difference as Markdown. */
final class DiffMarkdown {

    private final FrameworkDiff diff;
    private final StringBuilder text = new StringBuilder();

    DiffMarkdown(FrameworkDiff diff) {
        this.diff = diff;
    }

    String render() {
        text.append("### ").append(Markdown.escaped(Phrases.title(diff))).append("\n\n");
        text.append("**").append(Markdown.escaped(Phrases.summary(diff))).append("**\n");
        for (Finding finding : diff.findings()) {
            text.append("\n**")
                    .append(Phrases.severity(finding))
                    .append(' ')
                    .append(finding.code())
                    .append(":** ")
                    .append(Markdown.escaped(finding.message()))
                    .append('\n');
        }
        changes("", diff.changes());
        diff.tables().forEach(this::table);
        diff.tiers().ifPresent(this::tiers);
        diff.protocol().ifPresent(this::protocol);
        return text.toString();
    }

    private void table(TableDiff table) {
        text.append("\n#### ").append(table.providerType()).append(" providers\n");
        if (table.presence() != Presence.BOTH) {
            text.append('\n').append(Phrases.presence(table)).append('\n');
        }
        table.impact()
                .ifPresent(impact -> text.append('\n')
                        .append(Markdown.escaped(Phrases.impact(table, impact)))
                        .append('\n'));
        scores(table.parameters());
        levels("Score", table.levels());
        changes("", table.local());
        changes("", table.changes());
        table.parameters().forEach(parameter -> changes(parameter.parameter().label() + ", ", parameter.changes()));
        table.impact().flatMap(LevelImpact::example).ifPresent(this::example);
    }

    private void tiers(TiersDiff tiers) {
        text.append("\n#### ICS, region and nation\n");
        if (tiers.presence() != Presence.BOTH) {
            text.append('\n').append(Phrases.presence(tiers)).append('\n');
        }
        levels("Mean", tiers.levels());
        changes("", tiers.changes());
    }

    private void protocol(ProtocolDiff protocol) {
        text.append("\n#### Escalation protocol\n");
        if (protocol.presence() != Presence.BOTH) {
            text.append('\n').append(Phrases.presence(protocol)).append('\n');
        }
        changes("", protocol.changes());
        for (ProtocolDiff.RuleDiff rule : protocol.rules()) {
            text.append("\n**").append(Markdown.escaped(Phrases.title(rule))).append("**\n");
            changes("", rule.changes());
        }
    }

    private void levels(String of, List<LevelChange> levels) {
        if (levels.isEmpty()) {
            return;
        }
        text.append("\n| ").append(of).append(" | Before | After |\n|---|---|---|\n");
        for (LevelChange change : levels) {
            row(
                    change.scores().toString(),
                    change.before().toString(),
                    change.after().toString());
        }
    }

    private void scores(List<ParameterDiff> parameters) {
        if (parameters.stream()
                .allMatch(parameter -> parameter.presence() == Presence.BOTH
                        && parameter.scores().isEmpty()
                        && !Phrases.missingDiffers(parameter))) {
            return;
        }
        text.append("\n| No. | Parameter | Values | Readings | Before | After |\n|---:|---|---|---|---:|---:|\n");
        for (ParameterDiff diff : parameters) {
            Parameter parameter = diff.parameter();
            String number = Integer.toString(parameter.number());
            for (ScoreChange change : diff.scores()) {
                row(
                        number,
                        parameter.label(),
                        Phrases.values(diff, change),
                        Phrases.readings(diff, change).orElse(""),
                        change.before().toString(),
                        change.after().toString());
            }
            if (Phrases.missingDiffers(diff)) {
                row(
                        number,
                        parameter.label(),
                        "missing",
                        "",
                        diff.missingBefore().toString(),
                        diff.missingAfter().toString());
            }
            switch (diff.presence()) {
                case ADDED ->
                    row(
                            number,
                            parameter.label(),
                            "any",
                            "",
                            "not there",
                            diff.missingAfter().toString());
                case DROPPED ->
                    row(
                            number,
                            parameter.label(),
                            "any",
                            "",
                            diff.missingBefore().toString(),
                            "not there");
                case BOTH -> {
                    // Said above.
                }
            }
        }
    }

    private void changes(String of, List<Change> changes) {
        if (!changes.isEmpty()) {
            text.append('\n');
        }
        changes.forEach(change ->
                text.append("- ").append(Markdown.escaped(of + change)).append('\n'));
    }

    private void example(ReportExample example) {
        text.append('\n')
                .append(Markdown.escaped(Phrases.exampleTitle(example)))
                .append(":\n\n");
        text.append("| Parameter | Reading | Before | After |\n|---|---|---:|---:|\n");
        for (ReportExample.Part part : example.parts()) {
            row(
                    part.parameter().label(),
                    Phrases.reading(example, part.parameter()),
                    part.before().toString(),
                    part.after().toString());
        }
        row("score", "", example.scoreBefore().toString(), example.scoreAfter().toString());
        row("level", "", example.before().toString(), example.after().toString());
    }

    private void row(String... cells) {
        for (String cell : cells) {
            text.append("| ").append(Markdown.escaped(cell)).append(' ');
        }
        text.append("|\n");
    }
}
