package io.github.opelrules.testkit.coverage;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.TierRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A framework with one number changed.
 *
 * @param what which number, and how
 * @param framework the changed framework
 * @param killer a case, as YAML, that holds under the framework as it was and not under the changed one
 */
record Mutant(String what, Framework framework, String killer) {

    /** A framework whose rules are changed, and which is in all else as it was. */
    static Framework changed(
            Framework framework,
            Map<ProviderType, ScoringTable> tables,
            @Nullable TierRules tiers,
            @Nullable Protocol protocol) {
        return new Framework(
                framework.id(),
                framework.version(),
                framework.title(),
                framework.status(),
                framework.inForce(),
                framework.inForceAssurance(),
                framework.source(),
                tables,
                tiers,
                protocol,
                framework.digest(),
                framework.knownIssues(),
                framework.local());
    }
}
