package io.github.opelrules.assess;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.report.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What it would take to move the level of one assessment. */
final class Outlook {

    private final Assessment assessment;
    private final ScoringTable table;
    private final boolean known;
    private final int available;
    private final @Nullable OpelLevel[] levels;

    private Outlook(Assessment assessment) {
        this.assessment = assessment;
        this.table = assessment.table();
        this.known = !(assessment.level() instanceof Level.Undetermined);
        this.available = table.available();
        this.levels = new OpelLevel[available + 1];
    }

    static Outlook of(Assessment assessment) {
        return new Outlook(assessment);
    }

    Optional<Margin> marginUp() {
        if (!known) {
            return Optional.empty();
        }
        PointsRange score = assessment.score();
        OpelLevel now = levelOf(score.max());
        for (int points = score.max() + 1; points <= available; points++) {
            OpelLevel level = levelOf(points);
            if (level.isWorseThan(now)) {
                return Optional.of(
                        new Margin(level, points, new PointsRange(points - score.max(), points - score.min())));
            }
        }
        return Optional.empty();
    }

    Optional<Margin> marginDown() {
        if (!known) {
            return Optional.empty();
        }
        PointsRange score = assessment.score();
        OpelLevel now = levelOf(score.min());
        for (int points = score.min() - 1; points >= 0; points--) {
            OpelLevel level = levelOf(points);
            if (now.isWorseThan(level)) {
                return Optional.of(
                        new Margin(level, points, new PointsRange(score.min() - points, score.max() - points)));
            }
        }
        return Optional.empty();
    }

    List<SingleChange> singleChanges() {
        List<SingleChange> changes = new ArrayList<>();
        for (Contribution contribution : assessment.contributions()) {
            boolean hasValue = contribution.reading() instanceof Reading.Measured
                    && !contribution.code().isUnknown();
            if (known && hasValue) {
                nearest(contribution, true).ifPresent(changes::add);
                nearest(contribution, false).ifPresent(changes::add);
            }
        }
        return changes;
    }

    /** The level if one contribution scored exactly so many points and all else stayed as it is. */
    Level levelIf(Contribution contribution, int points) {
        PointsRange score = assessment.score();
        int min = score.min() - contribution.points().min() + points;
        int max = score.max() - contribution.points().max() + points;
        return Level.between(levelOf(min), levelOf(max));
    }

    /** The level of so many points, looked up once: one parameter after the other asks for the same few. */
    private OpelLevel levelOf(int points) {
        OpelLevel level = levels[points];
        if (level == null) {
            level = table.levels().levelOf(points, available);
            levels[points] = level;
        }
        return level;
    }

    private Optional<SingleChange> nearest(Contribution contribution, boolean rises) {
        Parameter parameter = contribution.parameter();
        List<Band> bands = parameter.bands();
        int index = bands.indexOf(
                contribution.bands().get(rises ? contribution.bands().size() - 1 : 0));
        int step = rises ? 1 : -1;
        for (int i = index + step; i >= 0 && i < bands.size(); i += step) {
            Band band = bands.get(i);
            Level level = levelIf(contribution, band.points());
            if (level.equals(assessment.level())) {
                continue;
            }
            BigDecimal value = firstValue(parameter, band.interval(), rises);
            // A band narrower than the precision may hold no value that a report could give.
            if (band.interval().contains(value)) {
                return Optional.of(new SingleChange(parameter, rises, value, band, level));
            }
        }
        return Optional.empty();
    }

    /** The nearest value at the parameter's precision that lies in the interval. */
    private static BigDecimal firstValue(Parameter parameter, Interval interval, boolean rises) {
        Edge edge = rises ? interval.lower() : interval.upper();
        if (edge == null) {
            throw new IllegalStateException(
                    interval + " of " + parameter.id() + " has no edge on the side it is entered");
        }
        BigDecimal precision = parameter.domain().precision();
        if (edge.value().remainder(precision).signum() != 0) {
            RoundingMode inwards = rises ? RoundingMode.CEILING : RoundingMode.FLOOR;
            return edge.value().divide(precision, 0, inwards).multiply(precision);
        }
        if (edge.kind().isInclusive()) {
            return edge.value();
        }
        return rises ? edge.value().add(precision) : edge.value().subtract(precision);
    }
}
