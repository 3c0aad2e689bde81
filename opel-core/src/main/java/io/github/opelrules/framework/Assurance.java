package io.github.opelrules.framework;

import java.util.Locale;
import java.util.Optional;

/**
 * How sure it is that a value is NHS England's, from the surest to the least sure.
 *
 * <p>Every cut, every number of points and every rule carries one, and an assessment carries the lowest that it used.
 */
public enum Assurance {
    /** Read in an NHS England publication. */
    PUBLISHED,
    /** Recovered from published NHS data, or from NHS analysts' open code, and it survived a check. */
    CORROBORATED,
    /** Reported or remembered, plausible, not checked against a source. */
    UNVERIFIED,
    /** Filled in so that the framework can be computed. */
    ASSUMED;

    /** What a reader of results has to know that used any value below {@link #PUBLISHED}, as a sentence. */
    public static final String CAUTION =
            "Values below \"published\" were not read in an NHS England publication and may differ from it.";

    /** The word that rule files and JSON use, such as {@code corroborated}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The assurance with this {@link #id()}, if there is one. */
    public static Optional<Assurance> ofId(String id) {
        for (Assurance assurance : values()) {
            if (assurance.id().equals(id)) {
                return Optional.of(assurance);
            }
        }
        return Optional.empty();
    }

    /** The less sure of the two. */
    public Assurance lowest(Assurance other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return id();
    }
}
