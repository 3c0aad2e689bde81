package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.framework.ScoringTable;
import java.math.BigDecimal;
import java.util.List;

/** A scoring table with all that is the same for every report, worked out once. */
record ScoredTable(
        ScoringTable table,
        List<ScoredParameter> parameters,
        List<ScoredLevel> levels,
        List<String> unknown,
        int available) {

    static ScoredTable of(ScoringTable table) {
        List<String> unknown = table.parameters().stream()
                .filter(parameter -> parameter.isOpen())
                .map(parameter -> "The bands of " + parameter.label() + " are announced but not known yet")
                .toList();
        List<ScoredParameter> parameters =
                table.parameters().stream().map(ScoredParameter::of).toList();
        List<ScoredLevel> levels =
                table.levels().cuts().stream().map(ScoredLevel::new).toList();
        return new ScoredTable(table, parameters, levels, unknown, table.available());
    }

    BigDecimal measure(int points) {
        return table.levels().measure(points, available);
    }
}
