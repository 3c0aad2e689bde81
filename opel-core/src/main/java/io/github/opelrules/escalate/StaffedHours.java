package io.github.opelrules.escalate;

import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which team staffs each system coordination centre (SCC) at which hours, in {@code Europe/London}. Where none does, its actions
 * go to the role that is on call. Never are two teams on at once.
 *
 * @param shifts the shifts of each SCC, by the code of its ICS; one that is not named is staffed as NHS England's SCC
 *     specification says, by the ICB's own team: from 08:00 to 18:00 every day
 * @param bankHolidays which days are bank holidays
 */
public record StaffedHours(Map<OdsCode, List<Shift>> shifts, BankHolidays bankHolidays) {

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    /** Kinds of day. A bank holiday is not a weekday. */
    public enum Days {
        /** All of them. */
        EVERY_DAY,
        /** From Monday to Friday, except bank holidays. */
        WEEKDAYS,
        /** Saturday and Sunday, even if one is proclaimed a bank holiday. */
        WEEKENDS,
        /** Bank holidays from Monday to Friday, substitute days included. */
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
     * @param by who is on
     * @param days of which days
     * @param from the first minute
     * @param until the minute after the last, later than {@code from}; midnight is the end of the day
     */
    public record Shift(Team by, Days days, LocalTime from, LocalTime until) {

        /** @throws IllegalArgumentException if it does not end later on the day on which it begins */
        public Shift {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(days, "days");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
            if (!until.isAfter(from) && !until.equals(LocalTime.MIDNIGHT)) {
                throw new IllegalArgumentException(
                        "A shift ends later on the day on which it begins, but this one is from " + from + " until "
                                + until + ". Write one that goes past midnight as two.");
            }
        }

        private boolean contains(LocalTime time) {
            return !time.isBefore(from) && endsAfter(time);
        }

        private boolean endsAfter(LocalTime time) {
            return until.equals(LocalTime.MIDNIGHT) || time.isBefore(until);
        }

        /** Whether this shift and that of another team are ever at one time. */
        public boolean clashesWith(Shift other) {
            boolean sameDay = days == other.days || days == Days.EVERY_DAY || other.days == Days.EVERY_DAY;
            return !by.equals(other.by) && sameDay && endsAfter(other.from) && other.endsAfter(from);
        }

        /** {@code weekdays from 17:00 until 20:00 by evening-desk}. */
        @Override
        public String toString() {
            return days + " from " + from + " until " + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : until) + " by "
                    + by;
        }
    }

    /** @throws IllegalArgumentException if two teams have shifts at one time in one centre */
    public StaffedHours {
        Objects.requireNonNull(shifts, "shifts");
        Objects.requireNonNull(bankHolidays, "bankHolidays");
        Map<OdsCode, List<Shift>> copy = new TreeMap<>();
        shifts.forEach((ics, hours) -> copy.put(ics, withoutClash(ics, List.copyOf(hours))));
        shifts = Collections.unmodifiableMap(copy);
    }

    private static List<Shift> withoutClash(OdsCode ics, List<Shift> shifts) {
        for (Shift shift : shifts) {
            shifts.stream().filter(shift::clashesWith).findFirst().ifPresent(other -> {
                throw new IllegalArgumentException("Two teams are on at once in the SCC of " + ics + ": " + shift
                        + ", and " + other + ". Say who is on: let one of the shifts begin when the other ends.");
            });
        }
        return shifts;
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

    /** The team that staffs the SCC of an ICS at an instant; empty where none does. */
    public Optional<Team> teamOn(OdsCode ics, Instant at) {
        ZonedDateTime local = at.atZone(LondonTime.ZONE);
        return shiftsOn(ics, local.toLocalDate())
                .filter(shift -> shift.contains(local.toLocalTime()))
                .map(Shift::by)
                .findFirst();
    }

    /** The first instant after {@code from}, up to and with {@code to}, at which the SCC of an ICS is in other hands. */
    public Optional<Instant> nextChange(OdsCode ics, Instant from, Instant to) {
        ZoneRules clock = LondonTime.ZONE.getRules();
        return LondonTime.dayOf(from)
                .datesUntil(LondonTime.dayOf(to).plusDays(1))
                .flatMap(day -> Stream.concat(
                                boundaries(ics, day)
                                        // A local time comes twice in the hour in which the clocks go back, and never
                                        // in the one that they leave out.
                                        .flatMap(local -> clock.getValidOffsets(local).stream()
                                                .map(local::toInstant)),
                                clockChange(day).stream())
                        .filter(instant -> instant.isAfter(from) && !instant.isAfter(to))
                        .sorted())
                .filter(instant -> !teamOn(ics, instant).equals(teamOn(ics, instant.minusNanos(1))))
                .findFirst();
    }

    private Stream<LocalDateTime> boundaries(OdsCode ics, LocalDate day) {
        return Stream.concat(
                Stream.of(day.atStartOfDay()),
                shiftsOn(ics, day).flatMap(shift -> Stream.of(day.atTime(shift.from()), day.atTime(shift.until()))));
    }

    /** When the clocks change on a day. */
    private static Optional<Instant> clockChange(LocalDate day) {
        return Optional.ofNullable(LondonTime.ZONE.getRules().nextTransition(LondonTime.startOf(day)))
                .map(ZoneOffsetTransition::getInstant)
                .filter(change -> LondonTime.dayOf(change).equals(day));
    }

    private Stream<Shift> shiftsOn(OdsCode ics, LocalDate day) {
        boolean weekend = BankHolidays.isWeekend(day);
        boolean holiday = !weekend && bankHolidays.contains(day);
        List<Shift> hours = shifts.get(ics);
        return (hours == null ? List.of(new Shift(Team.ownOf(ics), Days.EVERY_DAY, OPENS, CLOSES)) : hours)
                .stream().filter(shift -> switch (shift.days()) {
                    case EVERY_DAY -> true;
                    case WEEKDAYS -> !weekend && !holiday;
                    case WEEKENDS -> weekend;
                    case BANK_HOLIDAYS -> holiday;
                });
    }
}
