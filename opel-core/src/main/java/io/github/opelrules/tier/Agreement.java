package io.github.opelrules.tier;

import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the levels that people declared for a unit and those that the rules calculated agree over some days.
 *
 * <p>Each day counts once, by its last assessment.
 *
 * @param unit the unit
 * @param levels how its levels agree, day by day
 * @param current by how many levels the declared one was above the calculated one on the last day that has both
 * @param since the first day of the unbroken run, up to the last day, with that difference; null where no day has both
 */
public record Agreement(
        OdsCode unit,
        LevelAgreement levels,
        int current,
        @Nullable LocalDate since) {

    /** Compares the two over a series of assessments, in any order. */
    public static Agreement over(Collection<SystemAssessment> series, OdsCode unit) {
        Map<LocalDate, SystemAssessment> byDay = new TreeMap<>();
        for (SystemAssessment system : series) {
            byDay.merge(
                    LondonTime.dayOf(system.at()),
                    system,
                    (one, other) -> other.at().isBefore(one.at()) ? one : other);
        }
        SortedMap<LevelAgreement.Pair, Long> counts = new TreeMap<>();
        int incomparable = 0;
        int current = 0;
        LocalDate since = null;
        for (Map.Entry<LocalDate, SystemAssessment> day : byDay.entrySet()) {
            LevelAgreement.Pair pair =
                    day.getValue().unit(unit).flatMap(Agreement::pair).orElse(null);
            if (pair == null) {
                incomparable++;
                continue;
            }
            counts.merge(pair, 1L, Long::sum);
            if (since == null || pair.difference() != current) {
                since = day.getKey();
            }
            current = pair.difference();
        }
        return new Agreement(unit, new LevelAgreement(counts, incomparable), current, since);
    }

    private static Optional<LevelAgreement.Pair> pair(TierAssessment assessment) {
        return Optional.ofNullable(assessment.declared())
                .flatMap(declared -> LevelAgreement.Pair.of(assessment.level(), declared.level()));
    }

    /**
     * {@code 281 of 339 days (82.9 %); always saying OPEL 3 would agree on 293 (86.4 %); Cohen's kappa 0.21}. Where some of the
     * calculated levels are ranges, it says how many agree within one, and of how many days kappa is.
     */
    @Override
    public String toString() {
        return levels.toText("days");
    }
}
