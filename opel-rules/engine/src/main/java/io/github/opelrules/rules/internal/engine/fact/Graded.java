package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How sure a piece of a table is, as the rules see it. Values that touch its interval use it; where it is the side of a cut that it is
 * about, only those that reach the cut.
 */
public final class Graded {

    private final Interval interval;
    private final @Nullable BigDecimal cut;
    private final Assurance assurance;

    private Graded(Interval interval, @Nullable BigDecimal cut, Assurance assurance) {
        this.interval = interval;
        this.cut = cut;
        this.assurance = assurance;
    }

    /** The pieces of all levels. */
    public static List<Graded> of(LevelTable levels) {
        return levels.cuts().stream()
                .flatMap(cut -> pieces(cut.interval(), cut.interval(), EnumSet.noneOf(Assurance.class)).stream())
                .toList();
    }

    /**
     * The pieces of a band, or of a level: itself, its cuts, and their sides. Which of them counts for a value, the rules say.
     *
     * @param interval what touches it
     * @param own its own interval
     * @param apart how sure it is apart from its cuts
     */
    static List<Graded> pieces(Interval interval, Interval own, Set<Assurance> apart) {
        List<Edge> edges =
                Stream.of(own.lower(), own.upper()).filter(Objects::nonNull).toList();
        Set<Assurance> whole = EnumSet.copyOf(apart);
        edges.forEach(edge -> whole.add(edge.assurance()));
        List<Graded> pieces = new ArrayList<>();
        whole.forEach(grade -> pieces.add(new Graded(interval, null, grade)));
        for (Edge edge : edges) {
            // What every value that touches the interval uses, those on the cut use too.
            if (!whole.contains(edge.sideAssurance())) {
                pieces.add(new Graded(interval, edge.value(), edge.sideAssurance()));
            }
        }
        return pieces;
    }

    /** The values that use it. */
    public Interval getInterval() {
        return interval;
    }

    /** The cut that they have to reach besides; null where they need not. */
    public @Nullable BigDecimal getCut() {
        return cut;
    }

    /** How sure it is. */
    public Assurance getAssurance() {
        return assurance;
    }
}
