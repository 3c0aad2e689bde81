package io.github.opelrules.framework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Calendar days, which begin and end by the clocks of England. */
public final class LondonTime {

    /** {@code Europe/London}. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private LondonTime() {}

    /** The calendar day of an instant. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The instant at which a calendar day begins. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
