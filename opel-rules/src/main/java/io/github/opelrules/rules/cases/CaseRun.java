package io.github.opelrules.rules.cases;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.internal.Words;
import io.github.opelrules.report.SituationReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of the cases of one framework.
 *
 * @param framework the framework, with its version
 * @param results one for each case, in their order
 */
public record CaseRun(String framework, List<CaseResult> results) {

    public CaseRun {
        results = List.copyOf(results);
    }

    /**
     * Tries cases.
     *
     * @param framework what to call the framework
     * @param engine an engine that scores every report by it
     */
    public static CaseRun of(String framework, OpelEngine engine, List<Case> cases) {
        List<SituationReport> reports = cases.stream().map(Case::report).toList();
        List<Assessment> assessments = engine.assessAll(reports);
        List<CaseResult> results = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Assessment assessment = assessments.get(i);
            results.add(new CaseResult(
                    cases.get(i), assessment, cases.get(i).expected().differencesFrom(assessment)));
        }
        return new CaseRun(framework, results);
    }

    /** Those that do not hold. */
    public List<CaseResult> failures() {
        return results.stream().filter(result -> !result.holds()).toList();
    }

    /** Whether there is at least one case and all hold. No case at all proves nothing. */
    public boolean holds() {
        return !results.isEmpty() && failures().isEmpty();
    }

    /** The failures, each with the whole explanation, and how many cases hold. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (CaseResult failure : failures()) {
            text.append("FAILED ").append(failure.tried().place()).append(": ");
            text.append(failure.tried().name()).append('\n');
            failure.differences()
                    .forEach(difference -> text.append("  ").append(difference).append('\n'));
            failure.assessment()
                    .explain()
                    .toText()
                    .lines()
                    .forEach(line ->
                            text.append(line.isEmpty() ? "" : "  | " + line).append('\n'));
            text.append('\n');
        }
        if (results.isEmpty()) {
            return framework + " has no cases, so nothing is tested. Write some into its folder \"cases\".\n";
        }
        int failed = failures().size();
        return text.append(framework)
                .append(": ")
                .append(Words.count(results.size(), "case"))
                .append(failed == 0 ? ", all hold.\n" : ", " + failed + (failed == 1 ? " fails.\n" : " fail.\n"))
                .toString();
    }
}
