package io.github.opelrules.rules.internal.format;

import java.util.Map;

/** Two keys that make an entry of a map. */
public final class EntryShape<K, V> extends Shape<Map.Entry<K, V>> {

    private final Key<K> key;
    private final Key<V> value;

    /** @param name what the reference and the schema call it */
    public EntryShape(String name, String key, Form<K> keyForm, String value, Form<V> valueForm) {
        super(name);
        this.key = key(key, keyForm);
        this.value = key(value, valueForm);
    }

    @Override
    protected Map.Entry<K, V> make(In in) {
        return Map.entry(in.get(key), in.get(value));
    }

    @Override
    protected void take(Map.Entry<K, V> entry, Out out) {
        out.put(key, entry.getKey()).put(value, entry.getValue());
    }
}
