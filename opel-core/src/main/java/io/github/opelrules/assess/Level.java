package io.github.opelrules.assess;

import io.github.opelrules.framework.OpelLevel;
import java.util.List;
import java.util.Optional;

/** A level as far as it is known. */
public sealed interface Level {

    /** The level that ranges from {@code best} to {@code worst}, exact where the two are one. */
    static Level between(OpelLevel best, OpelLevel worst) {
        return best == worst ? new Exact(best) : new Between(best, worst);
    }

    /** The level if everything unknown were at its best; empty where no level can be given. */
    Optional<OpelLevel> atBest();

    /** The level if everything unknown were at its worst; empty where no level can be given. */
    Optional<OpelLevel> atWorst();

    /**
     * The level is known.
     *
     * @param level the level
     */
    record Exact(OpelLevel level) implements Level {

        @Override
        public Optional<OpelLevel> atBest() {
            return Optional.of(level);
        }

        @Override
        public Optional<OpelLevel> atWorst() {
            return Optional.of(level);
        }

        @Override
        public String toString() {
            return level.toString();
        }
    }

    /**
     * What is missing or rounded leaves more than one level possible.
     *
     * @param best the level if everything unknown were at its best
     * @param worst the level if everything unknown were at its worst
     */
    record Between(OpelLevel best, OpelLevel worst) implements Level {

        /** @throws IllegalArgumentException if {@code worst} is not worse than {@code best} */
        public Between {
            if (!worst.isWorseThan(best)) {
                throw new IllegalArgumentException("A level cannot be between " + best + " and " + worst);
            }
        }

        @Override
        public Optional<OpelLevel> atBest() {
            return Optional.of(best);
        }

        @Override
        public Optional<OpelLevel> atWorst() {
            return Optional.of(worst);
        }

        @Override
        public String toString() {
            return "between " + best + " and " + worst;
        }
    }

    /**
     * No level can be given, because a rule is not known.
     *
     * @param reasons why, at least one, each a sentence without its full stop
     */
    record Undetermined(List<String> reasons) implements Level {

        /** @throws IllegalArgumentException if there is no reason */
        public Undetermined {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A level is undetermined for at least one reason");
            }
        }

        @Override
        public Optional<OpelLevel> atBest() {
            return Optional.empty();
        }

        @Override
        public Optional<OpelLevel> atWorst() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "undetermined";
        }
    }
}
