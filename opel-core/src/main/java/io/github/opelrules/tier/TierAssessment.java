package io.github.opelrules.tier;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Explanation;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Fraction;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoreRange;
import io.github.opelrules.framework.TierRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The level of one unit of a system at one time, with its reasons: the parts that it is the mean of, and theirs.
 *
 * @param unit the unit
 * @param pillar the provider type, where this is not the unit itself but all its providers of one type together; else null
 * @param weight how much it counts in what it is a part of
 * @param framework the framework whose tiers were applied
 * @param code how its score was had: {@link ReasonCode#WEIGHTED_MEAN}, and for a provider {@link ReasonCode#ASSESSED},
 *     {@link ReasonCode#OTHER_FRAMEWORK}, {@link ReasonCode#LEVEL_REPORTED} or {@link ReasonCode#NO_REPORT}
 * @param score the scores that it may have, in the terms of the framework's level cuts for tiers
 * @param scoreRule the rule that gave the score
 * @param level the level of that score, calculated; what was declared never changes it
 * @param levelRule the rule that gave the level
 * @param assurance the lowest assurance of any value or rule that was used
 * @param declared the declaration in force, if there is one
 * @param assessment the provider's own assessment, if it has one that still counts
 * @param assessmentRule the rule by which that still counts; null where there is none
 * @param parts what it is the mean of, in the order of their codes; none for a provider
 * @param notCounted the providers of an ICS whose type does not count under the framework
 * @param countRule the rule by which it counts in what it is a part of, which for a provider is that of its score; null where it is
 *     part of nothing
 */
public record TierAssessment(
        Unit unit,
        @Nullable ProviderType pillar,
        BigDecimal weight,
        Framework framework,
        ReasonCode code,
        ScoreRange score,
        Rule scoreRule,
        Level level,
        Rule levelRule,
        Assurance assurance,
        @Nullable Declaration declared,
        @Nullable Assessment assessment,
        @Nullable Rule assessmentRule,
        List<TierAssessment> parts,
        List<Unit> notCounted,
        @Nullable Rule countRule) {

    public TierAssessment {
        parts = List.copyOf(parts);
        notCounted = List.copyOf(notCounted);
    }

    /** {@code Example ICS (QXX)}, or {@code acute providers of Example ICS (QXX)}. */
    public String name() {
        return pillar == null ? unit.toString() : pillar + " providers of " + unit;
    }

    /** The tiers of the framework. */
    public TierRules rules() {
        return Optional.ofNullable(framework.tiers()).orElseThrow();
    }

    /** The scores that the framework's tiers count in. */
    public TierScale scale() {
        return TierScale.of(framework, rules());
    }

    /**
     * The scores that a part counts with in this: its own, or, where another framework was applied to it, those that its
     * level covers here.
     */
    public ScoreRange counted(TierAssessment part) {
        return isUnderSameFrameworkAs(part)
                ? part.score()
                : scale().of(part.level()).orElseThrow();
    }

    boolean isUnderSameFrameworkAs(TierAssessment part) {
        return framework.digest().equals(part.framework.digest());
    }

    /**
     * Whether the level is not one that counts: a framework that it or anything below it was scored by is a draft, or was pinned by
     * the caller.
     */
    public boolean isWhatIf() {
        return stream()
                .anyMatch(part -> part.framework.isDraft() || (part.assessment != null && part.assessment.isWhatIf()));
    }

    /** This and everything that it is made up of, each before its parts. */
    public Stream<TierAssessment> stream() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(TierAssessment::stream));
    }

    /**
     * The parts that certainly raise the mean, those that raise it most first.
     *
     * @param n how many at most
     */
    public List<TierAssessment> topDrivers(int n) {
        Comparator<TierAssessment> byShare =
                Comparator.comparing(part -> counted(part).min().times(Fraction.of(part.weight())));
        return parts.stream()
                .filter(part -> counted(part).min().compareTo(Fraction.ZERO) > 0)
                .sorted(byShare.reversed())
                .limit(n)
                .toList();
    }

    /** The providers in it that are not known: without a report, or with nothing but a level. */
    public List<TierAssessment> unknown() {
        return stream().filter(part -> part.code() == ReasonCode.NO_REPORT).toList();
    }

    /** For each part whose score is known exactly, the nearest changes, up and down, that would move the level by themselves. */
    public List<PartChange> singleChanges() {
        List<PartChange> changes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (counted(parts.get(i)).isExact()) {
                PartChange.nearest(this, i, true).ifPresent(changes::add);
                PartChange.nearest(this, i, false).ifPresent(changes::add);
            }
        }
        return changes;
    }

    /** The level if one part, counted from 0, had these scores and all else were as it is. */
    Level levelIf(int changed, ScoreRange itsScore) {
        List<ScoreRange.Weighted> weighted = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            TierAssessment part = parts.get(i);
            weighted.add(new ScoreRange.Weighted(part.weight(), i == changed ? itsScore : counted(part)));
        }
        return scale().level(ScoreRange.mean(weighted));
    }

    /** The first line of the explanation: the level, what raises it, what was declared, and how sure it is. */
    public String sentence() {
        return new TierExplainer(this).sentence();
    }

    /** The level and its reasons as one tree. */
    public Explanation explain() {
        return new TierExplainer(this).explain();
    }

    /** One short line: {@code An ICS (QXX): OPEL 3, score 28.5, by nhse-opel-2023-24 1.0.0}. */
    @Override
    public String toString() {
        return name() + ": " + level + ", score " + score + ", by " + framework;
    }
}
