package io.github.opelrules.framework;

import io.github.opelrules.internal.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One measured quantity of a framework, and the bands that turn its values into points.
 *
 * @param id the id that reports use
 * @param number its number in the framework, from 1
 * @param label what people call it, short enough for a sentence, such as {@code G&A bed occupancy}
 * @param definition what exactly is measured
 * @param unit the unit of its values, such as {@code min} or {@code %}
 * @param domain its plausible values and their precision
 * @param worse the direction in which pressure grows
 * @param maxAge how old a reading may be when the report is made; an older one is stale and counts as missing
 * @param source where the parameter comes from
 * @param bands the bands in ascending order of their values; none where they are announced but not known yet, and then
 *     no reading scores points of its own
 * @param expectedPoints what the parameter could score all the same while its bands are not known; null where they are
 *     known, and where not even that is known, so that no level can be given
 * @param usual its usual values, outside of which a reading is doubtful; null where none are stated
 * @param sinceMidnight whether it is measured since midnight, so that it restarts when a day begins in England
 */
public record Parameter(
        ParameterId id,
        int number,
        String label,
        String definition,
        String unit,
        Domain domain,
        Direction worse,
        Duration maxAge,
        Source source,
        List<Band> bands,
        @Nullable ExpectedPoints expectedPoints,
        @Nullable UsualRange usual,
        boolean sinceMidnight)
        implements Quantity {

    /** The direction in which a parameter's values mean more pressure. */
    public enum Direction {
        /** Higher values are worse. */
        HIGHER,
        /** Lower values are worse. */
        LOWER
    }

    /**
     * Sorts the bands by their values.
     *
     * @throws IllegalArgumentException if the number is below 1, a text is blank, the greatest age is not positive, the
     *     bands have {@linkplain BandTable#flaws flaws}, there are both bands and expected points, or the usual values are not
     *     {@linkplain UsualRange#isWithin within} the domain
     */
    public Parameter {
        if (number < 1 || label.isBlank() || definition.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException(
                    "Parameter " + id + " needs a number from 1, a label, a definition and a unit");
        }
        requirePlain(id, label, definition, unit, maxAge);
        List<Flaw> flaws = bands.isEmpty() ? List.of() : BandTable.flaws(domain, worse, bands);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(
                    "Parameter " + id + ": " + flaws.get(0).message());
        }
        if (expectedPoints != null && !bands.isEmpty()) {
            throw new IllegalArgumentException(
                    "Parameter " + id + ": its bands say what it scores, so there is nothing left to expect");
        }
        if (usual != null && !usual.isWithin(domain)) {
            throw new IllegalArgumentException("Parameter " + id + ": the usual values, " + usual
                    + ", are some of the plausible ones, " + domain + ", and not all of them");
        }
        bands = BandTable.ascending(bands);
    }

    /** What any {@link Quantity} needs, so that sentences can be made of it and a reading's age be told. */
    static void requirePlain(ParameterId id, String label, String definition, String unit, Duration maxAge) {
        // They become sentences; a line break or worse in them would break those.
        if (Words.hasControlCharacter(label + definition + unit)) {
            throw new IllegalArgumentException(
                    "Parameter " + id + ": its label, definition and unit are each one line of plain text");
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException(
                    "Parameter " + id + ": a reading's greatest age is above 0, not " + maxAge);
        }
    }

    /** A parameter without usual values, not measured since midnight, whose bands are known, or of which not even the most points are. */
    public Parameter(
            ParameterId id,
            int number,
            String label,
            String definition,
            String unit,
            Domain domain,
            Direction worse,
            Duration maxAge,
            Source source,
            List<Band> bands) {
        this(id, number, label, definition, unit, domain, worse, maxAge, source, bands, null, null, false);
    }

    /** Whether the bands are announced but not known yet, so that no reading scores points of its own. */
    public boolean isExpected() {
        return bands.isEmpty();
    }

    /** Whether not even the most points are known, so that no level can be given. */
    public boolean isOpen() {
        return bands.isEmpty() && expectedPoints == null;
    }

    /**
     * The fewest and the most points that any reading of this parameter can score; where the bands are expected, none to
     * the expected points, and 0 where those are not known either.
     */
    public PointsRange points() {
        if (bands.isEmpty()) {
            return new PointsRange(0, expectedPoints == null ? 0 : expectedPoints.upTo());
        }
        // In a table that is monotone the extremes stand at the ends.
        int first = bands.get(0).points();
        int last = bands.get(bands.size() - 1).points();
        return new PointsRange(Math.min(first, last), Math.max(first, last));
    }

    /** The lowest assurance of anything that points are given by: of all bands, or of the expected points. */
    public Assurance assurance() {
        Assurance lowest = expectedPoints == null ? Assurance.PUBLISHED : expectedPoints.assurance();
        for (Band band : bands) {
            lowest = lowest.lowest(band.assurance());
        }
        return lowest;
    }

    /** The bands from the best to the worst. */
    public List<Band> bandsFromBest() {
        Comparator<Band> byPoints = Comparator.comparingInt(Band::points);
        return bands.stream().sorted(byPoints).toList();
    }

    /**
     * The values that count as touching a band: its own, and those finer than the declared precision that lie between it
     * and its neighbour, which therefore touch both.
     *
     * @param band one of {@link #bands()}, itself and not its like
     * @throws IllegalArgumentException if the band is not one of this parameter's
     */
    @SuppressWarnings(
            "ReferenceEquality") // To compare records takes longer, when it is first done, than all else here.
    public Interval reachOf(Band band) {
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i) == band) {
                return BandTable.reach(bands, i);
            }
        }
        throw new IllegalArgumentException(band.interval() + " is not a band of " + id);
    }

    /** The bands that a stretch of values touches, in ascending order of their values: see {@link #reachOf}. */
    public List<Band> touched(Stretch values) {
        return bands.stream().filter(band -> reachOf(band).touches(values)).toList();
    }

    /** One short line: {@code ga-bed-occupancy: 4 bands}. */
    @Override
    public String toString() {
        return id + ": " + (isExpected() ? "bands are expected" : Words.count(bands.size(), "band"));
    }
}
