package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import java.util.Set;
import java.util.TreeSet;

/** Which of the rules of tiers made a system's levels. */
public final class FiredRules {

    private static final String SAME = "What has a mean counts with it in what it belongs to";
    private static final String OTHER =
            "What has a mean by another framework counts with the scores that its level covers";

    private FiredRules() {}

    /** The names of all rules there are. */
    public static Set<String> known() {
        return new TreeSet<>(TierEngine.rules().names());
    }

    /** The names of the rules that fired for a system. */
    public static Set<String> in(SystemAssessment system) {
        Set<String> fired = new TreeSet<>();
        system.stream().forEach(whole -> {
            fired.add(whole.scoreRule().name());
            fired.add(whole.levelRule().name());
            whole.parts().stream()
                    .filter(FiredRules::hasMean)
                    .forEach(part -> fired.add(TierEngine.rules()
                            .rule(isUnderSameFramework(whole, part) ? SAME : OTHER)
                            .name()));
        });
        return fired;
    }

    private static boolean hasMean(TierAssessment part) {
        return part.unit().tier() != Tier.PROVIDER
                && (part.code() == ReasonCode.WEIGHTED_MEAN || part.code() == ReasonCode.NO_REPORT);
    }

    private static boolean isUnderSameFramework(TierAssessment whole, TierAssessment part) {
        return whole.framework().digest().equals(part.framework().digest());
    }
}
