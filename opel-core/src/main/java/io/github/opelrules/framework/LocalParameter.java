package io.github.opelrules.framework;

import java.time.Duration;

/**
 * A measured quantity that an {@link Overlay} adds. {@linkplain Threshold Thresholds} can be set on it; it never scores and
 * never makes a level uncertain.
 *
 * @param id the id that reports use
 * @param label what people call it, short enough for a sentence
 * @param definition what exactly is measured
 * @param unit the unit of its values, such as {@code patients}
 * @param domain its plausible values and their precision
 * @param worse the direction in which pressure grows
 * @param maxAge how old a reading may be when the report is made; an older one is stale and counts as missing
 */
public record LocalParameter(
        ParameterId id,
        String label,
        String definition,
        String unit,
        Domain domain,
        Parameter.Direction worse,
        Duration maxAge)
        implements Quantity {

    /** @throws IllegalArgumentException if a text is blank or not one plain line, or the greatest age is not positive */
    public LocalParameter {
        if (label.isBlank() || definition.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException("Local parameter " + id + " needs a label, a definition and a unit");
        }
        Parameter.requirePlain(id, label, definition, unit, maxAge);
    }
}
