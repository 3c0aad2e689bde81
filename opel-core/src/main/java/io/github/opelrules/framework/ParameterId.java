package io.github.opelrules.framework;

import io.github.opelrules.internal.Words;
import java.util.regex.Pattern;

/**
 * The id of a parameter, such as {@code ga-bed-occupancy}.
 *
 * @param value lower-case words and numbers joined by hyphens, at most 80 characters
 */
public record ParameterId(String value) implements Comparable<ParameterId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException if the value is not of that form */
    public ParameterId {
        if (!isId(value)) {
            throw new IllegalArgumentException(
                    Words.quoted(value)
                            + " is not a parameter id: expected lower-case words joined by hyphens, such as \"ga-bed-occupancy\"");
        }
    }

    /** @throws IllegalArgumentException if the value is not of the {@linkplain ParameterId form of an id} */
    public static ParameterId of(String value) {
        return new ParameterId(value);
    }

    /** Whether a text is of the {@linkplain ParameterId form of an id}. */
    public static boolean isId(String text) {
        return text.length() <= 80 && FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(ParameterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
