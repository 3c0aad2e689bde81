package io.github.opelrules.cli;

import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.testkit.coverage.Coverage;
import io.github.opelrules.testkit.coverage.GeneratedCases;
import io.github.opelrules.testkit.coverage.MutationRun;
import io.github.opelrules.testkit.coverage.TestReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel test}: tries the cases of a framework, and says what they do not test. */
final class TestCommand implements Subcommand {

    private static final List<String> FORMATS = List.of("text", "json", "junit");

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
        spec.addOption(flag("--coverage")
                .description(
                        "Say how much of the framework the cases touch, and list what they do not: bands, both sides"
                                + " of each edge, levels, ways of missing, thresholds, rules of tiers and of the protocol.")
                .build());
        spec.addOption(Options.text("--threshold", "N")
                .description("Fail where the cases touch less than N in a hundred. Counts as --coverage too.")
                .build());
        spec.addOption(flag("--mutate")
                .description(
                        "Change each number of the framework by the least there is, one at a time, and fail where no"
                                + " case notices; for each such number, print a case that would.")
                .build());
        spec.addOption(flag("--generate")
                .description(
                        "Print cases for every edge and level instead, made from the tables. They show what the rules"
                                + " say, not that they are right, and --mutate does not count them.")
                .build());
        spec.addOption(Options.text("--into", "DIR")
                .description("With --generate: write them into this folder, one file for each provider type.")
                .build());
        spec.addOption(Options.format(FORMATS));
        spec.usageMessage()
                .footer(
                        "",
                        "A case that does not hold is printed with what was expected, what was found, and why. junit is the"
                                + " XML that build servers read.",
                        "Exit codes: 0 all cases hold, and what else was asked for; 1 not so, or there is no case; 2 wrong"
                                + " usage, or rule files that do not load.");
        return spec;
    }

    private static OptionSpec.Builder flag(String name) {
        return OptionSpec.builder(name).type(boolean.class);
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        RuleSource source = RuleNames.source(arguments.matchedPositionalValue(0, ""), arguments);
        String format = Options.format(arguments, FORMATS);
        int threshold = threshold(arguments);
        if (arguments.hasMatchedOption("--into") && !arguments.hasMatchedOption("--generate")) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(), "--into says where --generate writes. Add --generate.");
        }
        for (String tried : List.of("--coverage", "--mutate", "--threshold", "--format")) {
            if (arguments.hasMatchedOption("--generate") && arguments.hasMatchedOption(tried)) {
                throw new ParameterException(
                        arguments.commandSpec().commandLine(),
                        "--generate prints cases and tries none. Leave out " + tried + ", or --generate.");
            }
        }
        try {
            if (arguments.hasMatchedOption("--generate")) {
                return generate(source, arguments, console);
            }
            TestReport report = report(source.tryCases(), threshold, arguments);
            console.print(
                    switch (format) {
                        case "json" -> report.toJson() + "\n";
                        case "junit" -> report.toJUnitXml();
                        default -> report.toText() + notTried(report, arguments);
                    });
            return report.passes() ? Outcome.DONE : Outcome.FINDINGS;
        } catch (InvalidRulesException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Outcome generate(RuleSource source, ParseResult arguments, Console console) {
        SortedMap<String, String> files =
                GeneratedCases.of(OpelRules.load(source).framework().orElseThrow());
        if (!arguments.hasMatchedOption("--into")) {
            console.print(String.join("---\n", files.values()));
            return Outcome.DONE;
        }
        String folder = arguments.matchedOptionValue("--into", "");
        try {
            Path into = Files.createDirectories(Path.of(folder));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(into.resolve(file.getKey()), file.getValue());
                console.print(into.resolve(file.getKey()) + "\n");
            }
            return Outcome.DONE;
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    Words.quoted(folder) + " cannot be written: " + e.getMessage()
                            + ". Name a folder that you may write to.",
                    e);
        }
    }

    private static TestReport report(CaseRun run, int threshold, ParseResult arguments) {
        boolean coverage = arguments.hasMatchedOption("--coverage") || arguments.hasMatchedOption("--threshold");
        boolean mutate = arguments.hasMatchedOption("--mutate") && run.holds();
        return new TestReport(run, coverage ? Coverage.of(run) : null, threshold, mutate ? MutationRun.of(run) : null);
    }

    private static String notTried(TestReport report, ParseResult arguments) {
        boolean skipped = arguments.hasMatchedOption("--mutate") && report.mutation() == null;
        return skipped ? "Changed numbers: not tried, since not all cases hold or there is none.\n" : "";
    }

    private static int threshold(ParseResult arguments) {
        String text = arguments.matchedOptionValue("--threshold", "0");
        if (!text.matches("\\d{1,2}|100")) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "--threshold: " + Words.quoted(text) + " is not a whole number from 0 to 100.");
        }
        return Integer.parseInt(text);
    }
}
