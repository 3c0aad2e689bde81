package io.github.opelrules.cli;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.json.CheckFormats;
import io.github.opelrules.rules.internal.json.SarifWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel check}: what is wrong with rule files, and how much of them is verified. */
final class CheckCommand implements Subcommand {

    private static final List<String> FORMATS = List.of("text", "json", "sarif");

    @Override
    public String name() {
        return "check";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(),
                "Says everything that is wrong with rule files, with file, line and how to mend it, and how sure their"
                        + " values are.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("DIR|ZIP|ID")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                        "A folder or .zip of rule files, or the id of a framework that comes with this program. Can be"
                                + " given more than once; then it is also checked that they follow each other, with one"
                                + " framework for each day.")
                .build());
        spec.addOption(OptionSpec.builder("--worklist")
                .type(boolean.class)
                .description("List the values that nobody verified yet, in the order of the source document.")
                .build());
        spec.addOption(Options.text("--today", "DATE")
                .description(
                        "The day of the check, after which nobody can have read a value yet. Otherwise today, in London.")
                .build());
        spec.addOption(Options.format(FORMATS));
        spec.usageMessage()
                .footer(
                        "",
                        "sarif is for forges, which show it beside the lines; it has findings only.",
                        "Exit codes: 0 no errors, though there may be warnings; 1 errors; 2 wrong usage.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        String format = Options.format(arguments, FORMATS);
        boolean worklist = arguments.hasMatchedOption("--worklist");
        LocalDate today = today(arguments);
        List<RuleCheck> checks =
                Options.files(arguments).stream().map(name -> RuleNames.source(name, arguments)).toList().stream()
                        .map(source -> source.check(today))
                        .toList();
        List<Finding> together = OpelRules.checkTogether(checks);
        List<Finding> all = Stream.concat(
                        checks.stream().flatMap(check -> check.findings().stream()), together.stream())
                .toList();
        switch (format) {
            case "json" ->
                checks.forEach(check ->
                        console.print(CheckFormats.CHECK.toJson(new CheckFormats.Checked(check, worklist)) + "\n"));
            case "sarif" -> console.print(SarifWriter.write(all, Path.of("")) + "\n");
            default -> {
                checks.forEach(check -> console.print(text(check, worklist)));
                together.forEach(finding -> console.print(line(finding)));
            }
        }
        return all.stream().anyMatch(CheckCommand::isError) ? Outcome.FINDINGS : Outcome.DONE;
    }

    private static LocalDate today(ParseResult arguments) {
        String day = arguments.matchedOptionValue("--today", "");
        try {
            return day.isEmpty() ? LocalDate.now(LondonTime.ZONE) : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    "--today: " + Words.quoted(day) + " is not a day. Expected YYYY-MM-DD, such as 2024-11-01.",
                    e);
        }
    }

    private static boolean isError(Finding finding) {
        return finding.severity() == Finding.Severity.ERROR;
    }

    private static String text(RuleCheck check, boolean worklist) {
        StringBuilder text = new StringBuilder();
        check.findings().forEach(finding -> text.append(line(finding)));
        text.append(check.framework().map(Framework::toString).orElse(check.folder()))
                .append(": ")
                .append(verdict(check))
                .append('\n');
        if (!check.values().isEmpty()) {
            text.append(summary(check)).append('\n');
            check.framework()
                    .ifPresent(framework ->
                            text.append("Status: ").append(check.standing()).append(".\n"));
        }
        check.framework()
                .ifPresent(framework -> text.append(Overlays.summary(framework)).append(knownIssues(framework)));
        if (worklist && !check.values().isEmpty()) {
            text.append(worklist(check.worklist()));
        }
        return text.toString();
    }

    private static String line(Finding finding) {
        return finding.file() + ":" + finding.line() + ":" + finding.column() + ": "
                + (isError(finding) ? "error " : "warning ") + finding.code() + " "
                + finding.message() + "\n";
    }

    private static String verdict(RuleCheck check) {
        int errors =
                check.findings().stream().filter(CheckCommand::isError).toList().size();
        int warnings = check.findings().size() - errors;
        if (errors > 0) {
            return Words.count(errors, "error")
                    + (warnings > 0 ? " and " + Words.count(warnings, "warning") : "")
                    + ". The rules cannot be used until the errors are mended.";
        }
        return warnings > 0
                ? Words.count(warnings, "warning") + ", no error. The rules can be used; somebody should look."
                : "no error.";
    }

    /** {@code 88 values: 0 published, 61 corroborated, 23 unverified, 4 assumed.} */
    static String summary(RuleCheck check) {
        return Words.count(check.values().size(), "value") + ": "
                + check.summary().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** {@code   known issue: Two published feeds disagree.}, one a line. */
    static String knownIssues(Framework framework) {
        return framework.knownIssues().stream()
                .map(issue -> "  known issue: " + issue + "\n")
                .collect(Collectors.joining());
    }

    private static String worklist(List<GradedValue> values) {
        if (values.isEmpty()) {
            return "Every value is " + Assurance.PUBLISHED + ": nothing is left to verify.\n";
        }
        StringBuilder text = new StringBuilder("Still to verify:\n");
        for (GradedValue value : values) {
            text.append("  ").append(value).append('\n');
        }
        return text.toString();
    }
}
