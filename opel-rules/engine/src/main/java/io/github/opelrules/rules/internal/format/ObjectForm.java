package io.github.opelrules.rules.internal.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A mapping whose keys are values themselves. */
public final class ObjectForm<V> extends Form<Map<String, V>> {

    private final String keys;
    private final Form<V> value;

    private ObjectForm(String keys, Form<V> value) {
        this.keys = keys;
        this.value = value;
    }

    /** @param keys what the keys are, in the words of the reference */
    public static <V> ObjectForm<V> of(String keys, Form<V> value) {
        return new ObjectForm<>(keys, value);
    }

    @Override
    public @Nullable Map<String, V> read(Node node, String name, String example, In in) {
        if (!(node instanceof Node.Mapping mapping)) {
            in.findings()
                    .add(
                            FormCode.WRONG_KIND,
                            node.place(),
                            "\"" + name + "\" is " + node.kind() + ". Expected " + Node.Mapping.KIND + ".");
            return null;
        }
        Map<String, V> all = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            V read = value.read(entry.value(), key, value.example(), in);
            if (read == null) {
                in.fail();
            } else {
                all.put(key, read);
            }
        });
        return all;
    }

    @Override
    public void write(Map<String, V> all, JsonGenerator json) {
        json.writeStartObject();
        all.forEach((key, each) -> {
            json.writeName(key);
            value.write(Objects.requireNonNull(each), json);
        });
        json.writeEndObject();
    }

    @Override
    public String example() {
        return "{}";
    }

    @Override
    protected String words() {
        return "mapping of " + keys + " to " + value.words();
    }

    @Override
    protected Map<String, Object> schema(Schema schema) {
        return Schema.members("type", "object", "additionalProperties", schema.of(value));
    }

    @Override
    protected List<Form<?>> parts() {
        return List.of(value);
    }
}
