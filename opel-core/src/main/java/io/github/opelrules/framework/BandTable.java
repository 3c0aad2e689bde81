package io.github.opelrules.framework;

import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a table of bands gives every value of a domain exactly one band, at the domain's precision, and that worse
 * values never score fewer points.
 */
public final class BandTable {

    private BandTable() {}

    /** The bands in ascending order of their values. */
    static List<Band> ascending(List<Band> bands) {
        List<Band> ascending = new ArrayList<>(bands);
        ascending.sort(BandTable::compare);
        return List.copyOf(ascending);
    }

    /** Which band begins first or, where that is the same, ends first. */
    private static int compare(Band a, Band b) {
        int starts = compareStarts(a, b);
        return starts == 0 ? compareEnds(a, b) : starts;
    }

    private static int compareStarts(Band a, Band b) {
        Edge first = a.interval().lower();
        Edge second = b.interval().lower();
        if (first == null || second == null) {
            return Boolean.compare(first != null, second != null);
        }
        int values = first.value().compareTo(second.value());
        return values == 0
                ? Boolean.compare(second.kind().isInclusive(), first.kind().isInclusive())
                : values;
    }

    private static int compareEnds(Band a, Band b) {
        Edge first = a.interval().upper();
        Edge second = b.interval().upper();
        if (first == null || second == null) {
            return Boolean.compare(first == null, second == null);
        }
        int values = first.value().compareTo(second.value());
        return values == 0
                ? Boolean.compare(first.kind().isInclusive(), second.kind().isInclusive())
                : values;
    }

    /**
     * Everything that is wrong with the bands of one parameter, in the order of the values; empty when nothing is.
     *
     * @param domain the values that must be covered, and their precision
     * @param worse the direction in which points may only grow
     * @param bands the bands, in any order
     */
    public static List<Flaw> flaws(Domain domain, Parameter.Direction worse, List<Band> bands) {
        List<Flaw> flaws = new ArrayList<>();
        Band furthest = null;
        Band before = null;
        for (int index : ascendingIndices(bands)) {
            Band band = bands.get(index);
            if (isOutside(band.interval(), domain)) {
                flaws.add(new Flaw(
                        Flaw.Code.BAND_OUTSIDE_DOMAIN,
                        index,
                        "The band \"" + band.interval() + "\" lies outside the domain " + domain
                                + ", so no reading reaches it. Remove the band or widen the domain."));
                continue;
            }
            if (furthest == null || before == null) {
                checkStart(domain, band, index, flaws);
            } else {
                checkMeeting(domain, furthest, band, index, flaws);
                checkDirection(worse, before, band, index, flaws);
            }
            furthest = furthest == null || compareEnds(band, furthest) > 0 ? band : furthest;
            before = band;
        }
        Edge end = furthest == null ? null : furthest.interval().upper();
        if (furthest != null && end != null && !end.admits(domain.upTo())) {
            flaws.add(gap(
                    bands.indexOf(furthest),
                    domain.upTo(),
                    "Extend the band \"" + furthest.interval() + "\" to it, or add a band \"" + end.complement()
                            + "\", or end the domain earlier."));
        }
        return flaws;
    }

    /**
     * What looks wrong with bands that have no flaws, in the order of the values: neighbours that score the same, and
     * bands that no value at the domain's precision reaches.
     *
     * @param domain the values and their precision
     * @param bands the bands, in any order
     */
    public static List<Flaw> warnings(Domain domain, List<Band> bands) {
        List<Flaw> warnings = new ArrayList<>();
        Band before = null;
        for (int index : ascendingIndices(bands)) {
            Band band = bands.get(index);
            Interval interval = band.interval();
            if (!isReached(interval, domain)) {
                warnings.add(new Flaw(
                        Flaw.Code.BAND_UNREACHED,
                        index,
                        "No value with the precision " + domain.precision().toPlainString() + " is \"" + interval
                                + "\", so only a finer reading reaches the band. Widen the band or remove it."));
            }
            if (before != null && before.points() == band.points()) {
                warnings.add(new Flaw(
                        Flaw.Code.BAND_SAME_POINTS,
                        index,
                        "\"" + before.interval() + "\" and \"" + interval + "\" both score "
                                + Words.count(band.points(), "point") + ", so the cut between them changes nothing."
                                + " Correct the points, or make one band of the two."));
            }
            before = band;
        }
        return warnings;
    }

    /** Where the bands stand in their list, in ascending order of their values. */
    private static List<Integer> ascendingIndices(List<Band> bands) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            indices.add(i);
        }
        indices.sort((a, b) -> compare(bands.get(a), bands.get(b)));
        return indices;
    }

    /** Whether a value of the domain, at its precision, lies in an interval that is not outside the domain. */
    static boolean isReached(Interval interval, Domain domain) {
        Edge start = interval.lower();
        if (interval.contains(domain.from()) || interval.contains(domain.upTo()) || start == null) {
            return true;
        }
        BigDecimal first = firstPast(start.complement(), domain.precision());
        return interval.contains(first) && first.compareTo(domain.upTo()) <= 0;
    }

    /** The band's interval, stretched over any gap finer than the precision up to the neighbouring bands. */
    static Interval reach(List<Band> ascending, int index) {
        Interval own = ascending.get(index).interval();
        Edge before = index == 0 ? null : ascending.get(index - 1).interval().upper();
        Edge after = index == ascending.size() - 1
                ? null
                : ascending.get(index + 1).interval().lower();
        return new Interval(
                before == null ? own.lower() : before.complement(), after == null ? own.upper() : after.complement());
    }

    private static boolean isOutside(Interval interval, Domain domain) {
        Edge lower = interval.lower();
        Edge upper = interval.upper();
        return (lower != null && !lower.admits(domain.upTo())) || (upper != null && !upper.admits(domain.from()));
    }

    private static void checkStart(Domain domain, Band first, int index, List<Flaw> flaws) {
        Edge start = first.interval().lower();
        if (start != null && !start.admits(domain.from())) {
            flaws.add(gap(
                    index,
                    domain.from(),
                    "Begin the band \"" + first.interval() + "\" there, or add a band \"" + start.complement()
                            + "\", or begin the domain later."));
        }
    }

    private static void checkMeeting(Domain domain, Band lower, Band upper, int index, List<Flaw> flaws) {
        Edge end = lower.interval().upper();
        Edge start = upper.interval().lower();
        if (end == null
                || start == null
                || end.value().compareTo(start.value()) > 0
                || (end.admits(start.value()) && start.kind().isInclusive())) {
            flaws.add(overlap(domain, index, lower.interval(), upper.interval()));
        } else {
            BigDecimal missed = firstPast(end, domain.precision());
            if (!start.admits(missed)) {
                String add = end.value().compareTo(start.value()) == 0
                        ? "."
                        : ", or add a band \"" + end.complement() + " and " + start.complement() + "\".";
                flaws.add(new Flaw(
                        Flaw.Code.BAND_GAP,
                        index,
                        missed.stripTrailingZeros().toPlainString() + " is in no band, between \"" + lower.interval()
                                + "\" and \""
                                + upper.interval() + "\". Let the first end \"" + start.complement()
                                + "\", or the second begin \"" + end.complement() + "\"" + add));
            }
        }
    }

    private static void checkDirection(Parameter.Direction worse, Band lower, Band upper, int index, List<Flaw> flaws) {
        boolean higherIsWorse = worse == Parameter.Direction.HIGHER;
        boolean falls = higherIsWorse ? upper.points() < lower.points() : upper.points() > lower.points();
        if (falls) {
            flaws.add(new Flaw(
                    Flaw.Code.BAND_NOT_MONOTONE,
                    index,
                    "\"" + lower.interval() + "\" scores " + lower.points() + " and \"" + upper.interval()
                            + "\" scores "
                            + upper.points() + ", but " + (higherIsWorse ? "higher" : "lower")
                            + " values are declared worse, and a worse value must not score less."
                            + " Swap the points or change the direction."));
        }
    }

    private static Flaw gap(int index, BigDecimal value, String mend) {
        return new Flaw(Flaw.Code.BAND_GAP, index, value.toPlainString() + " is in no band. " + mend);
    }

    private static Flaw overlap(Domain domain, int index, Interval first, Interval second) {
        return new Flaw(
                Flaw.Code.BAND_OVERLAP,
                index,
                shared(domain, first, second).toPlainString() + " is in two bands, \"" + first + "\" and \"" + second
                        + "\". " + part(first, second));
    }

    /** How to part two bands that overlap: by the cut of either, as long as a band is left on both sides of it. */
    private static String part(Interval first, Interval second) {
        List<String> ways = new ArrayList<>();
        Edge end = first.upper();
        Edge start = second.lower();
        if (end != null && leaveValues(end.complement(), second.upper())) {
            ways.add("the second begin \"" + end.complement() + "\"");
        }
        if (start != null && leaveValues(first.lower(), start.complement())) {
            ways.add("the first end \"" + start.complement() + "\"");
        }
        return ways.isEmpty() ? "Remove one of the two." : "Let " + String.join(", or ", ways) + ".";
    }

    private static boolean leaveValues(@Nullable Edge lower, @Nullable Edge upper) {
        return lower == null
                || upper == null
                || lower.value().compareTo(upper.value()) < 0
                || (lower.admits(upper.value()) && upper.admits(lower.value()));
    }

    /** A value of the domain that is in both, the second starting no earlier; off the precision only where it must be. */
    private static BigDecimal shared(Domain domain, Interval first, Interval second) {
        Edge start = second.lower();
        if (start == null || start.admits(domain.from())) {
            return domain.from();
        }
        if (start.kind().isInclusive()) {
            return start.value();
        }
        BigDecimal last = domain.upTo();
        for (Interval interval : List.of(first, second)) {
            Edge end = interval.upper();
            last = end == null ? last : last.min(end.value());
        }
        BigDecimal next = firstPast(start.complement(), domain.precision());
        boolean isShared = next.compareTo(last) <= 0 && first.contains(next) && second.contains(next);
        return isShared ? next : start.value().add(last).divide(BigDecimal.valueOf(2));
    }

    /** The lowest value at this precision that the end does not admit. */
    private static BigDecimal firstPast(Edge end, BigDecimal precision) {
        BigDecimal candidate =
                end.value().divide(precision, 0, RoundingMode.CEILING).multiply(precision);
        return end.admits(candidate) ? candidate.add(precision) : candidate;
    }
}
