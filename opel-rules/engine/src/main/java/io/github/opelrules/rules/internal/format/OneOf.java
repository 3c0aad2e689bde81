package io.github.opelrules.rules.internal.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A mapping that has one of several shapes, told by the word in their first key. */
public abstract class OneOf<T> extends Form<T> {

    private final String name;
    private final String tag;
    private final Map<String, Shape<? extends T>> shapes = new LinkedHashMap<>();

    /** @param shapes each with a constant as its first key, by which it is told */
    @SafeVarargs
    protected OneOf(String name, Shape<? extends T>... shapes) {
        this.name = name;
        this.tag = shapes[0].names().get(0);
        for (Shape<? extends T> shape : shapes) {
            this.shapes.put(shape.keys().get(0).example(), shape);
        }
    }

    @Override
    public abstract void write(T value, JsonGenerator json);

    @Override
    public final @Nullable T read(Node node, String key, String example, In in) {
        Node.Entry found =
                node instanceof Node.Mapping mapping ? mapping.entries().get(tag) : null;
        List<String> known = List.copyOf(shapes.keySet());
        if (found == null) {
            Set<String> names = new LinkedHashSet<>();
            shapes.values().forEach(shape -> names.addAll(shape.names()));
            Fields fields = Fields.of(node, "\"" + key + "\"", in.findings(), List.copyOf(names));
            if (fields != null) {
                fields.node(tag, known.get(0));
            }
            return null;
        }
        int index = in.values().word(found.value(), tag, known);
        return index < 0 ? null : shape(known.get(index)).read(node, key, example, in);
    }

    private Shape<? extends T> shape(String word) {
        return Objects.requireNonNull(shapes.get(word));
    }

    @Override
    protected List<Form<?>> parts() {
        return List.copyOf(shapes.values());
    }

    @Override
    public String example() {
        return "{…}";
    }

    @Override
    protected final String words() {
        return name;
    }

    @Override
    protected final String definition() {
        return name;
    }

    @Override
    protected final Map<String, Object> schema(Schema schema) {
        List<Object> all = new ArrayList<>();
        shapes.values().forEach(shape -> all.add(shape.schema(schema)));
        return Schema.members("oneOf", all);
    }
}
