package io.github.opelrules.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that the library ships: the JSON schemas of its formats, and its Drools rules. */
final class Shipped {

    /** The formats that have a schema. */
    static final List<String> SCHEMAS = List.of(
            "opel.framework-1",
            "opel.table-1",
            "opel.overlay-1",
            "opel.cases-1",
            "opel.hierarchy-1",
            "opel.adoptions-1",
            "opel.declarations-1",
            "opel.hours-1",
            "opel.report-1",
            "opel.assessment-1",
            "opel.system-1",
            "opel.escalation-state-1",
            "opel.escalation-step-1",
            "opel.escalation-event-1",
            "opel.action-1",
            "opel.action-reply-1",
            "opel.notice-1",
            "opel.declaration-1",
            "opel.diff-1",
            "opel.replay-1",
            "opel.record-1",
            "opel.verify-1",
            "opel.conform-1",
            "opel.conformance-1",
            "opel.check-1",
            "opel.test-1",
            "opel.framework-summary-1");

    /** The formats of rule files. */
    static final List<String> SCHEMAS_OF_RULES =
            List.of("opel.framework-1", "opel.table-1", "opel.overlay-1", "opel.cases-1");

    private static final String RULES = "/io/github/opelrules/rules/";
    private static final String TEST_KIT = "/io/github/opelrules/testkit/";

    private Shipped() {}

    static String schema(String name) {
        String file = "schema/" + schemaFile(name);
        return text((Shipped.class.getResource(RULES + file) == null ? TEST_KIT : RULES) + file);
    }

    static String schemaFile(String name) {
        return name + ".schema.json";
    }

    /** The scoring rules as they were written. */
    static String scoringRules() {
        return text(RULES + "internal/engine/scoring.drl");
    }

    /** The rules of tiers as they were written. */
    static String tierRules() {
        return text(RULES + "internal/tier/tiers.drl");
    }

    /** The rules of mutual aid as they were written. */
    static String aidRules() {
        return text(RULES + "internal/escalate/aid.drl");
    }

    private static String text(String resource) {
        try (InputStream in = Shipped.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path: build this module with Maven");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
