package io.github.opelrules.framework;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The values that are usual for a parameter, both ends included. A reading outside them is plausible and scores as any other, but it
 * is doubtful: it may be a slip, such as a share where a percentage is meant.
 *
 * @param from the lowest usual value
 * @param upTo the highest usual value
 * @param assurance how sure that is
 */
public record UsualRange(BigDecimal from, BigDecimal upTo, Assurance assurance) {

    /** @throws IllegalArgumentException if the ends are not in order */
    public UsualRange {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(upTo, "upTo");
        Objects.requireNonNull(assurance, "assurance");
        if (from.compareTo(upTo) > 0) {
            throw new IllegalArgumentException(
                    "No value is usual from " + from.toPlainString() + " up to " + upTo.toPlainString());
        }
    }

    /** Whether a value is usual. */
    public boolean contains(BigDecimal value) {
        return value.compareTo(from) >= 0 && value.compareTo(upTo) <= 0;
    }

    /** Whether it leaves out values of a domain, and none of its own lie outside. */
    public boolean isWithin(Domain domain) {
        int lower = from.compareTo(domain.from());
        int upper = upTo.compareTo(domain.upTo());
        return lower >= 0 && upper <= 0 && (lower > 0 || upper < 0);
    }

    /** {@code 40 to 120}. */
    @Override
    public String toString() {
        return from.toPlainString() + " to " + upTo.toPlainString();
    }
}
