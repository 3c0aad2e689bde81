package io.github.opelrules.rules.cli;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.rules.SystemFiles;
import io.github.opelrules.rules.check.InvalidRulesException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel score}: one line per report. */
final class ScoreCommand implements Subcommand {

    private static final List<String> FORMATS = List.of("text", "json");

    @Override
    public String name() {
        return "score";
    }

    @Override
    public void prepare() {
        Scoring.prepare();
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.scoring(
                name(),
                "Says the OPEL level of each report, with its score and what drives it; with --hierarchy the levels of the"
                        + " whole system.",
                FORMATS);
        spec.addOption(Options.text("--hierarchy", "FILE")
                .description("Show the levels of the units in this file, .yaml, .json or .csv, as a tree of ICS, region"
                        + " and nation.")
                .build());
        spec.addOption(Options.text("--declared", "FILE")
                .description("With --hierarchy: the levels that people declared, .yaml or .json. They stand beside the"
                        + " calculated ones, and count for a provider that is not scored.")
                .build());
        spec.addOption(Options.text("--at", "TIME")
                .description("With --hierarchy: the time to look at, with an offset, such as 2026-01-08T09:00:00Z."
                        + " Otherwise that of the latest report.")
                .build());
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        String format = Options.format(arguments, FORMATS);
        boolean json = format.equals("json");
        OpelEngine engine = Options.engine(arguments);
        Presentation presentation = arguments.hasMatchedOption("--hierarchy")
                ? system(arguments, engine, json)
                : withoutHierarchy(arguments, json);
        return new Scoring(engine, presentation, console).run(Options.files(arguments));
    }

    private static Presentation withoutHierarchy(ParseResult arguments, boolean json) {
        for (String option : List.of("--declared", "--at")) {
            if (arguments.hasMatchedOption(option)) {
                throw new ParameterException(
                        arguments.commandSpec().commandLine(),
                        option + " says something of a system. Give its units too, with --hierarchy FILE.");
            }
        }
        return json ? new JsonLines() : new ScoreTable();
    }

    private static Presentation system(ParseResult arguments, OpelEngine engine, boolean json) {
        try {
            String declared = arguments.matchedOptionValue("--declared", "");
            String at = arguments.matchedOptionValue("--at", "");
            return new SystemTree(
                    engine,
                    SystemFiles.hierarchy(Path.of(arguments.matchedOptionValue("--hierarchy", ""))),
                    declared.isEmpty() ? List.of() : SystemFiles.declarations(Path.of(declared)),
                    at.isEmpty() ? null : OffsetDateTime.parse(at).toInstant(),
                    json);
        } catch (InvalidRulesException | InvalidPathException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "--at: expected a time with an offset, such as 2026-01-08T09:00:00Z.",
                    e);
        }
    }
}
