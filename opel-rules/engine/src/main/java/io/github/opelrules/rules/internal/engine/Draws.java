package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.DrawScorer;
import io.github.opelrules.assess.LevelCounts;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Parameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores draws by the answers of one table, column by column; what has not been asked yet is asked for the draw that needs it. */
final class Draws implements DrawScorer {

    private static final int BLOCK = 256;

    private final Framework framework;
    private final List<Parameter> parameters;
    private final Answers answers;
    private final Steps[] steps;

    /** The cells of one parameter, and the part of each; of what is not submitted, behind the last. */
    static final class Steps {

        private final double[] from;
        private final double[] above;
        private final int[] parts;

        /**
         * The cells.
         *
         * @param from the least value that is an edge or more, for each edge
         * @param above the greatest value that is no more than an edge, for each edge
         * @param parts one for each cell, and one for what is not submitted; negative where none is kept
         */
        Steps(double[] from, double[] above, int[] parts) {
            this.from = from;
            this.above = above;
            this.parts = parts;
        }

        int part(double value) {
            if (Double.isNaN(value)) {
                return parts[parts.length - 1];
            }
            int cell = 0;
            for (int edge = 0; edge < from.length; edge++) {
                cell += (value >= from[edge] ? 1 : 0) + (value > above[edge] ? 1 : 0);
            }
            return parts[cell];
        }
    }

    Draws(Framework framework, List<Parameter> parameters, Answers answers) {
        this.framework = framework;
        this.parameters = parameters;
        this.answers = answers;
        this.steps = answers.steps();
    }

    @Override
    public Framework framework() {
        return framework;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public LevelCounts score(double[][] columns, int draws, int[] fewest, int[] most, byte[] best, byte[] worst) {
        if (columns.length != steps.length) {
            throw new IllegalArgumentException("There are " + columns.length + " columns, but " + framework + " has "
                    + steps.length + " parameters: give one column for each of them, in their order");
        }
        int room = Math.min(Math.min(fewest.length, most.length), Math.min(best.length, worst.length));
        for (double[] column : columns) {
            room = Math.min(room, column.length);
        }
        if (draws < 0 || draws > room) {
            throw new IllegalArgumentException(
                    "There are to be " + draws + " draws, but the shortest array has " + room + " places");
        }
        @Nullable Subtotal[] sums = new Subtotal[BLOCK];
        for (int first = 0; first < draws; first += BLOCK) {
            int size = Math.min(BLOCK, draws - first);
            Arrays.fill(sums, answers.nothing());
            for (int p = 0; p < steps.length; p++) {
                add(sums, size, columns[p], first, steps[p]);
            }
            for (int i = 0; i < size; i++) {
                Subtotal sum = sums[i];
                Subtotal.Decision decision = sum == null ? null : sum.decision();
                if (decision == null) {
                    decision = answers.ask(columns, first + i);
                }
                fewest[first + i] = decision.points().min();
                most[first + i] = decision.points().max();
                best[first + i] = decision.best();
                worst[first + i] = decision.worst();
            }
        }
        return LevelCounts.of(best, worst, draws);
    }

    private static void add(@Nullable Subtotal[] sums, int size, double[] column, int first, Steps steps) {
        for (int i = 0; i < size; i++) {
            Subtotal sum = sums[i];
            if (sum != null) {
                int part = steps.part(column[first + i]);
                sums[i] = part < 0 ? null : sum.plus(part);
            }
        }
    }
}
