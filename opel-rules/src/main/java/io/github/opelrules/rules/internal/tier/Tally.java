package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.ScoreRange;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.TierScale;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ICS, a region or the nation being scored, or all providers of one type in an ICS: what the rules fill in. */
public final class Tally {

    private final @Nullable Tally parent;
    private final Unit unit;
    private final @Nullable ProviderType pillar;
    private final BigDecimal weight;
    private final Framework framework;
    private final TierRules rules;
    private final TierScale scale;
    private final Hierarchy.Weights weights;
    private final @Nullable Declaration declared;
    private final List<Tally> tallies = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Unit> notCounted = new ArrayList<>();
    private ReasonCode code = ReasonCode.WEIGHTED_MEAN;
    private @Nullable Mean mean;
    private @Nullable String meanRule;
    private @Nullable OpelLevel best;
    private @Nullable OpelLevel worst;
    private @Nullable String levelRule;
    private Assurance levelAssurance = Assurance.PUBLISHED;

    Tally(
            @Nullable Tally parent,
            Unit unit,
            @Nullable ProviderType pillar,
            BigDecimal weight,
            Framework framework,
            TierRules rules,
            Hierarchy.Weights weights,
            @Nullable Declaration declared) {
        this.parent = parent;
        this.unit = unit;
        this.pillar = pillar;
        this.weight = weight;
        this.framework = framework;
        this.rules = rules;
        this.scale = TierScale.of(framework, rules);
        this.weights = weights;
        this.declared = declared;
    }

    /** What it belongs to; null for the top. */
    public @Nullable Tally getParent() {
        return parent;
    }

    /** How many parts it is the mean of. */
    public int getSize() {
        return tallies.size() + members.size();
    }

    /** Gives it any score, because it has no parts. */
    public Mean anything(String by) {
        code = ReasonCode.NO_REPORT;
        return mean(scale.all(), Assurance.PUBLISHED, by);
    }

    /** Gives it the weighted mean of its parts, each with its range. */
    public Mean mean(List<Part> parts, String by) {
        Assurance assurance = meanAssurance();
        List<ScoreRange.Weighted> weighted = new ArrayList<>();
        for (Part part : parts) {
            weighted.add(new ScoreRange.Weighted(part.weight(), part.score()));
            assurance = assurance.lowest(part.assurance());
        }
        return mean(ScoreRange.mean(weighted), assurance, by);
    }

    private Mean mean(ScoreRange score, Assurance assurance, String by) {
        Mean written = new Mean(this, score, assurance);
        mean = written;
        meanRule = by;
        return written;
    }

    private Assurance meanAssurance() {
        Assurance assurance = rules.mean(unit.tier()).assurance();
        boolean ofPillars = pillar == null && rules.pillars().size() > 1 && !tallies.isEmpty();
        if (ofPillars && tallies.get(0).pillar != null) {
            assurance = assurance.lowest(rules.pillarCitation().assurance());
        } else if (weights == Hierarchy.Weights.EQUAL && getSize() > 1) {
            assurance = Assurance.ASSUMED;
        }
        return assurance;
    }

    /** Writes down that a level is possible. */
    public void level(TierLevel possible, String by) {
        OpelLevel level = possible.cut().level();
        best = best == null || best.isWorseThan(level) ? level : best;
        worst = worst == null || level.isWorseThan(worst) ? level : worst;
        if (mean != null) {
            levelAssurance = levelAssurance.lowest(scale.assuranceOf(possible.cut(), mean.score()));
        }
        levelRule = by;
    }

    void add(Tally part) {
        tallies.add(part);
    }

    void add(Member member) {
        members.add(member);
    }

    void leaveOut(Unit provider) {
        notCounted.add(provider);
    }

    BigDecimal weight() {
        return weight;
    }

    Framework framework() {
        return framework;
    }

    TierRules rules() {
        return rules;
    }

    TierScale scale() {
        return scale;
    }

    List<Tally> tallies() {
        return tallies;
    }

    List<Member> members() {
        return members;
    }

    /** @throws IllegalStateException if the rules left any part of it empty */
    TierAssessment assessment(CompiledRules compiled) {
        if (mean == null || meanRule == null || best == null || worst == null || levelRule == null) {
            throw new IllegalStateException(
                    "The tier rules gave " + unit + " no score or no level: they are incomplete");
        }
        List<TierAssessment> parts = new ArrayList<>();
        tallies.forEach(tally -> parts.add(tally.assessment(compiled)));
        members.forEach(member -> parts.add(member.assessment(compiled)));
        return new TierAssessment(
                unit,
                pillar,
                weight,
                framework,
                code,
                mean.score(),
                compiled.rule(meanRule),
                Level.between(best, worst),
                compiled.rule(levelRule),
                mean.assurance().lowest(levelAssurance),
                declared,
                null,
                parts,
                notCounted);
    }
}
