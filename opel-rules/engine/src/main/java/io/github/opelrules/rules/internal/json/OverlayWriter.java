package io.github.opelrules.rules.internal.json;

import io.github.opelrules.framework.Deviation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Overlay;
import io.github.opelrules.framework.ParameterId;
import tools.jackson.core.JsonGenerator;

/** Writes what makes a framework a local one. */
final class OverlayWriter {

    private OverlayWriter() {}

    /** The member {@code overlay} of a framework; nothing where it is no local one. */
    static void write(JsonGenerator json, Framework framework) {
        framework.overlay().ifPresent(overlay -> write(json, overlay));
    }

    private static void write(JsonGenerator json, Overlay overlay) {
        json.writeObjectPropertyStart("overlay");
        json.writeStringProperty("base", overlay.base().value());
        json.writeStringProperty("baseVersion", overlay.baseVersion());
        json.writeStringProperty("owner", overlay.owner());
        json.writeArrayPropertyStart("deviations");
        overlay.deviations().forEach(deviation -> write(json, deviation));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Deviation deviation) {
        json.writeStartObject();
        json.writeStringProperty("providerType", deviation.providerType().id());
        json.writeStringProperty("what", deviation.what());
        ParameterId parameter = deviation.parameter();
        if (parameter != null) {
            json.writeStringProperty("parameter", parameter.value());
        }
        json.writeStringProperty("reason", deviation.reason());
        json.writeStringProperty("owner", deviation.owner());
        json.writeEndObject();
    }
}
