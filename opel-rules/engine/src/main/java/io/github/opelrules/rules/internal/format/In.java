package io.github.opelrules.rules.internal.format;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was read of the keys of one mapping. */
public final class In {

    private final Shape<?> shape;
    private final Fields fields;
    private final Findings findings;
    private final @Nullable In around;
    private final @Nullable Object[] read;
    private @Nullable Set<Object> met;
    private boolean failed;

    In(Shape<?> shape, Fields fields, Findings findings, @Nullable In around) {
        this.shape = shape;
        this.fields = fields;
        this.findings = findings;
        this.around = around;
        this.read = new Object[shape.keys().size()];
    }

    /** Reads a key; what cannot be used becomes a finding. */
    <T> void read(Key<T> key) {
        if (key.isDerived()) {
            failed |= !key.isOptional() && fields.node(key.name, key.example()) == null;
            return;
        }
        if (key.isOptional() && !has(key)) {
            read[key.index] = key.form.nothing();
            return;
        }
        Node node = fields.node(key.name, key.example());
        T value = node == null ? null : key.form.read(node, key.name, key.example(), this);
        failed |= value == null;
        read[key.index] = value;
    }

    /** The value of a key of this mapping, or of one around it. */
    public <T> T get(Key<T> key) {
        return Objects.requireNonNull(orNull(key), key.name);
    }

    /** The value of a key of this mapping, or of one around it; null where it is not there or cannot be used. */
    @SuppressWarnings("unchecked") // Only read puts values in.
    public <T> @Nullable T orNull(Key<T> key) {
        return key.shape == shape
                ? (T) read[key.index]
                : Objects.requireNonNull(around, key.name).orNull(key);
    }

    /** Of a list, the entries that can be used; none where there is no list. */
    public <T> List<T> usable(Key<List<T>> key) {
        List<T> list = orNull(key);
        return list == null ? List.of() : list;
    }

    /** The node of an entry of a list that can be used. */
    public <T> Node node(Key<List<T>> key, int entry) {
        return ((ListForm.Listed<T>) get(key)).node(entry);
    }

    public boolean has(Key<?> key) {
        return fields.has(key.name);
    }

    /** Finds a key missing that may be missing elsewhere. */
    public void require(Key<?> key) {
        if (!has(key)) {
            failed |= fields.node(key.name, key.example()) == null;
        }
    }

    public Place place() {
        return fields.place();
    }

    public Findings findings() {
        return findings;
    }

    public Values values() {
        return new Values(findings);
    }

    /** Says what is wrong with the value of a key beside others. */
    public void wrong(FormCode code, Key<?> key, String message) {
        wrong(code, fields.placeOf(key.name), message);
    }

    /** Says what is wrong at a place in this mapping. */
    public void wrong(FormCode code, Place place, String message) {
        findings.add(code, place, message);
        failed = true;
    }

    /** Something that this mapping needs cannot be used; a finding says why. */
    public void fail() {
        failed = true;
    }

    boolean hasFailed() {
        return failed;
    }

    /** Whether a value is met for the first time in the mapping around this one. */
    public boolean isNew(Object value) {
        In whole = Objects.requireNonNull(around);
        if (whole.met == null) {
            whole.met = new HashSet<>();
        }
        return whole.met.add(value);
    }
}
