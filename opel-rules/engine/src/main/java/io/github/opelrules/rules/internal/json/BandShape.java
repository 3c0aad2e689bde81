package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.DECIMAL;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Schema;
import io.github.opelrules.rules.internal.format.WrittenShape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stretch of values, and what more is said of it. What has an edge is found in the framework, so it is never made of its text. */
abstract class BandShape<T> extends WrittenShape<T> {

    static final BandShape<Band> BAND = new Scored();
    static final BandShape<Interval> VALUES = new Values();

    private final Key<BigDecimal> from = edge(Edge.Kind.FROM);
    private final Key<BigDecimal> above = edge(Edge.Kind.ABOVE);
    private final Key<BigDecimal> upTo = edge(Edge.Kind.UP_TO);
    private final Key<BigDecimal> below = edge(Edge.Kind.BELOW);

    private BandShape(String name) {
        super(name);
    }

    private Key<BigDecimal> edge(Edge.Kind kind) {
        return key(kind.key(), DECIMAL).optional();
    }

    final Out edges(Interval interval, Out out) {
        return out.put(from, at(interval.lower(), Edge.Kind.FROM))
                .put(above, at(interval.lower(), Edge.Kind.ABOVE))
                .put(upTo, at(interval.upper(), Edge.Kind.UP_TO))
                .put(below, at(interval.upper(), Edge.Kind.BELOW));
    }

    private static @Nullable BigDecimal at(@Nullable Edge edge, Edge.Kind kind) {
        return edge == null || edge.kind() != kind ? null : edge.value();
    }

    @Override
    protected void addToSchema(Map<String, Object> members) {
        members.put(
                "not",
                Schema.members(
                        "anyOf",
                        List.of(
                                Schema.members("required", List.of("from", "above")),
                                Schema.members("required", List.of("upTo", "below")))));
    }

    private static final class Scored extends BandShape<Band> {

        private final Key<Integer> points = key("points", ResultForms.POINTS);
        private final Key<Assurance> assurance = key("assurance", ResultForms.ASSURANCE)
                .says("The lowest assurance of anything in the band: its cuts, their sides and its points.");

        Scored() {
            super("band");
            says(
                    "A stretch of a parameter's values and what a value in it scores. It has at most one lower edge, from (≥) or above"
                            + " (>), and at most one upper edge, upTo (≤) or below (<).");
        }

        @Override
        protected void take(Band band, Out out) {
            edges(band.interval(), out).put(points, band.points()).put(assurance, band.assurance());
        }
    }

    private static final class Values extends BandShape<Interval> {

        Values() {
            super("values");
            says("Values from (≥) or above (>), upTo (≤) or below (<).");
        }

        @Override
        protected void take(Interval interval, Out out) {
            edges(interval, out);
        }

        @Override
        protected void addToSchema(Map<String, Object> members) {
            super.addToSchema(members);
            members.put("minProperties", 1);
        }
    }
}
