package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.escalate.UnitState.Latest;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an input says of the level of a unit.
 *
 * @param unit the unit
 * @param latest the level and of when it is
 * @param assessment the readings behind it, where it is a provider's own
 * @param system the system that it is of, where it is calculated of its parts; null where it is not
 * @param sum by which it is known again
 */
record News(
        OdsCode unit,
        Latest latest,
        @Nullable Assessment assessment,
        @Nullable SystemAssessment system,
        String sum) {

    /** Of two reports of one time, the one that was recorded later holds. */
    static final Comparator<News> EARLIEST_FIRST = Comparator.comparing(
                    (News news) -> news.latest().observedAt())
            .thenComparing(news -> news.latest().recordedAt(), Comparator.nullsFirst(Comparator.naturalOrder()));

    static News of(Assessment assessment) {
        return of(assessment, InputDigest.of(assessment));
    }

    private static News of(Assessment assessment, String sum) {
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
                        .toList(),
                null);
        return new News(assessment.report().organisation(), latest, assessment, null, sum);
    }

    /** What a system says of each of its units, pillars aside. */
    static Stream<News> of(SystemAssessment system) {
        Map<OdsCode, String> reports = new TreeMap<>();
        system.assessments()
                .forEach(assessment -> reports.put(assessment.report().organisation(), InputDigest.of(assessment)));
        return system.stream().flatMap(tier -> of(tier, system, reports).stream());
    }

    private static Optional<News> of(TierAssessment tier, SystemAssessment system, Map<OdsCode, String> reports) {
        if (tier.pillar() != null || tier.code() == ReasonCode.NO_REPORT) {
            return Optional.empty();
        }
        Assessment own = tier.assessment();
        OdsCode unit = tier.unit().code();
        if (own != null) {
            String sum = reports.get(unit);
            return Optional.of(sum == null ? of(own) : of(own, sum));
        }
        Declaration declared = tier.declared();
        boolean isReported = tier.code() == ReasonCode.LEVEL_REPORTED;
        Latest latest = isReported && declared != null
                ? new Latest(
                        tier.level(), declared.at(), null, tier.level() + ", as it reports itself", List.of(), null)
                : new Latest(
                        tier.level(),
                        system.at(),
                        null,
                        tier.level() + ", " + tier.score() + tier.scale().unit() + " (" + tier.framework() + ")",
                        List.of(),
                        null);
        // That a level is as before does not say that it is made of the same reports.
        String madeOf = tier.stream()
                .flatMap(part -> Optional.ofNullable(reports.get(part.unit().code())).stream())
                .distinct()
                .collect(Collectors.joining());
        return Optional.of(new News(
                unit, latest, null, isReported ? null : system, InputDigest.of(InputDigest.of(unit, latest), madeOf)));
    }
}
