package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the levels of one system at one time, in one session. */
public final class TierEngine {

    /** Far more than any unit needs. */
    private static final int FIRINGS_PER_UNIT = 100;

    private final Function<OdsCode, Framework> frameworks;
    private final Hierarchy hierarchy;
    private final Instant at;
    private final Map<OdsCode, List<Hierarchy.Member>> members;
    private final Latest<Assessment> assessments;
    private final Latest<Declaration> declarations;
    private final Map<String, GradedScale> scales = new HashMap<>();
    private final List<Member> providers = new ArrayList<>();
    private final Set<OdsCode> unplaced = new TreeSet<>();

    private TierEngine(
            Function<OdsCode, Framework> frameworks,
            Hierarchy hierarchy,
            Instant at,
            Collection<Assessment> assessments,
            Collection<Declaration> declarations) {
        this.frameworks = frameworks;
        this.hierarchy = hierarchy;
        this.at = at;
        this.members = hierarchy.members(at);
        this.assessments = new Latest<>(
                "assessments",
                at,
                assessments,
                assessment -> assessment.report().organisation(),
                assessment -> assessment.report().observedAt(),
                Comparator.comparing(
                                (Assessment assessment) -> assessment.report().observedAt())
                        .thenComparing(
                                assessment -> assessment.report().recordedAt(),
                                Comparator.nullsFirst(Comparator.naturalOrder())));
        this.declarations = new Latest<>(
                "declarations",
                at,
                declarations,
                Declaration::unit,
                Declaration::at,
                Comparator.comparing(Declaration::at));
        unplaced.addAll(this.assessments.codes());
        unplaced.addAll(this.declarations.codes());
    }

    /**
     * The levels of a system.
     *
     * @param frameworks the framework whose tiers apply to a unit
     * @throws NoFrameworkException if that says nothing of tiers
     * @throws IllegalArgumentException if two assessments, or two declarations, of one unit are of one time and differ
     */
    public static SystemAssessment aggregate(
            Function<OdsCode, Framework> frameworks,
            Hierarchy hierarchy,
            Instant at,
            Collection<Assessment> assessments,
            Collection<Declaration> declarations) {
        return aggregate(frameworks, hierarchy, at, assessments, declarations, Shared.RULES);
    }

    /** The same, by rules of one's own, to try them. */
    static SystemAssessment aggregate(
            Function<OdsCode, Framework> frameworks,
            Hierarchy hierarchy,
            Instant at,
            Collection<Assessment> assessments,
            Collection<Declaration> declarations,
            CompiledRules rules) {
        return new TierEngine(frameworks, hierarchy, at, assessments, declarations).aggregate(rules);
    }

    /** The names of all rules there are. */
    public static Set<String> ruleNames() {
        return new TreeSet<>(Shared.RULES.names());
    }

    private SystemAssessment aggregate(CompiledRules rules) {
        List<Tally> tops = new ArrayList<>();
        for (Unit unit : hierarchy.units()) {
            if (unit.tier() != Tier.PROVIDER && isTop(unit)) {
                tops.add(tally(new Hierarchy.Member(unit, BigDecimal.ONE)));
            }
        }
        List<Object> facts = new ArrayList<>();
        tops.forEach(top -> top.addTo(facts, null));
        SystemFacts said = new SystemFacts(
                rules,
                rules.run(
                        session -> facts.forEach(session::insert),
                        FIRINGS_PER_UNIT * hierarchy.units().size(),
                        Object.class));
        providers.stream()
                .filter(provider -> provider.isElsewhere(said))
                .forEach(provider -> unplaced.add(provider.code()));
        List<TierAssessment> assessed =
                tops.stream().map(top -> top.assessment(said)).toList();
        return new SystemAssessment(at, assessed, List.copyOf(unplaced));
    }

    private boolean isTop(Unit unit) {
        boolean belongs = unit.memberships().stream()
                .anyMatch(membership -> membership.dates().contains(at));
        boolean ended = !unit.memberships().isEmpty() && !members.containsKey(unit.code());
        return !belongs && !ended;
    }

    private Tally tally(Hierarchy.Member member) {
        Unit unit = member.unit();
        Framework framework = frameworks.apply(unit.code());
        TierRules rules = framework.tiers();
        if (rules == null) {
            throw new NoFrameworkException(
                    framework + " does not say how the level of " + unit.tier().withArticle()
                            + " is made. Add \"tiers\" to its framework.yaml, or pin another framework.");
        }
        unplaced.remove(unit.code());
        GradedScale scale = scales.computeIfAbsent(framework.digest(), digest -> GradedScale.of(framework, rules));
        Tally tally = new Tally(
                unit,
                null,
                member.weight(),
                framework,
                rules,
                scale,
                hierarchy.weights(),
                declarations.at(unit.code()));
        List<Hierarchy.Member> parts = members.getOrDefault(unit.code(), List.of());
        if (unit.tier() != Tier.ICS) {
            parts.forEach(part -> tally.add(tally(part)));
        } else if (rules.pillars().size() == 1) {
            addProviders(tally, parts, rules.pillars().keySet().iterator().next());
        } else {
            rules.pillars().forEach((type, weight) -> {
                Tally pillar = new Tally(unit, type, weight, framework, rules, scale, hierarchy.weights(), null);
                tally.add(pillar);
                addProviders(pillar, parts, type);
            });
        }
        if (unit.tier() == Tier.ICS) {
            for (Hierarchy.Member part : parts) {
                if (!rules.pillars().containsKey(part.unit().providerType())) {
                    tally.leaveOut(part.unit());
                }
            }
        }
        return tally;
    }

    private void addProviders(Tally into, List<Hierarchy.Member> parts, ProviderType type) {
        for (Hierarchy.Member part : parts) {
            OdsCode code = part.unit().code();
            if (part.unit().providerType() == type) {
                Member provider = new Member(into, part, assessments.at(code), declarations.at(code), at);
                providers.add(provider);
                into.add(provider);
                unplaced.remove(code);
            }
        }
    }

    /** The latest of each unit up to a time, whatever the order in which they are given. */
    private static final class Latest<T> {

        private final SortedMap<OdsCode, T> byCode = new TreeMap<>();
        private final Set<OdsCode> codes = new TreeSet<>();

        /**
         * Finds them.
         *
         * @param order which of two is the later
         */
        Latest(
                String what,
                Instant at,
                Collection<T> all,
                Function<T, OdsCode> code,
                Function<T, Instant> time,
                Comparator<T> order) {
            SortedSet<OdsCode> torn = new TreeSet<>();
            for (T one : all) {
                OdsCode of = code.apply(one);
                codes.add(of);
                if (time.apply(one).isAfter(at)) {
                    continue;
                }
                T other = byCode.get(of);
                int comparison = other == null ? 1 : order.compare(one, other);
                if (comparison > 0) {
                    byCode.put(of, one);
                    torn.remove(of);
                } else if (comparison == 0 && !one.equals(other)) {
                    torn.add(of);
                }
            }
            if (!torn.isEmpty()) {
                OdsCode of = torn.first();
                throw new IllegalArgumentException("Two different " + what + " of " + of + " are of "
                        + time.apply(Objects.requireNonNull(byCode.get(of))) + ". Give the one that holds.");
            }
        }

        Set<OdsCode> codes() {
            return codes;
        }

        @Nullable
        T at(OdsCode code) {
            return byCode.get(code);
        }
    }

    /** Loads the rules at its first use, once, whichever thread comes first. */
    private static final class Shared {

        private static final CompiledRules RULES = CompiledRules.of(Tally.class);
    }
}
