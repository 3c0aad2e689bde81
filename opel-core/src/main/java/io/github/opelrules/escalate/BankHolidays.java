package io.github.opelrules.escalate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The bank holidays of England: those that come every year, with their substitute days, and those that were proclaimed or
 * moved once. The yearly ones follow the Banking and Financial Dealings Act 1971 and the proclamations that have been made
 * every year since 1978; what was proclaimed once is known from 2011 to 2026.
 *
 * @param added days that are bank holidays beside the yearly ones, such as the one for a coronation
 * @param moved days that would be yearly ones and were not, because they were moved
 */
public record BankHolidays(SortedSet<LocalDate> added, SortedSet<LocalDate> moved) {

    public BankHolidays {
        added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
        moved = Collections.unmodifiableSortedSet(new TreeSet<>(moved));
    }

    /** The bank holidays of England, as far as they are known. */
    public static BankHolidays england() {
        Set<LocalDate> proclaimed = Set.of(
                LocalDate.of(2011, 4, 29),
                LocalDate.of(2012, 6, 4),
                LocalDate.of(2012, 6, 5),
                LocalDate.of(2020, 5, 8),
                LocalDate.of(2022, 6, 2),
                LocalDate.of(2022, 6, 3),
                LocalDate.of(2022, 9, 19),
                LocalDate.of(2023, 5, 8));
        Set<LocalDate> moved = Set.of(LocalDate.of(2012, 5, 28), LocalDate.of(2020, 5, 4), LocalDate.of(2022, 5, 30));
        return new BankHolidays(new TreeSet<>(proclaimed), new TreeSet<>(moved));
    }

    /** These, and one more that has been proclaimed since. */
    public BankHolidays with(LocalDate day) {
        SortedSet<LocalDate> more = new TreeSet<>(added);
        more.add(day);
        return new BankHolidays(more, moved);
    }

    /** Whether a day is a bank holiday. A holiday that falls on a weekend is kept on its substitute day alone. */
    public boolean contains(LocalDate day) {
        return added.contains(day) || (!moved.contains(day) && isYearly(day));
    }

    private static boolean isYearly(LocalDate day) {
        int year = day.getYear();
        LocalDate easter = easter(year);
        LocalDate christmas = LocalDate.of(year, Month.DECEMBER, 25);
        return day.equals(substitute(LocalDate.of(year, Month.JANUARY, 1)))
                || day.equals(easter.minusDays(2))
                || day.equals(easter.plusDays(1))
                || day.equals(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)))
                || day.equals(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)))
                || day.equals(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)))
                || isChristmas(day, christmas);
    }

    /** Christmas Day and Boxing Day, of which those that fall on a weekend are kept on the next two weekdays. */
    private static boolean isChristmas(LocalDate day, LocalDate christmas) {
        return switch (christmas.getDayOfWeek()) {
            case FRIDAY -> day.equals(christmas) || day.equals(christmas.plusDays(3));
            case SATURDAY -> day.equals(christmas.plusDays(2)) || day.equals(christmas.plusDays(3));
            case SUNDAY -> day.equals(christmas.plusDays(1)) || day.equals(christmas.plusDays(2));
            default -> day.equals(christmas) || day.equals(christmas.plusDays(1));
        };
    }

    private static LocalDate substitute(LocalDate day) {
        return isWeekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Easter Sunday, by the Gregorian computus of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
