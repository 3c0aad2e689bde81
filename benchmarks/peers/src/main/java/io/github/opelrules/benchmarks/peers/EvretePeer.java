package io.github.opelrules.benchmarks.peers;

import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.PlainJavaScorer;
import io.github.opelrules.rules.PlainJavaScorer.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * Evrete: one rule for each band over the readings and one for each level over the score, in one session. Java adds up in
 * between.
 */
final class EvretePeer implements Peer {

    /** A number, whose it is, and the place of the row that a rule finds for it. */
    public static final class Fact {

        /** The place of the parameter; of a score, the number of parameters. */
        public final int parameter;

        /** Its reading, or a score. */
        public final double value;

        private int row = -1;

        Fact(int parameter, double value) {
            this.parameter = parameter;
            this.value = value;
        }
    }

    private final Table table;
    private final Knowledge rules;

    EvretePeer(Table table) {
        this.table = table;
        this.rules = rules(Stream.concat(table.lines().stream().map(Table.Line::bands), Stream.of(table.levels()))
                .toList());
    }

    @Override
    public PlainJavaScorer.Result score(SituationReport report) {
        Fact[] readings = new Fact[table.lines().size()];
        try (StatefulSession session = rules.newStatefulSession()) {
            for (int i = 0; i < readings.length; i++) {
                BigDecimal value = Table.value(report, table.lines().get(i));
                if (value != null) {
                    readings[i] = new Fact(i, value.doubleValue());
                    session.insert(readings[i]);
                }
            }
            session.fire();
            int[] chosen = new int[readings.length];
            for (int i = 0; i < readings.length; i++) {
                chosen[i] = readings[i] == null ? -1 : readings[i].row;
            }
            return table.added(report, chosen, points -> {
                Fact score = new Fact(readings.length, points);
                session.insert(score);
                session.fire();
                return table.levels().get(score.row).points();
            });
        }
    }

    private static Knowledge rules(List<List<Row>> tables) {
        RuleSetBuilder<Knowledge> rules = new KnowledgeService().newKnowledge().builder();
        for (int i = 0; i < tables.size(); i++) {
            List<Row> rows = tables.get(i);
            for (int j = 0; j < rows.size(); j++) {
                int place = j;
                rules = rules.newRule("parameter " + i + ", row " + j)
                        .forEach("$fact", Fact.class)
                        .where("$fact.parameter == " + i, Table.condition("$fact.value", rows.get(j)))
                        .execute(context -> context.<Fact>get("$fact").row = place);
            }
        }
        return rules.build();
    }
}
