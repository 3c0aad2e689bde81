package io.github.opelrules.testkit.diff;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.report.SituationReport;
import java.util.List;

/**
 * A made-up report whose level is another one under the other framework. Both frameworks accept it; assess it by each of
 * them, pinned, to see for yourself.
 *
 * @param report the report
 * @param parts what each parameter of either framework scores, in the order after, then those that are gone
 * @param before its level before
 * @param after its level after
 */
public record ReportExample(SituationReport report, List<Part> parts, Level before, Level after) {

    /**
     * What one parameter scores.
     *
     * @param parameter the parameter, as it stands after, or before where it is gone
     * @param before its points before; none where it was not there
     * @param after its points after; none where it is gone
     */
    public record Part(Parameter parameter, PointsRange before, PointsRange after) {}

    public ReportExample {
        parts = List.copyOf(parts);
    }

    /** Its score before. */
    public PointsRange scoreBefore() {
        return new PointsRange(
                parts.stream().mapToInt(part -> part.before().min()).sum(),
                parts.stream().mapToInt(part -> part.before().max()).sum());
    }

    /** Its score after. */
    public PointsRange scoreAfter() {
        return new PointsRange(
                parts.stream().mapToInt(part -> part.after().min()).sum(),
                parts.stream().mapToInt(part -> part.after().max()).sum());
    }
}
