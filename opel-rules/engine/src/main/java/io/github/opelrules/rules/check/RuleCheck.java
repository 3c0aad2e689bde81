package io.github.opelrules.rules.check;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.internal.Words;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found in the rule files of one framework, and how sure its values are.
 *
 * @param folder where the files stand
 * @param framework the framework, or empty where errors keep it from loading
 * @param findings in the order of the files and their lines
 * @param values every graded value, in the order of the source document: by the number of the parameter its cuts, their
 *     sides and its points, then the sum, the level cuts and their sides, then the tiers and the dates; only those that could
 *     be read. Of an overlay, those of the framework it extends that no deviation replaces: what deviates is nobody's
 *     publication
 */
public record RuleCheck(
        String folder, Optional<Framework> framework, List<Finding> findings, List<GradedValue> values) {

    /** Keeps copies of the lists. */
    public RuleCheck {
        findings = List.copyOf(findings);
        values = List.copyOf(values);
    }

    /** Whether there is no error: none keeps the rules from being used, nor their cases from being tried; there may be warnings. */
    public boolean passes() {
        return findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    /** How many values have each grade, from the surest; a grade that no value has counts 0. */
    public Map<Assurance, Integer> summary() {
        Map<Assurance, Integer> summary = new EnumMap<>(Assurance.class);
        for (Assurance assurance : Assurance.values()) {
            summary.put(assurance, 0);
        }
        for (GradedValue value : values) {
            summary.merge(value.assurance(), 1, Integer::sum);
        }
        return Collections.unmodifiableMap(summary);
    }

    /**
     * Whether the framework is in use or a draft, which says nothing of its values, and how many of these somebody read in an NHS
     * England publication: {@code in use; none of its 131 values was read}.
     */
    public String standing() {
        int all = values.size();
        int read = all - worklist().size();
        return (framework.map(Framework::isDraft).orElse(false) ? "draft; " : "in use; ")
                + (read == 0 ? "none" : read == all ? "each" : Integer.toString(read))
                + " of its " + Words.count(all, "value")
                + (read == 0 || read == 1 || read == all ? " was read" : " were read");
    }

    /** The values that nobody read in an NHS England publication yet, in the order of the source document. */
    public List<GradedValue> worklist() {
        return values.stream()
                .filter(value -> value.assurance() != Assurance.PUBLISHED)
                .toList();
    }
}
