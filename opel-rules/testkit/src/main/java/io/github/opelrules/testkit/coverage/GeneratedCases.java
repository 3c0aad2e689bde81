package io.github.opelrules.testkit.coverage;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.rules.internal.totals.Grid;
import io.github.opelrules.rules.internal.totals.Totals;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cases made from a framework's tables: for each cut between two bands and each of a threshold a reading just below it, on it and
 * just above it, and for each cut between two levels the highest score below it and the lowest above it. What they expect is read from the tables and
 * added up here, without the engine.
 */
public final class GeneratedCases {

    private GeneratedCases() {}

    /**
     * They, as files for the folder {@code cases}: the text by the name of the file, such as {@code generated-acute.yaml}, one for
     * each provider type that has bands.
     */
    public static SortedMap<String, String> of(Framework framework) {
        SortedMap<String, String> files = new TreeMap<>();
        for (ScoringTable table : framework.tables().values()) {
            String cases = of(table);
            if (!cases.isEmpty()) {
                files.put(
                        "generated-" + table.providerType().id() + ".yaml",
                        "# Generated from " + framework
                                + ": these cases show what its tables say, and not that they are right.\n"
                                + "format: opel.cases/1\nproviderType: " + table.providerType()
                                + "\ngenerated: true\ncases:\n"
                                + cases);
            }
        }
        return files;
    }

    private static String of(ScoringTable table) {
        Set<String> cases = new LinkedHashSet<>();
        for (Parameter parameter : table.parameters()) {
            for (int i = 0; i < parameter.bands().size() - 1; i++) {
                BigDecimal cut = new Cut(
                                parameter.bands().get(i).interval(),
                                parameter.bands().get(i + 1).interval())
                        .value();
                new Grid(parameter.domain())
                        .around(cut)
                        .forEach(value -> cases.add(CaseText.ofReading(
                                        parameter,
                                        value,
                                        parameter.touched(Stretch.of(value)).get(0))
                                .toString()));
            }
        }
        for (Threshold threshold : table.thresholds()) {
            Grid grid =
                    new Grid(table.quantity(threshold.parameter()).orElseThrow().domain());
            Cut.ends(threshold.interval()).stream()
                    .flatMap(cut -> grid.around(cut.value()))
                    .forEach(value ->
                            cases.add(CaseText.ofReading(threshold, value).toString()));
        }
        Totals totals = new Totals(table);
        if (totals.isKnown()) {
            NavigableSet<Integer> ends = totals.ends();
            for (int end : ends) {
                Integer next = ends.higher(end);
                if (next != null && isCut(table, end, next)) {
                    cases.add(CaseText.ofScore(totals, end).toString());
                    cases.add(CaseText.ofScore(totals, next).toString());
                }
            }
        }
        return String.join("", cases);
    }

    private static boolean isCut(ScoringTable table, int score, int next) {
        OpelLevel level = table.levelOf(score);
        return level != table.levelOf(next);
    }
}
