package io.github.opelrules.rules.internal.json;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.rules.internal.system.HierarchyShape;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import java.util.Collection;
import tools.jackson.core.JsonGenerator;

/** Writes what the levels of a system are made from. */
final class SystemInputsWriter {

    private final JsonGenerator json;

    SystemInputsWriter(JsonGenerator json) {
        this.json = json;
    }

    /** A hierarchy in the format {@code opel.hierarchy/1}. */
    void hierarchy(Hierarchy hierarchy) {
        json.writeName("hierarchy");
        HierarchyShape.HIERARCHY.write(hierarchy, json);
    }

    /** What was declared, without who said so and why. */
    void declarations(Collection<Declaration> declarations) {
        json.writeArrayPropertyStart("declarations");
        for (Declaration declaration : declarations) {
            json.writeStartObject();
            json.writeStringProperty("unit", declaration.unit().value());
            json.writeNumberProperty("level", declaration.level().number());
            json.writeStringProperty("at", declaration.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The reports, and by which rules each was scored. */
    void assessments(Collection<Assessment> assessments) {
        json.writeArrayPropertyStart("assessments");
        for (Assessment assessment : assessments) {
            json.writeStartObject();
            json.writeName("report");
            json.writeRawValue(ReportWriter.write(assessment.report()));
            json.writeName("framework");
            FrameworkShape.CHOSEN.write(
                    new FrameworkShape.Chosen(assessment.framework(), assessment.selection()), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
