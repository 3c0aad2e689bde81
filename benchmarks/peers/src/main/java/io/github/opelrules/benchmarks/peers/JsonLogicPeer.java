package io.github.opelrules.benchmarks.peers;

import io.github.jamsesso.jsonlogic.JsonLogic;
import io.github.jamsesso.jsonlogic.JsonLogicException;
import io.github.opelrules.rules.PlainJavaScorer.Row;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleToIntFunction;

/** json-logic: for each parameter, and for the levels, one chain of conditions as JSON. */
final class JsonLogicPeer extends OneByOne {

    JsonLogicPeer(Table table) {
        super(table, JsonLogicPeer::rules);
    }

    private static DoubleToIntFunction rules(List<Row> rows) {
        JsonLogic engine = new JsonLogic();
        StringBuilder rules = new StringBuilder("{\"if\": [");
        int last = rows.size() - 1;
        for (int i = 0; i < last; i++) {
            Row row = rows.get(i);
            rules.append("{\"" + (row.highIncluded() ? "<=" : "<") + "\": [{\"var\": \"value\"}, " + row.high() + "]}, "
                    + i + ", ");
        }
        String json = rules.append(last).append("]}").toString();
        return value -> {
            try {
                return ((Number) engine.apply(json, Map.of("value", value))).intValue();
            } catch (JsonLogicException e) {
                throw new IllegalStateException(json + " fails for " + value, e);
            }
        };
    }
}
