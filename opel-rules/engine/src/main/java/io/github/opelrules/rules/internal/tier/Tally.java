package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.TierScale;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An ICS, a region or the nation being scored, or all providers of one type in an ICS. */
final class Tally {

    private final Unit unit;
    private final @Nullable ProviderType pillar;
    private final BigDecimal weight;
    private final Framework framework;
    private final TierRules rules;
    private final GradedScale scale;
    private final Hierarchy.Weights weights;
    private final @Nullable Declaration declared;
    private final List<Tally> tallies = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Unit> notCounted = new ArrayList<>();
    private @Nullable Whole fact;

    Tally(
            Unit unit,
            @Nullable ProviderType pillar,
            BigDecimal weight,
            Framework framework,
            TierRules rules,
            GradedScale scale,
            Hierarchy.Weights weights,
            @Nullable Declaration declared) {
        this.unit = unit;
        this.pillar = pillar;
        this.weight = weight;
        this.framework = framework;
        this.rules = rules;
        this.scale = scale;
        this.weights = weights;
        this.declared = declared;
    }

    /** Adds what the rules see of it and of all that belongs to it. */
    void addTo(List<Object> facts, @Nullable Whole into) {
        Whole whole = new Whole(
                into,
                weight,
                framework.digest(),
                rules.maxAge().value(),
                scale,
                size(),
                rules.mean(unit.tier()).assurance(),
                weightsAssurance());
        fact = whole;
        facts.add(whole);
        members.forEach(member -> facts.add(member.fact(whole)));
        tallies.forEach(tally -> tally.addTo(facts, whole));
    }

    private int size() {
        return tallies.size() + members.size();
    }

    /** How sure it is that its parts have these weights: equal ones stand in where nothing says which they are. */
    private Assurance weightsAssurance() {
        boolean ofPillars = pillar == null && rules.pillars().size() > 1 && !tallies.isEmpty();
        if (ofPillars && tallies.get(0).pillar != null) {
            return rules.pillarCitation().assurance();
        }
        return weights == Hierarchy.Weights.EQUAL && size() > 1 ? Assurance.ASSUMED : Assurance.PUBLISHED;
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

    Framework framework() {
        return framework;
    }

    TierRules rules() {
        return rules;
    }

    TierScale scale() {
        return scale.scale();
    }

    /** @throws IllegalStateException if the rules left any part of it open */
    TierAssessment assessment(SystemFacts said) {
        Whole whole = Objects.requireNonNull(fact, "the facts come first");
        TierLevel level = said.level(whole);
        Mean mean = level.mean();
        Part counted = said.part(whole);
        List<TierAssessment> parts = new ArrayList<>();
        tallies.forEach(tally -> parts.add(tally.assessment(said)));
        members.forEach(member -> parts.add(member.assessment(said)));
        return new TierAssessment(
                unit,
                pillar,
                weight,
                framework,
                mean.code(),
                mean.score(),
                said.rule(mean.rule()),
                level.level(),
                said.rule(level.rule()),
                level.assurance(),
                declared,
                null,
                null,
                parts,
                notCounted,
                counted == null ? null : said.rule(counted.rule()));
    }
}
