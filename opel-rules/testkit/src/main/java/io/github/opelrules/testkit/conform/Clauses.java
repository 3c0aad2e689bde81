package io.github.opelrules.testkit.conform;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.Reading;
import io.github.opelrules.rules.cases.Expected;
import io.github.opelrules.rules.cases.ReportCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts what an example expects down to the clause of the rules that it tries. */
final class Clauses {

    private static final String PROTOCOL = "protocol: an answer for each report";

    private static final String NONE = "none";

    private final Framework framework;
    private final Map<String, List<String>> failures = new LinkedHashMap<>();
    private final Map<String, Integer> checks = new LinkedHashMap<>();

    Clauses(Framework framework) {
        this.framework = framework;
    }

    void protocol(boolean holds, String failure) {
        note(PROTOCOL, holds, failure);
    }

    void check(ReportCase each, Answer answer) {
        Expected expected = each.expected();
        expected.points().forEach((parameter, points) -> {
            PointsRange found = answer.points().get(parameter.value());
            same(each, clause(each, parameter), "points of " + parameter, points, found);
        });
        expected.codes().forEach((parameter, code) -> {
            String found = answer.codes().get(parameter.value());
            same(each, clause(each, parameter), "code of " + parameter, code.name(), found);
        });
        if (expected.doubtful() != null) {
            List<String> doubtful =
                    expected.doubtful().stream().map(ParameterId::value).toList();
            same(each, "doubtful readings", "doubtful", doubtful, List.copyOf(answer.doubtful()));
        }
        expected.notifications().forEach((threshold, outcome) -> {
            String code = outcome.code().map(ReasonCode::name).orElse(NONE);
            String found = answer.notifications().getOrDefault(threshold, NONE);
            same(each, "notifications", "notification of " + threshold, code, found);
        });
        PointsRange score = expected.score();
        if (score != null) {
            same(each, score.isExact() ? "sums of points" : "ranges of points", "score", score, answer.score());
        }
        List<OpelLevel> levels = expected.levels();
        if (levels != null) {
            String clause = switch (levels.size()) {
                case 0 -> "levels that cannot be given";
                case 1 -> "levels";
                default -> "ranges of levels";
            };
            same(each, clause, "level", levels, answer.levels());
        }
        for (OpelLevel never : expected.never()) {
            List<OpelLevel> ends = answer.levels();
            boolean possible = ends.isEmpty()
                    || (!ends.get(0).isWorseThan(never) && !never.isWorseThan(ends.get(ends.size() - 1)));
            note(
                    "levels that are not possible",
                    !possible,
                    place(each) + never + " must not be possible, found " + ends);
        }
    }

    /** A report that is written in another way gets the answer that it got before. */
    void same(ReportCase each, Spelling spelling, Answer plain, Answer answer) {
        note(
                "written otherwise: " + spelling,
                plain.equals(answer),
                place(each) + "expected as by the plain report, " + plain.differenceFrom(answer));
    }

    /** What an example tries by what it reports of a parameter and expects of it. */
    private String clause(ReportCase each, ParameterId parameter) {
        ReasonCode code = each.expected().codes().getOrDefault(parameter, ReasonCode.BAND_MATCHED);
        return switch (code) {
            case BAND_MATCHED, BANDS_TOUCHED -> {
                Reading reading = each.report().reading(parameter);
                yield reading instanceof Reading.Measured measured
                        ? scored(measured, each.report().providerType(), parameter)
                        : "bands of " + parameter;
            }
            case BANDS_EXPECTED -> "bands that are not known";
            default ->
                "readings that are " + code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private String scored(Reading.Measured reading, ProviderType type, ParameterId parameter) {
        if (reading.roundedTo() != null) {
            return "readings that are rounded";
        }
        if (reading.observedAt() != null) {
            return "readings that are not stale yet";
        }
        int decimals = framework
                .table(type)
                .flatMap(table -> table.quantity(parameter))
                .map(quantity -> quantity.domain().precision().scale())
                .orElseThrow();
        return reading.value().stripTrailingZeros().scale() > decimals
                ? "readings finer than their precision"
                : "bands of " + parameter;
    }

    private void same(ReportCase each, String clause, String what, Object expected, @Nullable Object found) {
        note(
                clause,
                Objects.equals(expected, found),
                place(each) + what + ": expected " + expected + ", found " + (found == null ? NONE : found));
    }

    private static String place(ReportCase each) {
        return each.place() + ", " + each.name() + ": ";
    }

    private void note(String clause, boolean holds, String failure) {
        checks.merge(clause, 1, Integer::sum);
        List<String> of = failures.computeIfAbsent(clause, key -> new ArrayList<>());
        if (!holds) {
            of.add(failure);
        }
    }

    Conformance result(String framework) {
        List<ClauseResult> results = new ArrayList<>();
        checks.forEach((clause, count) ->
                results.add(new ClauseResult(clause, count, Objects.requireNonNull(failures.get(clause)))));
        return new Conformance(framework, results);
    }
}
