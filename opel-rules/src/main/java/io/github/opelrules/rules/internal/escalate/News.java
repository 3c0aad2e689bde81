package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.UnitState.Latest;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.TierAssessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs say of the level of a unit.
 *
 * @param unit the unit
 * @param latest the level and of when it is
 * @param assessment the readings behind it, where it is a provider's own
 * @param isSuperseded whether a later one of the same unit came with it
 */
record News(OdsCode unit, Latest latest, @Nullable Assessment assessment, boolean isSuperseded) {

    private static final Comparator<News> EARLIEST_FIRST = Comparator.comparing(
                    (News news) -> news.latest().observedAt())
            .thenComparing(news -> news.latest().recordedAt(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private News(OdsCode unit, Latest latest, @Nullable Assessment assessment) {
        this(unit, latest, assessment, false);
    }

    /**
     * All of them, unit by unit and the earliest first; all but the last of a unit are superseded.
     *
     * @throws IllegalArgumentException if two of one unit are of one time and differ
     */
    static List<News> of(EscalationInputs inputs) {
        Stream<News> ofProviders = inputs.assessments().stream().map(News::of);
        Stream<News> ofTiers = inputs.systems().stream()
                .flatMap(system -> system.stream().flatMap(tier -> of(tier, system.at()).stream()));
        Map<OdsCode, News> latest = new TreeMap<>();
        List<News> all = new ArrayList<>();
        Stream.concat(ofProviders, ofTiers).sorted(EARLIEST_FIRST).forEach(news -> {
            News before = latest.get(news.unit());
            latest.merge(news.unit(), news, News::laterOf);
            if (before != null && EARLIEST_FIRST.compare(before, news) != 0) {
                all.add(new News(before.unit(), before.latest(), before.assessment(), true));
            }
        });
        all.addAll(latest.values());
        return all;
    }

    private static News laterOf(News one, News other) {
        if (EARLIEST_FIRST.compare(one, other) != 0) {
            return other;
        }
        boolean twoReports = one.assessment() != null
                && other.assessment() != null
                && !one.assessment().equals(other.assessment());
        if (twoReports || !one.latest().equals(other.latest())) {
            throw new IllegalArgumentException("Two different assessments of " + one.unit() + " are of "
                    + one.latest().observedAt() + ". Give the one that holds, or say when each report was recorded.");
        }
        return one.assessment() == null ? other : one;
    }

    private static News of(Assessment assessment) {
        Latest latest = new Latest(
                assessment.level(),
                assessment.report().observedAt(),
                assessment.report().recordedAt(),
                assessment.level() + ", " + assessment.score() + " of " + assessment.available() + " points ("
                        + assessment.framework() + ")",
                assessment.contributions().stream()
                        .filter(contribution ->
                                contribution.code().isUnknown() && contribution.code() != ReasonCode.BANDS_EXPECTED)
                        .map(contribution -> contribution.parameter().id())
                        .toList());
        return new News(assessment.report().organisation(), latest, assessment);
    }

    private static Optional<News> of(TierAssessment tier, Instant at) {
        if (tier.pillar() != null || tier.code() == ReasonCode.NO_REPORT) {
            return Optional.empty();
        }
        Assessment own = tier.assessment();
        if (own != null) {
            return Optional.of(of(own));
        }
        Declaration declared = tier.declared();
        Latest latest = tier.code() == ReasonCode.LEVEL_REPORTED && declared != null
                ? new Latest(tier.level(), declared.at(), null, tier.level() + ", as it reports itself", List.of())
                : new Latest(
                        tier.level(),
                        at,
                        null,
                        tier.level() + ", " + tier.score() + tier.scale().unit() + " (" + tier.framework() + ")",
                        List.of());
        return Optional.of(new News(tier.unit().code(), latest, null));
    }
}
