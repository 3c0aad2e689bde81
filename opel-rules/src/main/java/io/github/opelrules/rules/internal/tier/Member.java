package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.ScoreRange;
import io.github.opelrules.tier.TierAssessment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One provider of a tally, and how the rules let it count. */
public final class Member {

    private final Tally into;
    private final Hierarchy.Member member;
    private final @Nullable Assessment assessment;
    private final @Nullable Declaration declared;
    private final @Nullable Declaration reported;
    private ReasonCode code = ReasonCode.NO_REPORT;
    private @Nullable Part part;
    private @Nullable String rule;

    /**
     * @param declared the declaration in force
     * @param reported the same, where it is fresh enough to count; else null
     */
    Member(
            Tally into,
            Hierarchy.Member member,
            @Nullable Assessment assessment,
            @Nullable Declaration declared,
            @Nullable Declaration reported) {
        this.into = into;
        this.member = member;
        this.assessment = assessment;
        this.declared = declared;
        this.reported = reported;
    }

    /** Whether the rules gave it a level. */
    public boolean isAssessed() {
        return assessment != null && assessment.level().atBest().isPresent();
    }

    /** Whether they were the rules of the framework whose tiers apply. */
    public boolean isSameFramework() {
        return assessment != null
                && assessment.framework().digest().equals(into.framework().digest());
    }

    /** Whether it reports a level itself. */
    public boolean isReporting() {
        return reported != null;
    }

    /** Counts with the score of its assessment. */
    public Part countOwnScore(String by) {
        Assessment own = Objects.requireNonNull(assessment);
        return count(ReasonCode.ASSESSED, into.scale().of(own), own.assurance(), by);
    }

    /** Counts with the scores that the level of its assessment covers. */
    public Part countLevel(String by) {
        Assessment own = Objects.requireNonNull(assessment);
        return count(
                ReasonCode.OTHER_FRAMEWORK,
                into.scale().of(own.level()).orElseThrow(),
                own.assurance().lowest(into.scale().levels().citation().assurance()),
                by);
    }

    /** Counts with the scores that the level covers which it reports. */
    public Part countReportedLevel(String by) {
        Level level = new Level.Exact(Objects.requireNonNull(reported).level());
        return count(
                ReasonCode.LEVEL_REPORTED,
                into.scale().of(level).orElseThrow(),
                into.scale().levels().citation().assurance(),
                by);
    }

    /** Counts with any score. */
    public Part countAnything(String by) {
        return count(ReasonCode.NO_REPORT, into.scale().all(), Assurance.PUBLISHED, by);
    }

    private Part count(ReasonCode how, ScoreRange score, Assurance assurance, String by) {
        code = how;
        rule = by;
        Part counted = new Part(into, member.weight(), score, assurance);
        part = counted;
        return counted;
    }

    /** @throws IllegalStateException if no rule let it count */
    TierAssessment assessment(CompiledRules rules) {
        if (part == null || rule == null) {
            throw new IllegalStateException("No rule has counted " + member.unit() + ": the tier rules are incomplete");
        }
        Rule applied = rules.rule(rule);
        Level level = switch (code) {
            case ASSESSED, OTHER_FRAMEWORK -> Objects.requireNonNull(assessment).level();
            default -> into.scale().level(part.score());
        };
        return new TierAssessment(
                member.unit(),
                null,
                member.weight(),
                into.framework(),
                code,
                part.score(),
                applied,
                level,
                applied,
                part.assurance(),
                declared,
                assessment,
                List.of(),
                List.of());
    }
}
