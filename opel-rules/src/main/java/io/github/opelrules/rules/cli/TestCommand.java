package io.github.opelrules.rules.cli;

import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.check.InvalidRulesException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel test}: tries the cases of a framework. */
final class TestCommand implements Subcommand {

    @Override
    public String name() {
        return "test";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(), "Tries the worked examples of a framework: reports, and what must come out of each.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("RULES")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("A folder or a .zip of rule files with a folder \"cases\" in it, or the id of a framework"
                        + " that comes with this program.")
                .build());
        spec.usageMessage()
                .footer(
                        "",
                        "A case that does not hold is printed with what was expected, what was found, and why.",
                        "Exit codes: 0 all cases hold; 1 at least one does not, or there is none; 2 wrong usage, or rule"
                                + " files that do not load.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        RuleSource source = RuleSource.of(arguments.matchedPositionalValue(0, ""), arguments);
        try {
            CaseRun run = source.tryCases();
            console.print(run.toText());
            return run.holds() ? Outcome.DONE : Outcome.FINDINGS;
        } catch (InvalidRulesException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
