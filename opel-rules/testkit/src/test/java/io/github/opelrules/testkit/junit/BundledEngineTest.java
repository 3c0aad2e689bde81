package io.github.opelrules.testkit.junit;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.rules.OpelRules;

/** This library's own engine holds to the contract that it ships. */
class BundledEngineTest extends OpelEngineContract {

    @Override
    protected OpelEngine engine() {
        return OpelRules.bundled();
    }
}
