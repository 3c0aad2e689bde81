package io.github.opelrules.rules.cases;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.tier.SystemAssessment;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a case.
 *
 * @param tried the case
 * @param assessments what the rules made of its reports, in their order; none where it is a sequence in time
 * @param system what they made of the system; null where the case is about one provider, or a sequence in time
 * @param steps what the protocol made of each of its steps; none where it is no sequence in time
 * @param differences what is not as expected, each as a sentence without its full stop; none where the case holds
 */
public record CaseResult(
        Case tried,
        List<Assessment> assessments,
        @Nullable SystemAssessment system,
        List<EscalationStep> steps,
        List<String> differences) {

    public CaseResult {
        assessments = List.copyOf(assessments);
        steps = List.copyOf(steps);
        differences = List.copyOf(differences);
    }

    /** Whether all came out as expected. */
    public boolean holds() {
        return differences.isEmpty();
    }

    /** Why it came out as it did: the explanation of the assessment, the system unit by unit, or the events step by step. */
    public String explanation() {
        if (system != null) {
            return system.toText();
        }
        return assessments.isEmpty() ? events() : assessments.get(0).explain().toText();
    }

    private String events() {
        StringBuilder text = new StringBuilder();
        for (EscalationStep step : steps) {
            text.append("At ").append(step.state().at()).append(step.events().isEmpty() ? ": nothing\n" : ":\n");
            step.events().forEach(event -> text.append("  ").append(event).append('\n'));
        }
        return text.toString();
    }

    /** The ids of the rules of a protocol that fired. */
    public Set<String> firedRules() {
        return steps.stream()
                .flatMap(step -> Outcome.of(step).stream())
                .map(Outcome::firedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
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
