package io.github.opelrules.rules.internal.format;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A list whose entries differ in one key, read as a map by it. */
public final class MapForm<K extends Comparable<K>, V> extends Form<Map<K, V>> {

    private final Shape<Map.Entry<K, V>> entry;
    private final ListForm<Map.Entry<K, V>> list;

    private MapForm(Shape<Map.Entry<K, V>> entry) {
        this.entry = entry;
        this.list = ListForm.of(entry);
    }

    public static <K extends Comparable<K>, V> MapForm<K, V> of(Shape<Map.Entry<K, V>> entry) {
        return new MapForm<>(entry);
    }

    @Override
    public @Nullable Map<K, V> read(Node node, String name, String example, In in) {
        List<Map.Entry<K, V>> entries = list.read(node, name, example, in);
        if (entries == null) {
            return null;
        }
        Map<K, V> all = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Map.Entry<K, V> each = entries.get(i);
            if (all.putIfAbsent(each.getKey(), each.getValue()) != null) {
                Node again = ((ListForm.Listed<Map.Entry<K, V>>) entries).node(i);
                in.findings()
                        .add(
                                FormCode.BAD_TEXT,
                                again.place(),
                                each.getKey() + " stands twice in \"" + name + "\". Remove one of the two.");
                in.fail();
            }
        }
        return all;
    }

    @Override
    public void write(Map<K, V> value, JsonGenerator json) {
        json.writeStartArray();
        for (Map.Entry<K, V> each : value.entrySet()) {
            entry.write(each, json);
        }
        json.writeEndArray();
    }

    @Override
    protected Map<K, V> nothing() {
        return Collections.emptyMap();
    }

    @Override
    public String example() {
        return list.example();
    }

    @Override
    protected String words() {
        return list.words() + ", each with another `" + entry.names().get(0) + "`";
    }

    @Override
    protected Map<String, Object> schema(Schema schema) {
        return list.schema(schema);
    }

    @Override
    protected List<Form<?>> parts() {
        return List.of(list);
    }
}
