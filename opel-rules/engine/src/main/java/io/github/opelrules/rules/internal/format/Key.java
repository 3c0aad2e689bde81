package io.github.opelrules.rules.internal.format;

import org.jspecify.annotations.Nullable;

/** One key of a {@link Shape}: its name, the form of its value, whether it may be missing, an example and what it means. */
public final class Key<T> {

    final Shape<?> shape;
    final String name;
    final Form<T> form;
    final int index;

    private boolean optional;
    private boolean written;
    private boolean derived;
    private @Nullable String example;
    private String says = "";

    Key(Shape<?> shape, String name, Form<T> form, int index) {
        this.shape = shape;
        this.name = name;
        this.form = form;
        this.index = index;
    }

    /** It may be missing. */
    public Key<T> optional() {
        optional = true;
        return this;
    }

    /** It is always written, though its reader says itself what it means when it is missing. */
    public Key<T> alwaysWritten() {
        optional = true;
        written = true;
        return this;
    }

    /**
     * It follows from the others: it is made again where a value is read, and what was read must be the same. In the schema it is
     * as any other.
     */
    public Key<T> derived() {
        derived = true;
        return this;
    }

    /** An example, where that of its form would not do. */
    public Key<T> like(String value) {
        example = value;
        return this;
    }

    /** What it means, as a sentence. */
    public Key<T> says(String sentence) {
        says = sentence;
        return this;
    }

    public String name() {
        return name;
    }

    boolean isOptional() {
        return optional;
    }

    boolean isDerived() {
        return derived;
    }

    boolean isAlwaysWritten() {
        return written || !optional;
    }

    String example() {
        return example == null ? form.example() : example;
    }

    String says() {
        return says;
    }
}
