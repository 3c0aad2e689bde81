package io.github.opelrules.rules.internal.table;

import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Place;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the edges of one band or level, and grades them. */
public final class EdgeReader {

    private final Grades cuts;
    private final Grades sides;
    private final Findings findings;

    public EdgeReader(Grades cuts, Grades sides, Findings findings) {
        this.cuts = cuts;
        this.sides = sides;
        this.findings = findings;
    }

    /**
     * The interval, or null where it cannot be used, and then the findings say why.
     *
     * @param source where the edges come from
     */
    public @Nullable Interval read(Fields fields, Source source) {
        int before = findings.errors();
        Edge lower = null;
        Edge upper = null;
        boolean edged = false;
        for (Edge.Kind kind : Edge.Kind.values()) {
            if (!fields.has(kind.key())) {
                continue;
            }
            edged = true;
            Edge other = kind.isLower() ? lower : upper;
            Edge edge = edge(kind, fields, source);
            if (edge != null && other != null) {
                findings.add(
                        FormCode.TWO_EDGES,
                        fields.place(),
                        "There are two " + (kind.isLower() ? "lower" : "upper") + " edges here, \"" + other
                                + "\" and \"" + edge + "\". Keep one of the two.");
            } else if (kind.isLower()) {
                lower = edge;
            } else {
                upper = edge;
            }
        }
        if (!edged
                && fields.isMisspelt(
                        Edge.Kind.FROM.key(), Edge.Kind.ABOVE.key(), Edge.Kind.UP_TO.key(), Edge.Kind.BELOW.key())) {
            return null;
        }
        if (!edged) {
            findings.add(
                    FormCode.NO_EDGE,
                    fields.place(),
                    "There is no edge here. Add one or two of: from (≥), above (>), upTo (≤), below (<).");
        }
        return findings.errors() > before ? null : interval(lower, upper, fields);
    }

    private @Nullable Edge edge(Edge.Kind kind, Fields fields, Source source) {
        BigDecimal value = fields.number(kind.key(), "15");
        if (value == null) {
            return null;
        }
        Place place = fields.placeOf(kind.key());
        return new Edge(kind, value, cuts.of(value, place, source), sides.of(value, place, source));
    }

    private @Nullable Interval interval(@Nullable Edge lower, @Nullable Edge upper, Fields fields) {
        try {
            return new Interval(lower, upper);
        } catch (IllegalArgumentException e) {
            findings.add(
                    FormCode.EDGES_REVERSED,
                    fields.place(),
                    e.getMessage() + ". Swap the two numbers, or correct one of them.");
            return null;
        }
    }
}
