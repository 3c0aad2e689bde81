package io.github.opelrules.tier;

import io.github.opelrules.framework.OdsCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who belongs to whom, and since when. The same question about another day can have another answer: organisations merge and
 * move.
 *
 * @param weights what the weights mean
 * @param units all units, in the order of their codes
 */
public record Hierarchy(Weights weights, List<Unit> units) {

    /** What the weights of a hierarchy mean. */
    public enum Weights {
        /** Those of one parent add up to 1 for each provider type, or for the whole of a region or the nation. */
        SHARES,
        /** Any measure of size, such as beds; only their ratios count. */
        RELATIVE,
        /** No weights are known: each unit counts the same, which is assumed. */
        EQUAL
    }

    /**
     * What is wrong with a hierarchy.
     *
     * @param code what kind of fault
     * @param unit which unit, counted from 0 in the order given
     * @param membership which of its memberships, counted from 0; -1 for the unit itself
     * @param message what is wrong, and how to mend it
     */
    public record Flaw(Code code, int unit, int membership, String message) {

        /** The kinds of fault, each with the stable code that findings carry. */
        public enum Code {
            /** Two units have one code. */
            DUPLICATE_UNIT("OPEL-310"),
            /** A unit belongs to one that there is not. */
            UNKNOWN_PARENT("OPEL-311"),
            /** A unit belongs to itself, by way of others. */
            CYCLE("OPEL-312"),
            /** A unit belongs to one that is not of the next tier. */
            WRONG_TIER("OPEL-313"),
            /** A unit belongs to two at one time. */
            TWO_PARENTS("OPEL-314"),
            /** A unit belongs to nothing between two memberships. */
            GAP("OPEL-315"),
            /** A unit belongs to one that belongs to nothing at that time. */
            PARENT_ENDED("OPEL-316"),
            /** The weights of one parent do not add up to 1. */
            WEIGHTS("OPEL-317");

            private final String id;

            Code(String id) {
                this.id = id;
            }

            /** The stable code, such as {@code OPEL-311}. */
            public String id() {
                return id;
            }
        }
    }

    /**
     * A unit as a part of its parent on a day.
     *
     * @param unit the unit
     * @param weight how much it counts there
     */
    public record Member(Unit unit, BigDecimal weight) {}

    /** @throws IllegalArgumentException if there is no unit, or anything {@linkplain #flaws is wrong} */
    public Hierarchy {
        List<Flaw> flaws = flaws(weights, units);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.get(0).message());
        }
        if (units.isEmpty()) {
            throw new IllegalArgumentException("A hierarchy needs at least one unit");
        }
        units = units.stream().sorted(Comparator.comparing(Unit::code)).toList();
    }

    /** The unit with this code, if there is one. */
    public Optional<Unit> unit(OdsCode code) {
        int index = Collections.binarySearch(units.stream().map(Unit::code).toList(), code);
        return index < 0 ? Optional.empty() : Optional.of(units.get(index));
    }

    /** What belonged to each unit at a time, in the order of the codes. */
    public Map<OdsCode, List<Member>> members(Instant at) {
        Map<OdsCode, List<Member>> members = new TreeMap<>();
        for (Unit unit : units) {
            membershipOn(unit, at)
                    .ifPresent(membership -> members.computeIfAbsent(membership.parent(), code -> new ArrayList<>())
                            .add(new Member(unit, membership.weight())));
        }
        return members;
    }

    private static Optional<Membership> membershipOn(Unit unit, Instant at) {
        return unit.memberships().stream()
                .filter(membership -> membership.dates().contains(at))
                .findFirst();
    }

    /** Everything that is wrong with a hierarchy, in the order of the units; empty when nothing is. */
    public static List<Flaw> flaws(Weights weights, List<Unit> units) {
        return new HierarchyCheck(weights, units).flaws();
    }
}
