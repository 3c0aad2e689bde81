package io.github.opelrules.cli;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.SystemFiles;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.json.ReportReader;
import io.github.opelrules.testkit.replay.Replay;
import io.github.opelrules.testkit.replay.ReplayResult;
import io.github.opelrules.tier.Declaration;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel replay}: what other rules would have made of the same reports. */
final class ReplayCommand implements Subcommand {

    private static final String FROM = "--from";
    private static final String TO = "--to";
    private static final String DECLARED = "--declared";
    private static final List<String> FORMATS = List.of("text", "markdown", "json");

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public void prepare() {
        Scoring.prepare();
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(),
                "Says what would have been different if these reports had been scored by rules B and not by rules A: how many"
                        + " stand at which level, which level changes there are, what drove them, whose and when, the longest runs, and"
                        + " what could not be scored and why.");
        spec.addPositional(Options.reports());
        spec.addOption(Options.text(FROM, "A")
                .required(true)
                .description(
                        "The rules before: the id of a built-in framework, a folder of rule files, or a .zip of one."
                                + " They score every report, whatever its date.")
                .build());
        spec.addOption(Options.text(TO, "B")
                .required(true)
                .description("The rules after, named in the same way.")
                .build());
        spec.addOption(Options.text(DECLARED, "FILE")
                .description("Say too how both agree with the levels that people declared, .yaml or .json.")
                .build());
        spec.addOption(Options.drafts());
        spec.addOption(Options.format(FORMATS));
        spec.usageMessage()
                .footer(
                        "",
                        "A parameter that only one of the two has is left out for the other, and named with its number of"
                                + " reports. A report with a parameter that neither has is not scored. There can be any"
                                + " number of reports, in any order; of several versions of one, the one counts that was"
                                + " recorded last.",
                        "Exit codes: 0 done; 1 at least one report was not scored by one of the two; 2 wrong usage, or input"
                                + " that cannot be read.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        String format = Options.format(arguments, FORMATS);
        Replay replay = Replay.between(engine(arguments, FROM), engine(arguments, TO), declarations(arguments));
        Outcome outcome = Outcome.DONE;
        for (String file : Options.files(arguments)) {
            outcome = outcome.gravest(read(file, replay, console));
        }
        ReplayResult result = replay.result();
        console.print(
                switch (format) {
                    case "markdown" -> result.toMarkdown();
                    case "json" -> result.toJson() + "\n";
                    default -> result.toText();
                });
        return result.refusals().isEmpty() ? outcome : outcome.gravest(Outcome.FINDINGS);
    }

    private static Outcome read(String name, Replay replay, Console console) {
        try (ReportFile file = ReportFile.open("report", name, console.in())) {
            file.forEach(entry -> {
                try {
                    replay.add(ReportReader.read(entry.text(), entry.line()).build());
                } catch (InvalidReportException e) {
                    replay.addUnreadable(entry.place(), e);
                }
            });
            return Outcome.DONE;
        } catch (IOException e) {
            console.complain(ReportFile.title(name) + ": " + e.getMessage());
            return Outcome.UNUSABLE;
        }
    }

    /** @throws ParameterException if the rules are not there, do not load, or are a draft and drafts are not allowed */
    private static OpelEngine engine(ParseResult arguments, String option) {
        RuleSource source = RuleNames.source(arguments.matchedOptionValue(option, ""), arguments);
        try {
            Framework framework = OpelRules.load(source).framework().orElseThrow();
            OpelRules.Builder builder = OpelRules.builder().frameworks(new FrameworkSet(List.of(framework)));
            if (arguments.hasMatchedOption(Options.DRAFTS)) {
                builder.allowDrafts();
            }
            return builder.build().pinnedTo(framework.id());
        } catch (NoFrameworkException e) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    option + ": " + source
                            + " is a draft: not enough is known of it to score operationally. Replay"
                            + " by it all the same with " + Options.DRAFTS + ".",
                    e);
        } catch (InvalidRulesException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** @throws ParameterException if they cannot be read */
    private static List<Declaration> declarations(ParseResult arguments) {
        String file = arguments.matchedOptionValue(DECLARED, "");
        try {
            return file.isEmpty() ? List.of() : SystemFiles.declarations(Path.of(file));
        } catch (InvalidInputException | InvalidPathException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
