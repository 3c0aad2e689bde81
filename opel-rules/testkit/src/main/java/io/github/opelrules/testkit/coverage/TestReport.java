package io.github.opelrules.testkit.coverage;

import io.github.opelrules.rules.cases.CaseRun;
import org.jspecify.annotations.Nullable;

/**
 * What a test of a framework's rules came to.
 *
 * @param run what came out of its cases
 * @param coverage how much they touch; null where that was not asked for
 * @param threshold how many in a hundred they have to touch; 0 where nothing was demanded
 * @param mutation whether they notice changed numbers; null where that was not asked for, or not all cases hold
 */
public record TestReport(
        CaseRun run,
        @Nullable Coverage coverage,
        int threshold,
        @Nullable MutationRun mutation) {

    /** Whether there is at least one case, all hold, enough is touched, and each changed number was noticed. */
    public boolean passes() {
        return run.holds() && isCovered() && (mutation == null || mutation.holds());
    }

    /** Whether as much is touched as was demanded. */
    public boolean isCovered() {
        return coverage == null || coverage.percent() >= threshold;
    }

    /** Everything, for people. */
    public String toText() {
        StringBuilder text = new StringBuilder(run.toText());
        if (coverage != null) {
            text.append(coverage.toText());
        }
        if (!isCovered()) {
            text.append("That is less than the ").append(threshold).append(" % that were demanded.\n");
        }
        return text.append(mutation == null ? "" : mutation.toText()).toString();
    }

    /** As one line of JSON in the format {@code opel.test/1}, without a line end. */
    public String toJson() {
        return TestReportWriter.write(this);
    }

    /**
     * In the XML of JUnit, which build servers read: a test for each case, and one each for the coverage that is demanded and for
     * changed numbers. Where there is no case, one test says so and fails.
     */
    public String toJUnitXml() {
        return JUnitXml.write(this);
    }
}
