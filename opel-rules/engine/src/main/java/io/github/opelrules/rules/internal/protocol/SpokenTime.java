package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lengths of time as sentences say them: {@code 45 minutes}, {@code 1 hour}, {@code 2 hours and 30 minutes}. */
public final class SpokenTime {

    private static final String EXPECTED =
            "Expected such as \"45 minutes\", \"1 hour\", \"2 hours and 30 minutes\" or" + " \"1 day\".";
    private static final List<String> UNITS = List.of("day", "hour", "minute");
    private static final List<Duration> LENGTHS =
            List.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(1));

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
        String[] words = text.split(" ", -1);
        if (words.length % 3 != 2) {
            throw notATime(text);
        }
        Duration time = Duration.ZERO;
        int before = -1;
        for (int i = 0; i < words.length; i += 3) {
            int unit = unit(words[i + 1]);
            if (!isCount(words[i]) || unit <= before || (i > 0 && !words[i - 1].equals("and"))) {
                throw notATime(text);
            }
            int count = Integer.parseInt(words[i]);
            String right = Words.count(count, UNITS.get(unit));
            if (!right.endsWith(" " + words[i + 1])) {
                throw new IllegalArgumentException(
                        Words.quoted(text) + " does not agree in number: write \"" + right + "\".");
            }
            time = time.plus(LENGTHS.get(unit).multipliedBy(count));
            before = unit;
        }
        if (time.isZero()) {
            throw new IllegalArgumentException(Words.quoted(text) + " is no time at all. " + EXPECTED);
        }
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    Words.quoted(text) + " is longer than a year, and no rule waits that long. " + EXPECTED);
        }
        return time;
    }

    /** Which unit a word names, in the singular or the plural, the longest being 0; −1 where it names none. */
    private static int unit(String word) {
        return UNITS.indexOf(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
    }

    private static boolean isCount(String word) {
        return word.length() <= 4 && Forms.isDigits(word);
    }

    private static IllegalArgumentException notATime(String text) {
        return new IllegalArgumentException(Words.quoted(text) + " is not a time. " + EXPECTED);
    }
}
