package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.PointsRange;
import java.util.Locale;

/**
 * What a fresh reading of one exact value scores under one framework.
 *
 * @param kind how it comes to score that
 * @param points the points; a range where the value lies between two bands, is not plausible, or the bands are not
 *     known yet and it is known what they could give
 */
public record ReadingScore(Kind kind, PointsRange points) {

    /** How a value comes to score what it does. */
    public enum Kind {
        /** By the bands it falls in. */
        SCORED,
        /** The value is outside the domain, so it counts as missing. */
        IMPLAUSIBLE,
        /** The bands are announced but not known yet. */
        UNKNOWN;

        /** The word that JSON uses, such as {@code implausible}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code 2}, {@code 0 to 6 (implausible)}, {@code 0 to 3 (not known yet)} or {@code not known yet}. */
    @Override
    public String toString() {
        return switch (kind) {
            case SCORED -> points.toString();
            case IMPLAUSIBLE -> points + " (implausible)";
            case UNKNOWN -> points.max() == 0 ? "not known yet" : points + " (not known yet)";
        };
    }
}
