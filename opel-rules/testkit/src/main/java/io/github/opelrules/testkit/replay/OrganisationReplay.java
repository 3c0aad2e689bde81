package io.github.opelrules.testkit.replay;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replay made of the reports of one organisation.
 *
 * @param organisation the organisation
 * @param providerType as what kind of provider it reported
 * @param reports how many reports it has
 * @param flips of how many of them the level is another
 * @param firstFlip the first day with such a report; null where there is none
 * @param lastFlip the last day with such a report; null where there is none
 * @param longestBefore its longest run at each level before; levels that it never had are not there
 * @param longestAfter its longest run at each level after
 */
public record OrganisationReplay(
        OdsCode organisation,
        ProviderType providerType,
        long reports,
        long flips,
        @Nullable LocalDate firstFlip,
        @Nullable LocalDate lastFlip,
        Map<OpelLevel, Run> longestBefore,
        Map<OpelLevel, Run> longestAfter) {

    public OrganisationReplay {
        longestBefore = copy(longestBefore);
        longestAfter = copy(longestAfter);
    }

    private static Map<OpelLevel, Run> copy(Map<OpelLevel, Run> runs) {
        Map<OpelLevel, Run> copy = new EnumMap<>(OpelLevel.class);
        copy.putAll(runs);
        return Collections.unmodifiableMap(copy);
    }
}
