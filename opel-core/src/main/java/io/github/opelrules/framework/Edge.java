package io.github.opelrules.framework;

import java.math.BigDecimal;

/**
 * One end of an {@link Interval}: a cut, the side of it that belongs to the interval, and how sure both are.
 *
 * @param kind which side of the cut belongs to the interval
 * @param value the cut
 * @param assurance how sure the cut is
 * @param sideAssurance how sure it is that a value exactly on the cut falls on this side
 */
public record Edge(Kind kind, BigDecimal value, Assurance assurance, Assurance sideAssurance) {

    /** The four kinds of edge. */
    public enum Kind {
        /** A lower edge that includes the cut: ≥. */
        FROM("from", "≥", true, true),
        /** A lower edge that excludes the cut: &gt;. */
        ABOVE("above", ">", true, false),
        /** An upper edge that includes the cut: ≤. */
        UP_TO("upTo", "≤", false, true),
        /** An upper edge that excludes the cut: &lt;. */
        BELOW("below", "<", false, false);

        private final String key;
        private final String symbol;
        private final boolean lower;
        private final boolean inclusive;

        Kind(String key, String symbol, boolean lower, boolean inclusive) {
            this.key = key;
            this.symbol = symbol;
            this.lower = lower;
            this.inclusive = inclusive;
        }

        /** The key that rule files use: {@code from}, {@code above}, {@code upTo} or {@code below}. */
        public String key() {
            return key;
        }

        /** {@code ≥}, {@code >}, {@code ≤} or {@code <}. */
        public String symbol() {
            return symbol;
        }

        /** Whether this is a lower edge. */
        public boolean isLower() {
            return lower;
        }

        /** Whether the cut itself belongs to the interval. */
        public boolean isInclusive() {
            return inclusive;
        }

        /** The kind of edge that takes the other side of the same cut, so that nothing lies between the two. */
        public Kind complement() {
            return switch (this) {
                case FROM -> BELOW;
                case BELOW -> FROM;
                case ABOVE -> UP_TO;
                case UP_TO -> ABOVE;
            };
        }

        /** {@code from}, {@code above}, {@code up to} or {@code below}. */
        @Override
        public String toString() {
            return this == UP_TO ? "up to" : key;
        }
    }

    /** Whether a value is on the inner side of this edge. */
    public boolean admits(BigDecimal candidate) {
        return admits(candidate.compareTo(value));
    }

    /** The same of a value that is below the cut, on it or above it: below 0, 0 or above 0. */
    boolean admits(int comparison) {
        return comparison == 0 ? kind.inclusive : kind.lower == comparison > 0;
    }

    /** The edge that takes the other side of the same cut. */
    Edge complement() {
        return new Edge(kind.complement(), value, assurance, sideAssurance);
    }

    /** {@code above 15}. */
    @Override
    public String toString() {
        return kind + " " + value.toPlainString();
    }
}
