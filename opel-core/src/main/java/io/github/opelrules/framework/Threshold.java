package io.github.opelrules.framework;

import io.github.opelrules.internal.Words;
import java.util.Optional;

/**
 * A locally determined threshold: a reading that meets it is worth a notice. It changes no points and no level.
 *
 * @param id its id in the table, of the {@linkplain ParameterId form of an id}
 * @param parameter the parameter, national or local, whose readings it is about
 * @param interval the values that meet it
 * @param notice what to tell people then, one line
 */
public record Threshold(String id, ParameterId parameter, Interval interval, String notice) {

    /** @throws IllegalArgumentException if the id is not of its form, or the notice is blank or not one plain line */
    public Threshold {
        if (!ParameterId.isId(id)) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" is not the id of a threshold: expected lower-case words joined by hyphens");
        }
        if (notice.isBlank() || Words.hasControlCharacter(notice)) {
            throw new IllegalArgumentException("Threshold " + id + ": its notice is one line of plain text");
        }
    }

    /** Whether every value of the stretch meets it. */
    public boolean isMetThroughout(Stretch stretch) {
        return interval.contains(stretch.low()) && interval.contains(stretch.high());
    }

    /** Whether at least one value of the stretch meets it. */
    public boolean mayBeMet(Stretch stretch) {
        return interval.touches(stretch);
    }

    /** What is wrong with it for a parameter of this domain: that it never notifies, or always; empty where it is neither. */
    public Optional<Flaw> flaw(Domain domain) {
        Stretch whole = new Stretch(domain.from(), domain.upTo());
        if (!mayBeMet(whole) || !BandTable.isReached(interval, domain)) {
            return Optional.of(new Flaw(
                    Flaw.Code.THRESHOLD_NEVER,
                    0,
                    "No value of " + parameter + " from " + domain + " with the precision "
                            + domain.precision().toPlainString() + " is \"" + interval + "\", so \"" + id
                            + "\" would never notify. Correct the number, or remove the threshold."));
        }
        if (isMetThroughout(whole)) {
            return Optional.of(new Flaw(
                    Flaw.Code.THRESHOLD_ALWAYS,
                    0,
                    "Every value of " + parameter + " from " + domain + " is \"" + interval + "\", so \"" + id
                            + "\" would always notify. Correct the number, or remove the threshold."));
        }
        return Optional.empty();
    }
}
