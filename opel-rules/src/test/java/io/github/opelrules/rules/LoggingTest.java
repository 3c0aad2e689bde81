package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.OdsCode;
import io.github.opelrules.report.SituationReport;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoggingTest {

    @BeforeEach
    void beginAnew() {
        RecordedLog.clear();
    }

    @Test
    void each_framework_that_is_loaded_is_one_line_that_identifies_it_and_nothing_else_is_logged() {
        Framework framework = OpelRules.bundled().frameworks().frameworks().get(0);

        assertThat(RecordedLog.lines())
                .containsExactly("INFO io.github.opelrules.rules.OpelRules: Loaded OPEL framework nhse-opel-2023-24 "
                        + framework.version() + " (" + framework.digest() + ") from nhse-opel-2023-24");
    }

    @Test
    void a_reload_is_one_line_again() {
        ReloadableEngine engine = OpelRules.builder().bundled().buildReloadable();
        engine.reload();

        assertThat(RecordedLog.lines())
                .hasSize(2)
                .allMatch(line -> line.contains("Loaded OPEL framework nhse-opel-2023-24"));
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
