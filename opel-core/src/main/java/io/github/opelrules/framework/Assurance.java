package io.github.opelrules.framework;

import java.util.Optional;

/**
 * How sure it is that a value is NHS England's, from the surest to the least sure.
 *
 * <p>Every cut, every number of points and every rule carries one, and an assessment carries the lowest that it used.
 */
public enum Assurance {
    /** Read in an NHS England publication. */
    PUBLISHED("published"),
    /** Recovered from published NHS data, or from NHS analysts' open code, and it survived a check. */
    CORROBORATED("corroborated"),
    /** Reported or remembered, plausible, not checked against a source. */
    UNVERIFIED("unverified"),
    /** Filled in so that the framework can be computed. */
    ASSUMED("assumed");

    /** What a reader of results has to know that used any value below {@link #PUBLISHED}, as a sentence. */
    public static final String CAUTION =
            "Values below \"published\" were not read in an NHS England publication and may differ from it.";

    private final String id;

    Assurance(String id) {
        this.id = id;
    }

    /** The word that rule files and JSON use, such as {@code corroborated}. */
    public String id() {
        return id;
    }

    /** The assurance with this {@link #id()}, if there is one. */
    public static Optional<Assurance> ofId(String id) {
        for (Assurance assurance : values()) {
            if (assurance.id.equals(id)) {
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
        return id;
    }
}
