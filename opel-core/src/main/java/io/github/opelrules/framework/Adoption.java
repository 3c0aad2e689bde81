package io.github.opelrules.framework;

import java.time.LocalDate;

/**
 * The day from which one organisation uses a framework, which goes before the framework's national first day.
 *
 * @param organisation the provider, exactly as its reports name it: an adoption by a trust says nothing of its sites
 * @param framework the framework
 * @param from the first day, in {@code Europe/London}; until then the organisation goes on with the framework before
 */
public record Adoption(OdsCode organisation, FrameworkId framework, LocalDate from) {

    /** {@code RXX adopts nhse-opel-2024-26 from 2025-06-18}. */
    @Override
    public String toString() {
        return organisation + " adopts " + framework + " from " + from;
    }
}
