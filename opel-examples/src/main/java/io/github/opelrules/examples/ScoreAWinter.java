package io.github.opelrules.examples;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Scores published figures of eight acute trusts, trust by trust and day by day, and explains one of them in full.
 *
 * <p>NHS England publishes only some of the nine parameters daily by trust, so most of each report is missing and the level
 * is a range. That is the normal condition of real data.
 */
public final class ScoreAWinter {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal CENT = new BigDecimal("0.01");
    /** The last day of the month whose average bed numbers stand in for those of January 2026. */
    private static final Instant AUGUST_2025 = morningOf("2025-08-31");

    private ScoreAWinter() {}

    /** Prints the tables and one explanation. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Both winters lie outside the framework's dates, so it is pinned: these are what-if levels, not what applied.
        OpelEngine engine = OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));

        List<Assessment> hardDays = engine.assessAll(Csv.rows("sample_2022_23.csv").stream()
                .map(ScoreAWinter::hardDay)
                .toList());
        out.println(
                "Published figures, scored as if the framework of 2023/24 had applied. The 4-hour performance of 2022/23 is");
        out.println("the month's, and the beds of 2026 are those of August 2025: stand-ins, not the day's readings.");
        out.println();
        parameters(hardDays.get(0), out);
        out.println("Five hard days of winter 2022/23, scored by OPEL 2023/24 (pinned)");
        print(hardDays, out);

        List<Assessment> newYear = engine.assessAll(Csv.rows("sample_2025_26.csv").stream()
                .map(ScoreAWinter::newYear)
                .toList());
        out.println("The first full week of January 2026, scored by OPEL 2023/24 (pinned)");
        print(newYear, out);

        out.println("Why: " + newYear.get(0).report().organisation() + " on " + day(newYear.get(0)));
        out.println();
        out.print(newYear.get(0).explain().toText());
        out.println();
        out.println("Contains NHS England data licensed under the Open Government Licence v3.0; minimally validated,");
        out.println("percentages derived by us; not endorsed by NHS England.");
    }

    /** Winter 2022/23: beds and discharges are the day's, 4-hour performance is the month's and stands in for it. */
    private static SituationReport hardDay(NamedCsvRecord row) {
        SituationReport.Builder report = report(row);
        percentage(report, "ga-bed-occupancy", row.getField("ga_occupancy_pct"));
        percentage(report, "no-criteria-to-reside", row.getField("nctr_remaining_pct_of_ga_occupied"));
        percentage(report, "ed-four-hour-performance", row.getField("ae_4hr_performance_pct_month"));
        return report.build();
    }

    /** January 2026: handovers are the day's. Beds are August's averages: they say so, and the rules find them stale. */
    private static SituationReport newYear(NamedCsvRecord row) {
        SituationReport.Builder report = report(row);
        percentage(report, "ambulance-handover-mean", row.getField("ambulance_handover_mean_min"));
        BigDecimal occupied = new BigDecimal(row.getField("ga_beds_occupied_avg_2025_08_proxy"));
        BigDecimal occupancy = percentOf(occupied, row.getField("ga_beds_open_avg_2025_08_proxy"));
        report.reading("ga-bed-occupancy", new Reading.Measured(occupancy, CENT, AUGUST_2025));
        // Patients of the day over beds of August: given as good to the nearest five percentage points, no better.
        BigDecimal staying = new BigDecimal(row.getField("nctr_patients_remaining_end_of_day"));
        BigDecimal share = percentOf(staying, occupied.toPlainString());
        report.reading("no-criteria-to-reside", new Reading.Measured(share, BigDecimal.valueOf(5), null));
        return report.build();
    }

    private static SituationReport.Builder report(NamedCsvRecord row) {
        return SituationReport.of(OdsCode.of(row.getField("ods_code")), ProviderType.ACUTE)
                .observedAt(morningOf(row.getField("date")));
    }

    /** A published figure with two decimals; a blank is left out, and so counts as not submitted. */
    private static void percentage(SituationReport.Builder report, String parameter, String value) {
        if (!value.isBlank()) {
            report.rounded(parameter, value, CENT.toPlainString());
        }
    }

    private static BigDecimal percentOf(BigDecimal part, String whole) {
        return part.multiply(HUNDRED).divide(new BigDecimal(whole), 2, RoundingMode.HALF_UP);
    }

    /** The bed snapshot of the daily situation report is taken at 08:00. */
    private static Instant morningOf(String date) {
        return LocalDate.parse(date).atTime(8, 0).atZone(DateRange.ZONE).toInstant();
    }

    private static LocalDate day(Assessment assessment) {
        return assessment.report().observedAt().atZone(DateRange.ZONE).toLocalDate();
    }

    private static void parameters(Assessment assessment, PrintStream out) {
        out.println("The parameters of OPEL 2023/24 for acute providers, by number");
        out.println();
        assessment
                .table()
                .parameters()
                .forEach(parameter -> out.println("  " + parameter.number() + "  " + parameter.label() + ", up to "
                        + parameter.points().max() + " points"));
        out.println();
    }

    private static void print(List<Assessment> assessments, PrintStream out) {
        out.println();
        String row = "%-10s  %-5s  %-11s  %-8s  %-16s  %s%n";
        out.printf(row, "Day", "Trust", "Level", "Points", "Not known (no.)", "Certain drivers");
        for (Assessment assessment : assessments) {
            out.printf(
                    row,
                    day(assessment),
                    assessment.report().organisation(),
                    level(assessment.level()),
                    assessment.score(),
                    numbers(assessment.unknown()),
                    drivers(assessment));
        }
        out.println();
    }

    /** Words and numbers, never a colour alone; short enough for a column. */
    private static String level(Level level) {
        return level instanceof Level.Between between
                ? between.best() + " to " + between.worst().number()
                : level.toString();
    }

    private static String numbers(List<Contribution> contributions) {
        return contributions.stream()
                .map(contribution -> Integer.toString(contribution.parameter().number()))
                .collect(Collectors.joining(" "));
    }

    private static String drivers(Assessment assessment) {
        return assessment.topDrivers(3).stream()
                .map(driver -> driver.parameter().label() + " (" + driver.points() + ")")
                .collect(Collectors.joining(", "));
    }
}
