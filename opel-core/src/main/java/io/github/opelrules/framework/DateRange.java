package io.github.opelrules.framework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calendar days in {@code Europe/London}, half-open.
 *
 * @param startInclusive the first day
 * @param endExclusive the day after the last, or null where no end is known
 */
public record DateRange(LocalDate startInclusive, @Nullable LocalDate endExclusive) {

    /** @throws IllegalArgumentException if the end is not after the start */
    public DateRange {
        Objects.requireNonNull(startInclusive, "startInclusive");
        if (endExclusive != null && !endExclusive.isAfter(startInclusive)) {
            throw new IllegalArgumentException(
                    "The end, " + endExclusive + ", must be a later day than the start, " + startInclusive);
        }
    }

    /** Whether the instant falls on one of these days. */
    public boolean contains(Instant instant) {
        LocalDate day = LondonTime.dayOf(instant);
        return !day.isBefore(startInclusive) && !hasEndedBy(day);
    }

    /** Whether the last day is before this one. */
    boolean hasEndedBy(LocalDate day) {
        return endExclusive != null && !day.isBefore(endExclusive);
    }

    /** The days on which something changes that holds from the first day and until the end. */
    public Stream<LocalDate> daysOfChange() {
        return Stream.of(startInclusive, endExclusive).flatMap(Stream::ofNullable);
    }

    /** Whether a day belongs to both. */
    public boolean overlaps(DateRange other) {
        return (other.endExclusive == null || startInclusive.isBefore(other.endExclusive))
                && (endExclusive == null || other.startInclusive.isBefore(endExclusive));
    }

    /** {@code from 2023-08-01 until 2024-12-01}. */
    @Override
    public String toString() {
        return "from " + startInclusive + (endExclusive == null ? "" : " until " + endExclusive);
    }
}
