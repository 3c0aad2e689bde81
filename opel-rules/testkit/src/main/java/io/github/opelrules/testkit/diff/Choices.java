package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.report.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that a report can make of one parameter: each pair of points, before and after, and a reading that gives it. */
final class Choices {

    private static final int EXACT = 0;
    private static final int MISSING = 1;
    private static final int IMPLAUSIBLE = 2;
    private static final int ROUNDED = 3;
    private static final int AGED = 4;
    private static final int FINER_THAN_THE_PRECISION = 10;
    private static final int SCORES_DIFFERENTLY = 100;

    private final ParameterDiff diff;
    private final Instant observedAt;
    private final BigDecimal step;
    private final List<ScoreChange> pieces;
    private final List<Choice> choices = new ArrayList<>();

    /**
     * One of them.
     *
     * @param reading the reading; null where the parameter is not submitted
     * @param before its points before
     * @param after its points after
     * @param isComplete whether the reading is exact, fresh and plausible, and scores exact points under both frameworks
     * @param cost the lower, the better it serves in an example
     */
    record Choice(
            ParameterDiff diff,
            @Nullable Reading reading,
            PointsRange before,
            PointsRange after,
            boolean isComplete,
            int cost) {

        ReportExample.Part part() {
            return new ReportExample.Part(diff.parameter(), before, after);
        }
    }

    private Choices(ParameterDiff diff, Parameter before, Parameter after, Instant observedAt) {
        this.diff = diff;
        this.observedAt = observedAt;
        this.step = after.domain().precision();
        this.pieces = Pieces.of(before, after);
    }

    /**
     * The choices for one parameter.
     *
     * @param observedAt when the report is made
     */
    static List<Choice> of(ParameterDiff diff, Instant observedAt) {
        Parameter before = diff.before();
        Parameter after = diff.after();
        if (before == null || after == null) {
            // A report that names it would be refused by one of the two.
            PointsRange was = diff.missingBefore();
            PointsRange is = diff.missingAfter();
            return List.of(new Choice(diff, null, was, is, was.isExact() && is.isExact(), MISSING));
        }
        Choices choices = new Choices(diff, before, after, observedAt);
        choices.addFresh();
        choices.add(null, diff.missingBefore(), diff.missingAfter(), MISSING);
        int ages = before.maxAge().compareTo(after.maxAge());
        if (ages != 0) {
            choices.addAged(ages < 0 ? after.maxAge() : before.maxAge(), ages < 0);
        }
        return choices.choices;
    }

    private void addFresh() {
        for (ScoreChange piece : pieces) {
            boolean complete = piece.before().kind() != ReadingScore.Kind.IMPLAUSIBLE
                    && piece.after().kind() != ReadingScore.Kind.IMPLAUSIBLE
                    && piece.before().points().isExact()
                    && piece.after().points().isExact();
            BigDecimal value = piece.values().example(step);
            int precision = ValueRange.isMultiple(value, step) ? 0 : FINER_THAN_THE_PRECISION;
            PointsRange was = piece.before().points();
            PointsRange is = piece.after().points();
            choices.add(new Choice(
                    diff,
                    Reading.of(value),
                    was,
                    is,
                    complete,
                    (complete ? EXACT : IMPLAUSIBLE) + precision + costOfChange(was, is)));
        }
        forEachRun((first, last) -> {
            PointsRange was = hull(first, last, true).orElse(diff.missingBefore());
            PointsRange is = hull(first, last, false).orElse(diff.missingAfter());
            add(rounded(first, last, null), was, is, ROUNDED);
        });
    }

    /** Readings that are stale under the framework with the lower limit and fresh under the other. */
    private void addAged(Duration age, boolean freshAfter) {
        Instant then = observedAt.minus(age);
        forEachPieceAndRun((first, last) -> {
            PointsRange was =
                    freshAfter ? diff.missingBefore() : hull(first, last, true).orElse(diff.missingBefore());
            PointsRange is = freshAfter ? hull(first, last, false).orElse(diff.missingAfter()) : diff.missingAfter();
            add(rounded(first, last, then), was, is, first == last ? AGED : AGED + ROUNDED);
        });
    }

    private void add(@Nullable Reading reading, PointsRange was, PointsRange is, int cost) {
        choices.add(new Choice(diff, reading, was, is, false, cost + costOfChange(was, is)));
    }

    private static int costOfChange(PointsRange was, PointsRange is) {
        return was.equals(is) ? 0 : SCORES_DIFFERENTLY;
    }

    private interface Run {
        void of(int first, int last);
    }

    private void forEachRun(Run run) {
        for (int first = 0; first < pieces.size(); first++) {
            for (int last = first + 1; last < pieces.size(); last++) {
                run.of(first, last);
            }
        }
    }

    private void forEachPieceAndRun(Run run) {
        for (int piece = 0; piece < pieces.size(); piece++) {
            run.of(piece, piece);
        }
        forEachRun(run);
    }

    /** The points that a stretch over these pieces can score under one framework; empty where no part is plausible. */
    private Optional<PointsRange> hull(int first, int last, boolean before) {
        PointsRange hull = null;
        for (ScoreChange piece : pieces.subList(first, last + 1)) {
            ReadingScore score = before ? piece.before() : piece.after();
            if (score.kind() != ReadingScore.Kind.IMPLAUSIBLE) {
                PointsRange points = score.points();
                hull = hull == null
                        ? points
                        : new PointsRange(Math.min(hull.min(), points.min()), Math.max(hull.max(), points.max()));
            }
        }
        return Optional.ofNullable(hull);
    }

    /** A reading of a value in one piece, or rounded so that it stretches from one piece into another. */
    private Reading rounded(int first, int last, @Nullable Instant then) {
        BigDecimal low = pieces.get(first).values().example(step);
        if (first == last) {
            return new Reading.Measured(low, null, then);
        }
        BigDecimal high = pieces.get(last).values().example(step);
        BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2));
        return new Reading.Measured(middle, high.subtract(low), then);
    }
}
