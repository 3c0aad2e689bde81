package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Assurance;
import java.util.List;

/**
 * The points of one parameter.
 *
 * @param bands those that give them
 * @param because the rule that made them what they are: the one that awarded them, or found that the reading counts as missing
 * @param rule the rule that awarded them
 */
public record Award(
        ScoredParameter parameter,
        ReasonCode code,
        List<ScoredBand> bands,
        int fewest,
        int most,
        Assurance assurance,
        String because,
        String rule) {}
