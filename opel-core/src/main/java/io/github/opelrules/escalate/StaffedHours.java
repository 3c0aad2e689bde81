package io.github.opelrules.escalate;

import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * When each system coordination centre (SCC) is staffed, in {@code Europe/London}. Outside these hours its duties go to the
 * role that is on call.
 *
 * @param shifts the shifts of each SCC, by the code of its ICS; one that is not named is staffed as NHS England's SCC
 *     specification says: from 08:00 to 18:00 every day
 * @param bankHolidays which days are bank holidays
 */
public record StaffedHours(Map<OdsCode, List<Shift>> shifts, BankHolidays bankHolidays) {

    private static final Shift STANDARD = new Shift(Days.EVERY_DAY, LocalTime.of(8, 0), LocalTime.of(18, 0));

    /** Kinds of day. A bank holiday is not a weekday. */
    public enum Days {
        /** All of them. */
        EVERY_DAY,
        /** From Monday to Friday, except bank holidays. */
        WEEKDAYS,
        /** Saturday and Sunday. */
        WEEKENDS,
        /** Bank holidays, substitute days included. */
        BANK_HOLIDAYS;

        /** The words for it in files, such as {@code every-day}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Some hours of some days.
     *
     * @param days of which days
     * @param from the first minute
     * @param until the minute after the last, later than {@code from}; midnight is the end of the day
     */
    public record Shift(Days days, LocalTime from, LocalTime until) {

        /** @throws IllegalArgumentException if it does not end later on the day on which it begins */
        public Shift {
            if (!until.isAfter(from) && !until.equals(LocalTime.MIDNIGHT)) {
                throw new IllegalArgumentException(
                        "A shift ends later on the day on which it begins, but this one is from " + from + " until "
                                + until + ". Write one that goes past midnight as two.");
            }
        }

        private boolean contains(LocalTime time) {
            return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
        }
    }

    public StaffedHours {
        Map<OdsCode, List<Shift>> copy = new TreeMap<>();
        shifts.forEach((ics, hours) -> copy.put(ics, List.copyOf(hours)));
        shifts = Collections.unmodifiableMap(copy);
    }

    /** Every SCC is staffed as the specification says. */
    public static StaffedHours standard() {
        return new StaffedHours(Map.of(), BankHolidays.england());
    }

    /** These hours, with those of one more SCC. */
    public StaffedHours with(OdsCode ics, Shift... hours) {
        Map<OdsCode, List<Shift>> more = new TreeMap<>(shifts);
        more.put(ics, List.of(hours));
        return new StaffedHours(more, bankHolidays);
    }

    /** Whether the SCC of an ICS is staffed at an instant. */
    public boolean isStaffed(OdsCode ics, Instant at) {
        ZonedDateTime local = at.atZone(LondonTime.ZONE);
        return shiftsOn(ics, local.toLocalDate()).anyMatch(shift -> shift.contains(local.toLocalTime()));
    }

    /** The instants after {@code from}, up to and with {@code to}, at which the SCC of an ICS opens or closes, in order. */
    public List<Instant> changes(OdsCode ics, Instant from, Instant to) {
        ZoneRules clock = LondonTime.ZONE.getRules();
        LocalDate last = LondonTime.dayOf(to);
        Stream<Instant> boundaries = LondonTime.dayOf(from)
                .datesUntil(last.plusDays(1))
                .flatMap(day -> shiftsOn(ics, day)
                        .flatMap(shift -> Stream.of(
                                day.atTime(shift.from()),
                                shift.until().equals(LocalTime.MIDNIGHT)
                                        ? day.plusDays(1).atStartOfDay()
                                        : day.atTime(shift.until()))))
                // A local time comes twice in the hour in which the clocks go back, and never in the one that they
                // leave out.
                .flatMap(local -> clock.getValidOffsets(local).stream().map(local::toInstant));
        Stream<Instant> clockChanges = Stream.iterate(
                        clock.nextTransition(from),
                        change -> change != null && !change.getInstant().isAfter(to),
                        change -> clock.nextTransition(change.getInstant()))
                .map(ZoneOffsetTransition::getInstant);
        return Stream.concat(boundaries, clockChanges)
                .filter(instant -> instant.isAfter(from) && !instant.isAfter(to))
                .filter(instant -> isStaffed(ics, instant) != isStaffed(ics, instant.minusNanos(1)))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Shift> shiftsOn(OdsCode ics, LocalDate day) {
        boolean holiday = bankHolidays.contains(day);
        boolean weekend = BankHolidays.isWeekend(day);
        return shifts.getOrDefault(ics, List.of(STANDARD)).stream().filter(shift -> switch (shift.days()) {
            case EVERY_DAY -> true;
            case WEEKDAYS -> !weekend && !holiday;
            case WEEKENDS -> weekend;
            case BANK_HOLIDAYS -> holiday;
        });
    }
}
