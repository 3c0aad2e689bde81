package io.github.opelrules.framework;

import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import java.util.Objects;

/**
 * The id of a framework, such as {@code nhse-opel-2023-24}.
 *
 * @param value lower-case words and numbers joined by hyphens, at most 80 characters
 */
public record FrameworkId(String value) implements Comparable<FrameworkId> {

    /** @throws IllegalArgumentException if the value is not of that form */
    public FrameworkId {
        Objects.requireNonNull(value, "value");
        if (!Forms.isId(value)) {
            throw new IllegalArgumentException(
                    Words.quoted(value)
                            + " is not a framework id: expected lower-case words joined by hyphens, such as \"nhse-opel-2023-24\"");
        }
    }

    /**
     * The id of that value.
     *
     * @throws IllegalArgumentException if the value is not of the {@linkplain FrameworkId form of an id}
     */
    public static FrameworkId of(String value) {
        return new FrameworkId(value);
    }

    @Override
    public int compareTo(FrameworkId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
