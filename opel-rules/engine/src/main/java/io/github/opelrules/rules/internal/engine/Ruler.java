package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.rules.internal.engine.fact.ScoredBand;
import io.github.opelrules.rules.internal.engine.fact.ScoredParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The values of one parameter, cut at every edge that a rule can compare with: values in one cell are the same to all rules. Even
 * cells lie between two edges, odd ones are an edge.
 */
final class Ruler {

    /** Up to so many digits, and places behind the point, a double is made of a decimal in one division. */
    private static final int FEW_DIGITS = 15;

    private static final int FEW_PLACES = 22;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final BigDecimal[] edges;
    private final double[] near;

    Ruler(SortedSet<BigDecimal> edges) {
        this.edges = edges.toArray(new BigDecimal[0]);
        this.near = edges.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** The ruler of a parameter. */
    static Ruler of(ScoredParameter parameter) {
        return new Ruler(edges(parameter));
    }

    /** Every edge that a rule can compare a reading of this parameter with. */
    static SortedSet<BigDecimal> edges(ScoredParameter parameter) {
        SortedSet<BigDecimal> edges = new TreeSet<>();
        edges.add(parameter.getDomain().from());
        edges.add(parameter.getDomain().upTo());
        UsualRange usual = parameter.getUsual();
        if (usual != null) {
            edges.add(usual.from());
            edges.add(usual.upTo());
        }
        for (ScoredBand band : parameter.getBands()) {
            add(band.getBand().interval(), edges);
            add(band.getReach(), edges);
        }
        for (Threshold threshold : parameter.getThresholds()) {
            add(threshold.interval(), edges);
        }
        return edges;
    }

    private static void add(Interval interval, SortedSet<BigDecimal> edges) {
        if (interval.lower() != null) {
            edges.add(interval.lower().value());
        }
        if (interval.upper() != null) {
            edges.add(interval.upper().value());
        }
    }

    /** How many cells there are. */
    int cells() {
        return 2 * edges.length + 1;
    }

    /** The cell of a value. */
    int cell(BigDecimal value) {
        return value.precision() <= FEW_DIGITS && value.scale() >= 0 && value.scale() <= FEW_PLACES
                ? cell(value, value.doubleValue())
                : exactCell(value);
    }

    /** To round to the nearest double keeps the order, so that only values which round to an edge's double are compared. */
    private int cell(BigDecimal value, double rounded) {
        for (int i = 0; i < near.length; i++) {
            if (rounded <= near[i]) {
                int comparison = rounded < near[i] ? -1 : value.compareTo(edges[i]);
                if (comparison <= 0) {
                    return comparison == 0 ? 2 * i + 1 : 2 * i;
                }
            }
        }
        return 2 * near.length;
    }

    private int exactCell(BigDecimal value) {
        for (int i = 0; i < edges.length; i++) {
            int comparison = value.compareTo(edges[i]);
            if (comparison <= 0) {
                return comparison == 0 ? 2 * i + 1 : 2 * i;
            }
        }
        return 2 * edges.length;
    }

    /** A value in a cell. */
    BigDecimal valueIn(int cell) {
        int edge = cell / 2;
        if (cell % 2 == 1) {
            return edges[edge];
        }
        if (edge == 0) {
            return edges[0].subtract(BigDecimal.ONE);
        }
        return edge == edges.length
                ? edges[edge - 1].add(BigDecimal.ONE)
                : edges[edge - 1].add(edges[edge]).multiply(HALF);
    }

    /** The least doubles that are an edge or above it, as decimals. */
    double[] from() {
        return Arrays.stream(edges).mapToDouble(Ruler::from).toArray();
    }

    /** The greatest doubles that are not above an edge, as decimals. */
    double[] notAbove() {
        return Arrays.stream(edges).mapToDouble(Ruler::notAbove).toArray();
    }

    private static double from(BigDecimal edge) {
        double near = edge.doubleValue();
        return BigDecimal.valueOf(near).compareTo(edge) < 0 ? Math.nextUp(near) : near;
    }

    private static double notAbove(BigDecimal edge) {
        double near = edge.doubleValue();
        return BigDecimal.valueOf(near).compareTo(edge) > 0 ? Math.nextDown(near) : near;
    }
}
