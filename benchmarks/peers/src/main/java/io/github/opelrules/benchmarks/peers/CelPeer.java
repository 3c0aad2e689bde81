package io.github.opelrules.benchmarks.peers;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.github.opelrules.rules.PlainJavaScorer.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleToIntFunction;

/** CEL: for each parameter, and for the levels, one chain of conditions, checked and compiled. */
final class CelPeer extends OneByOne {

    CelPeer(Table table) {
        super(table, CelPeer::rules);
    }

    private static DoubleToIntFunction rules(List<Row> rows) {
        StringBuilder rules = new StringBuilder();
        int last = rows.size() - 1;
        for (int i = 0; i < last; i++) {
            Row row = rows.get(i);
            BigDecimal high = Objects.requireNonNull(row.high());
            rules.append("value " + (row.highIncluded() ? "<= " : "< ") + high.doubleValue() + " ? " + i + " : ");
        }
        String expression = rules.append(last).toString();
        CelRuntime.Program program = compiled(expression);
        return value -> {
            try {
                return ((Number) program.eval(Map.of("value", value))).intValue();
            } catch (CelEvaluationException e) {
                throw new IllegalStateException(expression + " fails for " + value, e);
            }
        };
    }

    private static CelRuntime.Program compiled(String expression) {
        Cel cel = CelFactory.plannerCelBuilder()
                .addVar("value", SimpleType.DOUBLE)
                .build();
        try {
            return cel.createProgram(cel.compile(expression).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(expression + " does not compile", e);
        }
    }
}
