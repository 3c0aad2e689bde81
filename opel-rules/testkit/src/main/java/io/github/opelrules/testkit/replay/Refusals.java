package io.github.opelrules.testkit.replay;

import io.github.opelrules.report.ReportProblem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts why reports were not scored, and keeps the first of each kind. */
final class Refusals {

    private final Map<Refusal.Side, Map<ReportProblem.Code, Refusal>> counted = new TreeMap<>();

    Refusals copy() {
        Refusals copy = new Refusals();
        counted.forEach((side, byCode) -> copy.counted.put(side, new TreeMap<>(byCode)));
        return copy;
    }

    void count(Refusal.Side side, ReportProblem.Code code, String which) {
        counted.computeIfAbsent(side, key -> new TreeMap<>())
                .merge(
                        code,
                        new Refusal(side, code, 1, which),
                        (sum, one) -> new Refusal(side, code, sum.reports() + 1, sum.first()));
    }

    List<Refusal> all() {
        return counted.values().stream()
                .flatMap(bySide -> bySide.values().stream())
                .toList();
    }
}
