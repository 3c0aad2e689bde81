package io.github.opelrules.rules.internal.json;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Doubt;
import io.github.opelrules.assess.Explanation;
import io.github.opelrules.assess.Margin;
import io.github.opelrules.assess.Notification;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.assess.SingleChange;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.internal.Library;
import io.github.opelrules.rules.internal.format.Json;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes assessments in the format {@code opel.assessment/1}: equal assessments give equal text. */
public final class AssessmentWriter {

    public static final String FORMAT = "opel.assessment/1";

    private final JsonGenerator json;

    private AssessmentWriter(JsonGenerator json) {
        this.json = json;
    }

    /** An assessment as one line of JSON, without a line end. */
    public static String write(Assessment assessment) {
        return Json.object(json -> new AssessmentWriter(json).members(assessment));
    }

    private void members(Assessment assessment) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("library", Library.VERSION);
        ReportWriter.writeHead(json, assessment.report());
        writeFramework(json, assessment);
        json.writeName("level");
        LevelForm.OUTCOME.write(assessment.level(), json);
        points("score", assessment.score());
        number("available", assessment.available());
        json.writeStringProperty("assurance", assessment.assurance().id());
        json.writeArrayPropertyStart("contributions");
        assessment.contributions().forEach(this::contribution);
        json.writeEndArray();
        if (assessment.framework().overlay().isPresent()) {
            json.writeArrayPropertyStart("notifications");
            assessment.notifications().forEach(this::notification);
            json.writeEndArray();
        }
        json.writeObjectPropertyStart("margins");
        assessment.marginUp().ifPresent(margin -> margin("up", margin));
        assessment.marginDown().ifPresent(margin -> margin("down", margin));
        json.writeEndObject();
        json.writeArrayPropertyStart("singleChanges");
        assessment.singleChanges().forEach(this::singleChange);
        json.writeEndArray();
        json.writeName("explanation");
        explanation(assessment.explain());
    }

    /** Which rule files were applied, and why those. */
    static void writeFramework(JsonGenerator json, Assessment assessment) {
        Selection selection = assessment.selection();
        json.writeObjectPropertyStart("framework");
        writeIdentity(json, assessment.framework());
        json.writeBooleanProperty("pinned", selection instanceof Selection.Pinned);
        if (selection instanceof Selection.Adopted adopted) {
            json.writeStringProperty("adoptedFrom", adopted.from().toString());
        } else if (selection instanceof Selection.Kept kept) {
            json.writeStringProperty("keptUntil", kept.until().toString());
        }
        json.writeEndObject();
    }

    /** Which rule files were applied: enough to find the same ones again. */
    public static void writeIdentity(JsonGenerator json, Framework framework) {
        FrameworkShape.APPLIED.writeKeys(framework, json);
    }

    /** Which rule files were applied to which units. */
    static void writeFrameworks(JsonGenerator json, Map<OdsCode, Framework> byUnit) {
        json.writeName("frameworks");
        FrameworkShape.BY_UNIT.write(byUnit, json);
    }

    private void contribution(Contribution contribution) {
        json.writeStartObject();
        json.writeStringProperty("parameter", contribution.parameter().id().value());
        json.writeNumberProperty("number", contribution.parameter().number());
        json.writeStringProperty("label", contribution.parameter().label());
        json.writeStringProperty("unit", contribution.parameter().unit());
        json.writeName("reading");
        ReportWriter.writeReading(json, contribution.reading());
        json.writeArrayPropertyStart("bands");
        contribution.bands().forEach(this::band);
        json.writeEndArray();
        points("points", contribution.points());
        number("ofMaximum", contribution.parameter().points().max());
        json.writeStringProperty("code", contribution.code().name());
        rule(contribution.rule());
        json.writeStringProperty("assurance", contribution.assurance().id());
        source(contribution.source());
        Doubt doubt = contribution.doubt();
        if (doubt != null) {
            doubt(doubt);
        }
        json.writeEndObject();
    }

    private void doubt(Doubt doubt) {
        json.writeObjectPropertyStart("doubt");
        json.writeStringProperty("code", ReasonCode.DOUBTFUL.name());
        json.writeStringProperty("reason", doubt.reason());
        json.writeObjectPropertyStart("usual");
        json.writeStringProperty("from", doubt.usual().from().toPlainString());
        json.writeStringProperty("upTo", doubt.usual().upTo().toPlainString());
        json.writeEndObject();
        rule(doubt.rule());
        json.writeStringProperty("assurance", doubt.assurance().id());
        json.writeEndObject();
    }

    private void notification(Notification notification) {
        Threshold threshold = notification.threshold();
        json.writeStartObject();
        json.writeStringProperty("threshold", threshold.id());
        json.writeStringProperty("certainty", notification.certainty().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("notice", threshold.notice());
        json.writeStringProperty("parameter", threshold.parameter().value());
        json.writeStringProperty("label", notification.quantity().label());
        json.writeStringProperty("unit", notification.quantity().unit());
        json.writeObjectPropertyStart("values");
        edge(threshold.interval().lower());
        edge(threshold.interval().upper());
        json.writeEndObject();
        json.writeName("reading");
        ReportWriter.writeReading(json, notification.reading());
        json.writeStringProperty("code", notification.code().name());
        rule(notification.rule());
        json.writeEndObject();
    }

    private void rule(Rule rule) {
        json.writeObjectPropertyStart("rule");
        json.writeStringProperty("name", rule.name());
        json.writeStringProperty("citation", rule.citation());
        json.writeEndObject();
    }

    private void source(Source source) {
        json.writeObjectPropertyStart("source");
        json.writeStringProperty("document", source.document());
        json.writeStringProperty("place", source.place());
        json.writeEndObject();
    }

    private void band(Band band) {
        json.writeStartObject();
        edge(band.interval().lower());
        edge(band.interval().upper());
        number("points", band.points());
        json.writeStringProperty("assurance", band.assurance().id());
        json.writeEndObject();
    }

    private void edge(@Nullable Edge edge) {
        if (edge != null) {
            json.writeStringProperty(edge.kind().key(), edge.value().toPlainString());
        }
    }

    private void margin(String direction, Margin margin) {
        json.writeObjectPropertyStart(direction);
        json.writeNumberProperty("level", margin.level().number());
        number("reachedAt", margin.reachedAt());
        points("points", margin.points());
        json.writeEndObject();
    }

    private void singleChange(SingleChange change) {
        json.writeStartObject();
        json.writeStringProperty("parameter", change.parameter().id().value());
        json.writeStringProperty("direction", change.rises() ? "rises" : "falls");
        json.writeStringProperty("value", change.value().toPlainString());
        json.writeName("band");
        band(change.band());
        json.writeName("level");
        LevelForm.OUTCOME.write(change.level(), json);
        json.writeEndObject();
    }

    private void explanation(Explanation explanation) {
        json.writeStartObject();
        json.writeStringProperty("code", explanation.code().name());
        json.writeStringProperty("sentence", explanation.sentence());
        json.writeObjectPropertyStart("data");
        explanation.data().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeArrayPropertyStart("parts");
        explanation.parts().forEach(this::explanation);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void points(String key, PointsRange range) {
        json.writeObjectPropertyStart(key);
        number("min", range.min());
        number("max", range.max());
        json.writeEndObject();
    }

    /** A number that matters stands as text, so that no reader turns it into a binary fraction. */
    private void number(String key, int value) {
        json.writeStringProperty(key, Integer.toString(value));
    }
}
