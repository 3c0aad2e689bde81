package io.github.opelrules.rules.internal.format;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** How values of one kind are read, written and described. There is no other description of them. */
public abstract class Form<T> {

    /**
     * The value of a node, or null where it cannot be used, and then the findings say why.
     *
     * @param name the key that it stands under
     * @param example a value that it could have
     * @param in the mapping in which it stands
     */
    public abstract @Nullable T read(Node node, String name, String example, In in);

    public abstract void write(T value, JsonGenerator json);

    /** A value, as messages show it. */
    public abstract String example();

    /** What it is, in the words of the reference. */
    protected abstract String words();

    /** The members of its JSON Schema. */
    protected abstract Map<String, Object> schema(Schema schema);

    /** The name by which a schema refers to it, or null where it stands in its place. */
    protected @Nullable String definition() {
        return null;
    }

    /** The forms of which it is made. */
    protected List<Form<?>> parts() {
        return List.of();
    }

    /** What a key means that is left out; null where it means nothing. */
    protected @Nullable T nothing() {
        return null;
    }

    /** Whether a key that may be missing is left out for a value. */
    protected boolean isLeftOut(T value) {
        T nothing = nothing();
        return nothing != null && value.equals(nothing);
    }

    /** The same, for values that are made of those of this form. */
    public final <U> Form<U> as(Function<T, U> made, Function<U, T> from) {
        Form<T> form = this;
        return new Form<>() {
            @Override
            public @Nullable U read(Node node, String name, String example, In in) {
                T value = form.read(node, name, example, in);
                return value == null ? null : made.apply(value);
            }

            @Override
            public void write(U value, JsonGenerator json) {
                form.write(from.apply(value), json);
            }

            @Override
            public String example() {
                return form.example();
            }

            @Override
            protected String words() {
                return form.words();
            }

            @Override
            protected Map<String, Object> schema(Schema schema) {
                return form.schema(schema);
            }

            @Override
            protected @Nullable String definition() {
                return form.definition();
            }

            @Override
            protected List<Form<?>> parts() {
                return List.of(form);
            }

            @Override
            protected @Nullable U nothing() {
                T nothing = form.nothing();
                return nothing == null ? null : made.apply(nothing);
            }

            @Override
            protected boolean isLeftOut(U value) {
                return form.isLeftOut(from.apply(value));
            }
        };
    }
}
