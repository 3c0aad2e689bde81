package io.github.opelrules.framework;

import java.util.Objects;

/**
 * Where a value or a rule comes from.
 *
 * @param document the title of the document, such as {@code OPEL Framework 2023/24 (PRN00551)}
 * @param place where in it, such as {@code acute parameter 7}
 */
public record Source(String document, String place) {

    /** @throws IllegalArgumentException if either is blank */
    public Source {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(place, "place");
        if (document.isBlank() || place.isBlank()) {
            throw new IllegalArgumentException("A source needs a document and a place in it, but was document \""
                    + document + "\", place \"" + place + "\"");
        }
    }

    @Override
    public String toString() {
        return document + ", " + place;
    }
}
