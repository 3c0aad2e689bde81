package io.github.opelrules.report;

import io.github.opelrules.internal.Words;
import java.util.List;
import java.util.stream.Collectors;

/** A report that cannot be scored, with everything that is wrong with it. */
public final class InvalidReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A hundred, and one that counts the rest. */
    private static final int MOST = 101;

    private final transient List<ReportProblem> problems;

    /**
     * An exception whose message names the problems.
     *
     * @param report what the report is called in the message, such as {@code report of RXX}
     * @param problems all of them, at least one; the message has the first hundred
     */
    public InvalidReportException(String report, List<ReportProblem> problems) {
        super(problems.stream()
                .limit(MOST)
                .map(problem -> "\n  - " + problem)
                .collect(Collectors.joining(
                        "", "The " + report + " has " + Words.count(problems.size(), "problem") + ":", "")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the report. */
    public List<ReportProblem> problems() {
        return problems;
    }
}
