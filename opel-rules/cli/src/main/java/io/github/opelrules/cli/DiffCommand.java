package io.github.opelrules.cli;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.testkit.diff.FrameworkDiff;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel diff}: what a change of the rules would change. */
final class DiffCommand implements Subcommand {

    private static final List<String> FORMATS = List.of("text", "markdown", "json");

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(),
                "Says exactly what would change if rules A were replaced by rules B: which readings score differently,"
                        + " whether any level can change, with an example, and which dates, sources and grades differ. No"
                        + " reports are needed.");
        spec.addPositional(rules(
                "0",
                "A",
                "The rules before: the id of a built-in framework, a folder of rule files, or a .zip of one."));
        spec.addPositional(rules("1", "B", "The rules after, named in the same way."));
        spec.addOption(OptionSpec.builder("--format")
                .paramLabel("FORMAT")
                .type(String.class)
                .description("How to show the result: text, markdown (for a pull request), json. Otherwise text.")
                .build());
        spec.usageMessage()
                .footer(
                        "",
                        "Checks what the version of B claims: a PATCH (1.0.0 to 1.0.1) that changes a result is an"
                                + " error; it has to be a MINOR (1.1.0).",
                        "Exit codes: 0 done; 1 the version claims what does not hold; 2 wrong usage or unreadable rules.");
        return spec;
    }

    private static PositionalParamSpec rules(String index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .paramLabel(label)
                .required(false)
                .type(String.class)
                .description(description)
                .build();
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        String format = Options.format(arguments, FORMATS);
        if (!arguments.hasMatchedPositional(1)) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "Expected two sets of rules, those before and those after, such as \"opel diff nhse-opel-2023-24"
                            + " my-rules\"; found " + (arguments.hasMatchedPositional(0) ? "one." : "none."));
        }
        FrameworkDiff diff = FrameworkDiff.between(framework(arguments, 0), framework(arguments, 1));
        console.print(
                switch (format) {
                    case "markdown" -> diff.toMarkdown();
                    case "json" -> diff.toJson() + "\n";
                    default -> diff.toText();
                });
        return diff.hasErrors() ? Outcome.FINDINGS : Outcome.DONE;
    }

    /** @throws ParameterException if the rules are not there or do not load */
    private static Framework framework(ParseResult arguments, int position) {
        RuleSource source = RuleNames.source(arguments.matchedPositionalValue(position, ""), arguments);
        try {
            return OpelRules.load(source).framework().orElseThrow();
        } catch (InvalidRulesException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), e.getMessage(), e);
        }
    }
}
