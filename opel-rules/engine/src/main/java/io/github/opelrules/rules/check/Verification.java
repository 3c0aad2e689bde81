package io.github.opelrules.rules.check;

import java.time.LocalDate;

/**
 * A person's word that a value was read in an NHS England publication.
 *
 * @param by who read it
 * @param on the day it was read
 * @param document the title of the publication
 * @param place where in it
 */
public record Verification(String by, LocalDate on, String document, String place) {

    /** {@code A. Name on 2026-11-01: OPEL Framework 2023/24 (PRN00551), page 9}. */
    @Override
    public String toString() {
        return by + " on " + on + ": " + document + ", " + place;
    }
}
