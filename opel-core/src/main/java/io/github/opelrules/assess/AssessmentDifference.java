package io.github.opelrules.assess;

import io.github.opelrules.framework.PointsRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed from one assessment to another. The two may be of different times, providers or frameworks.
 *
 * @param before the assessment to compare with
 * @param after the assessment that is compared
 * @param changed the parameters of both whose points differ, in the order of {@code after}
 * @param added the contributions of parameters that only {@code after} has
 * @param dropped the contributions of parameters that only {@code before} has
 */
public record AssessmentDifference(
        Assessment before,
        Assessment after,
        List<Change> changed,
        List<Contribution> added,
        List<Contribution> dropped) {

    /**
     * One parameter's points before and after.
     *
     * @param before its part before
     * @param after its part after
     */
    public record Change(Contribution before, Contribution after) {

        /** By how many points the fewest it can score moved. */
        public int minMovedBy() {
            return after.points().min() - before.points().min();
        }

        /** By how many points the most it can score moved. */
        public int maxMovedBy() {
            return after.points().max() - before.points().max();
        }

        /** {@code G&A bed occupancy 4 → 8 (+4)}. */
        @Override
        public String toString() {
            return moved(after.parameter().label(), before.points(), after.points());
        }
    }

    public AssessmentDifference {
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
    }

    static AssessmentDifference between(Assessment before, Assessment after) {
        List<Change> changed = new ArrayList<>();
        List<Contribution> added = new ArrayList<>();
        for (Contribution now : after.contributions()) {
            Optional<Contribution> then = before.contribution(now.parameter().id());
            if (then.isEmpty()) {
                added.add(now);
            } else if (!then.get().points().equals(now.points())) {
                changed.add(new Change(then.get(), now));
            }
        }
        List<Contribution> dropped = before.contributions().stream()
                .filter(then -> after.contribution(then.parameter().id()).isEmpty())
                .toList();
        return new AssessmentDifference(before, after, changed, added, dropped);
    }

    /** Whether the level is another one, or is known more or less exactly. */
    public boolean levelMoved() {
        return !before.level().equals(after.level());
    }

    /** {@code From OPEL 2 to OPEL 3, score 20 → 24 (+4): G&A bed occupancy 4 → 8 (+4)}. */
    @Override
    public String toString() {
        String level = levelMoved() ? "From " + before.level() + " to " + after.level() : "Still " + after.level();
        String parts = Stream.of(
                        changed.stream().map(Change::toString),
                        added.stream().map(part -> part.parameter().label() + " is new (" + part.points() + ")"),
                        dropped.stream().map(part -> part.parameter().label() + " is gone (" + part.points() + ")"))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
        return level + ", " + moved("score", before.score(), after.score()) + (parts.isEmpty() ? "" : ": " + parts);
    }

    private static String moved(String what, PointsRange before, PointsRange after) {
        if (before.equals(after)) {
            return what + " " + after;
        }
        String by = before.isExact() && after.isExact()
                ? String.format(Locale.ROOT, " (%+d)", after.min() - before.min())
                : "";
        return what + " " + before + " → " + after + by;
    }
}
