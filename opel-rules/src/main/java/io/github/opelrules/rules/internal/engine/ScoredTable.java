package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Threshold;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scoring table with all that is the same for every report, worked out once. */
record ScoredTable(
        ScoringTable table,
        List<ScoredParameter> parameters,
        List<ScoredLevel> levels,
        List<String> unknown,
        int available,
        Map<Threshold, Quantity> watched) {

    static ScoredTable of(ScoringTable table) {
        List<String> unknown = table.parameters().stream()
                .filter(parameter -> parameter.isOpen())
                .map(parameter -> "The bands of " + parameter.label() + " are announced but not known yet")
                .toList();
        List<ScoredParameter> parameters =
                table.parameters().stream().map(ScoredParameter::of).toList();
        List<ScoredLevel> levels =
                table.levels().cuts().stream().map(ScoredLevel::new).toList();
        Map<Threshold, Quantity> watched = new LinkedHashMap<>();
        for (Threshold threshold : table.thresholds()) {
            watched.put(threshold, table.quantity(threshold.parameter()).orElseThrow());
        }
        return new ScoredTable(table, parameters, levels, unknown, table.available(), watched);
    }

    BigDecimal measure(int points) {
        return table.levels().measure(points, available);
    }
}
