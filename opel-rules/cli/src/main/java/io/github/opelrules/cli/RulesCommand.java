package io.github.opelrules.cli;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.ExpectedPoints;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.Limit;
import io.github.opelrules.framework.MutualAidRules;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.protocol.ProtocolDrl;
import io.github.opelrules.rules.internal.protocol.RuleMeaning;
import io.github.opelrules.rules.internal.protocol.SpokenTime;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opel rules}: what is run, to be read: the method as Drools rules, and the numbers that they are given. */
final class RulesCommand implements Subcommand {

    private static final String INDENT = "   ";

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(),
                "Prints the rules that score: the Drools rules themselves, then a framework's bands, level cuts and escalation protocol.");
        spec.addPositional(RuleNames.choice());
        spec.usageMessage().footer("", "Exit codes: 0 done; 1 the rule files have errors; 2 wrong usage.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        List<Framework> frameworks = new ArrayList<>();
        for (RuleSource source : RuleNames.chosen(arguments)) {
            try {
                frameworks.add(OpelRules.load(source).framework().orElseThrow());
            } catch (InvalidRulesException e) {
                console.complain(String.valueOf(e.getMessage()));
                return Outcome.FINDINGS;
            }
        }
        console.print("=== The method, the same for every framework: scoring.drl ===\n\n" + Shipped.scoringRules());
        console.print(
                "\n=== The method for systems, the same for every framework: tiers.drl ===\n\n" + Shipped.tierRules());
        console.print(
                "\n=== The method of mutual aid, the same for every framework: aid.drl ===\n\n" + Shipped.aidRules());
        frameworks.forEach(framework -> console.print(numbers(framework)));
        return Outcome.DONE;
    }

    /** The sentences of the escalation protocol, and the Drools rules that they become. */
    private static String protocol(Framework framework) {
        Protocol protocol = framework.protocol();
        if (protocol == null) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n=== The escalation protocol of ")
                .append(framework)
                .append(": it follows the ")
                .append(protocol.driver())
                .append(" levels ===\n\nA unit steps down ")
                .append(
                        protocol.stepDownAfter().isZero()
                                ? "as soon as its level does"
                                : "when a lower level has lasted " + SpokenTime.words(protocol.stepDownAfter()))
                .append(
                        protocol.restartCountsAfter().isZero()
                                ? ""
                                : ". For " + SpokenTime.words(protocol.restartCountsAfter())
                                        + " after midnight, a restart of what is measured since midnight lowers no level by itself")
                .append(".   ")
                .append(protocol.assurance())
                .append('\n');
        for (ProtocolRule rule : protocol.rules()) {
            text.append('\n')
                    .append(rule.name())
                    .append("   ")
                    .append(rule.citation())
                    .append('\n');
            rule.conditions()
                    .forEach(sentence -> text.append(INDENT).append(sentence).append('\n'));
            rule.consequences()
                    .forEach(sentence ->
                            text.append(INDENT).append("→ ").append(sentence).append('\n'));
        }
        MutualAidRules aid = protocol.mutualAid();
        text.append("\nWhen a neighbour can help\n");
        append(
                text,
                List.of(
                        List.of("better off for", aid.settled().value().toString(), grade(aid.settled())),
                        List.of(
                                "beds occupied",
                                "below " + aid.full().value().toPlainString() + "%",
                                grade(aid.full()))));
        return protocol.rules().isEmpty()
                ? text.toString()
                : text.append("\n=== The Drools rules that these sentences stand for ===\n\n")
                        .append(ProtocolDrl.of(RuleMeaning.of(protocol.rules())))
                        .toString();
    }

    private static String grade(Limit<?> limit) {
        return limit.citation().assurance().toString();
    }

    private static String numbers(Framework framework) {
        StringBuilder text = new StringBuilder();
        for (ScoringTable table : framework.tables().values()) {
            text.append("\n=== The numbers of ")
                    .append(framework)
                    .append(" for ")
                    .append(table.providerType());
            text.append(" providers: ")
                    .append(Words.count(table.available(), "point"))
                    .append(" at most ===\n");
            table.parameters().forEach(parameter -> append(text, parameter));
            append(text, table.levels(), "the points in all");
            text.append(Overlays.additions(table));
        }
        TierRules tiers = framework.tiers();
        if (tiers != null) {
            text.append("\n=== The numbers of ").append(framework).append(" for ICS, region and nation ===\n");
            append(text, tiers);
        }
        text.append(protocol(framework));
        if (framework.overlay().isPresent()) {
            text.append("\n=== Whose rules these are ===\n\n").append(Overlays.summary(framework));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, TierRules tiers) {
        text.append("\nWhat is the weighted mean of what\n");
        List<List<String>> rows = new ArrayList<>();
        String grade = tiers.pillarCitation().assurance().toString();
        tiers.pillars()
                .forEach((type, weight) -> rows.add(List.of(
                        "in an ICS", "its " + type + " providers together, weight " + weight.toPlainString(), grade)));
        for (Tier tier : Tier.aboveProvider()) {
            String parts = switch (tier) {
                case NATION -> "its regions";
                case REGION -> "its ICSs";
                default -> tiers.pillars().size() == 1 ? "its providers" : "its provider types";
            };
            rows.add(List.of(
                    tier.withArticle(), parts, tiers.mean(tier).assurance().toString()));
        }
        append(text, rows);
        append(text, tiers.levels(), "the mean of the points");
        text.append("\nHow long a report, or a level that is declared, counts\n");
        append(text, List.of(List.of("up to", tiers.maxAge().value().toString(), grade(tiers.maxAge()))));
    }

    private static void append(StringBuilder text, Parameter parameter) {
        text.append('\n')
                .append(parameter.number())
                .append(". ")
                .append(Overlays.title(parameter))
                .append('\n');
        UsualRange usual = parameter.usual();
        if (usual != null) {
            text.append(INDENT)
                    .append("usual are ")
                    .append(parameter.withUnit(usual.toString()))
                    .append("; a reading outside is doubtful   ")
                    .append(usual.assurance())
                    .append('\n');
        }
        if (parameter.isExpected()) {
            ExpectedPoints expected = parameter.expectedPoints();
            text.append(INDENT)
                    .append("its bands are announced but not known yet")
                    .append(
                            expected == null
                                    ? ""
                                    : "; it could score up to " + Words.count(expected.upTo(), "point") + "   "
                                            + expected.assurance())
                    .append('\n');
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Band band : parameter.bandsFromBest()) {
            rows.add(List.of(
                    band.interval().toString(),
                    Words.count(band.points(), "point"),
                    band.assurance().toString()));
        }
        append(text, rows);
    }

    private static void append(StringBuilder text, LevelTable levels, String total) {
        text.append("\nLevels, by ")
                .append(
                        levels.basis() == LevelTable.Basis.TOTAL
                                ? total
                                : "the points as a share, in percent, of those that could be scored")
                .append('\n');
        List<List<String>> rows = new ArrayList<>();
        for (LevelCut cut : levels.cuts()) {
            rows.add(List.of(
                    cut.level().toString(),
                    cut.interval().toString(),
                    levels.citation().assurance().toString()));
        }
        append(text, rows);
    }

    private static void append(StringBuilder text, List<List<String>> rows) {
        int[] widths = new int[3];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            text.append(INDENT)
                    .append(row.get(0))
                    .append(" ".repeat(widths[0] - row.get(0).length() + 3))
                    .append(row.get(1))
                    .append(" ".repeat(widths[1] - row.get(1).length() + 3))
                    .append(row.get(2))
                    .append('\n');
        }
    }
}
