package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.internal.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as sentences say them: {@code 45 minutes}, {@code 1 hour}, {@code 2 hours and 30 minutes}. */
public final class SpokenTime {

    private static final String EXPECTED =
            "Expected such as \"45 minutes\", \"1 hour\", \"2 hours and 30 minutes\" or" + " \"1 day\".";
    private static final Pattern FORM = Pattern.compile("(?:(?<days>\\d{1,4}) (?<dayWord>days?))?(?: and (?=\\d))?"
            + "(?:(?<hours>\\d{1,4}) (?<hourWord>hours?))?(?: and (?=\\d))?"
            + "(?:(?<minutes>\\d{1,4}) (?<minuteWord>minutes?))?");

    /** Whoever writes more means something else. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private SpokenTime() {}

    /** What is wrong with words for a time, and what was expected; empty where nothing is. */
    static Optional<String> flaw(String text) {
        try {
            parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The words for a time, to the second. */
    public static String words(Duration time) {
        List<String> parts = new ArrayList<>();
        add(time.toDays(), "day", parts);
        add(time.toHoursPart(), "hour", parts);
        add(time.toMinutesPart(), "minute", parts);
        add(time.toSecondsPart(), "second", parts);
        return String.join(" and ", parts);
    }

    private static void add(long count, String unit, List<String> parts) {
        if (count > 0) {
            parts.add(Words.count(Math.toIntExact(count), unit));
        }
    }

    /**
     * How long that is.
     *
     * @throws IllegalArgumentException if it is not of that form, its words do not agree in number, or it is nothing or longer than a year
     */
    public static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.startsWith(" ") || !matcher.matches()) {
            throw new IllegalArgumentException(Words.quoted(text) + " is not a time. " + EXPECTED);
        }
        Duration time = Duration.ofDays(count(matcher, "days", "day"))
                .plusHours(count(matcher, "hours", "hour"))
                .plusMinutes(count(matcher, "minutes", "minute"));
        if (time.isZero()) {
            throw new IllegalArgumentException(Words.quoted(text) + " is no time at all. " + EXPECTED);
        }
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    Words.quoted(text) + " is longer than a year, and no rule waits that long. " + EXPECTED);
        }
        return time;
    }

    private static int count(Matcher matcher, String plural, String singular) {
        String digits = matcher.group(plural);
        if (digits == null) {
            return 0;
        }
        int count = Integer.parseInt(digits);
        String right = count == 1 ? singular : plural;
        if (!right.equals(matcher.group(singular + "Word"))) {
            throw new IllegalArgumentException(
                    "\"" + matcher.group() + "\" does not agree in number: write \"" + count + " " + right + "\".");
        }
        return count;
    }
}
