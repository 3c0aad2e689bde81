package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Doubt;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.report.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One parameter's line on a {@link ScoreSheet}: its reading, and the points that the rules write beside it. */
public final class Line extends Observation {

    private final ScoreSheet sheet;
    private final ScoredParameter parameter;
    private List<Band> awarded = List.of();
    private int min;
    private int max;
    private Assurance assurance = Assurance.PUBLISHED;
    private @Nullable ReasonCode code;
    private @Nullable String rule;
    private @Nullable String doubtRule;

    Line(ScoreSheet sheet, ScoredParameter parameter, Reading reading) {
        super(parameter.parameter(), reading, sheet.report().observedAt());
        this.sheet = sheet;
        this.parameter = parameter;
    }

    /** The sheet that this line stands on. */
    public ScoreSheet getSheet() {
        return sheet;
    }

    /** The bands that the reading may lie in: one for an exact value, several where it is not exact. */
    public List<ScoredBand> getTouchedBands() {
        List<ScoredBand> touched = new ArrayList<>(1);
        for (ScoredBand band : parameter.bands()) {
            if (band.reach().touches(stretch())) {
                touched.add(band);
            }
        }
        return touched;
    }

    /** Whether the parameter's bands are known. */
    public boolean isScorable() {
        return !parameter.bands().isEmpty();
    }

    /** Whether it is known what the parameter can score at most; it is not where its bands are not and nothing else is. */
    public boolean isBounded() {
        return !parameter.parameter().isOpen();
    }

    /** The usual values of the parameter; null where none are stated. */
    public @Nullable UsualRange getUsual() {
        return parameter.parameter().usual();
    }

    /** The lowest value that the reading may have. */
    public BigDecimal getLowest() {
        return stretch().low();
    }

    /** The highest value that the reading may have. */
    public BigDecimal getHighest() {
        return stretch().high();
    }

    /** The fewest points of the bands awarded. */
    public int getMin() {
        return min;
    }

    /** The most points of the bands awarded. */
    public int getMax() {
        return max;
    }

    /** Awards the points of a band that the reading touches. */
    public void award(ScoredBand scored, String by) {
        Band band = scored.band();
        if (awarded.isEmpty()) {
            awarded = List.of(band);
            min = band.points();
            max = band.points();
            code = ReasonCode.BAND_MATCHED;
        } else {
            List<Band> more = new ArrayList<>(awarded);
            more.add(band);
            // Drools yields them in an order of its own.
            more.sort(Comparator.comparing(parameter.parameter().bands()::indexOf));
            awarded = more;
            min = Math.min(min, band.points());
            max = Math.max(max, band.points());
            code = ReasonCode.BANDS_TOUCHED;
        }
        assurance = assurance.lowest(band.assuranceFor(stretch()));
        rule = by;
    }

    /** Awards anything from the fewest to the most points of the parameter, because the reading cannot be used. */
    public void awardAnything(ReasonCode because, String by) {
        awarded = parameter.parameter().bands();
        min = parameter.points().min();
        max = parameter.points().max();
        assurance = parameter.assurance();
        if (because == ReasonCode.STALE || because == ReasonCode.IMPLAUSIBLE) {
            // The limits of age and plausibility are this library's own.
            assurance = Assurance.ASSUMED;
        }
        code = because;
        rule = by;
    }

    /** Writes down that the reading is doubtful, which changes no points. */
    public void doubt(String by) {
        doubtRule = by;
    }

    /** @throws IllegalStateException if no rule has written on this line */
    Contribution contribution(ScoringRules rules) {
        if (code == null || rule == null) {
            throw new IllegalStateException(
                    "No rule has scored " + parameter.parameter().id() + " of "
                            + sheet.report().organisation() + ": the scoring rules are incomplete");
        }
        return new Contribution(
                parameter.parameter(),
                reading(),
                code,
                awarded,
                new PointsRange(min, max),
                rules.rule(rule),
                assurance,
                doubt(rules));
    }

    private @Nullable Doubt doubt(ScoringRules rules) {
        UsualRange usual = getUsual();
        return doubtRule == null || usual == null || !(reading() instanceof Reading.Measured measured)
                ? null
                : Doubt.about(measured.value(), parameter.parameter(), usual, rules.rule(doubtRule));
    }

    Assurance assurance() {
        return assurance;
    }
}
