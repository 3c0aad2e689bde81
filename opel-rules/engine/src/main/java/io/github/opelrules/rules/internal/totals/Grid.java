package io.github.opelrules.rules.internal.totals;

import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values that readings have at the precision of their domain: its multiples.
 *
 * @param domain the plausible values, and the precision
 */
public record Grid(Domain domain) {

    /** The lowest plausible value of an interval; empty where no reading of this precision lies in it. */
    public Optional<BigDecimal> first(Interval interval) {
        Edge lower = interval.lower();
        BigDecimal from = lower == null ? domain.from() : lower.value().max(domain.from());
        BigDecimal first = multiple(from, RoundingMode.CEILING);
        if (lower != null && !lower.admits(first)) {
            first = first.add(domain.precision());
        }
        return interval.contains(first) && isPlausible(first) ? Optional.of(first) : Optional.empty();
    }

    /** The highest plausible value below a cut. */
    public Optional<BigDecimal> below(BigDecimal cut) {
        BigDecimal last = multiple(cut, RoundingMode.FLOOR);
        last = last.compareTo(cut) == 0 ? last.subtract(domain.precision()) : last;
        return Optional.of(last).filter(this::isPlausible);
    }

    /** The cut itself, if a reading can be just that. */
    public Optional<BigDecimal> on(BigDecimal cut) {
        return Optional.of(cut)
                .filter(value -> multiple(value, RoundingMode.FLOOR).compareTo(value) == 0)
                .filter(this::isPlausible);
    }

    /** The lowest plausible value above a cut. */
    public Optional<BigDecimal> above(BigDecimal cut) {
        BigDecimal first = multiple(cut, RoundingMode.CEILING);
        first = first.compareTo(cut) == 0 ? first.add(domain.precision()) : first;
        return Optional.of(first).filter(this::isPlausible);
    }

    /** The values just below a cut, on it and just above it, as far as there are such. */
    public Stream<BigDecimal> around(BigDecimal cut) {
        return Stream.of(below(cut), on(cut), above(cut)).flatMap(Optional::stream);
    }

    /** The multiple of the precision at or next to a value. */
    public BigDecimal multiple(BigDecimal value, RoundingMode rounding) {
        return value.divide(domain.precision(), 0, rounding).multiply(domain.precision());
    }

    private boolean isPlausible(BigDecimal value) {
        return value.compareTo(domain.from()) >= 0 && value.compareTo(domain.upTo()) <= 0;
    }
}
