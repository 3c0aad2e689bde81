package io.github.opelrules.rules.internal.json;

import io.github.opelrules.internal.Library;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.internal.format.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes findings as a log in SARIF 2.1.0, which forges show beside the lines that they are about. */
public final class SarifWriter {

    private SarifWriter() {}

    /**
     * One log of one run.
     *
     * @param findings in the order in which they are listed
     * @param from the folder that the files of the log are relative to; a file elsewhere is named in full
     */
    public static String write(List<Finding> findings, Path from) {
        return Json.object(json -> {
            json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            writeTool(json, findings);
            json.writeStringProperty("columnKind", "unicodeCodePoints");
            json.writeArrayPropertyStart("results");
            findings.forEach(finding -> write(json, finding, from));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private static void writeTool(JsonGenerator json, List<Finding> findings) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "opel check");
        json.writeStringProperty("version", Library.VERSION);
        json.writeArrayPropertyStart("rules");
        findings.stream().map(Finding::code).sorted().distinct().forEach(code -> {
            json.writeStartObject();
            json.writeStringProperty("id", code);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Finding finding, Path from) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.code());
        json.writeStringProperty("level", finding.severity() == Finding.Severity.ERROR ? "error" : "warning");
        json.writeObjectPropertyStart("message");
        json.writeStringProperty("text", finding.message());
        json.writeEndObject();
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(finding.file(), from));
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", finding.line());
        json.writeNumberProperty("startColumn", finding.column());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String uri(String file, Path from) {
        Path base = from.toAbsolutePath().normalize();
        Path path = base.resolve(file).normalize();
        if (!path.startsWith(base)) {
            return encoded("file", path);
        }
        String relative = encoded(null, base.relativize(path));
        // A colon in the first name would make a scheme of it.
        return relative.replace(":", "%3A");
    }

    private static String encoded(@Nullable String scheme, Path path) {
        try {
            List<String> names = new ArrayList<>();
            path.forEach(name -> names.add(name.toString()));
            String slashed = names.stream().collect(Collectors.joining("/", "/", ""));
            String encoded = new URI(scheme, scheme == null ? null : "", slashed, null).toASCIIString();
            return scheme == null ? encoded.substring(1) : encoded;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(path + " has no URI", e);
        }
    }
}
