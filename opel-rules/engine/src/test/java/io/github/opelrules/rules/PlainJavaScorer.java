package io.github.opelrules.rules;

import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OPEL 2023/24 for acute providers written out by hand in plain Java, from the table and not from the rule files.
 *
 * <p>It is the oracle that the rules must agree with, and the peer whose speed theirs is measured against. It shares no
 * code with the engine: the numbers below are typed a second time on purpose.
 */
public final class PlainJavaScorer {

    /** The bands that one reading touches, and the points that gives. */
    public record Reason(String parameter, String code, int min, int max, List<Row> bands) {}

    /** The score, the level from best to worst, and a reason for each parameter. */
    public record Result(int min, int max, int best, int worst, List<Reason> reasons) {}

    /** A band: its edges, null where open, and its points. */
    public record Row(
            @Nullable BigDecimal low,
            boolean lowIncluded,
            @Nullable BigDecimal high,
            boolean highIncluded,
            int points) {

        boolean touches(BigDecimal from, BigDecimal to) {
            if (low != null) {
                int comparison = to.compareTo(low);
                if (comparison < 0 || (comparison == 0 && !lowIncluded)) {
                    return false;
                }
            }
            if (high != null) {
                int comparison = from.compareTo(high);
                return comparison < 0 || (comparison == 0 && highIncluded);
            }
            return true;
        }
    }

    private record Table(String id, ParameterId parameter, BigDecimal lowest, BigDecimal highest, List<Row> rows) {

        int fewest() {
            return rows.stream().mapToInt(Row::points).min().orElseThrow();
        }

        int most() {
            return rows.stream().mapToInt(Row::points).max().orElseThrow();
        }
    }

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Duration OLDEST = Duration.ofHours(24);

    private static final List<Table> TABLES = List.of(
            table(
                    "ambulance-handover-mean",
                    0,
                    1440,
                    upTo(15, 0),
                    aboveUpTo(15, 30, 2),
                    aboveUpTo(30, 60, 4),
                    above(60, 6)),
            table(
                    "ed-four-hour-performance",
                    0,
                    100,
                    upTo(60, 4),
                    aboveBelow(60, 76, 2),
                    fromBelow(76, 95, 1),
                    from(95, 0)),
            table(
                    "ed-attendance-variation",
                    -100,
                    900,
                    upTo(2, 0),
                    aboveUpTo(2, 10, 1),
                    aboveUpTo(10, 20, 2),
                    above(20, 4)),
            table(
                    "majors-resus-occupancy",
                    0,
                    500,
                    below(80, 0),
                    fromUpTo(80, 100, 2),
                    aboveUpTo(100, 120, 4),
                    above(120, 6)),
            table(
                    "median-time-to-treatment",
                    0,
                    1440,
                    below(60, 0),
                    fromBelow(60, 90, 1),
                    fromBelow(90, 120, 2),
                    from(120, 4)),
            table("ed-over-12-hours", 0, 100, upTo(2, 0), aboveUpTo(2, 5, 1), aboveUpTo(5, 10, 2), above(10, 4)),
            table("ga-bed-occupancy", 0, 150, upTo(92, 0), aboveUpTo(92, 95, 2), aboveUpTo(95, 98, 4), above(98, 8)),
            table("escalation-beds", 0, 100, upTo(2, 0), aboveUpTo(2, 4, 1), aboveUpTo(4, 6, 2), above(6, 4)),
            table(
                    "no-criteria-to-reside",
                    0,
                    100,
                    upTo(10, 0),
                    aboveUpTo(10, 13, 1),
                    aboveUpTo(13, 15, 2),
                    above(15, 4)));

    /** Scores a report of an acute provider. */
    public Result score(SituationReport report) {
        List<Reason> reasons = new ArrayList<>(TABLES.size());
        int min = 0;
        int max = 0;
        for (Table table : TABLES) {
            Reason reason = reason(table, report.reading(table.parameter()), report.observedAt());
            reasons.add(reason);
            min += reason.min();
            max += reason.max();
        }
        return new Result(min, max, level(min), level(max), reasons);
    }

    private static Reason reason(Table table, Reading reading, Instant reportedAt) {
        if (reading instanceof Reading.Missing missing) {
            return unknown(table, missing.reason().name());
        }
        Reading.Measured measured = (Reading.Measured) reading;
        Instant observedAt = measured.observedAt();
        if (observedAt != null && observedAt.isAfter(reportedAt)) {
            return unknown(table, "IMPLAUSIBLE");
        }
        BigDecimal low = measured.value();
        BigDecimal high = measured.value();
        BigDecimal roundedTo = measured.roundedTo();
        if (roundedTo != null) {
            BigDecimal half = roundedTo.multiply(HALF);
            low = low.subtract(half);
            high = high.add(half);
        }
        if (high.compareTo(table.lowest()) < 0 || low.compareTo(table.highest()) > 0) {
            return unknown(table, "IMPLAUSIBLE");
        }
        if (observedAt != null && Duration.between(observedAt, reportedAt).compareTo(OLDEST) > 0) {
            return unknown(table, "STALE");
        }
        List<Row> touched = new ArrayList<>(1);
        int min = Integer.MAX_VALUE;
        int max = 0;
        for (Row row : table.rows()) {
            if (row.touches(low.max(table.lowest()), high.min(table.highest()))) {
                touched.add(row);
                min = Math.min(min, row.points());
                max = Math.max(max, row.points());
            }
        }
        return new Reason(table.id(), touched.size() == 1 ? "BAND_MATCHED" : "BANDS_TOUCHED", min, max, touched);
    }

    private static Reason unknown(Table table, String code) {
        return new Reason(table.id(), code, table.fewest(), table.most(), table.rows());
    }

    private static int level(int points) {
        if (points <= 11) {
            return 1;
        }
        if (points <= 22) {
            return 2;
        }
        return points <= 33 ? 3 : 4;
    }

    private static Table table(String id, int lowest, int highest, Row... rows) {
        return new Table(
                id, ParameterId.of(id), BigDecimal.valueOf(lowest), BigDecimal.valueOf(highest), List.of(rows));
    }

    private static Row upTo(int high, int points) {
        return new Row(null, false, BigDecimal.valueOf(high), true, points);
    }

    private static Row below(int high, int points) {
        return new Row(null, false, BigDecimal.valueOf(high), false, points);
    }

    private static Row from(int low, int points) {
        return new Row(BigDecimal.valueOf(low), true, null, false, points);
    }

    private static Row above(int low, int points) {
        return new Row(BigDecimal.valueOf(low), false, null, false, points);
    }

    private static Row aboveUpTo(int low, int high, int points) {
        return new Row(BigDecimal.valueOf(low), false, BigDecimal.valueOf(high), true, points);
    }

    private static Row aboveBelow(int low, int high, int points) {
        return new Row(BigDecimal.valueOf(low), false, BigDecimal.valueOf(high), false, points);
    }

    private static Row fromUpTo(int low, int high, int points) {
        return new Row(BigDecimal.valueOf(low), true, BigDecimal.valueOf(high), true, points);
    }

    private static Row fromBelow(int low, int high, int points) {
        return new Row(BigDecimal.valueOf(low), true, BigDecimal.valueOf(high), false, points);
    }
}
