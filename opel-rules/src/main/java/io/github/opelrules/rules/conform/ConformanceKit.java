package io.github.opelrules.rules.conform;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.cases.ReportCase;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.json.ConformanceWriter;
import io.github.opelrules.rules.internal.load.CaseFiles;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The worked examples of a framework, for any other engine to be held against.
 *
 * <p>The protocol for a program: it reads reports of the format {@code opel.report/1} from standard input, one a line, until that
 * ends; and writes an answer to each to standard output, one a line, in their order. An answer is an assessment of the format
 * {@code opel.assessment/1}, of which {@code level}, {@code score} and, of each contribution, {@code parameter}, {@code points}
 * and {@code code} are looked at, and the rest may be left out. Which framework it scores by is between the program and who calls it.
 */
public final class ConformanceKit {

    private final Framework framework;
    private final List<ReportCase> cases;

    private ConformanceKit(FrameworkFolder folder) {
        framework = FrameworkLoader.load(folder);
        CaseFiles files = CaseFiles.of(folder, framework);
        if (!files.findings().isEmpty()) {
            throw new InvalidRulesException(files.findings());
        }
        // Other engines are asked about reports; how systems and escalations are made is this library's own protocol.
        cases = files.cases().stream()
                .filter(ReportCase.class::isInstance)
                .map(ReportCase.class::cast)
                .toList();
    }

    /**
     * The examples of a framework that this library ships.
     *
     * @param id its id, such as {@code nhse-opel-2023-24}
     */
    public static ConformanceKit bundled(String id) {
        return new ConformanceKit(FrameworkFolder.bundled(id));
    }

    /**
     * The examples that stand beside rule files.
     *
     * @param folderOrZip where the rule files stand, with their cases in the folder {@code cases}
     * @throws InvalidRulesException if anything is wrong with the rule files or the cases, listing all of it
     */
    public static ConformanceKit of(Path folderOrZip) {
        return new ConformanceKit(FrameworkFolder.of(folderOrZip));
    }

    /** The framework that the examples are of. */
    public Framework framework() {
        return framework;
    }

    /** The examples of reports, in their order; those of systems are not part of the kit. */
    public List<ReportCase> cases() {
        return cases;
    }

    /** The examples in the format {@code opel.conform/1}, one line of JSON for each: the report, and what must come out of it. */
    public String toJsonLines() {
        return cases.stream()
                .map(each -> ConformanceWriter.write(framework, each) + "\n")
                .collect(Collectors.joining());
    }

    /** Holds an engine against the examples; it has to know the framework, and to allow it if it is a draft. */
    public Conformance check(OpelEngine engine) {
        OpelEngine pinned = engine.pinnedTo(framework.id());
        Clauses clauses = new Clauses();
        for (ReportCase each : cases) {
            SituationReport report = each.report();
            clauses.check(each, Answer.of(pinned.assess(report)));
        }
        return clauses.result(framework.toString());
    }

    /**
     * Holds answers against the examples.
     *
     * @param answers one line of JSON for each example, in their order, as a program writes them
     */
    public Conformance check(List<String> answers) {
        Clauses clauses = new Clauses();
        clauses.protocol(
                answers.size() == cases.size(),
                "Expected " + cases.size() + " answers, one a line for each report; found " + answers.size());
        for (int i = 0; i < Math.min(cases.size(), answers.size()); i++) {
            List<String> faults = new ArrayList<>();
            Optional<Answer> answer = AnswerReader.read(answers.get(i), faults);
            clauses.protocol(answer.isPresent(), "line " + (i + 1) + ": " + String.join("; ", faults));
            if (answer.isPresent()) {
                clauses.check(cases.get(i), answer.get());
            }
        }
        return clauses.result(framework.toString());
    }
}
