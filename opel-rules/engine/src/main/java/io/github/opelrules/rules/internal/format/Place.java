package io.github.opelrules.rules.internal.format;

/**
 * A place in a rule file.
 *
 * @param line from 1
 * @param column the character in the line, from 1
 */
public record Place(int line, int column) {

    /** Where a finding points that is about the whole file. */
    public static final Place START = new Place(1, 1);
}
