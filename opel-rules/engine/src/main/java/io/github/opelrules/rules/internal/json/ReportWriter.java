package io.github.opelrules.rules.internal.json;

import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.format.Json;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** Writes reports in the format {@code opel.report/1}. */
public final class ReportWriter {

    private ReportWriter() {}

    /** A report as one line of JSON, without a line end. */
    public static String write(SituationReport report) {
        return Json.object(json -> {
            json.writeStringProperty("format", ReportReader.FORMAT);
            writeHead(json, report);
            json.writeObjectPropertyStart("readings");
            report.readings().forEach((parameter, reading) -> {
                json.writeName(parameter.value());
                if (reading instanceof Reading.Measured measured && isBare(measured)) {
                    json.writeString(measured.value().toPlainString());
                } else {
                    writeReading(json, reading);
                }
            });
            json.writeEndObject();
        });
    }

    /** Whose report it is and of when. */
    static void writeHead(JsonGenerator json, SituationReport report) {
        json.writeStringProperty("organisation", report.organisation().value());
        json.writeStringProperty("providerType", report.providerType().id());
        json.writeStringProperty("observedAt", report.observedAt().toString());
        Instant recordedAt = report.recordedAt();
        if (recordedAt != null) {
            json.writeStringProperty("recordedAt", recordedAt.toString());
        }
    }

    /** A reading in its long form, as an object. */
    static void writeReading(JsonGenerator json, Reading reading) {
        json.writeStartObject();
        if (reading instanceof Reading.Measured measured) {
            json.writeStringProperty("value", measured.value().toPlainString());
            BigDecimal roundedTo = measured.roundedTo();
            if (roundedTo != null) {
                json.writeStringProperty("roundedTo", roundedTo.toPlainString());
            }
            Instant observedAt = measured.observedAt();
            if (observedAt != null) {
                json.writeStringProperty("observedAt", observedAt.toString());
            }
        } else if (reading instanceof Reading.Missing missing) {
            json.writeStringProperty("missing", missing.reason().id());
        }
        json.writeEndObject();
    }

    private static boolean isBare(Reading.Measured measured) {
        return measured.roundedTo() == null && measured.observedAt() == null;
    }
}
