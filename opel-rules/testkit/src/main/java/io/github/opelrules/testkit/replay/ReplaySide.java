package io.github.opelrules.testkit.replay;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.SituationReport;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the two engines of a replay. */
final class ReplaySide {

    private final OpelEngine engine;
    private final Refusal.Side side;
    private final Map<String, Framework> byDigest = new TreeMap<>();
    private final Map<ReportProblem.Code, Example> examples = new EnumMap<>(ReportProblem.Code.class);

    /** A report that was not scored, by its entry among the latest versions, and what exactly is wrong with it. */
    private record Example(int entry, String text) {}

    ReplaySide(OpelEngine engine, Refusal.Side side) {
        this.engine = engine;
        this.side = side;
    }

    Refusal.Side side() {
        return side;
    }

    Obstacles obstacles(SituationReport report) {
        return Obstacles.of(report, engine.check(report));
    }

    /**
     * What it is to score of a report.
     *
     * @param report the report without the parameters that are left out; null where it cannot be scored
     * @param leftOut these parameters
     * @param problem why it cannot be scored; null where it can
     */
    record Task(
            @Nullable SituationReport report,
            List<ParameterId> leftOut,
            @Nullable ReportProblem problem) {

        static Task of(SituationReport report, Obstacles own, Obstacles others) {
            ReportProblem fatal = own.fatalUnless(others::knows);
            return fatal == null
                    ? new Task(
                            own.unknown().isEmpty()
                                    ? report
                                    : report.without(own.unknown().keySet()),
                            List.copyOf(own.unknown().keySet()),
                            null)
                    : new Task(null, List.of(), fatal);
        }

        /** What came of it. */
        Outcome.OnSide outcome(@Nullable Assessment assessment) {
            return new Outcome.OnSide(
                    assessment == null ? null : assessment.level(),
                    assessment == null ? null : assessment.framework().digest(),
                    leftOut,
                    problem == null ? null : problem.code());
        }
    }

    /** The assessments of those tasks that can be scored, in their order. */
    Iterator<Assessment> assess(Stream<Task> tasks) {
        List<SituationReport> reports =
                tasks.map(Task::report).filter(Objects::nonNull).toList();
        List<Assessment> assessments = engine.assessAll(reports);
        assessments.forEach(
                assessment -> byDigest.putIfAbsent(assessment.framework().digest(), assessment.framework()));
        return assessments.iterator();
    }

    /** Keeps an example of why reports are not scored, and none of a version that was amended. */
    void took(int entry, SituationReport report, @Nullable ReportProblem problem) {
        examples.values().removeIf(example -> example.entry() == entry);
        if (problem != null) {
            examples.putIfAbsent(
                    problem.code(),
                    new Example(entry, name(report.organisation(), report.observedAt()) + ": " + problem));
        }
    }

    /** An example of a reason; where it was amended, whose report and of when has it, too. */
    String example(ReportProblem.Code code, OdsCode organisation, Instant observedAt) {
        Example example = examples.get(code);
        return example == null ? name(organisation, observedAt) : example.text();
    }

    private static String name(OdsCode organisation, Instant observedAt) {
        return organisation + ", " + observedAt;
    }

    Framework framework(String digest) {
        return Objects.requireNonNull(byDigest.get(digest));
    }
}
