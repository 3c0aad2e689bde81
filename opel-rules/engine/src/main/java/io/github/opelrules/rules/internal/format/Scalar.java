package io.github.opelrules.rules.internal.format;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A value that is written as one text. */
public final class Scalar<T> extends Form<T> {

    /** How the value of a node is read where no text makes it. */
    public interface Reading<T> {

        @Nullable
        T read(Values values, Node node, String name, String example);
    }

    private final String words;
    private final String example;
    private final Reading<T> reading;
    private final Map<String, Object> schema = Schema.members("type", "string");
    private @Nullable String definition;
    private Function<T, String> print = Object::toString;

    public Scalar(String words, String example, Reading<T> reading) {
        this.words = words;
        this.example = example;
        this.reading = reading;
    }

    /**
     * What a type makes of a text.
     *
     * @param words what the reference calls it
     * @param code what is wrong with a text that the type refuses
     */
    public static <T> Scalar<T> of(String words, String example, FormCode code, Function<String, T> parse) {
        return new Scalar<>(words, example, (values, node, name, like) -> {
            String text = values.text(node, name, like);
            return text == null ? null : values.parsed(text, code, node, parse);
        });
    }

    /** What a type makes of a text that the library wrote: each of its characters is meant. */
    public static <T> Scalar<T> exact(String words, String example, FormCode code, Function<String, T> parse) {
        return new Scalar<>(words, example, (values, node, name, like) -> {
            String text = values.exactText(node, name, like);
            return text == null ? null : values.parsed(text, code, node, parse);
        });
    }

    /** The expression that its schema has. */
    public Scalar<T> matching(String pattern) {
        schema.put("pattern", pattern);
        return this;
    }

    /** A word about it that its schema has beside the type. */
    public Scalar<T> with(String key, Object value) {
        schema.put(key, value);
        return this;
    }

    /** Schemas describe it once, by this name. */
    public Scalar<T> called(String name) {
        definition = name;
        return this;
    }

    /** How it is written, where {@code toString} would not do. */
    public Scalar<T> printed(Function<T, String> printing) {
        print = printing;
        return this;
    }

    @Override
    public @Nullable T read(Node node, String name, String like, In in) {
        return reading.read(in.values(), node, name, like);
    }

    @Override
    public void write(T value, JsonGenerator json) {
        json.writeString(print.apply(value));
    }

    @Override
    public String example() {
        return example;
    }

    @Override
    protected String words() {
        return words;
    }

    @Override
    protected @Nullable String definition() {
        return definition;
    }

    @Override
    protected Map<String, Object> schema(Schema all) {
        return schema;
    }
}
