package io.github.opelrules.testkit.replay;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is counted of all reports together, each once, in the order of their times. */
final class Tally {

    private final Map<ParameterId, String> labels;
    private final Map<Standing, Map<Standing, TransitionTally>> transitions = new TreeMap<>();
    private final Map<LocalDate, DayReplay> days = new TreeMap<>();
    private long reports;
    private long rescored;
    private long raised;
    private long lowered;

    /** @param labels what people call parameters */
    Tally(Map<ParameterId, String> labels) {
        this.labels = labels;
    }

    void count(OdsCode organisation, Instant observedAt, LocalDate day, Outcome outcome) {
        reports++;
        TransitionTally transition = transitions
                .computeIfAbsent(outcome.before().standing(), key -> new TreeMap<>())
                .computeIfAbsent(outcome.after().standing(), key -> new TransitionTally(organisation, observedAt));
        transition.count();
        Level before = outcome.before().level();
        Level after = outcome.after().level();
        if (before != null && after != null) {
            rescored += outcome.rescored() ? 1 : 0;
            raised += isWorse(after.atBest(), before.atWorst()) ? 1 : 0;
            lowered += isWorse(before.atBest(), after.atWorst()) ? 1 : 0;
        }
        if (outcome.flips()) {
            transition.drivenBy(outcome.drivers(), labels);
        }
        days.merge(
                day,
                new DayReplay(day, 1, outcome.flips() ? 1 : 0),
                (sum, one) -> new DayReplay(day, sum.reports() + 1, sum.flips() + one.flips()));
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
