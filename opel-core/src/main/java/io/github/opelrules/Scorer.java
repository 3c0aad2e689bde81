package io.github.opelrules;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.SituationReport;
import java.util.Collection;
import java.util.List;

/**
 * What scores situation reports, and no more: an {@link OpelEngine}, or a program of somebody else's that is held against the rules.
 *
 * <p>It is thread-safe and reads no clock: equal reports give equal assessments.
 */
public interface Scorer {

    /** Everything that would keep a report from being scored; empty when nothing would. */
    List<ReportProblem> check(SituationReport report);

    /**
     * Scores one report.
     *
     * @throws InvalidReportException if the report cannot be scored, listing everything that is wrong with it
     * @throws NoFrameworkException if no framework was in force at the report's time
     */
    Assessment assess(SituationReport report);

    /**
     * Scores many reports: all or none, in the order of the reports, each as if it were alone.
     *
     * @throws InvalidReportException if any report cannot be scored; none is scored then. {@link #check} finds such
     *     reports beforehand
     * @throws NoFrameworkException if no framework was in force at the time of any of them
     */
    List<Assessment> assessAll(Collection<SituationReport> reports);
}
