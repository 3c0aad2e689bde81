package io.github.opelrules.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How messages name things: the nearest known word to a misspelt one, and lists as a person would say them. */
public final class Words {

    /** What is looked at of a word that may be misspelt. */
    private static final int LONGEST = 100;

    private Words() {}

    /**
     * The known word nearest to what was found, when it is near enough to be a likely slip: at most a third of its
     * letters differ, and at least one slip is always allowed for.
     */
    public static Optional<String> nearest(String found, Collection<String> known) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String word : known) {
            // Each letter more or less is a slip of its own, so most words are too far away by their length alone.
            int most = Math.min(least - 1, Math.max(1, word.length() / 3));
            if (Math.abs(Math.min(found.length(), LONGEST) - word.length()) <= most) {
                int slips = distance(found, word);
                if (slips <= most) {
                    nearest = word;
                    least = slips;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** {@code Did you mean "x"?} with a leading space where a known word is near, else nothing. */
    public static String didYouMean(String found, Collection<String> known) {
        return nearest(found, known)
                .map(word -> " Did you mean \"" + word + "\"?")
                .orElse("");
    }

    /** What was found, in quotes, cut to a length that a message can carry, and with nothing that could disguise it. */
    public static String quoted(String found) {
        String visible = found.codePoints()
                .limit(60)
                .map(c -> isVisible(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int length = found.codePointCount(0, found.length());
        return length <= 60 ? "\"" + visible + "\"" : "\"" + visible + "…\" (" + length + " characters)";
    }

    /**
     * Whether a character shows as what it is. Controls, line ends and marks that turn the direction of writing do not: they would
     * let a message say what it does not.
     */
    public static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A number as people write it, without an exponent or needless zeros: {@code 15}, {@code 0.5}. */
    public static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** {@code a, b and c}. */
    public static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** {@code 1 point}, {@code 2 points}. */
    public static String count(int number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }

    /**
     * A share to one decimal, rounded half up: {@code 82.9 %}. What is not nothing is never told as 0 %, and what is not all never
     * as 100 %.
     *
     * @param part how many of them, at least 0
     * @param whole how many in all, above 0 and at least the part
     */
    public static String percent(long part, long whole) {
        BigDecimal percent = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        if (part == 0 || part == whole) {
            return percent.setScale(0) + " %";
        }
        return percent.signum() == 0
                ? "under 0.1 %"
                : percent.compareTo(BigDecimal.valueOf(100)) == 0 ? "over 99.9 %" : percent + " %";
    }

    /** Whether a text holds a line break or another control character, so that it is not one line of plain text. */
    public static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The number of single-letter slips (insert, delete, change, swap of neighbours) between two words, case ignored. */
    private static int distance(String left, String right) {
        String a = left.length() > LONGEST ? left.substring(0, LONGEST) : left;
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = same(a, i, right, j) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && same(a, i, right, j - 1) && same(a, i - 1, right, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[right.length()];
    }

    private static boolean same(String left, int i, String right, int j) {
        return Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
    }

    /** The word of an enum constant in files and JSON, such as {@code out-of-hours}. */
    public static String hyphenated(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
