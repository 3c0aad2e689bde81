package io.github.opelrules.examples;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import java.time.Instant;

/** Scores one provider and prints why. */
public final class ScoreOneProvider {

    private ScoreOneProvider() {}

    /** Prints the level, the headline drivers, and the whole explanation. */
    public static void main(String[] args) {
        OpelEngine engine = OpelRules.bundled(); // once; thread-safe

        SituationReport report = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt(Instant.parse("2024-01-08T08:00:00Z")) // chooses the framework that applied then
                .reading("ambulance-handover-mean", "64")
                .reading("ed-four-hour-performance", "58.1")
                .reading("majors-resus-occupancy", "125")
                .reading("ga-bed-occupancy", "98.3")
                .missing("escalation-beds", MissingReason.NOT_SUBMITTED)
                .build();

        Assessment assessment = engine.assess(report);

        System.out.println(assessment.level());
        assessment
                .topDrivers(1)
                .forEach(driver -> System.out.println(driver.parameter().label()));
        System.out.println(assessment.explain().toText());
    }
}
