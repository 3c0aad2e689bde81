package io.github.opelrules.cli;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.InvalidRulesException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opel cards}: an escalation protocol as action cards, for those who act by it. */
final class CardsCommand implements Subcommand {

    @Override
    public String name() {
        return "cards";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(),
                "Prints the escalation protocol of a framework as action cards, one for each kind of unit and level.");
        spec.addPositional(RuleNames.choice());
        spec.addOption(Options.text("--format", "FORMAT")
                .description("How to show the result: markdown.")
                .build());
        spec.usageMessage().footer("", "Exit codes: 0 done; 1 the rule files have errors; 2 wrong usage.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        if (arguments.hasMatchedOption("--format")) {
            Options.format(arguments, List.of("markdown"));
        }
        for (RuleSource source : RuleNames.chosen(arguments)) {
            try {
                console.print(cards(OpelRules.load(source).framework().orElseThrow()));
            } catch (InvalidRulesException e) {
                console.complain(String.valueOf(e.getMessage()));
                return Outcome.FINDINGS;
            }
        }
        return Outcome.DONE;
    }

    private static String cards(Framework framework) {
        Protocol protocol = framework.protocol();
        return protocol == null || protocol.rules().isEmpty()
                ? framework + " has no escalation protocol.\n"
                : new ActionCards(framework, protocol).toMarkdown();
    }
}
