package io.github.opelrules.cli;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.json.CheckFormats;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opel frameworks}: which frameworks there are. */
final class FrameworksCommand implements Subcommand {

    private static final List<String> FORMATS = List.of("text", "json");

    @Override
    public String name() {
        return "frameworks";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(), "Lists the frameworks that come with this program, their dates and how sure their values are.");
        spec.addOption(
                Options.rules("List these rules instead: a folder, a .zip or an id. Can be given more than once."));
        spec.addOption(Options.format(FORMATS));
        spec.usageMessage()
                .footer(
                        "",
                        "The digest names the exact content of the rule files; every result carries it.",
                        "Exit codes: 0 done; 1 rule files have errors; 2 wrong usage.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        boolean json = Options.format(arguments, FORMATS).equals("json");
        List<RuleSource> chosen = RuleNames.ofOption(arguments);
        List<RuleSource> sources = chosen.isEmpty() ? RuleSource.bundled() : chosen;
        Outcome outcome = Outcome.DONE;
        for (RuleSource source : sources) {
            RuleCheck check = source.check();
            Optional<Framework> framework = check.framework();
            if (framework.isPresent()) {
                console.print(json ? CheckFormats.SUMMARY.toJson(check) + "\n" : text(framework.get(), check));
            } else {
                check.findings().stream().map(Finding::toString).forEach(console::complain);
                outcome = outcome.gravest(Outcome.FINDINGS);
            }
        }
        return outcome;
    }

    private static String text(Framework framework, RuleCheck check) {
        String types =
                framework.tables().keySet().stream().map(ProviderType::id).collect(Collectors.joining(", "));
        return framework + ": " + framework.title()
                + "\n  status     " + check.standing()
                + "\n  in force   " + framework.inForce()
                + "\n  providers  " + types
                + "\n  systems    " + systems(framework.tiers())
                + "\n  digest     " + framework.digest()
                + "\n  evidence   " + CheckCommand.summary(check) + "\n"
                + Overlays.summary(framework)
                + CheckCommand.knownIssues(framework);
    }

    private static String systems(@Nullable TierRules tiers) {
        return tiers == null
                ? "not made"
                : "weighted mean of "
                        + tiers.pillars().entrySet().stream()
                                .map(pillar -> pillar.getKey() + " "
                                        + pillar.getValue().toPlainString())
                                .collect(Collectors.joining(", "));
    }
}
