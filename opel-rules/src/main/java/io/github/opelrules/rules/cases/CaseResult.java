package io.github.opelrules.rules.cases;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.tier.SystemAssessment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a case.
 *
 * @param tried the case
 * @param assessments what the rules made of its reports, in their order
 * @param system what they made of the system; null where the case is about one provider
 * @param differences what is not as expected, each as a sentence without its full stop; none where the case holds
 */
public record CaseResult(
        Case tried, List<Assessment> assessments, @Nullable SystemAssessment system, List<String> differences) {

    public CaseResult {
        assessments = List.copyOf(assessments);
        differences = List.copyOf(differences);
    }

    /** Whether all came out as expected. */
    public boolean holds() {
        return differences.isEmpty();
    }

    /** Why it came out as it did: the explanation of the assessment, or the system unit by unit. */
    public String explanation() {
        return system == null ? assessments.get(0).explain().toText() : system.toText();
    }

    /** What is not as expected, one a line, and why it came out as it did. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        differences.forEach(difference -> text.append("  ").append(difference).append('\n'));
        explanation()
                .lines()
                .forEach(
                        line -> text.append(line.isEmpty() ? "" : "  | " + line).append('\n'));
        return text.toString();
    }

    /** Where the case stands, what it shows, and what is not as expected. */
    @Override
    public String toString() {
        return tried.place() + ": " + tried.name() + (holds() ? "" : ": " + String.join("; ", differences));
    }
}
