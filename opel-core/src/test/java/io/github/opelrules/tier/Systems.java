package io.github.opelrules.tier;

import io.github.opelrules.Assessments;
import io.github.opelrules.Frameworks;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Fraction;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoreRange;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.report.SituationReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Systems worked out by hand under {@link Frameworks#acuteWithTiers()}: what an engine would return, without an engine. */
final class Systems {

    static final Instant AT = Instant.parse(Assessments.REPORTED_AT);
    static final Framework FRAMEWORK = Frameworks.acuteWithTiers();

    private static final Rule OWN = new Rule("A provider counts with its own score", "Example, tiers");
    private static final Rule REPORTED = new Rule("A provider counts with the level it reports", "Example, tiers");
    private static final Rule RECENT = new Rule("A report that is not too old counts", "Example, tiers");
    private static final Rule SILENT = new Rule("A provider without a report may have any score", "Example, tiers");
    private static final Rule MEAN = new Rule("The score is the weighted mean of the parts", "Example, tiers");
    private static final Rule LEVEL = new Rule("The mean decides the level", "Example, tiers");

    private Systems() {}

    /** A provider with 18 points of 22, OPEL 4. */
    static TierAssessment pressed(String code, String weight) {
        return assessed(code, weight, "64", "58.1", "98.3", "1");
    }

    /** A provider with 9 points of 22, OPEL 2. */
    static TierAssessment busy(String code, String weight) {
        return assessed(code, weight, "40", "70", "93", "3");
    }

    private static TierAssessment assessed(
            String code, String weight, String handover, String fourHour, String occupancy, String escalationBeds) {
        SituationReport report = SituationReport.of(OdsCode.of(code), ProviderType.ACUTE)
                .observedAt(AT)
                .reading("ambulance-handover-mean", handover)
                .reading("ed-four-hour-performance", fourHour)
                .reading("ga-bed-occupancy", occupancy)
                .reading("escalation-beds", escalationBeds)
                .build();
        Assessment assessment = Assessments.assess(FRAMEWORK, report);
        return provider(
                code, weight, ReasonCode.ASSESSED, points(assessment.score().min()), OWN, assessment, null);
    }

    /** A provider that is not scored and says OPEL 2 of itself: above 5 and up to 11 points. */
    static TierAssessment reporting(String code, String weight) {
        ScoreRange score = new ScoreRange(Fraction.of(5), false, Fraction.of(11), true);
        return provider(
                code, weight, ReasonCode.LEVEL_REPORTED, score, REPORTED, null, declared(code, OpelLevel.OPEL_2));
    }

    /** A provider of which nothing is known. */
    static TierAssessment silent(String code, String weight) {
        return provider(
                code, weight, ReasonCode.NO_REPORT, ScoreRange.of(Fraction.ZERO, Fraction.of(22)), SILENT, null, null);
    }

    private static TierAssessment provider(
            String code,
            String weight,
            ReasonCode how,
            ScoreRange score,
            Rule rule,
            @Nullable Assessment assessment,
            @Nullable Declaration declared) {
        return new TierAssessment(
                unit(code, Tier.PROVIDER, ProviderType.ACUTE),
                null,
                new BigDecimal(weight),
                FRAMEWORK,
                how,
                score,
                rule,
                scale().level(score),
                LEVEL,
                Assurance.UNVERIFIED,
                declared,
                assessment,
                assessment == null ? null : RECENT,
                List.of(),
                List.of(),
                rule);
    }

    /** An ICS of the code {@code QXX} that has this score. */
    static TierAssessment ics(ScoreRange score, @Nullable Declaration declared, TierAssessment... parts) {
        return mean("QXX", Tier.ICS, null, score, declared, List.of(), parts);
    }

    static TierAssessment mean(
            String code,
            Tier tier,
            @Nullable ProviderType pillar,
            ScoreRange score,
            @Nullable Declaration declared,
            List<Unit> notCounted,
            TierAssessment... parts) {
        Level level = scale().level(score);
        Assurance assurance = tier == Tier.ICS ? Assurance.UNVERIFIED : Assurance.ASSUMED;
        return new TierAssessment(
                unit(code, tier, null),
                pillar,
                BigDecimal.ONE,
                FRAMEWORK,
                ReasonCode.WEIGHTED_MEAN,
                score,
                MEAN,
                level,
                LEVEL,
                assurance,
                declared,
                null,
                null,
                List.of(parts),
                notCounted,
                null);
    }

    static SystemAssessment system(TierAssessment... tops) {
        return new SystemAssessment(AT, List.of(tops), List.of());
    }

    static TierScale scale() {
        return TierScale.of(FRAMEWORK, FRAMEWORK.tiers());
    }

    static ScoreRange points(int points) {
        return ScoreRange.of(Fraction.of(points), Fraction.of(points));
    }

    static ScoreRange score(String min, String max) {
        return ScoreRange.of(Fraction.of(new BigDecimal(min)), Fraction.of(new BigDecimal(max)));
    }

    static Declaration declared(String code, OpelLevel level) {
        return new Declaration(OdsCode.of(code), level, "director on call", AT, null);
    }

    static Unit unit(String code, Tier tier, @Nullable ProviderType type) {
        return new Unit(OdsCode.of(code), "Example " + code, tier, type, List.of());
    }
}
