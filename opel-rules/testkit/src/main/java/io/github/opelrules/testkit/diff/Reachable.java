package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.testkit.diff.Choices.Choice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Every pair of totals, before and after, that some report reaches, each with the cheapest way there. */
final class Reachable {

    /** Two totals of one report. */
    record Totals(int before, int after) {

        private static final Comparator<Totals> ORDER =
                Comparator.comparingInt(Totals::before).thenComparingInt(Totals::after);

        private Totals plus(Totals other) {
            return new Totals(before + other.before, after + other.after);
        }
    }

    /** A way to a pair of totals, as its last step. */
    record Way(int cost, @Nullable Choice choice, @Nullable Way back) {

        /** The choices on it, from the first. */
        List<Choice> choices() {
            Deque<Choice> choices = new ArrayDeque<>();
            Way way = this;
            while (way != null) {
                if (way.choice != null) {
                    choices.addFirst(way.choice);
                }
                way = way.back;
            }
            return List.copyOf(choices);
        }
    }

    private Reachable() {}

    /**
     * The pairs in ascending order; none where a parameter has no choice.
     *
     * @param parameters the choices of each parameter
     * @param side which end of a range of points is added up
     */
    static Map<Totals, Way> from(List<List<Choice>> parameters, ToIntFunction<PointsRange> side) {
        TreeMap<Totals, Way> reached = new TreeMap<>(Totals.ORDER);
        reached.put(new Totals(0, 0), new Way(0, null, null));
        for (List<Choice> choices : parameters) {
            Map<Totals, Way> steps = new TreeMap<>(Totals.ORDER);
            for (Choice choice : choices) {
                Totals step = new Totals(side.applyAsInt(choice.before()), side.applyAsInt(choice.after()));
                keepCheapest(steps, step, new Way(choice.cost(), choice, null));
            }
            TreeMap<Totals, Way> next = new TreeMap<>(Totals.ORDER);
            reached.forEach((totals, way) -> steps.forEach((step, taken) ->
                    keepCheapest(next, totals.plus(step), new Way(way.cost + taken.cost, taken.choice, way))));
            reached = next;
        }
        return reached;
    }

    private static void keepCheapest(Map<Totals, Way> ways, Totals totals, Way way) {
        ways.merge(totals, way, (kept, other) -> other.cost < kept.cost ? other : kept);
    }

    /** The choices of complete reports alone. */
    static List<List<Choice>> complete(Collection<List<Choice>> parameters) {
        List<List<Choice>> complete = new ArrayList<>();
        parameters.forEach(choices ->
                complete.add(choices.stream().filter(Choice::isComplete).toList()));
        return complete;
    }
}
