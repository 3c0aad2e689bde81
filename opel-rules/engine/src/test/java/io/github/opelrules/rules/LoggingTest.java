package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggingTest {

    @BeforeEach
    void beginAnew() {
        RecordedLog.clear();
    }

    @Test
    void each_framework_that_is_loaded_is_one_line_that_identifies_it_and_nothing_else_is_logged() {
        List<Framework> frameworks = OpelRules.bundled().frameworks().frameworks();

        assertThat(RecordedLog.lines())
                .containsExactly(
                        line("nhse-opel-2023-24", frameworks.get(0)), line("nhse-opel-2024-26", frameworks.get(1)));
    }

    private static String line(String folder, Framework framework) {
        return "INFO io.github.opelrules.rules.OpelRules: Loaded OPEL framework " + folder + " " + framework.version()
                + " (" + framework.digest() + ") from " + folder;
    }

    @Test
    void the_line_says_how_many_warnings_there_are(@TempDir Path folder) throws IOException {
        String bundled = "frameworks/nhse-opel-2023-24/";
        for (String file : List.of("framework.yaml", "acute.yaml")) {
            try (InputStream in = OpelRules.class.getResourceAsStream(bundled + file)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replace("{ above: 92, upTo: 95, points: 2 }", "{ above: 92, upTo: 95, points: 4 }")
                        .replace("{ 0: corroborated, 2: assumed, 4", "{ 0: corroborated, 4");
                Files.writeString(folder.resolve(file), text);
            }
        }

        OpelRules.builder().folder(folder).build();

        assertThat(RecordedLog.lines())
                .singleElement()
                .asString()
                .endsWith("from " + folder + ", with 1 warning that a check of the rules lists");
    }

    @Test
    void a_reload_is_one_line_again() {
        ReloadableEngine engine = OpelRules.builder().bundled().buildReloadable();
        engine.reload();

        assertThat(RecordedLog.lines())
                .hasSize(4)
                .allMatch(line -> line.contains("Loaded OPEL framework nhse-opel-202"));
    }

    @Test
    void an_assessment_logs_nothing() {
        OpelEngine engine = OpelRules.bundled();
        SituationReport report = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt(Instant.parse("2024-01-08T08:00:00Z"))
                .reading("ga-bed-occupancy", "101")
                .build();
        RecordedLog.clear();

        engine.assess(report).explain();
        engine.assessAll(Collections.nCopies(10, report));

        assertThat(RecordedLog.lines()).isEmpty();
    }
}
