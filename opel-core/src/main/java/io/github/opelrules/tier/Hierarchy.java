package io.github.opelrules.tier;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who belongs to whom, and since when. The same question about another day can have another answer: organisations merge and
 * move.
 *
 * @param weights what the weights mean
 * @param units all units, in the order of their codes
 * @param links how far it is between neighbours that can help each other, in the order of their codes
 */
public record Hierarchy(Weights weights, List<Unit> units, List<Link> links) {

    /**
     * A way between two neighbours, which leads in both directions.
     *
     * @param one a unit
     * @param other another of the same tier
     * @param travel how long the way takes, above zero
     */
    public record Link(OdsCode one, OdsCode other, Duration travel) {

        /** @throws IllegalArgumentException if both are one, or the way takes no time */
        public Link {
            Objects.requireNonNull(one, "one");
            Objects.requireNonNull(other, "other");
            Objects.requireNonNull(travel, "travel");
            if (one.equals(other) || travel.isNegative() || travel.isZero()) {
                throw new IllegalArgumentException(
                        "A link leads from a unit to another one and takes some time, but this one" + " leads from "
                                + one + " to " + other + " in " + travel);
            }
            if (one.compareTo(other) > 0) {
                OdsCode first = other;
                other = one;
                one = first;
            }
        }

        /** The other end; empty where the unit is neither. */
        public Optional<OdsCode> from(OdsCode unit) {
            return unit.equals(one) ? Optional.of(other) : unit.equals(other) ? Optional.of(one) : Optional.empty();
        }
    }

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
            /** The parent code is not in the hierarchy. */
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
            WEIGHTS("OPEL-317"),
            /** A link does not lead from one unit to another of the same tier, or leads there twice. */
            LINK("OPEL-318");

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
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(units, "units");
        Objects.requireNonNull(links, "links");
        List<Flaw> flaws = flaws(weights, units);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.get(0).message());
        }
        if (units.isEmpty()) {
            throw new IllegalArgumentException("A hierarchy needs at least one unit");
        }
        units = units.stream().sorted(Comparator.comparing(Unit::code)).toList();
        links = links.stream()
                .sorted(Comparator.comparing(Link::one).thenComparing(Link::other))
                .toList();
        for (int i = 0; i < links.size(); i++) {
            Optional<String> flaw = linkFlaw(units, links.subList(0, i), links.get(i));
            if (flaw.isPresent()) {
                throw new IllegalArgumentException(flaw.get());
            }
        }
    }

    /**
     * What is wrong with a link, and how to mend it; empty where nothing is.
     *
     * @param units the units of the hierarchy
     * @param before the links that come before it
     */
    public static Optional<String> linkFlaw(List<Unit> units, List<Link> before, Link link) {
        Optional<Tier> one = tier(units, link.one());
        Optional<Tier> other = tier(units, link.other());
        if (one.isEmpty() || !one.equals(other)) {
            return Optional.of(
                    "A link leads from " + link.one() + " to " + link.other()
                            + ", and these are not two units of one tier in this hierarchy. Correct the codes, or add the unit.");
        }
        boolean again = before.stream()
                .anyMatch(earlier ->
                        earlier.one().equals(link.one()) && earlier.other().equals(link.other()));
        return again
                ? Optional.of("Two links lead from " + link.one() + " to " + link.other()
                        + ", and a link leads in both directions. Keep one.")
                : Optional.empty();
    }

    private static Optional<Tier> tier(List<Unit> units, OdsCode code) {
        return units.stream()
                .filter(unit -> unit.code().equals(code))
                .map(Unit::tier)
                .findFirst();
    }

    /** A hierarchy that says nothing of the ways between neighbours. */
    public Hierarchy(Weights weights, List<Unit> units) {
        this(weights, units, List.of());
    }

    /** The links of a unit, the nearest neighbour first. */
    public List<Link> linksOf(OdsCode unit) {
        return links.stream()
                .filter(link -> link.from(unit).isPresent())
                .sorted(Comparator.comparing(Link::travel)
                        .thenComparing(link -> link.from(unit).orElseThrow()))
                .toList();
    }

    /** What a unit belonged to at a time; empty where it belonged to nothing. */
    public Optional<OdsCode> parent(OdsCode unit, Instant at) {
        return unit(unit).flatMap(known -> membershipOn(known, at)).map(Membership::parent);
    }

    /** The days, in order, on which something begins or ceases to belong to something. */
    public NavigableSet<LocalDate> daysOfChange() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        units.forEach(unit -> unit.memberships()
                .forEach(membership -> membership.dates().daysOfChange().forEach(days::add)));
        return days;
    }

    /** The unit with this code, if there is one. */
    public Optional<Unit> unit(OdsCode code) {
        int low = 0;
        int high = units.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = units.get(middle).code().compareTo(code);
            if (order == 0) {
                return Optional.of(units.get(middle));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle;
        }
        return Optional.empty();
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

    /** One short line: {@code 12 units}. */
    @Override
    public String toString() {
        return Words.count(units.size(), "unit");
    }
}
