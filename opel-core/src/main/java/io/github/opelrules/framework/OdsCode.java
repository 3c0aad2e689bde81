package io.github.opelrules.framework;

import io.github.opelrules.internal.Words;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The code of an organisation in NHS England's Organisation Data Service (ODS): {@code RXX} for a trust, {@code RXXnn} for
 * a site, {@code QXX} for an ICB, {@code Yxx} for a region.
 *
 * @param value three to ten upper-case letters and digits
 */
public record OdsCode(String value) implements Comparable<OdsCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{3,10}");

    /** @throws IllegalArgumentException if the value is not of that form */
    public OdsCode {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            String upper = value.strip().toUpperCase(Locale.ROOT);
            throw new IllegalArgumentException(Words.quoted(value)
                    + " is not an ODS code: expected 3 to 10 upper-case letters and digits, such as RXX for a trust or"
                    + " RXX01 for a site."
                    + (FORM.matcher(upper).matches() ? " Did you mean \"" + upper + "\"?" : ""));
        }
    }

    /** Whether a text is of the {@linkplain OdsCode form of a code}. */
    public static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The code of that value.
     *
     * @throws IllegalArgumentException if the value is not of the {@linkplain OdsCode form of a code}
     */
    public static OdsCode of(String value) {
        return new OdsCode(value);
    }

    @Override
    public int compareTo(OdsCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
