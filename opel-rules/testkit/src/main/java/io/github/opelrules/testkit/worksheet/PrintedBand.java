package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.internal.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of values as a document prints it: {@code <=15}, {@code >15 to 30}, {@code 4 to 6}, {@code 0}, {@code 100 or more}.
 *
 * <p>"To" and a dash include both ends, as in {@code 4 to 6}; a sign or a word before a number says otherwise.
 */
final class PrintedBand {

    /** What a cell is told that it could hold. */
    static final String EXAMPLES =
            "\"<=15\", \">15 to 30\", \"60 to <90\", \"4 to 6\", \"0\", \">=21\", \"less than 5\", \"100 or more\"";

    private static final String N = "(-?\\d[\\d.,]*)";
    private static final String LOWER =
            "(>=|>|at least|from|above|over|more than|greater than or equal to|greater than)";
    private static final String UPPER =
            "(<=|<|up to and including|up to|below|under|less than or equal to|less than|fewer than|at most"
                    + "|no more than|not more than)";

    /** What parts two numbers; before a sign or a word of its own the upper one needs nothing. */
    private static final String TO_UPPER = "(?: ?(?:to|-|and) ?| ?(?:and|to|-|,|but)? ?" + UPPER + " ?)";

    private static final Pattern FROM_TO = Pattern.compile(LOWER + " ?" + N + TO_UPPER + N);
    private static final Pattern TO = Pattern.compile(N + TO_UPPER + N);
    private static final Pattern BETWEEN = Pattern.compile("between " + N + " and " + N);
    private static final Pattern AROUND = Pattern.compile(N + " ?(<=|<) ?[a-z]+ ?(<=|<) ?" + N);
    private static final Pattern LOWER_ONLY = Pattern.compile(LOWER + " ?" + N);
    private static final Pattern UPPER_ONLY = Pattern.compile(UPPER + " ?" + N);
    private static final Pattern OR_MORE =
            Pattern.compile(N + " ?(?:or|and) (?:more|above|over|greater|higher|longer)|" + N + " ?\\+");
    private static final Pattern OR_LESS = Pattern.compile(N + " ?(?:or|and) (?:less|fewer|below|under|lower|shorter)");
    private static final Pattern ONE = Pattern.compile("(?:exactly |= ?)?" + N);

    private static final Map<String, Edge.Kind> KINDS = Map.ofEntries(
            Map.entry(">=", Edge.Kind.FROM),
            Map.entry("at least", Edge.Kind.FROM),
            Map.entry("from", Edge.Kind.FROM),
            Map.entry("greater than or equal to", Edge.Kind.FROM),
            Map.entry(">", Edge.Kind.ABOVE),
            Map.entry("above", Edge.Kind.ABOVE),
            Map.entry("over", Edge.Kind.ABOVE),
            Map.entry("more than", Edge.Kind.ABOVE),
            Map.entry("greater than", Edge.Kind.ABOVE),
            Map.entry("<=", Edge.Kind.UP_TO),
            Map.entry("up to", Edge.Kind.UP_TO),
            Map.entry("up to and including", Edge.Kind.UP_TO),
            Map.entry("at most", Edge.Kind.UP_TO),
            Map.entry("no more than", Edge.Kind.UP_TO),
            Map.entry("not more than", Edge.Kind.UP_TO),
            Map.entry("less than or equal to", Edge.Kind.UP_TO),
            Map.entry("<", Edge.Kind.BELOW),
            Map.entry("below", Edge.Kind.BELOW),
            Map.entry("under", Edge.Kind.BELOW),
            Map.entry("less than", Edge.Kind.BELOW),
            Map.entry("fewer than", Edge.Kind.BELOW));

    /** The words of one unit, by which alone a number may be followed. */
    private static final List<List<String>> UNITS = List.of(
            List.of("%", "per cent", "percent", "pct"),
            List.of("minutes", "minute", "mins", "min"),
            List.of("hours", "hour", "hrs", "hr", "h"),
            List.of("seconds", "second", "secs", "sec", "s"),
            List.of("days", "day"),
            List.of("points", "point", "pts"));

    private final boolean decimalCommas;
    private final String found;

    private PrintedBand(String found, boolean decimalCommas) {
        this.found = found;
        this.decimalCommas = decimalCommas;
    }

    /**
     * The values that are meant.
     *
     * @param printed what the document prints
     * @param unit the unit of the values, which may follow each number
     * @param decimalCommas whether a comma stands before decimals
     * @throws IllegalArgumentException if that cannot be told; the message says what was found, and what to do
     */
    static Interval parse(String printed, String unit, boolean decimalCommas) {
        return new PrintedBand(printed, decimalCommas).interval(unit);
    }

    /** How it would be printed, in signs: what {@link #parse} reads as the same values. */
    static String print(Interval interval) {
        Edge lower = interval.lower();
        Edge upper = interval.upper();
        if (lower == null) {
            return upper == null ? "any value" : upper.kind().symbol() + number(upper);
        }
        if (upper == null) {
            return lower.kind().symbol() + number(lower);
        }
        if (lower.value().compareTo(upper.value()) == 0) {
            return number(lower);
        }
        return (lower.kind() == Edge.Kind.ABOVE ? ">" : "") + number(lower) + " to "
                + (upper.kind() == Edge.Kind.BELOW ? "<" : "") + number(upper);
    }

    private static String number(Edge edge) {
        return edge.value().toPlainString();
    }

    private Interval interval(String unit) {
        String text = withoutUnit(PlainWords.plain(found).toLowerCase(Locale.UK), unit);
        if (text.equals("any value") || text.equals("any")) {
            return new Interval(null, null);
        }
        Matcher m = BETWEEN.matcher(text);
        if (m.matches()) {
            return of(Edge.Kind.FROM, m.group(1), Edge.Kind.UP_TO, m.group(2));
        }
        m = AROUND.matcher(text);
        if (m.matches()) {
            Edge.Kind lower = m.group(2).equals("<") ? Edge.Kind.ABOVE : Edge.Kind.FROM;
            return of(lower, m.group(1), KINDS.get(m.group(3)), m.group(4));
        }
        m = FROM_TO.matcher(text);
        if (m.matches()) {
            return of(KINDS.get(m.group(1)), m.group(2), upper(m.group(3)), m.group(4));
        }
        m = TO.matcher(text);
        if (m.matches()) {
            return of(Edge.Kind.FROM, m.group(1), upper(m.group(2)), m.group(3));
        }
        m = LOWER_ONLY.matcher(text);
        if (m.matches()) {
            return new Interval(edge(KINDS.get(m.group(1)), m.group(2)), null);
        }
        m = UPPER_ONLY.matcher(text);
        if (m.matches()) {
            return new Interval(null, edge(KINDS.get(m.group(1)), m.group(2)));
        }
        m = OR_MORE.matcher(text);
        if (m.matches()) {
            return new Interval(edge(Edge.Kind.FROM, m.group(1) == null ? m.group(2) : m.group(1)), null);
        }
        m = OR_LESS.matcher(text);
        if (m.matches()) {
            return new Interval(null, edge(Edge.Kind.UP_TO, m.group(1)));
        }
        m = ONE.matcher(text);
        if (m.matches()) {
            return of(Edge.Kind.FROM, m.group(1), Edge.Kind.UP_TO, m.group(1));
        }
        throw new IllegalArgumentException(
                Words.quoted(found) + " is no band that can be understood. Expected such as " + EXAMPLES + ".");
    }

    private static Edge.Kind upper(@Nullable String word) {
        return word == null ? Edge.Kind.UP_TO : KINDS.getOrDefault(word, Edge.Kind.UP_TO);
    }

    private Interval of(Edge.@Nullable Kind lower, String from, Edge.@Nullable Kind upper, String to) {
        Edge begin = edge(lower, from);
        Edge end = edge(upper, to);
        if (begin.value().compareTo(end.value()) > 0) {
            throw new IllegalArgumentException(Words.quoted(found)
                    + " begins above its end. Write the lower number first" + ": \"" + to + " to " + from + "\".");
        }
        try {
            return new Interval(begin, end);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Words.quoted(found) + " holds no value. Look at it again in the document.");
        }
    }

    private Edge edge(Edge.@Nullable Kind kind, String number) {
        return new Edge(
                kind == null ? Edge.Kind.FROM : kind,
                PrintedNumber.parse(number.replaceAll("[.,]$", ""), decimalCommas),
                Assurance.ASSUMED,
                Assurance.ASSUMED);
    }

    /** The text without its unit after numbers, as long as it is the right one. */
    private String withoutUnit(String text, String unit) {
        String own = PlainWords.plain(unit).toLowerCase(Locale.UK);
        String left = text;
        for (List<String> words : UNITS) {
            boolean mine = words.contains(own);
            for (String word : words) {
                Pattern after = Pattern.compile("(?<=\\d) ?" + Pattern.quote(word) + "(?![a-z])");
                if (!mine && after.matcher(left).find()) {
                    throw new IllegalArgumentException(Words.quoted(found) + " is in " + words.get(0)
                            + ", and the unit of this row is " + Words.quoted(unit)
                            + ". Correct the one or the other; convert nothing by yourself.");
                }
                left = after.matcher(left).replaceAll("");
            }
        }
        if (!own.isEmpty() && !own.contains("(")) {
            String singular = own.endsWith("s") ? own.substring(0, own.length() - 1) : own;
            left = left.replaceAll("(?<=\\d) ?" + Pattern.quote(singular) + "s?(?![a-z])", "");
        }
        return PlainWords.trimmed(left);
    }
}
