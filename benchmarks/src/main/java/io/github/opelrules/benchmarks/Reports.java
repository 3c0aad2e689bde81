package io.github.opelrules.benchmarks;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.SituationReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The reports that every benchmark scores. */
final class Reports {

    private static final Instant MORNING = Instant.parse("2024-01-08T08:00:00Z");

    private Reports() {}

    /** All nine parameters, exact. */
    static SituationReport full() {
        return report(0).build();
    }

    /** Six of nine parameters. */
    static SituationReport threeMissing() {
        return SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt(MORNING)
                .reading("ambulance-handover-mean", "41")
                .reading("ed-four-hour-performance", "61.4")
                .reading("majors-resus-occupancy", "112")
                .reading("ed-over-12-hours", "8.1")
                .reading("ga-bed-occupancy", "96.2")
                .reading("no-criteria-to-reside", "16.5")
                .missing("escalation-beds", MissingReason.NOT_SUBMITTED)
                .build();
    }

    /** A hundred full reports, each with other values. */
    static List<SituationReport> hundred() {
        return varied(100);
    }

    /** So many full reports, each with other values. */
    static List<SituationReport> varied(int count) {
        List<SituationReport> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reports.add(report(i).build());
        }
        return reports;
    }

    /** So many draws around the readings of an ordinary winter's day, a column for each parameter of 2023/24. */
    static double[][] columns(int draws) {
        double[] usual = {30, 76, 10, 100, 90, 5, 95, 4, 13};
        SplittableRandom random = new SplittableRandom(1);
        double[][] columns = new double[usual.length][draws];
        for (int draw = 0; draw < draws; draw++) {
            for (int p = 0; p < usual.length; p++) {
                columns[p][draw] = usual[p] * (0.8 + 0.4 * random.nextDouble());
            }
        }
        return columns;
    }

    /** The provider of the report of this number. */
    static String code(int i) {
        return String.format("R%02d", i);
    }

    private static SituationReport.Builder report(int i) {
        return SituationReport.of(OdsCode.of(code(i)), ProviderType.ACUTE)
                .observedAt(MORNING)
                .reading("ambulance-handover-mean", Integer.toString(10 + i * 13 % 60))
                .reading("ed-four-hour-performance", 50 + i * 7 % 50 + ".4")
                .reading("ed-attendance-variation", Integer.toString(i * 3 % 25 - 2))
                .reading("majors-resus-occupancy", Integer.toString(70 + i * 11 % 60))
                .reading("median-time-to-treatment", Integer.toString(40 + i * 17 % 100))
                .reading("ed-over-12-hours", i * 5 % 13 + ".1")
                .reading("ga-bed-occupancy", 88 + i * 3 % 12 + ".2")
                .reading("escalation-beds", i % 8 + ".5")
                .reading("no-criteria-to-reside", 8 + i * 7 % 10 + ".5");
    }
}
