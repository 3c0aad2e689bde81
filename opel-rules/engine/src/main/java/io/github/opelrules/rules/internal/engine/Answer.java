package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Doubt;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.report.Reading;
import io.github.opelrules.rules.internal.engine.fact.Award;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one parameter, kept for every reading that they cannot tell from the one it was asked for.
 *
 * @param scored null for a local parameter, which never scores
 * @param told one for each of the parameter's thresholds, null where there is nothing to tell of it
 */
record Answer(@Nullable Scored scored, List<@Nullable Told> told) {

    /**
     * What it scores.
     *
     * @param doubtRule the rule by which the reading is doubtful; null where it is not
     * @param part which it is of the different points, with their grades, that this parameter has scored
     */
    record Scored(
            Award award,
            List<Band> bands,
            PointsRange points,
            Rule rule,
            @Nullable Rule doubtRule,
            int part) {

        Contribution contribution(Parameter parameter, Reading reading) {
            return new Contribution(
                    parameter,
                    reading,
                    award.code(),
                    bands,
                    points,
                    rule,
                    award.assurance(),
                    doubtRule == null ? null : doubt(parameter, reading, doubtRule));
        }

        private static @Nullable Doubt doubt(Parameter parameter, Reading reading, Rule rule) {
            UsualRange usual = parameter.usual();
            return usual == null || !(reading instanceof Reading.Measured measured)
                    ? null
                    : Doubt.about(measured.value(), parameter, usual, rule);
        }
    }

    /** What there is to tell of a threshold. */
    record Told(ReasonCode code, Rule rule) {}
}
