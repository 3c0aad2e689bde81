package io.github.opelrules.cli;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options that subcommands share, and what they mean. */
final class Options {

    static final String DRAFTS = "--drafts";

    /** What scores without drafts being allowed. */
    static final List<RuleSource> PUBLISHED = List.of(RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")));

    private Options() {}

    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }

    static OptionSpec version() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build();
    }

    /** A subcommand with its purpose, help and version, to which the rest is added. */
    static CommandSpec command(String name, String purpose) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.addOption(help()).addOption(version());
        spec.usageMessage().width(100).header(purpose, "");
        return spec;
    }

    /** A subcommand that scores reports: its files, how it shows them, and which rules it scores by. */
    static CommandSpec scoring(String name, String purpose, List<String> formats) {
        CommandSpec spec = command(name, purpose);
        spec.addPositional(reports());
        spec.addOption(text("--framework", "ID")
                .description(
                        "Score by this framework, whatever the date. Otherwise each report is scored by the framework"
                                + " that was in force on its date.")
                .build());
        spec.addOption(rules(
                "Score by these rules instead of the built-in frameworks: a folder, a .zip or the id of one of them. Can be"
                        + " given more than once."));
        spec.addOption(text("--adoptions", "FILE")
                .description(
                        "Use the days of this YAML file, on which organisations adopted frameworks, before the national"
                                + " dates.")
                .build());
        spec.addOption(drafts());
        spec.addOption(format(formats));
        spec.usageMessage()
                .footer(
                        "",
                        "A report that cannot be scored is named on standard error with all its faults; the others are"
                                + " scored.",
                        "Exit codes: 0 done; 1 at least one report could not be scored; 2 wrong usage or unreadable"
                                + " input;",
                        "3 at least one level is undetermined. Where several hold, 2 goes before 1 and 1 before 3.");
        return spec;
    }

    /** The files of reports. */
    static PositionalParamSpec reports() {
        return files(
                "A .json file with one report, a .jsonl file with one report a line, or - to read one report a line"
                        + " from standard input.");
    }

    static PositionalParamSpec files(String description) {
        return PositionalParamSpec.builder()
                .paramLabel("FILE")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    static OptionSpec drafts() {
        return OptionSpec.builder(DRAFTS)
                .type(boolean.class)
                .description("Score by draft frameworks too. Too little is known of them for operational use.")
                .build();
    }

    static OptionSpec rules(String description) {
        return OptionSpec.builder("--rules")
                .paramLabel("RULES")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    static OptionSpec format(List<String> formats) {
        return text("--format", "FORMAT")
                .description("How to show the result: " + String.join(", ", formats) + ". Otherwise text.")
                .build();
    }

    static OptionSpec.Builder text(String name, String label) {
        return OptionSpec.builder(name).paramLabel(label).type(String.class);
    }

    /**
     * The engine that is asked for. It knows no draft where it is likely that none would be used: to read one would delay what
     * most commands are about.
     *
     * @throws ParameterException if the rules do not load, or there is no such framework
     */
    static OpelEngine engine(ParseResult arguments) {
        return engine(arguments, isWhole(arguments) ? RuleSource.bundled() : PUBLISHED);
    }

    /** Whether that engine knows all that it could. */
    static boolean isWhole(ParseResult arguments) {
        return Stream.of("--rules", "--framework", "--adoptions", "--hierarchy", DRAFTS)
                .anyMatch(arguments::hasMatchedOption);
    }

    /** The engine that is asked for, with all that it could know, for what the other has no framework for. */
    static OpelEngine wholeEngine(ParseResult arguments) {
        return engine(arguments, RuleSource.bundled());
    }

    private static OpelEngine engine(ParseResult arguments, List<RuleSource> bundled) {
        try {
            OpelRules.Builder builder = OpelRules.builder();
            List<RuleSource> chosen = RuleNames.ofOption(arguments);
            (chosen.isEmpty() ? bundled : chosen).forEach(builder::add);
            if (arguments.hasMatchedOption("--adoptions")) {
                builder.adoptions(Path.of(arguments.matchedOptionValue("--adoptions", "")));
            }
            if (arguments.hasMatchedOption(DRAFTS)) {
                builder.allowDrafts();
            }
            OpelEngine engine = builder.build();
            @Nullable String framework = arguments.matchedOptionValue("--framework", null);
            return framework == null ? engine : pinned(engine, FrameworkId.of(framework));
        } catch (InvalidInputException | NoFrameworkException | IllegalArgumentException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), e.getMessage(), e);
        }
    }

    private static OpelEngine pinned(OpelEngine engine, FrameworkId id) {
        try {
            return engine.pinnedTo(id);
        } catch (NoFrameworkException e) {
            boolean draft = engine.frameworks().frameworks().stream()
                    .anyMatch(framework -> framework.id().equals(id) && framework.isDraft());
            throw new NoFrameworkException(e.getMessage() + (draft ? " (Option: " + DRAFTS + ".)" : ""));
        }
    }

    /** @throws ParameterException if the format is not one of the choices */
    static String format(ParseResult arguments, List<String> choices) {
        String format = arguments.matchedOptionValue("--format", "text");
        if (!choices.contains(format)) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "--format: " + Words.quoted(format) + " is not a format." + Words.didYouMean(format, choices)
                            + " Known: " + String.join(", ", choices) + ".");
        }
        return format;
    }

    static List<String> files(ParseResult arguments) {
        return arguments.matchedPositionalValue(0, List.of());
    }
}
