package io.github.opelrules.rules.internal.escalate;

import java.time.Duration;

/** Lengths of time in words: {@code 45 minutes}, {@code 1 hour and 30 minutes}, {@code 1 day}. */
final class Span {

    private Span() {}

    /** The words for a time of whole minutes. */
    static String words(Duration time) {
        long minutes = time.toMinutes();
        if (minutes >= 1440 && minutes % 1440 == 0) {
            return count(minutes / 1440, "day");
        }
        if (minutes < 60 || minutes % 60 == 0) {
            return minutes < 60 ? count(minutes, "minute") : count(minutes / 60, "hour");
        }
        return count(minutes / 60, "hour") + " and " + count(minutes % 60, "minute");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
