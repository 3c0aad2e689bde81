package io.github.opelrules.rules.internal.json;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.rules.internal.format.Json;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Instant;
import java.util.Collection;

/** Writes decision records in the format {@code opel.record/1}. */
public final class RecordWriter {

    /** The format and its version. */
    public static final String FORMAT = "opel.record/1";

    private RecordWriter() {}

    /** The record of an assessment as one line of JSON, without a line end. */
    public static String write(Assessment assessment) {
        return Json.summed(Json.object(json -> {
            json.writeStringProperty("format", FORMAT);
            json.writeName("report");
            json.writeRawValue(ReportWriter.write(assessment.report()));
            json.writeName("assessment");
            json.writeRawValue(AssessmentShape.ASSESSMENT.toJson(assessment));
        }));
    }

    /**
     * The record of the levels of a system as one line of JSON, without a line end.
     *
     * @param system what came out of the others
     */
    public static String write(
            Hierarchy hierarchy,
            Collection<Assessment> assessments,
            Collection<Declaration> declarations,
            SystemAssessment system) {
        return Json.summed(Json.object(json -> {
            SystemInputsWriter inputs = new SystemInputsWriter(json);
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("at", system.at().toString());
            inputs.hierarchy(hierarchy);
            inputs.assessments(assessments);
            inputs.declarations(declarations);
            json.writeName("system");
            json.writeRawValue(SystemShape.SYSTEM.toJson(system));
        }));
    }

    /**
     * The record of a step of an escalation as one line of JSON, without a line end.
     *
     * @param state the state before
     * @param step what came out of the others
     */
    public static String write(EscalationState state, EscalationInputs inputs, Instant now, EscalationStep step) {
        return Json.summed(Json.object(json -> {
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("now", now.toString());
            json.writeName("state");
            json.writeRawValue(EscalationFormats.STATE.toJson(state));
            new EscalationInputsWriter(json).inputs(inputs);
            json.writeName("step");
            json.writeRawValue(EscalationFormats.STEP.toJson(step));
        }));
    }

    /** Whether a record says of itself what its sum says. */
    public static boolean isAsWritten(String record) {
        int sum = record.lastIndexOf(",\"sum\":");
        return sum > 0 && Json.summed(record.substring(0, sum) + "}").equals(record);
    }
}
