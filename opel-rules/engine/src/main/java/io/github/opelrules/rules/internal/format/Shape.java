package io.github.opelrules.rules.internal.format;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The one description of a mapping: its keys in their order, how they become a value, and how a value becomes them. A subclass
 * declares a {@link Key} for each key, in the order in which they are written.
 */
public abstract class Shape<T> extends Form<T> {

    private final String name;
    private final List<Key<?>> keys = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private @Nullable String example;
    private String says = "";

    /** @param name what the reference and the schema call it, such as {@code shift} */
    protected Shape(String name) {
        this.name = name;
    }

    /**
     * One of several shapes, told by a word in its first key.
     *
     * @param word what always stands there, without being put
     */
    @SuppressWarnings("this-escape") // A key only keeps its shape, and asks it nothing yet. JDK 21 and later warn.
    protected Shape(String name, String tag, String word) {
        this(name);
        key(tag, new Scalars.Constant(word));
    }

    /** The value that the keys make; null where they cannot stand beside each other, and then {@link In#wrong} says why. */
    protected abstract @Nullable T make(In in);

    /** Puts the keys of a value, in their order. */
    protected abstract void take(T value, Out out);

    /** Finds what is wrong with keys beside others, of which some may not be usable. */
    protected void check(In in) {}

    /** Adds to the members of its schema what its keys do not say. */
    protected void addToSchema(Map<String, Object> members) {}

    protected final <V> Key<V> key(String key, Form<V> form) {
        Key<V> added = new Key<>(this, key, form, keys.size());
        keys.add(added);
        names.add(key);
        return added;
    }

    /** What it is, as a sentence. */
    protected final void says(String sentence) {
        says = sentence;
    }

    public final String name() {
        return name;
    }

    final String says() {
        return says;
    }

    final List<Key<?>> keys() {
        return keys;
    }

    final List<String> names() {
        return names;
    }

    @Override
    public final @Nullable T read(Node node, String key, String likely, In in) {
        return value(open(node, "\"" + key + "\"", in.findings(), in));
    }

    /** What can be read of a mapping, or null where it is none. */
    final @Nullable In open(Node node, String called, Findings findings, @Nullable In around) {
        Fields fields = Fields.of(node, called, findings, names);
        return fields == null ? null : open(fields, findings, around);
    }

    final In open(Fields fields, Findings findings, @Nullable In around) {
        In in = new In(this, fields, findings, around);
        keys.forEach(in::read);
        check(in);
        return in;
    }

    /** What can be read of some keys in a mapping that has others. */
    protected final In some(Fields fields, Findings findings, Key<?>... some) {
        In in = new In(this, fields, findings, null);
        List.of(some).forEach(in::read);
        return in;
    }

    final @Nullable T value(@Nullable In in) {
        if (in == null || in.hasFailed()) {
            return null;
        }
        try {
            return make(in);
        } catch (IllegalArgumentException | DateTimeException e) {
            in.findings().addRefusal(FormCode.BAD_TEXT, in.place(), e);
            return null;
        }
    }

    @Override
    public void write(T value, JsonGenerator json) {
        json.writeStartObject();
        writeKeys(value, json);
        json.writeEndObject();
    }

    /** Writes the keys of a value into an object that has begun. */
    public final void writeKeys(T value, JsonGenerator json) {
        Out out = new Out(this, json);
        take(value, out);
        out.end();
    }

    @Override
    public final String example() {
        if (example == null) {
            StringBuilder all = new StringBuilder("{ ");
            for (Key<?> key : keys) {
                if (!key.isOptional()) {
                    String one = key.example();
                    boolean bare = one.indexOf(':') < 0 || "\"[{".indexOf(one.charAt(0)) >= 0;
                    all.append(all.length() > 2 ? ", " : "").append(key.name).append(": ");
                    all.append(bare ? "" : "\"").append(one).append(bare ? "" : "\"");
                }
            }
            // One that leaves out what matters shows nothing.
            example = all.indexOf("…") >= 0 ? "{…}" : all.append(" }").toString();
        }
        return example;
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
    protected final List<Form<?>> parts() {
        List<Form<?>> forms = new ArrayList<>();
        keys.forEach(key -> forms.add(key.form));
        return forms;
    }

    @Override
    protected final Map<String, Object> schema(Schema schema) {
        return schema(schema, new LinkedHashMap<>());
    }

    /** @param first the keys that stand before its own, all of which there must be */
    final Map<String, Object> schema(Schema schema, Map<String, Object> first) {
        List<String> required = new ArrayList<>(first.keySet());
        Map<String, Object> properties = new LinkedHashMap<>(first);
        for (Key<?> key : keys) {
            if (key.isAlwaysWritten()) {
                required.add(key.name);
            }
            properties.put(key.name, Schema.described(key.says(), schema.of(key.form)));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "object");
        members.put("additionalProperties", false);
        if (!required.isEmpty()) {
            members.put("required", required);
        }
        members.put("properties", properties);
        addToSchema(members);
        return Schema.described(says, members);
    }
}
