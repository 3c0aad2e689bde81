package io.github.opelrules.rules.internal.format;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns single nodes into values. What is not of its form becomes a finding, and gives null.
 *
 * <p>Everywhere, {@code name} is the key that the node stands under, and {@code example} a value that it could have.
 */
public final class Values {

    static final String END_OF_DAY = "24:00";

    private static final int MOST_ENTRIES = 200;

    /** What is longer is a slip, and may be too long to be added to a date. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final String TYPOGRAPHIC_QUOTES = "‘’‚“”„«»`´";

    private final Findings findings;

    public Values(Findings findings) {
        this.findings = findings;
    }

    public Findings findings() {
        return findings;
    }

    /** The entries of a list, at least one; none where it is not a list. */
    public List<Node> entries(Node node, String name, String example) {
        if (!(node instanceof Node.Sequence sequence)) {
            addWrongKind(node, name, Node.Sequence.KIND, example);
            return List.of();
        }
        if (sequence.items().isEmpty()) {
            addNoValue(node, "\"" + name + "\" is an empty list", name, example);
        }
        return sequence.items();
    }

    /** The entries of a list, which can be empty; none where it is not a list. */
    public List<Node> entriesOrNone(Node node, String name, String example) {
        return node instanceof Node.Sequence sequence && sequence.items().isEmpty()
                ? List.of()
                : entries(node, name, example);
    }

    /** The entries of a list that a framework needs at most two hundred of. */
    public List<Node> fewEntries(Node node, String name, String example) {
        List<Node> items = entries(node, name, example);
        if (items.size() <= MOST_ENTRIES) {
            return items;
        }
        findings.add(
                FormCode.TOO_MANY,
                items.get(MOST_ENTRIES).place(),
                "\"" + name + "\" has " + items.size() + " entries. Expected at most " + MOST_ENTRIES
                        + ": leave out those from here on, or split them between frameworks.");
        return items.subList(0, MOST_ENTRIES);
    }

    /** A single value that is not blank. */
    public Node.@Nullable Scalar scalar(Node node, String name, String example) {
        if (!(node instanceof Node.Scalar scalar)) {
            addWrongKind(node, name, Node.Scalar.KIND, example);
            return null;
        }
        if (scalar.text().isBlank()) {
            addNoValue(node, "\"" + name + "\" has no value", name, example);
            return null;
        }
        return scalar;
    }

    /** A text of one line. */
    @Nullable
    public String text(Node node, String name, String example) {
        Node.Scalar scalar = scalar(node, name, example);
        if (scalar == null) {
            return null;
        }
        boolean exact = scalar.style() == Node.Scalar.Style.JSON_TEXT;
        String text = exact ? scalar.text() : scalar.text().strip();
        if (Words.hasControlCharacter(text)) {
            findings.add(
                    FormCode.BAD_TEXT,
                    node.place(),
                    "\"" + name
                            + "\" has a line break or a control character in it. Write it as one line of plain text.");
            return null;
        }
        String bare = withoutTypographicQuotes(text);
        if (!exact && !bare.equals(text)) {
            findings.add(
                    FormCode.BAD_TEXT,
                    node.place(),
                    "\"" + name + "\" stands in typographic quotes, which YAML takes for letters. Write straight ones: "
                            + name + ": " + Words.quoted(bare) + ".");
            return null;
        }
        return text;
    }

    /** A text without the typographic quotes that it stands in; the text itself where it stands in none. */
    public static String withoutTypographicQuotes(String text) {
        int last = text.length() - 1;
        boolean quoted = last > 0
                && TYPOGRAPHIC_QUOTES.indexOf(text.charAt(0)) >= 0
                && TYPOGRAPHIC_QUOTES.indexOf(text.charAt(last)) >= 0;
        return quoted ? text.substring(1, last) : text;
    }

    /** A text of any length and any characters, as JSON holds it; it may be empty. */
    @Nullable
    public String exactText(Node node, String name, String example) {
        if (node instanceof Node.Scalar scalar && scalar.style() == Node.Scalar.Style.JSON_TEXT) {
            return scalar.text();
        }
        addWrongKind(node, name, "a text", example);
        return null;
    }

    /** The one of the known values that is written like this, in lower case. */
    public <E> @Nullable E word(Node node, String name, E[] known) {
        List<String> words = new ArrayList<>();
        for (E value : known) {
            words.add(value.toString().toLowerCase(Locale.ROOT));
        }
        int index = word(node, name, words);
        return index < 0 ? null : known[index];
    }

    /** Which of the known words stands there; -1 where none does. */
    public int word(Node node, String name, List<String> words) {
        Node.Scalar scalar = scalar(node, name, words.get(0));
        int index = scalar == null ? -1 : words.indexOf(scalar.text());
        if (scalar != null && index < 0) {
            findings.add(
                    FormCode.UNKNOWN_WORD,
                    node.place(),
                    Words.quoted(scalar.text()) + " is not known for \"" + name + "\"."
                            + (words.contains(withoutTypographicQuotes(scalar.text()))
                                    ? " Take away the typographic quotes."
                                    : Words.didYouMean(scalar.text(), words))
                            + " Known: " + String.join(", ", words) + ".");
        }
        return index;
    }

    /** A plain decimal number. */
    @Nullable
    public BigDecimal number(Node node, String name, String example) {
        Node.Scalar scalar = scalar(node, name, example);
        if (scalar == null) {
            return null;
        }
        if (!scalar.quoted() && Forms.isPlainNumber(scalar.text())) {
            return new BigDecimal(scalar.text());
        }
        findings.add(
                FormCode.BAD_NUMBER,
                node.place(),
                "\"" + name + "\" is " + Words.quoted(scalar.text()) + ", which is not a plain number. "
                        + remedy(scalar) + "Expected digits, with a point where there are decimals, such as " + example
                        + ".");
        return null;
    }

    /** A whole number in a range, both ends included. */
    @Nullable
    public Integer wholeNumber(Node node, String name, String example, int least, int most) {
        BigDecimal number = number(node, name, example);
        if (number == null) {
            return null;
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        boolean inRange =
                number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        if (whole && inRange) {
            return number.intValue();
        }
        findings.add(
                FormCode.NUMBER_OUT_OF_RANGE,
                node.place(),
                "\"" + name + "\" is " + number.toPlainString() + ". Expected a whole number from " + least + " to "
                        + most + ".");
        return null;
    }

    /** A day, written as YYYY-MM-DD. */
    @Nullable
    public LocalDate date(Node node, String name, String example) {
        Node.Scalar scalar = scalar(node, name, example);
        if (scalar == null) {
            return null;
        }
        try {
            return LocalDate.parse(scalar.text());
        } catch (DateTimeException e) {
            findings.add(
                    FormCode.BAD_DATE,
                    node.place(),
                    "\"" + name + "\" is " + Words.quoted(scalar.text())
                            + ", which is not a day." + dayFirst(scalar.text())
                            + " Expected year, month and day as YYYY-MM-DD, such as " + example
                            + ".");
            return null;
        }
    }

    /** A duration above zero, in ISO 8601. */
    @Nullable
    public Duration duration(Node node, String name, String example) {
        return duration(node, name, example, Duration.ofNanos(1), "a duration above zero, of at most a year,");
    }

    /** A duration of zero or more, in ISO 8601. */
    @Nullable
    public Duration durationFromZero(Node node, String name, String example) {
        return duration(node, name, example, Duration.ZERO, "PT0S or a duration above it, of at most a year,");
    }

    private @Nullable Duration duration(Node node, String name, String example, Duration least, String expected) {
        Node.Scalar scalar = scalar(node, name, example);
        if (scalar == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(scalar.text());
            if (duration.compareTo(least) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Reported below, together with durations that are too short or too long.
        }
        findings.add(
                FormCode.BAD_DURATION,
                node.place(),
                "\"" + name + "\" is " + Words.quoted(scalar.text()) + ". Expected " + expected
                        + " in ISO 8601, such as PT24H for 24 hours or PT90M for 90 minutes.");
        return null;
    }

    /**
     * A time of day, as hours and minutes.
     *
     * @param ends whether it ends something, so that midnight is the end of the day
     */
    @Nullable
    LocalTime timeOfDay(Node node, String name, String example, boolean ends) {
        String text = text(node, name, example);
        if (text == null) {
            return null;
        }
        try {
            boolean full = text.length() == END_OF_DAY.length();
            return ends && text.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(full ? text : "?");
        } catch (DateTimeException e) {
            findings.add(
                    FormCode.BAD_DATE,
                    node.place(),
                    Words.quoted(text) + " is not a time of day. Expected hours and minutes, such as " + example
                            + (ends ? ", or \"24:00\" for the end of the day." : "."));
            return null;
        }
    }

    /** What a type makes of a text, or null where it refuses it. */
    public <T> @Nullable T parsed(String text, FormCode code, Node node, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            findings.addRefusal(code, node.place(), e);
            return null;
        }
    }

    /** True or false. */
    @Nullable
    Boolean truth(Node node, String name, String example) {
        Node.Scalar scalar = scalar(node, name, example);
        if (scalar == null || scalar.text().equals("true") || scalar.text().equals("false")) {
            return scalar == null ? null : scalar.text().equals("true");
        }
        findings.add(
                FormCode.BAD_TEXT,
                node.place(),
                "\"" + name + "\" is " + Words.quoted(scalar.text()) + ". Expected true or false.");
        return null;
    }

    /** Any duration, in ISO 8601. */
    @Nullable
    Duration anyDuration(Node node, String name, String example) {
        String text = exactText(node, name, example);
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeException e) {
            findings.add(
                    FormCode.BAD_DURATION,
                    node.place(),
                    "\"" + name + "\" is " + Words.quoted(text) + ". Expected a duration in ISO 8601, such as "
                            + example + ".");
            return null;
        }
    }

    /** A moment, with an offset; with a sign before the year, it may be beyond the years of other types. */
    @Nullable
    Instant instant(Node node, String name, String example) {
        String text = text(node, name, example);
        if (text == null) {
            return null;
        }
        try {
            return text.startsWith("+") || text.startsWith("-")
                    ? Instant.parse(text)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            findings.add(
                    FormCode.BAD_DATE,
                    node.place(),
                    Words.quoted(text) + " is not a time with an offset. Expected RFC 3339, such as " + example + ".");
            return null;
        }
    }

    @Nullable
    OdsCode odsCode(Node node, String name, String example) {
        String text = text(node, name, example);
        return text == null ? null : parsed(text, FormCode.BAD_ID, node, OdsCode::of);
    }

    /** How much a unit counts beside others: a number above 0. */
    @Nullable
    BigDecimal weight(Node node, String name, String example) {
        BigDecimal weight = number(node, name, example);
        if (weight == null || weight.signum() > 0) {
            return weight;
        }
        findings.add(
                FormCode.NUMBER_OUT_OF_RANGE,
                node.place(),
                "The weight is " + weight.toPlainString() + ". Expected a number above 0.");
        return null;
    }

    /** The day that a date may mean which is written in the British order. */
    private static String dayFirst(String text) {
        String[] parts = text.split("[/.-]", -1);
        if (parts.length != 3 || parts[2].length() != 4) {
            return "";
        }
        try {
            LocalDate day =
                    LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
            return " If it is day, month and year, write " + day + ".";
        } catch (NumberFormatException | DateTimeException e) {
            return "";
        }
    }

    /** What to change about a text that is not a plain number, where that can be told. */
    private static String remedy(Node.Scalar scalar) {
        String text = scalar.text();
        if (scalar.quoted()) {
            return text.contains("%")
                    ? "Take away the quotes, and the percent sign, which \"unit\" says already. "
                    : "Take away the quotes. ";
        }
        if (text.length() > Forms.LONGEST_NUMBER) {
            return "It has more than " + Forms.LONGEST_NUMBER + " characters. ";
        }
        if (containsAny(text, TYPOGRAPHIC_QUOTES)) {
            return "Take away the typographic quotes. ";
        }
        if (containsAny(text, "−–—‐‑")) {
            return "Write the minus as a plain hyphen. ";
        }
        if (containsAny(text, "%")) {
            return "Take away the percent sign, which \"unit\" says already. ";
        }
        if (containsAny(text, ",")) {
            return "Write a point for decimals and nothing between thousands. ";
        }
        if (text.matches("[-+]?[0-9.]+[eE][-+]?[0-9]+")) {
            return "Write it out, without an exponent. ";
        }
        return "";
    }

    private static boolean containsAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    public void addWrongKind(Node found, String name, String expected, String example) {
        findings.add(
                FormCode.WRONG_KIND,
                found.place(),
                "\"" + name + "\" is " + found.kind() + ". Expected " + expected + ", such as \"" + example + "\".");
    }

    private void addNoValue(Node found, String what, String name, String example) {
        findings.add(
                FormCode.NO_VALUE,
                found.place(),
                what + ". Expected something, such as \"" + name + ": " + example + "\".");
    }
}
