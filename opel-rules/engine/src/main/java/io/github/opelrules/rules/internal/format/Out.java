package io.github.opelrules.rules.internal.format;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Takes the keys of one value in the order of its {@link Shape}, and writes those that say something. */
public final class Out {

    private final Shape<?> shape;
    private final JsonGenerator json;
    private int next;

    Out(Shape<?> shape, JsonGenerator json) {
        this.shape = shape;
        this.json = json;
    }

    public <T> Out put(Key<T> key, @Nullable T value) {
        return put(key, value, key.form);
    }

    /** Puts a value in a form that is narrower than that of its key. */
    public <T> Out put(Key<T> key, @Nullable T value, Form<T> form) {
        skipTo(key.index);
        if (key.shape != shape || next > key.index) {
            throw new IllegalStateException(
                    "\"" + key.name + "\" is put out of its order, or is a key of another shape");
        }
        next = key.index + 1;
        if (value != null && !(key.isOptional() && form.isLeftOut(value))) {
            json.writeName(key.name);
            form.write(value, json);
        } else if (!key.isOptional()) {
            throw new IllegalStateException("\"" + key.name + "\" has no value");
        }
        return this;
    }

    void end() {
        skipTo(shape.keys().size());
    }

    /** What is the same everywhere need not be put; what else is not put must be one that may be left out. */
    private void skipTo(int index) {
        for (; next < index; next++) {
            Key<?> left = shape.keys().get(next);
            if (left.form instanceof Scalars.Constant same) {
                json.writeStringProperty(left.name, same.only());
            } else if (!left.isOptional()) {
                throw new IllegalStateException("\"" + left.name + "\" was not put in its order");
            }
        }
    }
}
