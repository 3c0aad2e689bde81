package io.github.opelrules.rules.internal.format;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** A mapping that has a key for each of several words. */
public final class KeyedShape<K extends Enum<K>, V> extends WrittenShape<Map<K, V>> {

    private final Map<K, Key<V>> keys;
    private final boolean any;

    private KeyedShape(String name, Class<K> words, Function<K, String> word, Form<V> form, boolean any) {
        super(name);
        this.any = any;
        this.keys = new EnumMap<>(words);
        for (K each : words.getEnumConstants()) {
            Key<V> key = key(word.apply(each), form);
            keys.put(each, any ? key.optional() : key);
        }
    }

    /** With all of the keys. */
    public static <K extends Enum<K>, V> KeyedShape<K, V> all(
            String name, Class<K> words, Function<K, String> word, Form<V> form) {
        return new KeyedShape<>(name, words, word, form, false);
    }

    /** With at least one of the keys. */
    public static <K extends Enum<K>, V> KeyedShape<K, V> any(
            String name, Class<K> words, Function<K, String> word, Form<V> form) {
        return new KeyedShape<>(name, words, word, form, true);
    }

    @Override
    protected void take(Map<K, V> values, Out out) {
        keys.forEach((word, key) -> out.put(key, values.get(word)));
    }

    @Override
    protected void addToSchema(Map<String, Object> members) {
        if (any) {
            members.put("minProperties", 1);
        }
    }
}
