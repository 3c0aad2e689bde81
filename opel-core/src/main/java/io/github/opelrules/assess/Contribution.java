package io.github.opelrules.assess;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.Source;
import io.github.opelrules.report.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter's part in an assessment.
 *
 * @param parameter the parameter
 * @param reading what the report says of it
 * @param code why it scores what it does
 * @param bands the bands that the reading touches, in ascending order of their values
 * @param points the points of those bands, from the fewest to the most
 * @param rule the rule that gave them
 * @param assurance the lowest assurance of what was used of those bands
 * @param doubt that the reading is outside the usual values, which changes nothing else here; null where it is not
 */
public record Contribution(
        Parameter parameter,
        Reading reading,
        ReasonCode code,
        List<Band> bands,
        PointsRange points,
        Rule rule,
        Assurance assurance,
        @Nullable Doubt doubt) {

    public Contribution {
        bands = List.copyOf(bands);
    }

    /** A contribution that nothing is doubtful about. */
    public Contribution(
            Parameter parameter,
            Reading reading,
            ReasonCode code,
            List<Band> bands,
            PointsRange points,
            Rule rule,
            Assurance assurance) {
        this(parameter, reading, code, bands, points, rule, assurance, null);
    }

    /** Where the points come from: the band's source where one band decides, else the parameter's. */
    public Source source() {
        return bands.size() == 1 ? bands.get(0).source() : parameter.source();
    }

    /** Whether the reading decides the points. */
    public boolean isExact() {
        return points.isExact() && !code.isUnknown();
    }

    /** One short line: {@code ga-bed-occupancy: 8 points}. */
    @Override
    public String toString() {
        return parameter.id() + ": " + points + (points.isExact() && points.min() == 1 ? " point" : " points");
    }
}
