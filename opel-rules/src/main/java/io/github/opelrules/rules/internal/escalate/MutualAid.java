package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.tier.Hierarchy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds neighbours that could help a unit. What makes one able to is this library's own assumption, and stands in aid.drl. */
final class MutualAid {

    private static final int FIRINGS_PER_NEIGHBOUR = 10;

    private final List<Neighbour> neighbours = new ArrayList<>();

    MutualAid(Units units, UnitNow unit, Instant at) {
        for (Hierarchy.Link link : units.hierarchy().linksOf(unit.code())) {
            units.find(link.from(unit.code()).orElseThrow())
                    .ifPresent(other ->
                            neighbours.add(new Neighbour(unit, other, link.travel(), agreement(unit, other), at)));
        }
        Shared.RULES.run(
                session -> neighbours.forEach(session::insert), FIRINGS_PER_NEIGHBOUR * (1 + neighbours.size()));
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
        return neighbours.stream()
                .flatMap(neighbour -> neighbour.proposal().stream())
                .sorted(Comparator.comparing(AidProposal::travel).thenComparing(AidProposal::helper))
                .toList();
    }

    /** Why none could, neighbour by neighbour. */
    String whyNone() {
        return neighbours.isEmpty()
                ? "the hierarchy links it to no other"
                : neighbours.stream().map(Neighbour::whyNot).collect(Collectors.joining("; "));
    }

    /** Loads the rules at its first use, once, whichever thread comes first. */
    private static final class Shared {

        private static final CompiledRules RULES = CompiledRules.of(Neighbour.class);
    }
}
