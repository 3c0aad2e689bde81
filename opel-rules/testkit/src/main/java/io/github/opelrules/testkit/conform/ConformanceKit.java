package io.github.opelrules.testkit.conform;

import io.github.opelrules.Scorer;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.cases.ReportCase;
import io.github.opelrules.rules.check.InvalidRulesException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The worked examples of a framework, for any other engine to be held against, and more that are generated from its tables: values
 * finer than the precision, rounded ones beside the cuts, ages to the millisecond.
 *
 * <p>The protocol for a program: it reads reports of the format {@code opel.report/1} from standard input, one a line, until that
 * ends; and writes an answer to each to standard output, one a line, in their order. An answer is an assessment of the format
 * {@code opel.assessment/1}, of which {@code level}, {@code score} and, of each contribution, {@code parameter}, {@code points},
 * {@code code} and {@code doubt.code} are looked at, and the rest may be left out. A report that comes again, written in another way, has to get the same
 * answer. Which framework it scores by is between the program and who calls it.
 */
public final class ConformanceKit {

    private final Framework framework;
    private final List<ReportCase> cases;
    private final List<Asked> asked;

    /** A report as a program is asked about it; the first of each example is {@linkplain Spelling#PLAIN plain}. */
    private record Asked(ReportCase example, Spelling spelling, String report) {}

    private ConformanceKit(RuleSource source) {
        framework = OpelRules.load(source).framework().orElseThrow();
        // Other engines are asked about reports; how systems and escalations are made is this library's own protocol.
        List<ReportCase> all = new ArrayList<>(source.cases().stream()
                .filter(ReportCase.class::isInstance)
                .map(ReportCase.class::cast)
                .toList());
        if (!all.isEmpty()) {
            all.addAll(GeneratedExamples.of(framework));
        }
        cases = List.copyOf(all);
        asked = cases.stream().flatMap(ConformanceKit::spellings).toList();
    }

    /** An example in each way to write it, those left out that write it as another does. */
    private static Stream<Asked> spellings(ReportCase example) {
        Set<String> written = new HashSet<>();
        return Stream.of(Spelling.values())
                .filter(spelling -> spelling != Spelling.OFFSETS || hasTimes(example.report()))
                .map(spelling -> new Asked(example, spelling, spelling.write(example.report())))
                .filter(one -> written.add(one.report()));
    }

    /** Whether the offset of one time against another can matter. */
    private static boolean hasTimes(SituationReport report) {
        return report.readings().values().stream()
                .anyMatch(reading -> reading instanceof Reading.Measured measured && measured.observedAt() != null);
    }

    /**
     * The examples that stand beside the rule files of a source, in the folder {@code cases}.
     *
     * @throws InvalidRulesException if anything is wrong with the rule files or the cases, listing all of it
     */
    public static ConformanceKit of(RuleSource source) {
        return new ConformanceKit(Objects.requireNonNull(source, "source"));
    }

    /** The framework that the examples are of. */
    public Framework framework() {
        return framework;
    }

    /**
     * The examples of reports: the worked ones that stand beside the rules, in their order, and then those that are generated from
     * the tables. Those of systems are not part of the kit. Where there is no worked one there is none at all.
     */
    public List<ReportCase> cases() {
        return cases;
    }

    /**
     * What a program is to read, one line for each answer that it is to give: the reports of all examples, each as this library
     * writes it and then, where that makes a difference, with its readings as JSON numbers, with zeros at their ends, and with times
     * that have other offsets.
     */
    public List<String> reports() {
        return asked.stream().map(Asked::report).toList();
    }

    /**
     * The examples in the format {@code opel.conform/1}, one line of JSON for each of the {@link #reports()}: the report, and what
     * must come out of it.
     */
    public String toJsonLines() {
        return asked.stream()
                .map(each -> ConformanceWriter.write(
                                framework, each.example(), each.spelling().toString(), each.report())
                        + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Holds a scorer against the examples.
     *
     * @param scorer scores each report by the framework, whatever the report's time; an engine does so where it is
     *     {@linkplain io.github.opelrules.OpelEngine#pinnedTo pinned} to that
     */
    public Conformance check(Scorer scorer) {
        Objects.requireNonNull(scorer, "scorer");
        Clauses clauses = new Clauses(framework);
        for (ReportCase each : cases) {
            SituationReport report = each.report();
            clauses.check(each, Answer.of(scorer.assess(report)));
        }
        return clauses.result(framework.toString());
    }

    /**
     * Holds answers against the examples.
     *
     * @param answers one line of JSON for each of the {@link #reports()}, in their order, as a program writes them
     */
    public Conformance check(List<String> answers) {
        Objects.requireNonNull(answers, "answers");
        Clauses clauses = new Clauses(framework);
        clauses.protocol(
                answers.size() == asked.size(),
                "Expected " + asked.size() + " answers, one a line for each report; found " + answers.size());
        Optional<Answer> plain = Optional.empty();
        for (int i = 0; i < Math.min(asked.size(), answers.size()); i++) {
            Asked one = asked.get(i);
            List<String> faults = new ArrayList<>();
            Optional<Answer> answer = AnswerReader.read(answers.get(i), faults);
            clauses.protocol(answer.isPresent(), "line " + (i + 1) + ": " + String.join("; ", faults));
            if (one.spelling() == Spelling.PLAIN) {
                plain = answer;
                answer.ifPresent(found -> clauses.check(one.example(), found));
            } else if (plain.isPresent() && answer.isPresent()) {
                clauses.same(one.example(), one.spelling(), plain.get(), answer.get());
            }
        }
        return clauses.result(framework.toString());
    }
}
