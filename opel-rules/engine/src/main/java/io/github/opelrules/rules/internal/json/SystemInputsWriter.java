package io.github.opelrules.rules.internal.json;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes what the levels of a system are made from. */
public final class SystemInputsWriter {

    public static final String HIERARCHY = "opel.hierarchy/1";

    private final JsonGenerator json;

    SystemInputsWriter(JsonGenerator json) {
        this.json = json;
    }

    /** A hierarchy in the format {@code opel.hierarchy/1}. */
    void hierarchy(Hierarchy hierarchy) {
        json.writeObjectPropertyStart("hierarchy");
        json.writeStringProperty("format", HIERARCHY);
        json.writeStringProperty("weights", hierarchy.weights().name().toLowerCase(Locale.ROOT));
        json.writeArrayPropertyStart("units");
        hierarchy.units().forEach(unit -> unit(unit, hierarchy.weights()));
        json.writeEndArray();
        links(hierarchy.links());
        json.writeEndObject();
    }

    private void links(List<Hierarchy.Link> links) {
        if (links.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("links");
        for (Hierarchy.Link link : links) {
            json.writeStartObject();
            json.writeStringProperty("between", link.one().value());
            json.writeStringProperty("and", link.other().value());
            json.writeNumberProperty("minutes", link.travel().toMinutes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void unit(Unit unit, Hierarchy.Weights weights) {
        json.writeStartObject();
        json.writeStringProperty("code", unit.code().value());
        json.writeStringProperty("name", unit.name());
        json.writeStringProperty("tier", unit.tier().id());
        if (unit.providerType() != null) {
            json.writeStringProperty("providerType", unit.providerType().id());
        }
        if (unit.tier() != Tier.NATION || !unit.memberships().isEmpty()) {
            json.writeArrayPropertyStart("belongsTo");
            unit.memberships().forEach(membership -> membership(membership, weights));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void membership(Membership membership, Hierarchy.Weights weights) {
        json.writeStartObject();
        json.writeStringProperty("parent", membership.parent().value());
        if (weights != Hierarchy.Weights.EQUAL) {
            json.writeName("weight");
            json.writeRawValue(membership.weight().toPlainString());
        }
        json.writeStringProperty("from", membership.dates().startInclusive().toString());
        if (membership.dates().endExclusive() != null) {
            json.writeStringProperty("until", membership.dates().endExclusive().toString());
        }
        json.writeEndObject();
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
            AssessmentWriter.writeFramework(json, assessment);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
