package io.github.opelrules.cli;

import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.testkit.worksheet.Worksheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code opel worksheet}: rules as a spreadsheet, to be filled in. */
final class WorksheetCommand implements Subcommand {

    @Override
    public String name() {
        return "worksheet";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(),
                "Writes the rules of a framework as a spreadsheet, to be corrected, or filled in from a document.");
        spec.addPositional(FillCommand.rules());
        spec.addOption(Options.text("--to", "FILE")
                .required(true)
                .description("The file to write. It ends in .xlsx, or in .csv, and must not be there yet.")
                .build());
        spec.addOption(OptionSpec.builder("--empty")
                .type(boolean.class)
                .description(
                        "Leave parameters, levels, actions and dates out: for another version, to be entered from its document.")
                .build());
        spec.usageMessage()
                .footer(
                        "",
                        "The sheet \"Read me\" says how to fill it in. What is filled in becomes rule files by \"opel fill\".",
                        "Exit codes: 0 done; 2 wrong usage, or the file cannot be written.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        RuleSource rules = RuleNames.source(arguments.matchedPositionalValue(0, ""), arguments);
        String name = arguments.matchedOptionValue("--to", "");
        String ending = name.toLowerCase(Locale.ROOT);
        if (!ending.endsWith(".xlsx") && !ending.endsWith(".csv")) {
            throw FillCommand.wrong(
                    arguments, "--to: " + Words.quoted(name) + " ends neither in .xlsx nor in .csv. Name the file so.");
        }
        try {
            Path file = Path.of(name);
            if (Files.exists(file)) {
                throw FillCommand.wrong(
                        arguments,
                        "--to: " + Words.quoted(name)
                                + " is there already, and what somebody typed may stand in it. Name another file.");
            }
            Worksheet worksheet =
                    arguments.hasMatchedOption("--empty") ? Worksheet.emptyFor(rules) : Worksheet.of(rules);
            Files.write(file, ending.endsWith(".csv") ? worksheet.toCsv() : worksheet.toXlsx());
        } catch (IOException | InvalidPathException e) {
            throw FillCommand.wrong(arguments, Words.quoted(name) + " cannot be written: " + e.getMessage() + ".");
        } catch (InvalidRulesException | IllegalArgumentException e) {
            throw FillCommand.wrong(arguments, String.valueOf(e.getMessage()));
        }
        console.print(name + " holds " + rules + " as a worksheet.\nNext:\n"
                + "  1. Fill it in, as its sheet \"Read me\" says.\n"
                + "  2. Make rule files of it:   opel fill " + rules + " " + name + " --to my-rules\n");
        return Outcome.DONE;
    }
}
