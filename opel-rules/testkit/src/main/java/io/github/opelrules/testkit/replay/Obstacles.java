package io.github.opelrules.testkit.replay;

import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.SituationReport;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What keeps an engine from scoring a report as it is.
 *
 * @param unknown the parameters that its framework does not have
 * @param other anything else, or null
 */
record Obstacles(
        SortedMap<ParameterId, ReportProblem> unknown,
        @Nullable ReportProblem other) {

    private static final Obstacles NONE = new Obstacles(new TreeMap<>(), null);

    static Obstacles of(SituationReport report, List<ReportProblem> problems) {
        if (problems.isEmpty()) {
            return NONE;
        }
        TreeMap<ParameterId, ReportProblem> unknown = new TreeMap<>();
        ReportProblem other = null;
        for (ReportProblem problem : problems) {
            if (problem.code() == ReportProblem.Code.UNKNOWN_PARAMETER) {
                report.readings().keySet().stream()
                        .filter(id -> problem.where().equals("readings." + id))
                        .forEach(id -> unknown.put(id, problem));
            } else if (other == null) {
                other = problem;
            }
        }
        return new Obstacles(unknown, other);
    }

    /** Whether a reported parameter is one of the engine's framework. */
    boolean knows(ParameterId parameter) {
        return other == null && !unknown.containsKey(parameter);
    }

    /** What keeps the report from being scored even without the unknown parameters that are known elsewhere; or null. */
    @Nullable
    ReportProblem fatalUnless(Predicate<ParameterId> knownElsewhere) {
        if (other != null) {
            return other;
        }
        return unknown.entrySet().stream()
                .filter(entry -> !knownElsewhere.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
