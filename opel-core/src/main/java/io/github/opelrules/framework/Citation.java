package io.github.opelrules.framework;

import java.util.Objects;

/**
 * Where a rule comes from and how sure it is.
 *
 * @param source the document and the place in it
 * @param assurance how sure it is that the document says so
 */
public record Citation(Source source, Assurance assurance) {

    public Citation {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(assurance, "assurance");
    }

    /** {@code OPEL Framework 2023/24 (PRN00551), level cuts (corroborated)}. */
    @Override
    public String toString() {
        return source + " (" + assurance + ")";
    }
}
