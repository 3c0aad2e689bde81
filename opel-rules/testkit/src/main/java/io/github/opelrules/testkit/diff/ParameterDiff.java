package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one parameter differs.
 *
 * @param before the parameter before, or null where it is new
 * @param after the parameter after, or null where it is gone
 * @param changes what is said of it differently, and which grades differ, in a fixed order; empty where it stands in one
 *     framework only
 * @param scores the values that score differently, in ascending order; empty where it stands in one framework only
 */
public record ParameterDiff(
        @Nullable Parameter before, @Nullable Parameter after, List<Change> changes, List<ScoreChange> scores) {

    /** @throws IllegalArgumentException if it stands in neither framework */
    public ParameterDiff {
        if (before == null && after == null) {
            throw new IllegalArgumentException("A parameter stands in at least one of the two frameworks");
        }
        changes = List.copyOf(changes);
        scores = List.copyOf(scores);
    }

    static ParameterDiff between(@Nullable Parameter before, @Nullable Parameter after) {
        if (before == null || after == null) {
            return new ParameterDiff(before, after, List.of(), List.of());
        }
        List<ScoreChange> scores = new ArrayList<>();
        for (ScoreChange piece : Pieces.of(before, after)) {
            boolean implausible = piece.before().kind() == ReadingScore.Kind.IMPLAUSIBLE
                    && piece.after().kind() == ReadingScore.Kind.IMPLAUSIBLE;
            // A value that no framework takes scores as if it were missing, which is said once and not here.
            if (!implausible && !piece.before().equals(piece.after())) {
                scores.add(piece);
            }
        }
        return new ParameterDiff(before, after, Facts.changes(Facts.of(before), Facts.of(after)), scores);
    }

    /** In which of the two frameworks it stands. */
    public Presence presence() {
        return before == null ? Presence.ADDED : after == null ? Presence.DROPPED : Presence.BOTH;
    }

    /** The parameter as it stands after, or before where it is gone. */
    public Parameter parameter() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** What a report without this parameter could score in its place before; nothing where it was not there. */
    public PointsRange missingBefore() {
        return wholeOf(before);
    }

    /** What a report without this parameter can score in its place after; nothing where it is not there. */
    public PointsRange missingAfter() {
        return wholeOf(after);
    }

    /** Whether any reading, or its absence, can have another result: other points, or stale or implausible in one only. */
    public boolean resultsCanChange() {
        return firstReason().isPresent();
    }

    /** Whether nothing at all differs. */
    boolean isEmpty() {
        return changes.isEmpty() && !resultsCanChange();
    }

    /** The first way in which a result can change, as part of a sentence. */
    Optional<String> firstReason() {
        String label = parameter().label();
        if (before == null || after == null) {
            return Optional.of(label + (before == null ? " is new" : " is gone"));
        }
        if (!scores.isEmpty()) {
            ScoreChange first = scores.get(0);
            return Optional.of(label + " scores differently ("
                    + after.withUnit(first.values().toString()) + ": " + first.before() + " → " + first.after() + ")");
        }
        if (!missingBefore().equals(missingAfter())) {
            return Optional.of(label + " scores differently where it is missing (" + missingBefore() + " → "
                    + missingAfter() + ")");
        }
        if (!before.maxAge().equals(after.maxAge())) {
            return Optional.of("readings of " + label + " go stale at another age (" + before.maxAge() + " → "
                    + after.maxAge() + ")");
        }
        return Optional.empty();
    }

    private static PointsRange wholeOf(@Nullable Parameter parameter) {
        return parameter == null ? new PointsRange(0, 0) : parameter.points();
    }
}
