package io.github.opelrules.testkit.worksheet;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts and numbers as they stand in rule files. */
final class Yaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z(][A-Za-z0-9()/.&'-]*( [A-Za-z0-9()/.&'-]+)*");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private Yaml() {}

    /** A text, in quotes unless it can do without. */
    static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain ? text : quoted(text);
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String number(BigDecimal number) {
        return number.toPlainString();
    }

    /** What the document prints, beside what was made of it. */
    static String printed(String printed) {
        return " # printed " + quoted(printed);
    }
}
