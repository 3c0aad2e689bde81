package io.github.opelrules.rules;

import io.github.opelrules.report.Reading;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How sure each part of an OPEL 2023/24 score is, written out by hand from the table. Apart from {@link PlainJavaScorer}, so that its
 * time stays that of a score. It shares no code with the engine. Grades are the letters P, C, U and A, from the surest down.
 */
final class PlainJavaGrades {

    /** Of one parameter: of each cut, how sure it is and how sure its side; of the points of a band. */
    private record Grades(Map<Integer, String> cuts, Map<Integer, String> points) {}

    private static final Map<Integer, String> POINTS = Map.of(0, "C", 1, "C", 2, "C", 4, "C", 6, "C", 8, "C");

    private static final Map<String, Grades> ALL = Map.of(
            "ambulance-handover-mean", new Grades(Map.of(15, "UU", 30, "UU", 60, "UU"), POINTS),
            "ed-four-hour-performance", new Grades(Map.of(60, "CC", 76, "CC", 95, "UU"), POINTS),
            "ed-attendance-variation", new Grades(Map.of(2, "UU", 10, "CC", 20, "CC"), POINTS),
            "majors-resus-occupancy", new Grades(Map.of(80, "CU", 100, "UU", 120, "UU"), POINTS),
            "median-time-to-treatment", new Grades(Map.of(60, "CC", 90, "CC", 120, "CC"), POINTS),
            "ed-over-12-hours", new Grades(Map.of(2, "CU", 5, "CU", 10, "CU"), POINTS),
            "ga-bed-occupancy",
                    new Grades(Map.of(92, "UU", 95, "UU", 98, "UU"), Map.of(0, "C", 2, "A", 4, "A", 8, "C")),
            "escalation-beds", new Grades(Map.of(2, "CC", 4, "CC", 6, "UU"), POINTS),
            "no-criteria-to-reside",
                    new Grades(Map.of(10, "UU", 13, "UU", 15, "CC"), Map.of(0, "U", 1, "U", 2, "U", 4, "C")));

    private PlainJavaGrades() {}

    /** The grade of what one reading scores. */
    static String of(PlainJavaScorer.Reason reason, Reading reading) {
        if (reason.code().equals("STALE") || reason.code().equals("IMPLAUSIBLE")) {
            return "A";
        }
        Grades grades = ALL.get(reason.parameter());
        String lowest = "P";
        for (PlainJavaScorer.Row row : reason.bands()) {
            lowest = lower(lowest, grades.points().get(row.points()));
            lowest = lower(lowest, grade(row.low(), grades, reading));
            lowest = lower(lowest, grade(row.high(), grades, reading));
        }
        return lowest;
    }

    private static String grade(BigDecimal cut, Grades grades, Reading reading) {
        if (cut == null) {
            return "P";
        }
        String both = grades.cuts().get(cut.intValueExact());
        return reading instanceof Reading.Measured measured && !reaches(measured, cut)
                ? both.substring(0, 1)
                : lower(both.substring(0, 1), both.substring(1));
    }

    private static boolean reaches(Reading.Measured measured, BigDecimal cut) {
        BigDecimal step = measured.roundedTo();
        BigDecimal half = step == null ? BigDecimal.ZERO : step.divide(BigDecimal.valueOf(2));
        return measured.value().subtract(cut).abs().compareTo(half) <= 0;
    }

    /** The less sure of two. */
    static String lower(String one, String other) {
        return "PCUA".indexOf(one) >= "PCUA".indexOf(other) ? one : other;
    }
}
