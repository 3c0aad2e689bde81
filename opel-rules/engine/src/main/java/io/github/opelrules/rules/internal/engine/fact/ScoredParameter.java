package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.ExpectedPoints;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.framework.UsualRange;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table says of one parameter, national or local, as the rules see it: one object for the life of its engine. */
public final class ScoredParameter {

    private final Quantity quantity;
    private final Bands state;
    private final List<ScoredBand> bands;
    private final List<Graded> grades;
    private final PointsRange points;
    private final Assurance expectedAssurance;
    private final List<Threshold> thresholds;
    private final @Nullable ScoredParameter next;

    /**
     * A parameter.
     *
     * @param thresholds the local thresholds on its readings
     * @param next the parameter whose points are added after its own; null after the last, and for a local one
     */
    public ScoredParameter(Quantity quantity, List<Threshold> thresholds, @Nullable ScoredParameter next) {
        this.quantity = quantity;
        this.thresholds = List.copyOf(thresholds);
        this.next = next;
        if (quantity instanceof Parameter parameter) {
            state = parameter.isOpen() ? Bands.OPEN : parameter.isExpected() ? Bands.EXPECTED : Bands.KNOWN;
            bands = parameter.bands().stream()
                    .map(band -> new ScoredBand(band, parameter.reachOf(band)))
                    .toList();
            grades = bands.stream()
                    .flatMap(band -> Graded.pieces(
                            band.getReach(),
                            band.getBand().interval(),
                            EnumSet.of(band.getBand().pointsAssurance()))
                            .stream())
                    .toList();
            points = parameter.points();
            ExpectedPoints expected = parameter.expectedPoints();
            expectedAssurance = expected == null ? Assurance.PUBLISHED : expected.assurance();
        } else {
            state = Bands.NONE;
            bands = List.of();
            grades = List.of();
            points = new PointsRange(0, 0);
            expectedAssurance = Assurance.PUBLISHED;
        }
    }

    /** The parameter as its table has it. */
    public Quantity getQuantity() {
        return quantity;
    }

    /** Its plausible values. */
    public Domain getDomain() {
        return quantity.domain();
    }

    /** Its usual values; null where none are stated. */
    public @Nullable UsualRange getUsual() {
        return quantity instanceof Parameter parameter ? parameter.usual() : null;
    }

    /** How old a reading of it may be when the report is made. */
    public Duration getMaxAge() {
        return quantity.maxAge();
    }

    /** Whether its bands are known. */
    public Bands getState() {
        return state;
    }

    /** Its bands in ascending order of their values. */
    public List<ScoredBand> getBands() {
        return bands;
    }

    /** How sure its bands are, piece by piece. */
    public List<Graded> getGrades() {
        return grades;
    }

    /** The fewest points that it can score. */
    public int getFewest() {
        return points.min();
    }

    /** The most points that it can score. */
    public int getMost() {
        return points.max();
    }

    /** How sure it is what it could score while its bands are not known. */
    public Assurance getExpectedAssurance() {
        return expectedAssurance;
    }

    /** The local thresholds on its readings. */
    public List<Threshold> getThresholds() {
        return thresholds;
    }

    /** The parameter whose points are added after its own; null after the last, and for a local one. */
    public @Nullable ScoredParameter getNext() {
        return next;
    }

    @Override
    public String toString() {
        return quantity.id().value();
    }
}
