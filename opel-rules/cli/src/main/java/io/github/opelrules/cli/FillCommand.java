package io.github.opelrules.cli;

import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.testkit.worksheet.BadWorksheetException;
import io.github.opelrules.testkit.worksheet.CellFinding;
import io.github.opelrules.testkit.worksheet.Worksheet;
import io.github.opelrules.testkit.worksheet.WorksheetFill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel fill}: rule files made of a spreadsheet that people filled in. */
final class FillCommand implements Subcommand {

    @Override
    public String name() {
        return "fill";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(),
                "Makes rule files of a worksheet that was filled in, or says by its cells what cannot be understood.");
        spec.addPositional(rules());
        spec.addPositional(PositionalParamSpec.builder()
                .index("1")
                .paramLabel("FILE")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("The worksheet, .xlsx or .csv, that \"opel worksheet\" wrote of those rules.")
                .build());
        spec.addOption(Options.text("--to", "DIR")
                .description("The folder to make. It must be new or empty. Without it nothing is written.")
                .build());
        spec.addOption(Options.text("--against", "FILE")
                .description(
                        "A worksheet that a second person filled in from the same document without seeing the first."
                                + " Each difference is named, and no rule files are made while there is one.")
                .build());
        spec.addOption(Options.text("--today", "DATE")
                .description(
                        "The day after which nobody can have read a value yet. Otherwise the system's clock says it.")
                .build());
        spec.usageMessage()
                .footer(
                        "",
                        "What the worksheet says as the rules do stays in their files to the letter. What it says otherwise is"
                                + " written anew, with what was typed beside what was made of it.",
                        "Exit codes: 0 done; 1 something in the worksheet has to be mended, or differs; 2 wrong usage.");
        return spec;
    }

    static PositionalParamSpec rules() {
        return PositionalParamSpec.builder()
                .index("0")
                .paramLabel("ID|DIR|ZIP")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("A framework that comes with this program, or a folder or .zip of rule files.")
                .build();
    }

    static ParameterException wrong(ParseResult arguments, String message) {
        return new ParameterException(arguments.commandSpec().commandLine(), message);
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        RuleSource rules = RuleNames.source(arguments.matchedPositionalValue(0, ""), arguments);
        Worksheet worksheet = worksheet(arguments.matchedPositionalValue(1, ""), arguments);
        try {
            if (arguments.hasMatchedOption("--against")) {
                List<CellFinding> differences = WorksheetFill.differences(
                        worksheet, worksheet(arguments.matchedOptionValue("--against", ""), arguments));
                if (!differences.isEmpty()) {
                    differences.forEach(difference -> console.print(difference + "\n"));
                    console.print(worksheet + ": " + Words.count(differences.size(), "difference") + ".\n");
                    return Outcome.FINDINGS;
                }
            }
            WorksheetFill fill = WorksheetFill.of(rules, worksheet, today(arguments));
            fill.findings().forEach(finding -> console.print(finding + "\n"));
            if (!fill.isFilled()) {
                long errors =
                        fill.findings().stream().filter(CellFinding::isError).count();
                console.print(worksheet + ": " + Words.count((int) errors, "error") + ". No rule files were made.\n");
                return Outcome.FINDINGS;
            }
            console.print(written(fill, arguments));
            return Outcome.DONE;
        } catch (InvalidRulesException | IllegalArgumentException e) {
            throw wrong(arguments, String.valueOf(e.getMessage()));
        }
    }

    private static Worksheet worksheet(String name, ParseResult arguments) {
        try {
            return Worksheet.read(Path.of(name));
        } catch (InvalidPathException e) {
            throw wrong(arguments, Words.quoted(name) + " cannot be read: " + e.getMessage() + ".");
        } catch (BadWorksheetException e) {
            throw wrong(arguments, Words.quoted(name) + ": " + e.getMessage());
        }
    }

    private static LocalDate today(ParseResult arguments) {
        String today = arguments.matchedOptionValue("--today", "");
        try {
            return today.isEmpty() ? LocalDate.now(LondonTime.ZONE) : LocalDate.parse(today);
        } catch (DateTimeException e) {
            throw wrong(arguments, "--today: " + Words.quoted(today) + " is no day. Expected such as 2026-04-01.");
        }
    }

    private static String written(WorksheetFill fill, ParseResult arguments) {
        StringBuilder text = new StringBuilder();
        Map<String, byte[]> files = new TreeMap<>(fill.files());
        String name = arguments.matchedOptionValue("--to", "");
        if (name.isEmpty()) {
            text.append("No error. With --to DIR, rule files are made: ")
                    .append(Words.list(List.copyOf(files.keySet())))
                    .append(".\n");
        } else {
            try {
                Path folder = Path.of(name);
                if (!NewCommand.isNewOrEmpty(folder)) {
                    throw wrong(
                            arguments,
                            "--to: " + Words.quoted(name)
                                    + " is there already and not an empty folder. Name a folder that is"
                                    + " not there yet; nothing was written.");
                }
                NewCommand.copySchemas(folder);
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Path target = folder.resolve(file.getKey());
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.write(target, NewCommand.withSchemaBeside(file.getKey(), file.getValue()));
                }
            } catch (IOException | InvalidPathException e) {
                throw wrong(
                        arguments,
                        Words.quoted(name) + " cannot be written: " + e.getMessage()
                                + ". Name a folder that you may write to.");
            }
            text.append(name)
                    .append(" holds ")
                    .append(Words.list(List.copyOf(files.keySet())))
                    .append(".\n");
        }
        fill.notes().forEach(note -> text.append("Note: ").append(note).append('\n'));
        if (!name.isEmpty()) {
            text.append("Next:\n  1. See what is wrong with it:   opel check ")
                    .append(name)
                    .append("\n  2. See whether cases hold:      opel test ")
                    .append(name)
                    .append("\n  3. Score by it:                 opel score --rules ")
                    .append(name)
                    .append(" report.json\n");
        }
        return text.toString();
    }
}
