package io.github.opelrules.cli;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel explain}: the reasons of each report's level, or of that of a unit of a system. */
final class ExplainCommand implements Subcommand {

    private static final String UNIT = "--unit";
    private static final List<String> FORMATS = List.of("text", "markdown", "json");

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public void prepare() {
        Scoring.prepare();
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.scoring(
                name(),
                "Says why each report has its OPEL level: the rule and the source of every point, what is not known, and"
                        + " what would change the level; with --hierarchy why an ICS, a region or the nation has its.",
                FORMATS);
        SystemView.addOptions(
                spec,
                "Explain the level of a unit in this file, .yaml, .json or .csv, and not those of the reports. As text or"
                        + " markdown.");
        spec.addOption(Options.text(UNIT, "CODE")
                .description("With --hierarchy: the ODS code of the unit. Otherwise that which belongs to no other.")
                .build());
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        String format = Options.format(arguments, FORMATS);
        boolean markdown = format.equals("markdown");
        OpelEngine engine = Options.engine(arguments);
        Presentation presentation;
        if (SystemView.isAskedFor(arguments, UNIT)) {
            if (format.equals("json")) {
                throw new ParameterException(
                        arguments.commandSpec().commandLine(),
                        "--format: a unit is explained as text or markdown. For the whole system as JSON, use"
                                + " \"opel score --hierarchy FILE --format json\".");
            }
            Optional<OdsCode> unit = unit(arguments);
            presentation = SystemView.of(
                    arguments, engine, system -> explanations(units(system, unit), system.at(), markdown));
        } else {
            presentation = format.equals("json") ? new JsonLines(OpelJson::write) : new Explanations(markdown);
        }
        return new Scoring(engine, presentation, arguments, console).run();
    }

    /** @throws ParameterException if it is no ODS code */
    private static Optional<OdsCode> unit(ParseResult arguments) {
        try {
            return arguments.hasMatchedOption(UNIT)
                    ? Optional.of(OdsCode.of(arguments.matchedOptionValue(UNIT, "")))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), UNIT + ": " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if there is no such unit */
    private static List<TierAssessment> units(SystemAssessment system, Optional<OdsCode> unit) {
        if (unit.isEmpty()) {
            return system.tops();
        }
        String code = unit.get().value();
        List<String> known = system.stream()
                .map(part -> part.unit().code().value())
                .distinct()
                .toList();
        return List.of(system.unit(unit.get())
                .orElseThrow(() -> new IllegalArgumentException(UNIT + ": " + code + " has no part in the system at "
                        + system.at() + "." + Words.didYouMean(code, known) + " Known: " + String.join(", ", known)
                        + ".")));
    }

    private static String explanations(List<TierAssessment> units, Instant at, boolean markdown) {
        return units.stream()
                .map(unit -> {
                    String title = unit.unit().code() + ", " + at;
                    return markdown
                            ? "## " + title + "\n\n" + unit.explain().toMarkdown()
                            : "=== " + title + " ===\n\n" + unit.explain().toText();
                })
                .collect(Collectors.joining("\n"));
    }
}
