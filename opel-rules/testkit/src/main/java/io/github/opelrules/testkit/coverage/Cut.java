package io.github.opelrules.testkit.coverage;

import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where one interval ends and the next begins.
 *
 * @param end the upper edge of the lower one
 * @param start the lower edge of the upper one
 */
record Cut(Edge end, Edge start) {

    /** The cut between two intervals that meet. */
    Cut(Interval below, Interval above) {
        this(Objects.requireNonNull(below.upper()), Objects.requireNonNull(above.lower()));
    }

    /** The cuts where an interval begins and where it ends; an end that is open has none. */
    static List<Cut> ends(Interval interval) {
        return Stream.concat(Stream.ofNullable(interval.lower()), Stream.ofNullable(interval.upper()))
                .map(Cut::at)
                .distinct()
                .toList();
    }

    private static Cut at(Edge edge) {
        Edge other = edge(edge, edge.kind().complement(), edge.value());
        return edge.kind().isLower() ? new Cut(other, edge) : new Cut(edge, other);
    }

    BigDecimal value() {
        return end.value();
    }

    /** It moved by one step either way, and with its side swapped. */
    List<Cut> leastChanges(BigDecimal step) {
        return List.of(movedBy(step), movedBy(step.negate()), swapped());
    }

    private Cut movedBy(BigDecimal step) {
        return new Cut(
                edge(end, end.kind(), end.value().add(step)),
                edge(start, start.kind(), start.value().add(step)));
    }

    /** The cut itself belongs to the other of the two. */
    private Cut swapped() {
        Edge.Kind kind = end.kind() == Edge.Kind.UP_TO ? Edge.Kind.BELOW : Edge.Kind.UP_TO;
        return new Cut(edge(end, kind, end.value()), edge(start, kind.complement(), end.value()));
    }

    Interval endOf(Interval below) {
        return new Interval(below.lower(), end);
    }

    Interval startOf(Interval above) {
        return new Interval(start, above.upper());
    }

    /** {@code "up to 92" changed to "up to 92.01"}. */
    String changeTo(Cut other) {
        return change(end, other.end);
    }

    /** {@code "above 45" changed to "above 45.01"}. */
    static String change(Edge edge, Edge other) {
        return "\"" + edge + "\" changed to \"" + other + "\"";
    }

    private static Edge edge(Edge old, Edge.Kind kind, BigDecimal value) {
        return new Edge(kind, value, old.assurance(), old.sideAssurance());
    }
}
