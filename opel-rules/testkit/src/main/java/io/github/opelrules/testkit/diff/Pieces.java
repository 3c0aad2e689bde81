package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.Stretch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All numbers, cut into pieces in each of which every value scores the same before, and the same after. */
final class Pieces {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Pieces() {}

    /** The pieces in ascending order; no two neighbours score the same. */
    static List<ScoreChange> of(Parameter before, Parameter after) {
        TreeSet<BigDecimal> cuts = new TreeSet<>();
        collectCuts(before, cuts);
        collectCuts(after, cuts);
        List<ScoreChange> pieces = new ArrayList<>();
        BigDecimal last = null;
        for (BigDecimal cut : cuts) {
            BigDecimal inside =
                    last == null ? cut.subtract(BigDecimal.ONE) : last.add(cut).divide(TWO);
            add(piece(ValueRange.between(last, cut), inside, before, after), pieces);
            add(piece(ValueRange.exactly(cut), cut, before, after), pieces);
            last = cut;
        }
        add(piece(ValueRange.between(last, null), cuts.last().add(BigDecimal.ONE), before, after), pieces);
        return pieces;
    }

    private static void collectCuts(Parameter parameter, Set<BigDecimal> cuts) {
        cuts.add(parameter.domain().from());
        cuts.add(parameter.domain().upTo());
        for (Band band : parameter.bands()) {
            collectCut(band.interval().lower(), cuts);
            collectCut(band.interval().upper(), cuts);
        }
    }

    private static void collectCut(@Nullable Edge edge, Set<BigDecimal> cuts) {
        if (edge != null) {
            cuts.add(edge.value());
        }
    }

    private static ScoreChange piece(ValueRange values, BigDecimal inside, Parameter before, Parameter after) {
        return new ScoreChange(values, score(before, inside), score(after, inside));
    }

    private static void add(ScoreChange next, List<ScoreChange> pieces) {
        int last = pieces.size() - 1;
        if (last >= 0
                && pieces.get(last).before().equals(next.before())
                && pieces.get(last).after().equals(next.after())) {
            ValueRange merged = pieces.get(last).values().and(next.values());
            pieces.set(last, new ScoreChange(merged, next.before(), next.after()));
        } else {
            pieces.add(next);
        }
    }

    private static ReadingScore score(Parameter parameter, BigDecimal value) {
        if (parameter.isExpected()) {
            return new ReadingScore(ReadingScore.Kind.UNKNOWN, parameter.points());
        }
        if (!parameter.domain().touches(Stretch.of(value))) {
            return new ReadingScore(ReadingScore.Kind.IMPLAUSIBLE, parameter.points());
        }
        List<Integer> points = parameter.touched(Stretch.of(value)).stream()
                .map(Band::points)
                .sorted()
                .toList();
        return new ReadingScore(
                ReadingScore.Kind.SCORED, new PointsRange(points.get(0), points.get(points.size() - 1)));
    }
}
