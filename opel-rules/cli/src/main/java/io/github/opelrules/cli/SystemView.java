package io.github.opelrules.cli;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.rules.SystemFiles;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.record.SystemRecord;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The system that the reports belong to, shown when all of them are scored; and the options that say which it is. */
final class SystemView implements Presentation {

    private static final String HIERARCHY = "--hierarchy";
    private static final String DECLARED = "--declared";
    private static final String AT = "--at";

    private final OpelEngine engine;
    private final Hierarchy hierarchy;
    private final List<Declaration> declarations;
    private final @Nullable Instant at;
    private final Show show;
    private final List<Assessment> assessments = new ArrayList<>();

    /** What becomes of the system when all reports are scored. */
    private interface Show {
        String of(
                OpelEngine engine,
                Hierarchy hierarchy,
                Instant at,
                List<Assessment> assessments,
                List<Declaration> declarations);
    }

    private SystemView(
            OpelEngine engine, Hierarchy hierarchy, List<Declaration> declarations, @Nullable Instant at, Show show) {
        this.engine = engine;
        this.hierarchy = hierarchy;
        this.declarations = declarations;
        this.at = at;
        this.show = show;
    }

    /** @param purpose what a hierarchy does for the command */
    static void addOptions(CommandSpec spec, String purpose) {
        spec.addOption(Options.text(HIERARCHY, "FILE").description(purpose).build());
        spec.addOption(Options.text(DECLARED, "FILE")
                .description("With --hierarchy: the levels that people declared, .yaml or .json. They stand beside the"
                        + " calculated ones, and count for a provider that is not scored.")
                .build());
        spec.addOption(Options.text(AT, "TIME")
                .description("With --hierarchy: the time to look at, with an offset, such as 2026-01-08T09:00:00Z."
                        + " Otherwise that of the latest report.")
                .build());
    }

    /**
     * Whether a system was asked for.
     *
     * @param further the options of the command that make sense for a system alone
     * @throws ParameterException if it was not, but an option says something of it
     */
    static boolean isAskedFor(ParseResult arguments, String... further) {
        if (arguments.hasMatchedOption(HIERARCHY)) {
            return true;
        }
        List<String> options = new ArrayList<>(List.of(DECLARED, AT));
        options.addAll(List.of(further));
        for (String option : options) {
            if (arguments.hasMatchedOption(option)) {
                throw new ParameterException(
                        arguments.commandSpec().commandLine(),
                        option + " says something of a system. Give its units too, with --hierarchy FILE.");
            }
        }
        return false;
    }

    /**
     * The system that the options name.
     *
     * @throws ParameterException if a file or the time cannot be read
     */
    static SystemView of(ParseResult arguments, OpelEngine engine, Function<SystemAssessment, String> show) {
        return made(
                arguments,
                engine,
                (system, hierarchy, at, assessments, declarations) ->
                        show.apply(system.aggregate(hierarchy, at, assessments, declarations)));
    }

    /**
     * The record of the system that the options name.
     *
     * @throws ParameterException if a file or the time cannot be read
     */
    static SystemView recorded(ParseResult arguments, OpelEngine engine) {
        return made(
                arguments,
                engine,
                (system, hierarchy, at, assessments, declarations) ->
                        SystemRecord.write(system, hierarchy, at, assessments, declarations) + "\n");
    }

    private static SystemView made(ParseResult arguments, OpelEngine engine, Show show) {
        try {
            String declared = arguments.matchedOptionValue(DECLARED, "");
            String at = arguments.matchedOptionValue(AT, "");
            return new SystemView(
                    engine,
                    SystemFiles.hierarchy(Path.of(arguments.matchedOptionValue(HIERARCHY, ""))),
                    declared.isEmpty() ? List.of() : SystemFiles.declarations(Path.of(declared)),
                    at.isEmpty() ? null : OffsetDateTime.parse(at).toInstant(),
                    show);
        } catch (InvalidInputException | InvalidPathException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    arguments.commandSpec().commandLine(),
                    AT + ": expected a time with an offset, such as 2026-01-08T09:00:00Z.",
                    e);
        }
    }

    @Override
    public String show(List<Scored> reports) {
        reports.forEach(report -> assessments.add(report.assessment()));
        return "";
    }

    @Override
    public String end() {
        Instant time = at;
        for (Assessment assessment : assessments) {
            Instant observed = assessment.report().observedAt();
            time = at == null && (time == null || observed.isAfter(time)) ? observed : time;
        }
        return time == null ? "" : show.of(engine, hierarchy, Objects.requireNonNull(time), assessments, declarations);
    }
}
