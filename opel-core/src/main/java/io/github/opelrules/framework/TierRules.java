package io.github.opelrules.framework;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;

/**
 * How a framework makes the levels above the provider: each is the weighted mean of what it is made up of, and the same cuts
 * turn every mean into a level.
 *
 * @param pillars the provider types that count in an ICS, and how much each counts beside the others
 * @param pillarCitation where those weights come from
 * @param means where the weighted mean comes from, for each tier above the provider
 * @param levels the cuts
 * @param maxAge how old the report of a provider, or a level that is declared, may be to count
 */
public record TierRules(
        Map<ProviderType, BigDecimal> pillars,
        Citation pillarCitation,
        Map<Tier, Citation> means,
        LevelTable levels,
        Limit<Duration> maxAge) {

    /** What this library assumes where a framework does not say how old a report may be to count. */
    public static final Limit<Duration> ASSUMED_MAX_AGE =
            Limit.assumed(Duration.ofHours(24), "a report counts for 24 hours");

    /** Rules that do not say how old a report may be to count, which is {@linkplain #ASSUMED_MAX_AGE a day} then. */
    public TierRules(
            Map<ProviderType, BigDecimal> pillars,
            Citation pillarCitation,
            Map<Tier, Citation> means,
            LevelTable levels) {
        this(pillars, pillarCitation, means, levels, ASSUMED_MAX_AGE);
    }

    /**
     * Checks what can be checked without tables.
     *
     * @throws IllegalArgumentException if no provider type counts, a weight is not above 0, a tier has no mean, or the greatest age
     *     is not above 0
     */
    public TierRules {
        if (pillars.isEmpty() || Collections.min(pillars.values()).signum() <= 0) {
            throw new IllegalArgumentException(
                    "At least one provider type counts in an ICS, and its weight is above 0, but the weights are "
                            + pillars);
        }
        if (!means.keySet().equals(new HashSet<>(Tier.aboveProvider()))) {
            throw new IllegalArgumentException(
                    "Each of " + Tier.aboveProvider() + " needs its mean, but there are " + means.keySet());
        }
        if (maxAge.value().isNegative() || maxAge.value().isZero()) {
            throw new IllegalArgumentException(
                    "The greatest age of a report that counts is above 0, not " + maxAge.value());
        }
        pillars = Collections.unmodifiableMap(new EnumMap<>(pillars));
        means = Collections.unmodifiableMap(new EnumMap<>(means));
    }

    /** Where the mean of a tier comes from. */
    public Citation mean(Tier tier) {
        Citation citation = means.get(tier);
        if (citation == null) {
            throw new IllegalArgumentException("There is no mean of " + tier.withArticle());
        }
        return citation;
    }
}
