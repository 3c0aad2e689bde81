package io.github.opelrules.cli;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.testkit.conform.Conformance;
import io.github.opelrules.testkit.conform.ConformanceKit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel conform}: whether another program scores as the rules say. */
final class ConformCommand implements Subcommand {

    private static final String RULES = "--rules";
    private static final String PRINT = "--print";
    private static final String TIMEOUT = "--timeout";
    private static final String FORMAT = "--format";
    private static final List<String> FORMATS = List.of("text", "json");
    private static final String DEFAULT = "nhse-opel-2023-24";

    @Override
    public String name() {
        return "conform";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(),
                "Holds another program against the worked examples of a framework, and says clause by clause what it does as"
                        + " the rules say.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("COMMAND")
                .arity("0..*")
                .required(false)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                        "After --, the program and its arguments. It reads one report a line from standard input until"
                                + " that ends, and writes an answer to each to standard output, one a line and in their order: an"
                                + " assessment in JSON, of which the level, the score and each contribution's parameter, points"
                                + " and code are needed.")
                .build());
        spec.addOption(Options.text(RULES, "RULES")
                .description("The framework, as its id, or a folder or .zip of rule files with cases. Otherwise "
                        + DEFAULT + ".")
                .build());
        spec.addOption(OptionSpec.builder(PRINT)
                .type(boolean.class)
                .description("Print the examples, one JSON object a line: the report, and what must come out of it.")
                .build());
        spec.addOption(OptionSpec.builder(TIMEOUT)
                .paramLabel("SECONDS")
                .type(int.class)
                .description("Stop the program after so many seconds. Otherwise 60.")
                .build());
        spec.addOption(Options.format(FORMATS));
        spec.usageMessage()
                .footer(
                        "",
                        "Exit codes: 0 all clauses hold; 1 at least one does not, there is no example, or the"
                                + " examples do not hold by their own rules; 2 wrong usage, rule"
                                + " files that do not load, or a program that cannot be started.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        String format = Options.format(arguments, FORMATS);
        ConformanceKit kit = kit(arguments);
        List<String> command = arguments.matchedPositionalValue(0, List.of());
        if (arguments.hasMatchedOption(PRINT) == !command.isEmpty()) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "Expected either a program to run, such as \"opel conform -- python3 my_scorer.py\", or " + PRINT
                            + ".");
        }
        if (command.isEmpty() && arguments.hasMatchedOption(FORMAT)) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    FORMAT
                            + " says how the result of a program is shown, and examples are always printed as JSON. Leave it"
                            + " out, or " + PRINT + ".");
        }
        if (kit.cases().isEmpty()) {
            console.complain(kit.framework()
                    + " has no cases of reports, so there is no example. Write some into its folder" + " \"cases\".");
            return Outcome.FINDINGS;
        }
        OpelEngine rules = OpelRules.builder()
                .frameworks(new FrameworkSet(List.of(kit.framework())))
                .allowDrafts()
                .build();
        if (!kit.check(rules.pinnedTo(kit.framework().id())).holds()) {
            console.complain(
                    "The cases of " + kit.framework()
                            + " do not all hold by its own rules, so no program can be held against them. \"opel test\" says which.");
            return Outcome.FINDINGS;
        }
        if (command.isEmpty()) {
            console.print(kit.toJsonLines());
            return Outcome.DONE;
        }
        int seconds = arguments.matchedOptionValue(TIMEOUT, 60);
        List<String> reports = kit.reports();
        try {
            Program.Run run = Program.run(
                    command, String.join("\n", reports) + "\n", reports.size() + 1, Duration.ofSeconds(seconds));
            run.faults().forEach(fault -> console.complain(command.get(0) + ": " + fault + "."));
            Conformance conformance = kit.check(run.lines());
            console.print(
                    format.equals("json")
                            ? CommandJson.write(kit.framework(), conformance, run.faults()) + "\n"
                            : conformance.toText());
            return conformance.holds() && run.faults().isEmpty() ? Outcome.DONE : Outcome.FINDINGS;
        } catch (IOException e) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(), "The program cannot be started: " + e.getMessage(), e);
        }
    }

    /** @throws ParameterException if the rules are not there or do not load */
    private static ConformanceKit kit(ParseResult arguments) {
        RuleSource source = RuleNames.source(arguments.matchedOptionValue(RULES, DEFAULT), arguments);
        try {
            return ConformanceKit.of(source);
        } catch (InvalidRulesException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
