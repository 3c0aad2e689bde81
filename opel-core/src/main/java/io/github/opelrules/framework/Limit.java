package io.github.opelrules.framework;

/**
 * A number of the method that is no cut of a table, such as how old a report may be to count, and where it comes from.
 *
 * @param <T> what it is a number of
 * @param value the number
 * @param citation where it comes from
 */
public record Limit<T>(T value, Citation citation) {

    /** One that this library assumes. */
    static <T> Limit<T> assumed(T value, String place) {
        return new Limit<>(value, new Citation(new Source("this library", place), Assurance.ASSUMED));
    }
}
