package io.github.opelrules.testkit.diff;

import io.github.opelrules.rules.check.Finding;

/** A difference as plain text. */
final class DiffText {

    private final FrameworkDiff diff;
    private final StringBuilder text = new StringBuilder();

    DiffText(FrameworkDiff diff) {
        this.diff = diff;
    }

    String render() {
        line(0, Phrases.title(diff));
        line(0, Phrases.summary(diff));
        for (Finding finding : diff.findings()) {
            line(0, Phrases.severity(finding) + " " + finding.code() + ": " + finding.message());
        }
        if (!diff.changes().isEmpty()) {
            line(0, "");
            diff.changes().forEach(change -> line(0, change.toString()));
        }
        diff.tables().forEach(this::table);
        diff.tiers().ifPresent(this::tiers);
        diff.protocol().ifPresent(this::protocol);
        return text.toString();
    }

    private void table(TableDiff table) {
        line(0, "");
        line(0, table.providerType() + " providers");
        if (table.presence() != Presence.BOTH) {
            line(1, Phrases.presence(table));
        }
        table.impact().ifPresent(impact -> line(1, Phrases.impact(table, impact)));
        table.parameters().forEach(this::parameter);
        if (!table.levels().isEmpty()) {
            line(1, "score");
            table.levels().forEach(change -> line(2, change.toString()));
        }
        if (!table.local().isEmpty()) {
            line(1, "notifications");
            table.local().forEach(change -> line(2, change.toString()));
        }
        if (!table.changes().isEmpty()) {
            line(1, Phrases.restOf(table));
            table.changes().forEach(change -> line(2, change.toString()));
        }
        table.impact().flatMap(LevelImpact::example).ifPresent(this::example);
    }

    private void tiers(TiersDiff tiers) {
        line(0, "");
        line(0, "ICS, region and nation");
        if (tiers.presence() != Presence.BOTH) {
            line(1, Phrases.presence(tiers));
        }
        if (!tiers.levels().isEmpty()) {
            line(1, "mean");
            tiers.levels().forEach(change -> line(2, change.toString()));
        }
        if (!tiers.changes().isEmpty()) {
            line(1, "rules on the mean");
            tiers.changes().forEach(change -> line(2, change.toString()));
        }
    }

    private void protocol(ProtocolDiff protocol) {
        line(0, "");
        line(0, "escalation protocol");
        if (protocol.presence() != Presence.BOTH) {
            line(1, Phrases.presence(protocol));
        }
        protocol.changes().forEach(change -> line(1, change.toString()));
        for (ProtocolDiff.RuleDiff rule : protocol.rules()) {
            line(1, Phrases.title(rule));
            rule.changes().forEach(change -> line(2, change.toString()));
        }
    }

    private void parameter(ParameterDiff parameter) {
        line(1, parameter.parameter().number() + " " + parameter.parameter().label());
        if (parameter.presence() != Presence.BOTH) {
            line(2, Phrases.presence(parameter));
        }
        for (ScoreChange change : parameter.scores()) {
            String readings = Phrases.readings(parameter, change)
                    .map(said -> " (" + said + ")")
                    .orElse("");
            line(2, Phrases.values(parameter, change) + readings + ": " + change.before() + " → " + change.after());
        }
        if (Phrases.missingDiffers(parameter)) {
            line(2, "missing: " + parameter.missingBefore() + " → " + parameter.missingAfter());
        }
        parameter.changes().forEach(change -> line(2, change.toString()));
    }

    private void example(ReportExample example) {
        line(1, Phrases.exampleTitle(example));
        for (ReportExample.Part part : example.parts()) {
            line(
                    2,
                    part.parameter().label() + ", " + Phrases.reading(example, part.parameter()) + ": "
                            + Phrases.points(part.before(), part.after()));
        }
        line(
                2,
                "score " + Phrases.points(example.scoreBefore(), example.scoreAfter()) + ": " + example.before() + " → "
                        + example.after());
    }

    private void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }
}
