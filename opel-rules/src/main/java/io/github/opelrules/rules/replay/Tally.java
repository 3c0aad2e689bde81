package io.github.opelrules.rules.replay;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.report.SituationReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is counted of all reports together. */
final class Tally {

    private final Map<Standing, Map<Standing, TransitionTally>> transitions = new TreeMap<>();
    private final Map<LocalDate, DayReplay> days = new TreeMap<>();
    private long reports;
    private long rescored;
    private long raised;
    private long lowered;

    void unreadable() {
        reports++;
    }

    /** Counts a report, and says whether it flips. */
    boolean count(SituationReport report, LocalDate day, @Nullable Assessment before, @Nullable Assessment after) {
        reports++;
        Standing from = before == null ? Standing.NOT_SCORED : Standing.of(before.level());
        Standing to = after == null ? Standing.NOT_SCORED : Standing.of(after.level());
        TransitionTally transition = transitions
                .computeIfAbsent(from, key -> new TreeMap<>())
                .computeIfAbsent(to, key -> new TransitionTally(report));
        transition.count();
        boolean flips = before != null && after != null && !from.equals(to);
        if (before != null && after != null) {
            rescored += before.score().equals(after.score()) ? 0 : 1;
            raised += isWorse(after.level().atBest(), before.level().atWorst()) ? 1 : 0;
            lowered += isWorse(before.level().atBest(), after.level().atWorst()) ? 1 : 0;
            if (flips) {
                transition.drivenBy(Drivers.between(before, after));
            }
        }
        days.merge(
                day,
                new DayReplay(day, 1, flips ? 1 : 0),
                (sum, one) -> new DayReplay(day, sum.reports() + 1, sum.flips() + one.flips()));
        return flips;
    }

    private static boolean isWorse(Optional<OpelLevel> level, Optional<OpelLevel> than) {
        return level.isPresent() && than.isPresent() && level.get().isWorseThan(than.get());
    }

    long reports() {
        return reports;
    }

    long rescored() {
        return rescored;
    }

    long raised() {
        return raised;
    }

    long lowered() {
        return lowered;
    }

    List<DayReplay> days() {
        return List.copyOf(days.values());
    }

    List<Transition> transitions() {
        return transitions.entrySet().stream()
                .flatMap(from -> from.getValue().entrySet().stream()
                        .map(to -> to.getValue().result(from.getKey(), to.getKey())))
                .toList();
    }
}
