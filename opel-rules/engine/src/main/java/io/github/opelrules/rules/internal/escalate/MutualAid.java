package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.framework.MutualAidRules;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.tier.Hierarchy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds neighbours that could help a unit. What makes one able to stands in aid.drl, and the numbers of it in the protocol of the
 * unit that needs help: this library's own assumptions, where no other is given. How old a neighbour's last report may be to count
 * its own framework says, as it does wherever that report is looked at.
 */
final class MutualAid {

    private static final int FIRINGS_PER_NEIGHBOUR = 10;

    private final List<NearUnit> neighbours = new ArrayList<>();
    private final List<AidProposal> proposals = new ArrayList<>();
    private final Map<Neighbour, CannotHelp> refused = new HashMap<>();

    MutualAid(Units units, UnitNow unit, Instant at) {
        for (Hierarchy.Link link : units.hierarchy().linksOf(unit.code())) {
            units.find(link.from(unit.code()).orElseThrow())
                    .ifPresent(other ->
                            neighbours.add(new NearUnit(unit, other, link.travel(), agreement(unit, other), at)));
        }
        MutualAidRules rules = unit.protocolFacts().protocol().mutualAid();
        List<Object> facts = new ArrayList<>();
        facts.add(new AidLimits(rules.settled().value(), rules.full().value()));
        Map<Neighbour, NearUnit> byFact = new HashMap<>();
        for (NearUnit neighbour : neighbours) {
            byFact.put(neighbour.fact(), neighbour);
            facts.add(neighbour.fact());
            facts.addAll(neighbour.lasting());
        }
        List<Object> said = Shared.RULES.run(
                session -> facts.forEach(session::insert),
                FIRINGS_PER_NEIGHBOUR * (1 + neighbours.size()),
                Object.class);
        for (Object fact : said) {
            if (fact instanceof CanHelp can) {
                proposals.add(
                        Objects.requireNonNull(byFact.get(can.neighbour())).proposal(can.rule()));
            } else if (fact instanceof CannotHelp cannot) {
                refused.merge(
                        cannot.neighbour(), cannot, BinaryOperator.minBy(Comparator.comparing(CannotHelp::reason)));
            }
        }
        if (proposals.size() + refused.size() != neighbours.size()) {
            throw new IllegalStateException("The rules of mutual aid do not say of each neighbour whether it can help");
        }
    }

    /** Whose agreement the way across a border needs. */
    private static List<Role> agreement(UnitNow unit, UnitNow other) {
        if (isInSame(Tier.ICS, unit, other)) {
            return List.of();
        }
        return List.of(isInSame(Tier.REGION, unit, other) ? Role.ICB_DIRECTOR_ON_CALL : Role.NHS_ENGLAND_REGION);
    }

    private static boolean isInSame(Tier tier, UnitNow unit, UnitNow other) {
        Optional<OdsCode> one = unit.of(tier);
        return one.isPresent() && one.equals(other.of(tier));
    }

    /** Those that could help, the nearest first. */
    List<AidProposal> proposals() {
        return proposals.stream()
                .sorted(Comparator.comparing(AidProposal::travel).thenComparing(AidProposal::helper))
                .toList();
    }

    /** Why none could, neighbour by neighbour. */
    String whyNone() {
        return neighbours.isEmpty()
                ? "the hierarchy links it to no other"
                : neighbours.stream()
                        .flatMap(neighbour ->
                                Stream.ofNullable(refused.get(neighbour.fact())).map(neighbour::whyNot))
                        .collect(Collectors.joining("; "));
    }

    /** Loads the rules at its first use, once, whichever thread comes first. */
    private static final class Shared {

        private static final CompiledRules RULES = CompiledRules.of(Neighbour.class);
    }
}
