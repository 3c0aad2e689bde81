package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The units of the system at the time of a step, with what is known of them and what governs them. */
final class Units {

    private final Hierarchy hierarchy;
    private final StaffedHours hours;
    private final Map<OdsCode, UnitNow> byCode = new LinkedHashMap<>();
    private final Map<String, Governing> frameworks = new TreeMap<>();
    private final Map<OdsCode, NextChange> changesOfHours = new HashMap<>();
    private final Map<OdsCode, Optional<Team>> teams = new HashMap<>();
    private @Nullable Instant teamsAt;
    private final Waiting waiting = new Waiting();

    /** @param heardOf from when units count as known that are new */
    Units(
            EscalationState state,
            EscalationInputs inputs,
            Instant now,
            Instant heardOf,
            BiFunction<OdsCode, Instant, Framework> select,
            Protocols protocols) {
        this.hierarchy = inputs.hierarchy();
        this.hours = inputs.hours();
        Map<OdsCode, OdsCode> parents = new HashMap<>();
        for (Unit unit : hierarchy.units()) {
            OdsCode code = unit.code();
            hierarchy.parent(code, now).ifPresent(parent -> parents.put(code, parent));
            if (!unit.memberships().isEmpty() && !parents.containsKey(code)) {
                continue;
            }
            Framework framework = select.apply(code, now);
            Governing rules = protocols.of(framework);
            frameworks.put(framework.digest(), rules);
            UnitState known = state.unit(code).orElseGet(() -> UnitState.unknown(code, heardOf));
            byCode.put(code, new UnitNow(unit, known, rules, waiting));
        }
        byCode.values().forEach(unit -> unit.place(ancestors(unit, parents), neighbours(unit.code())));
    }

    /** The units that it belongs to, from the nearest. */
    private List<Unit> ancestors(UnitNow unit, Map<OdsCode, OdsCode> parents) {
        List<Unit> above = new ArrayList<>();
        for (OdsCode parent = parents.get(unit.code()); parent != null; parent = parents.get(parent)) {
            hierarchy.unit(parent).ifPresent(above::add);
        }
        return above;
    }

    private List<OdsCode> neighbours(OdsCode code) {
        return hierarchy.linksOf(code).stream()
                .map(link -> link.from(code).orElseThrow())
                .toList();
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    /** All of them, in the order of their codes. */
    Collection<UnitNow> all() {
        return byCode.values();
    }

    Optional<UnitNow> find(OdsCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The frameworks that govern them. */
    Collection<Governing> frameworks() {
        return frameworks.values();
    }

    /** The framework that each of them is under. */
    Map<OdsCode, Framework> frameworksByUnit() {
        Map<OdsCode, Framework> byUnit = new TreeMap<>();
        byCode.forEach((code, unit) -> byUnit.put(code, unit.governing().framework()));
        return byUnit;
    }

    /** The team that staffs the SCC of an ICS; empty where none does. */
    Optional<Team> teamOn(OdsCode ics, Instant at) {
        // Every unit and every action of an ICS asks at each moment.
        if (!at.equals(teamsAt)) {
            teams.clear();
            teamsAt = at;
        }
        return teams.computeIfAbsent(ics, code -> hours.teamOn(code, at));
    }

    /** Whether the SCC of its ICS is staffed; what belongs to no ICS always is. */
    boolean isStaffed(UnitNow unit, Instant at) {
        return unit.of(Tier.ICS).map(ics -> teamOn(ics, at).isPresent()).orElse(true);
    }

    /** The next instant after one, up to another, at which another team staffs an SCC, or none does any more. */
    Optional<Instant> nextChangeOfHours(Instant after, Instant upTo) {
        return all().stream()
                .filter(unit -> unit.unit().tier() == Tier.ICS)
                .flatMap(ics -> nextChangeOfHours(ics.code(), after, upTo).stream())
                .min(Instant::compareTo);
    }

    private Optional<Instant> nextChangeOfHours(OdsCode ics, Instant after, Instant upTo) {
        NextChange known = changesOfHours.get(ics);
        if (known == null || !known.covers(after, upTo)) {
            known = new NextChange(
                    after, upTo, hours.nextChange(ics, after, upTo).orElse(null));
            changesOfHours.put(ics, known);
        }
        return Optional.ofNullable(known.change()).filter(change -> !change.isAfter(upTo));
    }

    /**
     * The first change of an SCC's hours after a time, up to another, kept so that it is not looked for anew at every moment before it.
     *
     * @param change when it comes; null where it does not
     */
    private record NextChange(
            Instant after, Instant upTo, @Nullable Instant change) {

        boolean covers(Instant from, Instant to) {
            return !from.isBefore(after) && (change == null ? !to.isAfter(upTo) : from.isBefore(change));
        }
    }

    /** What the rules wait for, as they were last asked. */
    Waiting waiting() {
        return waiting;
    }

    Map<OdsCode, UnitState> states() {
        return all().stream().collect(Collectors.toMap(UnitNow::code, UnitNow::state));
    }
}
