package io.github.opelrules.testkit.replay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Successive reports of one organisation at one level, of which no day is without a report. A range of levels is no part of
 * a run.
 *
 * @param from the first day
 * @param to the last day
 * @param reports how many reports
 */
public record Run(LocalDate from, LocalDate to, long reports) {

    /** How many days it is long. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    boolean isLongerThan(Run other) {
        return days() > other.days() || (days() == other.days() && reports > other.reports);
    }
}
