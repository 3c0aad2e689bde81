package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import java.util.List;

/** A parameter with all that is the same for every reading of it, worked out once. */
record ScoredParameter(Parameter parameter, List<ScoredBand> bands, PointsRange points, Assurance assurance) {

    static ScoredParameter of(Parameter parameter) {
        List<ScoredBand> bands = parameter.bands().stream()
                .map(band -> new ScoredBand(band, parameter.reachOf(band)))
                .toList();
        return new ScoredParameter(parameter, bands, parameter.points(), parameter.assurance());
    }
}
