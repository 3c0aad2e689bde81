package io.github.opelrules.framework;

import java.time.LocalDate;

/** Why a report is scored by one framework and not by another. */
public sealed interface Selection {

    /** The framework was in force nationally. */
    Selection NATIONAL = new National();

    /** The caller chose the framework, whatever the report's time. */
    Selection PINNED = new Pinned();

    /** The framework was in force nationally. */
    record National() implements Selection {}

    /**
     * The organisation had adopted the framework.
     *
     * @param from the first day
     */
    record Adopted(LocalDate from) implements Selection {}

    /**
     * The framework was no longer in force nationally, and the organisation had not adopted the next one yet.
     *
     * @param until the day on which it adopts that
     */
    record Kept(LocalDate until) implements Selection {}

    /** The caller chose the framework, whatever the report's time. */
    record Pinned() implements Selection {}
}
