package io.github.opelrules.framework;

import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The id of a parameter, such as {@code ga-bed-occupancy}.
 *
 * @param value lower-case words and numbers joined by hyphens, at most 80 characters
 */
public record ParameterId(String value) implements Comparable<ParameterId> {

    /** @throws IllegalArgumentException if the value is not of that form */
    public ParameterId {
        Objects.requireNonNull(value, "value");
        if (!isId(value)) {
            throw new IllegalArgumentException(
                    Words.quoted(value)
                            + " is not a parameter id: expected lower-case words joined by hyphens, such as \"ga-bed-occupancy\"");
        }
    }

    /**
     * The id of that value.
     *
     * @throws IllegalArgumentException if the value is not of the {@linkplain ParameterId form of an id}
     */
    public static ParameterId of(String value) {
        return new ParameterId(value);
    }

    /** Whether a text is of the {@linkplain ParameterId form of an id}. */
    public static boolean isId(String text) {
        return Forms.isId(text);
    }

    // Written out, as is hashCode: what a record has of itself is made when it first runs, and a short process feels
    // it.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParameterId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
