package io.github.opelrules.cli;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.rules.internal.json.ReportReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.ParseResult;

/** Scores the reports of files, a batch at a time: a faulty one is named on standard error and the others are scored. */
final class Scoring {

    /** Enough to gain all that scoring together gains, and little enough to hold in memory. */
    private static final int BATCH = 500;

    private final Presentation presentation;
    private final ParseResult arguments;
    private final Console console;
    private final Consumer<String> out;
    private final List<String> places = new ArrayList<>();
    private final List<SituationReport> reports = new ArrayList<>();
    private OpelEngine engine;
    private boolean whole;
    private Outcome outcome = Outcome.DONE;

    Scoring(OpelEngine engine, Presentation presentation, ParseResult arguments, Console console) {
        this.engine = engine;
        this.whole = Options.isWhole(arguments);
        this.arguments = arguments;
        this.presentation = presentation;
        this.console = console;
        boolean records = arguments.matchedOptionValue("--format", "").equals("record");
        this.out = records ? console::printAsIs : console::print;
    }

    /** Loads the compiled rules in the background, while the arguments and the rule files are read. */
    static void prepare() {
        Thread loading = new Thread(DroolsEngine::prepare, "load-rules");
        loading.setDaemon(true);
        loading.start();
    }

    Outcome run() {
        Options.files(arguments).forEach(this::read);
        scoreBatch();
        try {
            out.accept(presentation.end());
        } catch (NoFrameworkException | IllegalArgumentException e) {
            // Of the system as a whole; each report by itself was scored.
            console.complain(e.getMessage() + (e instanceof NoFrameworkException ? hint() : ""));
            outcome = outcome.gravest(Outcome.UNUSABLE);
        }
        return outcome;
    }

    private void read(String name) {
        try (ReportFile file = ReportFile.open("report", name, console.in())) {
            file.forEach(this::take);
        } catch (IOException e) {
            console.complain(ReportFile.title(name) + ": " + e.getMessage());
            outcome = outcome.gravest(Outcome.UNUSABLE);
        }
    }

    private void take(ReportFile.Entry entry) {
        try {
            SituationReport.Builder builder = ReportReader.read(entry.text(), entry.line());
            reports.add(checked(builder));
            places.add(entry.place());
        } catch (InvalidReportException e) {
            refuse(entry, e, "");
        } catch (NoFrameworkException e) {
            if (whole) {
                refuse(entry, e, hint());
            } else {
                whole = true;
                engine = Options.wholeEngine(arguments);
                take(entry);
            }
        }
        if (reports.size() == BATCH) {
            scoreBatch();
        }
    }

    /** A report that the engine will score. */
    private SituationReport checked(SituationReport.Builder builder) {
        if (builder.problems().isEmpty()) {
            SituationReport report = builder.build();
            if (engine.check(report).isEmpty()) {
                return report;
            }
        }
        // Throws, and lists what is wrong with the report in itself and under its framework together.
        return engine.assess(builder).report();
    }

    /** The options that may help where no framework is in force. */
    private String hint() {
        boolean drafts = engine.frameworks().frameworks().stream().anyMatch(Framework::isDraft);
        return drafts ? " (Options: --framework ID, " + Options.DRAFTS + ".)" : " (Option: --framework ID.)";
    }

    private void refuse(ReportFile.Entry entry, RuntimeException reason, String hint) {
        console.complain(entry.place() + ": " + reason.getMessage() + hint);
        outcome = outcome.gravest(Outcome.FINDINGS);
    }

    private void scoreBatch() {
        List<Assessment> assessments = engine.assessAll(reports);
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < assessments.size(); i++) {
            Assessment assessment = assessments.get(i);
            scored.add(new Scored(places.get(i), assessment));
            if (assessment.level() instanceof Level.Undetermined) {
                outcome = outcome.gravest(Outcome.UNDETERMINED);
            }
        }
        if (!scored.isEmpty()) {
            out.accept(presentation.show(scored));
            console.flush();
        }
        reports.clear();
        places.clear();
    }
}
