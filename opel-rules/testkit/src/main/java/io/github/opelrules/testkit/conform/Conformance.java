package io.github.opelrules.testkit.conform;

import java.util.List;

/**
 * How an engine holds to the rules of a framework.
 *
 * @param framework the framework, with its version
 * @param clauses one for each clause that the examples try
 */
public record Conformance(String framework, List<ClauseResult> clauses) {

    /** The most failures of a clause that are shown. */
    private static final int MOST_FAILURES = 3;

    public Conformance {
        clauses = List.copyOf(clauses);
    }

    /** Whether anything was tried and all of it holds. */
    public boolean holds() {
        return clauses.stream().mapToInt(ClauseResult::checks).sum() > 0
                && clauses.stream().allMatch(ClauseResult::holds);
    }

    /** A line for each clause, with the first failures under it. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (ClauseResult clause : clauses) {
            int failed = clause.failures().size();
            text.append(clause.holds() ? "holds   " : "FAILS   ")
                    .append(clause.clause())
                    .append(": ");
            text.append(clause.holds() ? "" : failed + " of ").append(clause.checks());
            text.append(clause.checks() == 1 ? " check\n" : " checks\n");
            clause.failures().stream()
                    .limit(MOST_FAILURES)
                    .forEach(failure -> text.append("        ").append(failure).append('\n'));
            if (failed > MOST_FAILURES) {
                text.append("        and ").append(failed - MOST_FAILURES).append(" more\n");
            }
        }
        long holding = clauses.stream().filter(ClauseResult::holds).count();
        return text.append(framework)
                .append(": ")
                .append(holding)
                .append(" of ")
                .append(clauses.size())
                .append(" clauses hold.\n")
                .toString();
    }
}
