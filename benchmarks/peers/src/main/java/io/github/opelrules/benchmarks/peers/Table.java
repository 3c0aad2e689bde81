package io.github.opelrules.benchmarks.peers;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.PlainJavaScorer.Reason;
import io.github.opelrules.rules.PlainJavaScorer.Result;
import io.github.opelrules.rules.PlainJavaScorer.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The table of the rule files, of which every peer makes its rules, and the part of the work that Java does for a peer.
 *
 * @param lines one for each parameter
 * @param levels the level cuts, each with its level as its points
 */
record Table(List<Line> lines, List<Row> levels) {

    /** A parameter, its bands in ascending order of their values, and the points of a reading that is missing. */
    record Line(ParameterId parameter, List<Row> bands, int fewest, int most) {}

    static Table bundled() {
        ScoringTable table = scoringTable();
        List<Line> lines = new ArrayList<>();
        for (Parameter parameter : table.parameters()) {
            lines.add(new Line(
                    parameter.id(),
                    parameter.bands().stream().map(Table::row).toList(),
                    parameter.points().min(),
                    parameter.points().max()));
        }
        List<Row> levels = table.levels().cuts().stream()
                .map(cut -> row(cut.interval(), cut.level().number()))
                .toList();
        return new Table(List.copyOf(lines), levels);
    }

    static ScoringTable scoringTable() {
        return OpelRules.bundled()
                .frameworks()
                .pinned(FrameworkId.of("nhse-opel-2023-24"), false)
                .table(ProviderType.ACUTE)
                .orElseThrow();
    }

    static Row row(Band band) {
        return row(band.interval(), band.points());
    }

    private static Row row(Interval interval, int points) {
        Edge lower = interval.lower();
        Edge upper = interval.upper();
        return new Row(
                lower == null ? null : lower.value(),
                lower != null && lower.kind().isInclusive(),
                upper == null ? null : upper.value(),
                upper != null && upper.kind().isInclusive(),
                points);
    }

    /** A row as a condition in the notation that MVEL and Java share: {@code value > 15.0 && value <= 30.0}. */
    static String condition(String name, Row row) {
        BigDecimal low = row.low();
        BigDecimal high = row.high();
        String above = low == null ? "" : name + (row.lowIncluded() ? " >= " : " > ") + low.doubleValue();
        String upTo = high == null ? "" : name + (row.highIncluded() ? " <= " : " < ") + high.doubleValue();
        return above.isEmpty() || upTo.isEmpty() ? above + upTo : above + " && " + upTo;
    }

    /** What the report says of a line's parameter; null if nothing. */
    static @Nullable BigDecimal value(SituationReport report, Line line) {
        return report.reading(line.parameter()) instanceof Reading.Measured measured ? measured.value() : null;
    }

    /**
     * Adds up the points of the bands that an engine has chosen, and lists the reasons.
     *
     * @param bands the place of the band of each parameter; of a missing one anything
     * @param level the engine's answer to which level a score has
     */
    Result added(SituationReport report, int[] bands, IntUnaryOperator level) {
        List<Reason> reasons = reasons(report, bands);
        int min = 0;
        int max = 0;
        for (Reason reason : reasons) {
            min += reason.min();
            max += reason.max();
        }
        int best = level.applyAsInt(min);
        return new Result(min, max, best, min == max ? best : level.applyAsInt(max), reasons);
    }

    /** The reasons alone, for an engine that adds up by itself. */
    List<Reason> reasons(SituationReport report, int[] bands) {
        List<Reason> reasons = new ArrayList<>(lines.size());
        for (int i = 0; i < bands.length; i++) {
            Line line = lines.get(i);
            String parameter = line.parameter().value();
            if (report.reading(line.parameter()) instanceof Reading.Missing missing) {
                reasons.add(new Reason(parameter, missing.reason().name(), line.fewest(), line.most(), line.bands()));
            } else {
                Row band = line.bands().get(bands[i]);
                reasons.add(new Reason(parameter, "BAND_MATCHED", band.points(), band.points(), List.of(band)));
            }
        }
        return reasons;
    }
}
