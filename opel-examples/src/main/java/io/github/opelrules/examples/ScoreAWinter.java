package io.github.opelrules.examples;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scores one hospital with all readings and with gaps, then published figures of eight acute trusts, trust by trust and day by
 * day, and explains one of them in full.
 *
 * <p>NHS England publishes only some of the nine parameters daily by trust, so most of each report is missing and the level
 * is a range. That is the normal condition of real data.
 */
public final class ScoreAWinter {

    private static final List<ParameterId> NOT_SENT = Stream.of(
                    "majors-resus-occupancy", "ed-over-12-hours", "escalation-beds")
            .map(ParameterId::of)
            .toList();

    private ScoreAWinter() {}

    /** Prints three reports and their levels, the tables, and one explanation. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        OpelEngine bundled = OpelRules.bundled();
        // Both winters lie outside the framework's dates, so it is pinned: these are what-if levels, not what applied.
        OpelEngine engine = bundled.pinnedTo(FrameworkId.of("nhse-opel-2023-24"));

        List<Assessment> hardDays = engine.assessAll(Csv.rows("sample_2022_23.csv").stream()
                .map(WinterReports::report)
                .toList());
        SituationReport full = OpelJson.readReport(Files.readAllLines(Shipped.file("example_reports.jsonl"))
                        .get(0))
                .build();
        Assessment hospital = bundled.assess(full);
        out.println("1. An example hospital that sends all nine readings");
        readings(hospital, out);
        out.println("2. The same hospital without three of them");
        unknown(bundled.assess(full.without(NOT_SENT)), out);
        out.println(
                "3. A real trust on a real day: North Bristol NHS Trust, 19 December 2022 (what-if, by the figures below)");
        unknown(trust(hardDays, "RVJ"), out);
        out.println(
                "Published figures, scored as if the framework of 2023/24 had applied. The 4-hour performance of 2022/23 is");
        out.println("the month's, and the beds of 2026 are those of August 2025: stand-ins, not the day's readings.");
        out.println();
        parameters(hardDays.get(0), out);
        out.println("Five hard days of winter 2022/23, scored by OPEL 2023/24 (pinned)");
        print(hardDays, out);

        List<Assessment> newYear = engine.assessAll(Csv.rows("sample_2025_26.csv").stream()
                .map(WinterReports::report)
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

    /** The first assessment of a trust. */
    private static Assessment trust(List<Assessment> assessments, String code) {
        return assessments.stream()
                .filter(assessment -> assessment.report().organisation().equals(OdsCode.of(code)))
                .findFirst()
                .orElseThrow();
    }

    private static void readings(Assessment assessment, PrintStream out) {
        for (Contribution contribution : assessment.contributions()) {
            Parameter parameter = contribution.parameter();
            String value = contribution.reading() instanceof Reading.Measured measured
                    ? measured.value().toPlainString()
                    : "not known";
            out.printf(
                    "   %-40s %6s %-7s %s of %s points%n",
                    parameter.label(),
                    value,
                    parameter.unit(),
                    contribution.points(),
                    parameter.points().max());
        }
        level(assessment, out);
    }

    private static void unknown(Assessment assessment, PrintStream out) {
        out.println("   not known: "
                + assessment.unknown().stream()
                        .map(contribution -> contribution.parameter().label())
                        .collect(Collectors.joining(", ")));
        level(assessment, out);
    }

    private static void level(Assessment assessment, PrintStream out) {
        out.println("   " + assessment.level() + ", " + assessment.score() + " of "
                + assessment.table().parameters().stream()
                        .mapToInt(parameter -> parameter.points().max())
                        .sum()
                + " points");
        out.println();
    }

    private static LocalDate day(Assessment assessment) {
        return LondonTime.dayOf(assessment.report().observedAt());
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
