package io.github.opelrules.rules.record;

import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.ActionReply;
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

/** The inputs of a record. Free text is redacted: it changes no level and no action. */
final class Nameless {

    /** Who declared a level. */
    static final String BY = "a role not recorded";

    /** Why an action was raised in an earlier step: that speaks of units by their names, and of who declared a level. */
    static final String BECAUSE = "see the record of the step that raised it";

    /** An action that somebody replied to, whose id is none. */
    static final String ACTION = "not recorded";

    /** The ids of actions: rule, unit and time, and numbers where there are several. */
    private static final Pattern ACTION_ID =
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
                state.actions().stream().map(Nameless::action).toList(),
                state.notices(),
                state.given(),
                state.frameworks());
    }

    private static UnitState unit(UnitState unit) {
        @Nullable Declaration declared = unit.declared();
        return new UnitState(
                unit.unit(),
                unit.knownSince(),
                unit.inForce(),
                unit.reached(),
                unit.below(),
                unit.inForceSince(),
                unit.lowerSince(),
                unit.latest(),
                declared == null ? null : declaration(declared),
                unit.differSince(),
                unit.readings());
    }

    private static Action action(Action action) {
        return new Action(
                action.id(),
                action.rule(),
                action.unit(),
                action.holder(),
                action.mandatory(),
                action.text(),
                action.raisedAt(),
                action.within(),
                action.dueAt(),
                action.citation(),
                BECAUSE,
                action.handovers(),
                action.acknowledgedAt(),
                action.overdue(),
                action.ending());
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

    private static ActionReply reply(ActionReply reply) {
        return reply.action().length() <= LONGEST_ID
                        && ACTION_ID.matcher(reply.action()).matches()
                ? reply
                : new ActionReply(ACTION, reply.kind(), reply.by(), reply.at());
    }
}
