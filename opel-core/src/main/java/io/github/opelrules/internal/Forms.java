package io.github.opelrules.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The forms of ids, numbers, times and lists that files and reports share. */
public final class Forms {

    /** The most characters of a number. */
    public static final int LONGEST_NUMBER = 30;

    private static final int LONGEST_ID = 80;

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Forms() {}

    /** Whether a text is lower-case words and numbers joined by hyphens, in at most 80 characters. */
    public static boolean isId(String text) {
        char before = '-';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inWord = (c >= 'a' && c <= 'z') || isDigit(c);
            if (!inWord && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return before != '-' && text.length() <= LONGEST_ID;
    }

    /**
     * Whether a text is digits, with a minus in front and a point and more digits behind where need be, in at most 30
     * characters, so that a number can be made of it.
     */
    public static boolean isPlainNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
        return text.length() <= LONGEST_NUMBER
                && !leadingZero
                && start < end
                && isDigits(text.substring(start, end))
                && (point < 0 || isDigits(text.substring(point + 1)));
    }

    /**
     * A time of the years that RFC 3339 can write, 0000 to 9999.
     *
     * @param name what messages call it
     * @throws NullPointerException if it is null
     * @throws IllegalArgumentException if it is of another year
     */
    public static Instant requireTime(Instant time, String name) {
        Objects.requireNonNull(time, name);
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw new IllegalArgumentException("The time \"" + name + "\" is " + time
                    + ". Expected one in the years 0000 to 9999, such as 2026-01-08T09:30:00Z.");
        }
        return time;
    }

    /**
     * An immutable list of values.
     *
     * @param name what messages call it
     * @throws NullPointerException if it is null, or one of the values is: its place is named then, such as {@code reports[2]}
     */
    public static <T> List<T> listOf(Collection<? extends T> values, String name) {
        Objects.requireNonNull(values, name);
        List<T> copy = new ArrayList<>(values.size());
        for (T value : values) {
            int place = copy.size();
            copy.add(Objects.requireNonNull(value, () -> name + "[" + place + "]"));
        }
        return List.copyOf(copy);
    }

    /** Whether a text is one of the digits 0 to 9, or several. */
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
