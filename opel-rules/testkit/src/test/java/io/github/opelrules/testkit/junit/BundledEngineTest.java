package io.github.opelrules.testkit.junit;

import io.github.opelrules.Scorer;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.OpelRules;

/** This library's own engine holds to the contract that it ships. */
class BundledEngineTest extends ScorerContract {

    @Override
    protected Scorer scorer() {
        return OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
    }
}
