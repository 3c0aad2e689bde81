package io.github.opelrules.benchmarks.peers;

import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.PlainJavaScorer;
import io.github.opelrules.rules.PlainJavaScorer.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.DoubleToIntFunction;
import java.util.function.Function;

/**
 * A peer whose engine answers one question at a time: which row has this number. Java asks for each reading and for the
 * score, and adds up.
 */
abstract class OneByOne implements Peer {

    private final Table table;
    private final List<DoubleToIntFunction> bands;
    private final DoubleToIntFunction levels;

    /** @param rules makes the rules of an engine for some rows, which say the place of the row that a number is in */
    OneByOne(Table table, Function<List<Row>, DoubleToIntFunction> rules) {
        this.table = table;
        this.bands = table.lines().stream().map(Table.Line::bands).map(rules).toList();
        this.levels = rules.apply(table.levels());
    }

    @Override
    public PlainJavaScorer.Result score(SituationReport report) {
        int[] chosen = new int[bands.size()];
        for (int i = 0; i < chosen.length; i++) {
            BigDecimal value = Table.value(report, table.lines().get(i));
            if (value != null) {
                chosen[i] = bands.get(i).applyAsInt(value.doubleValue());
            }
        }
        return table.added(
                report,
                chosen,
                points -> table.levels().get(levels.applyAsInt(points)).points());
    }
}
