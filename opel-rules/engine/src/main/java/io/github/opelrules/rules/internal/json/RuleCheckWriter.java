package io.github.opelrules.rules.internal.json;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.format.Json;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes what a check of rule files came to. */
public final class RuleCheckWriter {

    private RuleCheckWriter() {}

    /**
     * One check, in the format {@code opel.check/1}.
     *
     * @param worklist whether to list the values that are not verified yet
     */
    public static String check(RuleCheck check, boolean worklist) {
        return Json.object(json -> {
            json.writeStringProperty("format", "opel.check/1");
            json.writeStringProperty("folder", check.folder());
            json.writeBooleanProperty("passes", check.passes());
            check.framework().ifPresent(framework -> writeFramework(json, framework));
            json.writeArrayPropertyStart("findings");
            check.findings().forEach(finding -> write(json, finding));
            json.writeEndArray();
            write(json, check.summary());
            if (worklist) {
                json.writeArrayPropertyStart("worklist");
                check.worklist().forEach(value -> write(json, value));
                json.writeEndArray();
            }
        });
    }

    /** One framework, in the format {@code opel.framework-summary/1}. */
    public static String framework(Framework framework, RuleCheck check) {
        return Json.object(json -> {
            json.writeStringProperty("format", "opel.framework-summary/1");
            writeFramework(json, framework);
            write(json, check.summary());
        });
    }

    private static void writeFramework(JsonGenerator json, Framework framework) {
        json.writeObjectPropertyStart("framework");
        json.writeStringProperty("id", framework.id().value());
        json.writeStringProperty("version", framework.version());
        json.writeStringProperty("title", framework.title());
        json.writeStringProperty("status", framework.status().toString());
        json.writeStringProperty("from", framework.inForce().startInclusive().toString());
        if (framework.inForce().endExclusive() != null) {
            json.writeStringProperty("until", framework.inForce().endExclusive().toString());
        }
        json.writeArrayPropertyStart("providerTypes");
        for (ProviderType type : framework.tables().keySet()) {
            json.writeString(type.id());
        }
        json.writeEndArray();
        if (framework.tiers() != null) {
            json.writeObjectPropertyStart("pillars");
            framework
                    .tiers()
                    .pillars()
                    .forEach((type, weight) -> json.writeStringProperty(type.id(), weight.toPlainString()));
            json.writeEndObject();
        }
        json.writeStringProperty("digest", framework.digest());
        if (!framework.knownIssues().isEmpty()) {
            json.writeArrayPropertyStart("knownIssues");
            framework.knownIssues().forEach(json::writeString);
            json.writeEndArray();
        }
        framework.overlay().ifPresent(overlay -> {
            json.writeName("overlay");
            OverlayShape.OVERLAY.write(overlay, json);
        });
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Map<Assurance, Integer> summary) {
        json.writeObjectPropertyStart("values");
        summary.forEach((assurance, count) -> json.writeNumberProperty(assurance.toString(), count));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("file", finding.file());
        json.writeNumberProperty("line", finding.line());
        json.writeNumberProperty("column", finding.column());
        json.writeStringProperty("severity", finding.severity() == Finding.Severity.ERROR ? "error" : "warning");
        json.writeStringProperty("code", finding.code());
        json.writeStringProperty("message", finding.message());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, GradedValue value) {
        json.writeStartObject();
        json.writeStringProperty("file", value.file());
        json.writeNumberProperty("line", value.line());
        json.writeNumberProperty("column", value.column());
        json.writeStringProperty("what", value.what());
        json.writeStringProperty("assurance", value.assurance().toString());
        json.writeStringProperty("document", value.source().document());
        json.writeStringProperty("place", value.source().place());
        json.writeEndObject();
    }
}
