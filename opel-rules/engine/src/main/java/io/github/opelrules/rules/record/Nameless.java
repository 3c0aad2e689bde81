package io.github.opelrules.rules.record;

import io.github.opelrules.escalate.Duty;
import io.github.opelrules.escalate.DutyReply;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.tier.TierEngine;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.Unit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a record holds of its inputs: all of it but the texts that anybody may have typed, none of which changes a level or a duty. */
final class Nameless {

    /** Who declared a level. */
    static final String BY = "a role not recorded";

    /** Why a duty was raised in an earlier step: that speaks of units by their names, and of who declared a level. */
    static final String BECAUSE = "see the record of the step that raised it";

    /** A duty that somebody replied to, whose id is none. */
    static final String DUTY = "not recorded";

    /** The ids of duties: rule, unit and time, and numbers where there are several. */
    private static final Pattern DUTY_ID =
            Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+/[A-Z0-9]{3,10}/[0-9T:.Z+-]+(/[0-9]+){0,2}");

    private static final int LONGEST_ID = 100;

    private Nameless() {}

    /** Units that are called by their codes. */
    static List<Unit> units(Hierarchy hierarchy) {
        return hierarchy.units().stream()
                .map(unit -> new Unit(
                        unit.code(), unit.code().value(), unit.tier(), unit.providerType(), unit.memberships()))
                .toList();
    }

    /** What was declared, without who said so and why. */
    static List<Declaration> declarations(Collection<Declaration> declarations) {
        return declarations.stream().map(Nameless::declaration).toList();
    }

    private static Declaration declaration(Declaration declaration) {
        return new Declaration(declaration.unit(), declaration.level(), BY, declaration.at(), null);
    }

    static EscalationState state(EscalationState state) {
        Map<OdsCode, UnitState> units = new TreeMap<>();
        state.units().forEach((code, unit) -> units.put(code, unit(unit)));
        return new EscalationState(
                state.at(),
                state.rounds(),
                units,
                state.causes(),
                state.duties().stream().map(Nameless::duty).toList(),
                state.notices(),
                state.given(),
                state.frameworks());
    }

    private static UnitState unit(UnitState unit) {
        @Nullable Declaration declared = unit.declared();
        return new UnitState(
                unit.unit(),
                unit.knownSince(),
                unit.held(),
                unit.reached(),
                unit.below(),
                unit.heldSince(),
                unit.lowerSince(),
                unit.latest(),
                declared == null ? null : declaration(declared),
                unit.differSince(),
                unit.readings());
    }

    private static Duty duty(Duty duty) {
        return new Duty(
                duty.id(),
                duty.rule(),
                duty.unit(),
                duty.holder(),
                duty.mandatory(),
                duty.text(),
                duty.raisedAt(),
                duty.within(),
                duty.dueAt(),
                duty.citation(),
                BECAUSE,
                duty.handovers(),
                duty.acknowledgedAt(),
                duty.overdue(),
                duty.ending());
    }

    /** @throws IllegalArgumentException if the levels of a system were made from another hierarchy */
    static EscalationInputs inputs(EscalationInputs inputs) {
        Hierarchy named = inputs.hierarchy();
        Hierarchy codes = new Hierarchy(named.weights(), units(named), named.links());
        return new EscalationInputs(
                codes,
                inputs.hours(),
                inputs.assessments(),
                inputs.systems().stream()
                        .map(system -> system(system, named, codes))
                        .toList(),
                declarations(inputs.declarations()),
                inputs.notices(),
                inputs.replies().stream().map(Nameless::reply).toList(),
                inputs.aidAskedFor(),
                inputs.clockTolerance());
    }

    private static SystemAssessment system(SystemAssessment system, Hierarchy named, Hierarchy codes) {
        Set<OdsCode> known = new HashSet<>(system.frameworks().keySet());
        system.stream().flatMap(part -> part.notCounted().stream()).forEach(unit -> known.add(unit.code()));
        boolean ofAll = named.units().stream()
                .filter(unit -> (unit.memberships().isEmpty() && unit.tier() != Tier.PROVIDER)
                        || named.parent(unit.code(), system.at()).isPresent())
                .allMatch(unit -> known.contains(unit.code()));
        if (!ofAll || !again(system, named, system.declarations()).tops().equals(system.tops())) {
            throw new IllegalArgumentException("The levels of the system at " + system.at()
                    + " are not those of the hierarchy that is given with them. Aggregate with that hierarchy.");
        }
        return again(system, codes, declarations(system.declarations()));
    }

    private static SystemAssessment again(
            SystemAssessment system, Hierarchy hierarchy, List<Declaration> declarations) {
        return TierEngine.aggregate(
                unit -> Objects.requireNonNull(system.frameworks().get(unit)),
                hierarchy,
                system.at(),
                system.assessments(),
                declarations);
    }

    private static DutyReply reply(DutyReply reply) {
        return reply.duty().length() <= LONGEST_ID
                        && DUTY_ID.matcher(reply.duty()).matches()
                ? reply
                : new DutyReply(DUTY, reply.kind(), reply.by(), reply.at());
    }
}
