package io.github.opelrules.rules;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.diff.FrameworkDiff;
import io.github.opelrules.rules.internal.json.AssessmentWriter;
import io.github.opelrules.rules.internal.json.DiffWriter;
import io.github.opelrules.rules.internal.json.EscalationWriter;
import io.github.opelrules.rules.internal.json.RecordWriter;
import io.github.opelrules.rules.internal.json.ReplayWriter;
import io.github.opelrules.rules.internal.json.ReportReader;
import io.github.opelrules.rules.internal.json.ReportWriter;
import io.github.opelrules.rules.internal.json.SystemWriter;
import io.github.opelrules.rules.internal.load.StateReader;
import io.github.opelrules.rules.replay.ReplayResult;
import io.github.opelrules.tier.SystemAssessment;

/**
 * Reports, assessments, systems, escalations and differences of frameworks as JSON, each in a format with a version of its
 * own, such as {@code opel.report/1}.
 *
 * <p>A JSON Schema of each lies beside this class, such as {@code schema/opel.report-1.schema.json}.
 */
public final class OpelJson {

    private OpelJson() {}

    /**
     * Reads a report. Whatever is wrong inside it waits in the builder: building or assessing it lists everything at once,
     * each with its place.
     *
     * @param json one JSON object; a byte order mark before it is skipped
     * @throws InvalidReportException if the text is not one JSON object
     */
    public static SituationReport.Builder readReport(String json) {
        return ReportReader.read(json, 1);
    }

    /** A report as one line of JSON, without a line end. Reading it again gives an equal report. */
    public static String write(SituationReport report) {
        return ReportWriter.write(report);
    }

    /**
     * An assessment as one line of JSON, without a line end: the level with its reasons, its margins and the whole
     * explanation. Equal assessments give equal text; nothing in it tells when it was made.
     */
    public static String write(Assessment assessment) {
        return AssessmentWriter.write(assessment);
    }

    /**
     * The levels of a system as one line of JSON in the format {@code opel.system/1}, without a line end. Equal systems give
     * equal text.
     */
    public static String write(SystemAssessment system) {
        return SystemWriter.write(system);
    }

    /**
     * What differs between two frameworks, as one line of JSON in the format {@code opel.diff/1}, without a line end. Equal
     * differences give equal text.
     */
    public static String write(FrameworkDiff diff) {
        return DiffWriter.write(diff);
    }

    /**
     * The state of an escalation as one line of JSON in the format {@code opel.escalation-state/1}, without a line end. Equal
     * states give equal text.
     */
    public static String write(EscalationState state) {
        return EscalationWriter.write(state);
    }

    /**
     * A step of an escalation, with the state after it, as one line of JSON in the format {@code opel.escalation-step/1},
     * without a line end. Equal steps give equal text.
     */
    public static String write(EscalationStep step) {
        return EscalationWriter.write(step);
    }

    /**
     * Reads the state of an escalation. Reading what was written gives an equal state.
     *
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static EscalationState readEscalationState(String json) {
        return StateReader.read(json);
    }

    /** What a replay came to, as one line of JSON in the format {@code opel.replay/1}, without a line end. Equal replays give equal text. */
    public static String write(ReplayResult replay) {
        return ReplayWriter.write(replay);
    }

    /**
     * The decision record of an assessment, as one line of JSON in the format {@code opel.record/1}, without a line end: the
     * report, the assessment with the versions and the digest of what made it, and a sum of both. Equal assessments give
     * equal text.
     */
    public static String writeRecord(Assessment assessment) {
        return RecordWriter.write(assessment);
    }
}
