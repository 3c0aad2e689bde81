package io.github.opelrules.cli;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.record.RecordVerifier;
import io.github.opelrules.rules.record.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel verify}: computes decision records again. */
final class VerifyCommand implements Subcommand {

    private static final List<String> FORMATS = List.of("text", "json");

    /** The most differences that are shown of one record. */
    private static final int MOST_DETAILS = 4;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public void prepare() {
        Scoring.prepare();
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(),
                "Computes decision records again, as \"opel score --format record\" and programs write them, and says which do"
                        + " not come out the same to the byte, and where they differ.");
        spec.addPositional(
                Options.files("A .jsonl file with one record a line, a .json file with one, or - to read one a"
                        + " line from standard input."));
        spec.addOption(Options.rules("Know these rules too, a folder or a .zip, beside the built-in frameworks. Can be"
                + " given more than once, also for several versions of the same."));
        spec.addOption(Options.format(FORMATS));
        spec.usageMessage()
                .footer(
                        "",
                        "A record that was made by rules, or by a version of this program, that are not here is neither right"
                                + " nor wrong; it is said to be unverifiable.",
                        "Exit codes: 0 all records hold; 1 at least one differs; 2 wrong usage or unreadable input; 3 at least"
                                + " one cannot be verified here. Where several hold, 2 goes before 1 and 1 before 3.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        boolean json = Options.format(arguments, FORMATS).equals("json");
        RecordVerifier verifier = new RecordVerifier(frameworks(arguments));
        List<CommandJson.Verified> notHolding = new ArrayList<>();
        Map<Verdict.Outcome, Long> counts = new EnumMap<>(Verdict.Outcome.class);
        List<String> faults = new ArrayList<>();
        for (String name : Options.files(arguments)) {
            try (ReportFile file = ReportFile.open("record", name, console.in())) {
                file.forEach(entry -> {
                    Verdict verdict = verifier.verify(entry.text().stripTrailing());
                    counts.merge(verdict.outcome(), 1L, Long::sum);
                    if (!json) {
                        console.print(text(entry, verdict));
                    } else if (verdict.outcome() != Verdict.Outcome.HOLDS) {
                        notHolding.add(new CommandJson.Verified(entry.place(), verdict));
                    }
                });
            } catch (IOException e) {
                faults.add(ReportFile.title(name) + ": " + e.getMessage());
            }
        }
        faults.forEach(console::complain);
        long hold = counts.getOrDefault(Verdict.Outcome.HOLDS, 0L);
        long unverifiable = counts.getOrDefault(Verdict.Outcome.UNVERIFIABLE, 0L);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long wrong = all - hold - unverifiable;
        Outcome outcome = faults.isEmpty() ? Outcome.DONE : Outcome.UNUSABLE;
        outcome = unverifiable > 0 ? outcome.gravest(Outcome.UNDETERMINED) : outcome;
        outcome = wrong > 0 ? outcome.gravest(Outcome.FINDINGS) : outcome;
        console.print(
                json
                        ? CommandJson.write(faults, counts, notHolding) + "\n"
                        : all + (all == 1 ? " record: " : " records: ") + hold + " computed again to the byte, " + wrong
                                + " not, " + unverifiable + " unverifiable here.\n");
        return outcome;
    }

    private static String text(ReportFile.Entry entry, Verdict verdict) {
        if (verdict.outcome() == Verdict.Outcome.HOLDS) {
            return "";
        }
        List<String> details = verdict.details();
        int more = details.size() - MOST_DETAILS;
        String kind = verdict.outcome() == Verdict.Outcome.UNVERIFIABLE ? "unverifiable: " : "";
        return entry.place() + ": " + kind
                + String.join("\n  ", more <= 0 ? details : details.subList(0, MOST_DETAILS))
                + (more <= 0 ? "\n" : "\n  and " + more + " more\n");
    }

    /** @throws ParameterException if rules are not there or do not load */
    private static List<Framework> frameworks(ParseResult arguments) {
        return Stream.concat(RuleSource.bundled().stream(), RuleNames.ofOption(arguments).stream())
                .map(source -> RuleNames.load(source, arguments))
                .toList();
    }
}
