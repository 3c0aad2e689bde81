package io.github.opelrules.rules.cases;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.internal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What came out of the cases of one framework.
 *
 * @param framework the framework
 * @param results one for each case, in their order
 */
public record CaseRun(Framework framework, List<CaseResult> results) {

    public CaseRun {
        results = List.copyOf(results);
    }

    /** Tries cases by a framework, whatever their time and whether it is a draft. */
    public static CaseRun of(Framework framework, List<Case> cases) {
        Objects.requireNonNull(framework, "framework");
        Objects.requireNonNull(cases, "cases");
        CaseEngine engine = new CaseEngine(framework);
        List<CaseResult> results = new ArrayList<>();
        cases.forEach(each -> results.add(engine.tryOut(each)));
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
            text.append(failure.toText()).append('\n');
        }
        return text.append(verdict()).append('\n').toString();
    }

    /** How many cases there are and how many do not hold, as a sentence. */
    public String verdict() {
        if (results.isEmpty()) {
            return framework + " has no cases, so nothing is tested. Write some into its folder \"cases\".";
        }
        int failed = failures().size();
        return framework + ": " + Words.count(results.size(), "case")
                + (failed == 0 ? ", all hold." : ", " + failed + (failed == 1 ? " fails." : " fail."));
    }
}
