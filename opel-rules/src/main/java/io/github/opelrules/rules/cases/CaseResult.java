package io.github.opelrules.rules.cases;

import io.github.opelrules.assess.Assessment;
import java.util.List;

/**
 * What came out of a case.
 *
 * @param tried the case
 * @param assessment what the rules made of its report
 * @param differences what is not as expected, each as a sentence without its full stop; none where the case holds
 */
public record CaseResult(Case tried, Assessment assessment, List<String> differences) {

    public CaseResult {
        differences = List.copyOf(differences);
    }

    /** Whether all came out as expected. */
    public boolean holds() {
        return differences.isEmpty();
    }

    /** Where the case stands, what it shows, and what is not as expected. */
    @Override
    public String toString() {
        return tried.place() + ": " + tried.name() + (holds() ? "" : ": " + String.join("; ", differences));
    }
}
