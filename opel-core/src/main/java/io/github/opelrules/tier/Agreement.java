package io.github.opelrules.tier;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the levels that people declared for a unit and those that the rules calculated agree over some days.
 *
 * <p>A declared level agrees with a range of calculated ones that it lies in. Each day counts once, by its last assessment.
 *
 * @param unit the unit
 * @param byDifference on how many days the declared level was so many levels above the calculated one; below it where
 *     negative, in agreement at 0
 * @param incomparable on how many days one of the two was not known
 * @param current the difference on the last day that has both
 * @param since the first day of the unbroken run, up to the last day, with that difference; null where no day has both
 */
public record Agreement(
        OdsCode unit,
        SortedMap<Integer, Integer> byDifference,
        int incomparable,
        int current,
        @Nullable LocalDate since) {

    public Agreement {
        byDifference = Collections.unmodifiableSortedMap(new TreeMap<>(byDifference));
    }

    /** Compares the two over a series of assessments, in any order. */
    public static Agreement over(Collection<SystemAssessment> series, OdsCode unit) {
        Map<LocalDate, SystemAssessment> byDay = new TreeMap<>();
        for (SystemAssessment system : series) {
            byDay.merge(
                    LondonTime.dayOf(system.at()),
                    system,
                    (one, other) -> other.at().isBefore(one.at()) ? one : other);
        }
        SortedMap<Integer, Integer> byDifference = new TreeMap<>();
        int incomparable = 0;
        int current = 0;
        LocalDate since = null;
        for (Map.Entry<LocalDate, SystemAssessment> day : byDay.entrySet()) {
            OptionalInt difference =
                    day.getValue().unit(unit).map(Agreement::difference).orElse(OptionalInt.empty());
            if (difference.isEmpty()) {
                incomparable++;
                continue;
            }
            byDifference.merge(difference.getAsInt(), 1, Integer::sum);
            if (since == null || difference.getAsInt() != current) {
                since = day.getKey();
            }
            current = difference.getAsInt();
        }
        return new Agreement(unit, byDifference, incomparable, current, since);
    }

    private static OptionalInt difference(TierAssessment assessment) {
        Declaration declared = assessment.declared();
        return declared == null ? OptionalInt.empty() : difference(assessment.level(), declared.level());
    }

    /** By how many levels the declared one is above the calculated one; empty where that is undetermined. */
    public static OptionalInt difference(Level calculated, OpelLevel declared) {
        Optional<OpelLevel> best = calculated.atBest();
        Optional<OpelLevel> worst = calculated.atWorst();
        if (best.isEmpty() || worst.isEmpty()) {
            return OptionalInt.empty();
        }
        if (best.get().isWorseThan(declared)) {
            return OptionalInt.of(declared.number() - best.get().number());
        }
        return OptionalInt.of(Math.max(0, declared.number() - worst.get().number()));
    }

    /** The days that have both levels. */
    public int days() {
        return byDifference.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The days on which the two agree. */
    public int agreeing() {
        return byDifference.getOrDefault(0, 0);
    }

    /** {@code 82 of 100 days (82 %)}, the percentage rounded down. */
    @Override
    public String toString() {
        int days = days();
        return agreeing() + " of " + days + " days" + (days == 0 ? "" : " (" + agreeing() * 100L / days + " %)");
    }
}
