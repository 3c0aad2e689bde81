package io.github.opelrules.rules;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.internal.json.AssessmentShape;
import io.github.opelrules.rules.internal.json.EscalationFormats;
import io.github.opelrules.rules.internal.json.RecordWriter;
import io.github.opelrules.rules.internal.json.ReportReader;
import io.github.opelrules.rules.internal.json.ReportWriter;
import io.github.opelrules.rules.internal.json.SystemShape;
import io.github.opelrules.rules.internal.system.DeclarationShape;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.SystemAssessment;
import java.util.Collection;
import java.util.Objects;

/**
 * Reports, assessments, systems, escalations and differences of frameworks as JSON, each in a format with a version of its
 * own, such as {@code opel.report/1}.
 *
 * <p>A text may have any characters. Half of a character of two UTF-16 units, which no encoding has, is written as an escape of
 * JSON and read as it was.
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
        Objects.requireNonNull(json, "json");
        return ReportReader.read(json, 1);
    }

    /** A report as one line of JSON, without a line end. Reading it again gives an equal report. */
    public static String write(SituationReport report) {
        Objects.requireNonNull(report, "report");
        return ReportWriter.write(report);
    }

    /**
     * An assessment as one line of JSON, without a line end: the level with its reasons, its margins and the whole
     * explanation. Equal assessments give equal text; nothing in it tells when it was made.
     */
    public static String write(Assessment assessment) {
        Objects.requireNonNull(assessment, "assessment");
        return AssessmentShape.ASSESSMENT.toJson(assessment);
    }

    /**
     * Reads an assessment. Reading what was written gives an equal assessment.
     *
     * <p>What follows from the rest is made again and must be what was read: the points of the bands that a reading touches, the
     * score, the level, the margins and the explanation. Whether its rules give all this, a record's verification tells.
     *
     * @param frameworks those that it may have been made by, for an assessment names its framework by the digest
     * @throws InvalidInputException if anything is wrong with it, listing all of it; if it was changed after it was written; or if it
     *     was made by another framework
     */
    public static Assessment readAssessment(String json, Collection<Framework> frameworks) {
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(frameworks, "frameworks");
        return AssessmentShape.assessment(frameworks).fromJson(json, "assessment");
    }

    /**
     * The levels of a system as one line of JSON in the format {@code opel.system/1}, without a line end. Equal systems give
     * equal text.
     */
    public static String write(SystemAssessment system) {
        Objects.requireNonNull(system, "system");
        return SystemShape.SYSTEM.toJson(system);
    }

    /**
     * The state of an escalation as one line of JSON in the format {@code opel.escalation-state/1}, without a line end, with a sum of
     * its content. Equal states give equal text.
     */
    public static String write(EscalationState state) {
        Objects.requireNonNull(state, "state");
        return EscalationFormats.STATE.toJson(state);
    }

    /**
     * A step of an escalation, with the state after it, as one line of JSON in the format {@code opel.escalation-step/1},
     * without a line end. Equal steps give equal text.
     */
    public static String write(EscalationStep step) {
        Objects.requireNonNull(step, "step");
        return EscalationFormats.STEP.toJson(step);
    }

    /**
     * An event as one line of JSON in the format {@code opel.escalation-event/1}, without a line end. Equal events give equal text.
     */
    public static String write(EscalationEvent event) {
        Objects.requireNonNull(event, "event");
        return EscalationFormats.EVENT.toJson(event);
    }

    /** An action as one line of JSON in the format {@code opel.action/1}, without a line end. Equal actions give equal text. */
    public static String write(Action action) {
        Objects.requireNonNull(action, "action");
        return EscalationFormats.ACTION.toJson(action);
    }

    /** A reply as one line of JSON in the format {@code opel.action-reply/1}, without a line end. Equal replies give equal text. */
    public static String write(ActionReply reply) {
        Objects.requireNonNull(reply, "reply");
        return EscalationFormats.REPLY.toJson(reply);
    }

    /** A notice as one line of JSON in the format {@code opel.notice/1}, without a line end. Equal notices give equal text. */
    public static String write(Notice notice) {
        Objects.requireNonNull(notice, "notice");
        return EscalationFormats.NOTICE.toJson(notice);
    }

    /**
     * A declaration as one line of JSON in the format {@code opel.declaration/1}, without a line end. Equal declarations give equal
     * text.
     */
    public static String write(Declaration declaration) {
        Objects.requireNonNull(declaration, "declaration");
        return DeclarationShape.DECLARATION.toJson(declaration);
    }

    /**
     * Reads the state of an escalation. Reading what was written gives an equal state, whatever happened to the spacing and the
     * order of its keys.
     *
     * <p>A written state carries a sum of its content. A state that does not go with its sum is refused: somebody edited it, or
     * part of it was lost. The sum is no secret and no signature: it tells mistakes, not attackers.
     *
     * @throws InvalidInputException if anything is wrong with it, listing all of it, or it was changed after it was written
     */
    public static EscalationState readEscalationState(String json) {
        Objects.requireNonNull(json, "json");
        return EscalationFormats.STATE.fromJson(json, "escalation state");
    }

    /**
     * Reads the state of an escalation that somebody edited on purpose: as {@link #readEscalationState}, but whatever its sum says,
     * and also without one. Writing it again gives it the right sum.
     *
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static EscalationState readEditedEscalationState(String json) {
        Objects.requireNonNull(json, "json");
        return EscalationFormats.EDITED_STATE.fromJson(json, "escalation state");
    }

    /**
     * Reads a step of an escalation. Reading what was written gives an equal step.
     *
     * @param frameworks those that it may have been made by, for a step names its frameworks by their digests
     * @throws InvalidInputException if anything is wrong with it, listing all of it; if its state was changed after it was written; or
     *     if it was made by another framework
     */
    public static EscalationStep readEscalationStep(String json, Collection<Framework> frameworks) {
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(frameworks, "frameworks");
        return EscalationFormats.step(frameworks).fromJson(json, "escalation step");
    }

    /**
     * Reads an event. Reading what was written gives an equal event.
     *
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static EscalationEvent readEscalationEvent(String json) {
        Objects.requireNonNull(json, "json");
        return EscalationFormats.EVENT.fromJson(json, "escalation event");
    }

    /**
     * Reads an action. Reading what was written gives an equal action.
     *
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static Action readAction(String json) {
        Objects.requireNonNull(json, "json");
        return EscalationFormats.ACTION.fromJson(json, "action");
    }

    /**
     * Reads a reply to an action. Reading what was written gives an equal reply.
     *
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static ActionReply readActionReply(String json) {
        Objects.requireNonNull(json, "json");
        return EscalationFormats.REPLY.fromJson(json, "reply to an action");
    }

    /**
     * Reads a notice. Reading what was written gives an equal notice.
     *
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static Notice readNotice(String json) {
        Objects.requireNonNull(json, "json");
        return EscalationFormats.NOTICE.fromJson(json, "notice");
    }

    /**
     * Reads a declaration. Reading what was written gives an equal declaration.
     *
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static Declaration readDeclaration(String json) {
        Objects.requireNonNull(json, "json");
        return DeclarationShape.DECLARATION.fromJson(json, "declaration");
    }

    /**
     * The decision record of an assessment, as one line of JSON in the format {@code opel.record/1}, without a line end: the
     * report, the assessment with the versions and the digest of what made it, and a sum of both. Equal assessments give
     * equal text.
     */
    public static String writeRecord(Assessment assessment) {
        Objects.requireNonNull(assessment, "assessment");
        return RecordWriter.write(assessment);
    }
}
