package io.github.opelrules.rules.internal.format;

/** A shape that the library writes for others to read, and does not read itself: it says less than the value holds. */
public abstract class WrittenShape<T> extends Shape<T> {

    /** @param name what the reference and the schema call it */
    protected WrittenShape(String name) {
        super(name);
    }

    @Override
    protected final T make(In in) {
        throw new UnsupportedOperationException("The library does not read a " + name());
    }
}
