package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.rules.internal.engine.fact.Graded;
import io.github.opelrules.tier.TierScale;
import java.util.List;

/** The scores that the tiers of a framework count in, with how sure its cuts are, piece by piece: one for all units. */
record GradedScale(TierScale scale, List<Graded> grades) {

    static GradedScale of(Framework framework, TierRules rules) {
        return new GradedScale(TierScale.of(framework, rules), Graded.of(rules.levels()));
    }
}
