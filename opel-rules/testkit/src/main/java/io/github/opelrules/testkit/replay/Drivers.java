package io.github.opelrules.testkit.replay;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which parameters moved a level.
 *
 * <p>The level at best moved with the fewest points that there can be, and the level at worst with the most. So a parameter moved
 * it whose own fewest points moved the same way as the level at best, or whose own most points moved as the level at worst. Points of frameworks
 * that differ in how many there are in all are compared as shares of those.
 */
final class Drivers {

    private static final PointsRange NOTHING = new PointsRange(0, 0);

    private final Assessment before;
    private final Assessment after;
    private final boolean byTotal;
    private final long availableBefore;
    private final long availableAfter;
    private final List<Parameter> moved = new ArrayList<>();

    private Drivers(Assessment before, Assessment after) {
        this.before = before;
        this.after = after;
        this.byTotal = isByTotal(before) && isByTotal(after);
        this.availableBefore = before.available();
        this.availableAfter = after.available();
    }

    /** The parameters that moved the level from one assessment to the other; where one of them has none, those not known. */
    static List<Parameter> between(Assessment before, Assessment after) {
        if (before.level().atBest().isEmpty() || after.level().atBest().isEmpty()) {
            return Stream.of(before, after)
                    .filter(each -> each.level().atBest().isEmpty())
                    .flatMap(each -> each.contributions().stream().map(Contribution::parameter))
                    .filter(Parameter::isOpen)
                    .toList();
        }
        return new Drivers(before, after).find();
    }

    private List<Parameter> find() {
        for (Contribution now : after.contributions()) {
            PointsRange then = before.contribution(now.parameter().id())
                    .map(Contribution::points)
                    .orElse(NOTHING);
            take(now.parameter(), then, now.points());
        }
        for (Contribution then : before.contributions()) {
            if (after.contribution(then.parameter().id()).isEmpty()) {
                take(then.parameter(), then.points(), NOTHING);
            }
        }
        return moved;
    }

    private void take(Parameter parameter, PointsRange then, PointsRange now) {
        int atBest = moved(before.level().atBest(), after.level().atBest());
        int atWorst = moved(before.level().atWorst(), after.level().atWorst());
        if ((atBest != 0 && atBest == scoreMoved(then.min(), now.min()))
                || (atWorst != 0 && atWorst == scoreMoved(then.max(), now.max()))) {
            moved.add(parameter);
        }
    }

    private static int moved(Optional<OpelLevel> from, Optional<OpelLevel> to) {
        return Integer.signum(to.orElseThrow().compareTo(from.orElseThrow()));
    }

    /** Where the cuts of both are applied to points, these count; else their shares of what can be scored. */
    private int scoreMoved(int from, int to) {
        return byTotal ? Integer.compare(to, from) : Long.signum(to * availableBefore - from * availableAfter);
    }

    private static boolean isByTotal(Assessment assessment) {
        return assessment
                .framework()
                .table(assessment.report().providerType())
                .map(table -> table.levels().basis() == LevelTable.Basis.TOTAL)
                .orElse(false);
    }
}
