package io.github.opelrules.tier;

import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for what is wrong with a hierarchy. */
final class HierarchyCheck {

    private final Hierarchy.Weights weights;
    private final List<Unit> units;
    private final Map<OdsCode, Unit> byCode = new HashMap<>();
    private final List<Hierarchy.Flaw> flaws = new ArrayList<>();

    HierarchyCheck(Hierarchy.Weights weights, List<Unit> units) {
        this.weights = weights;
        this.units = units;
    }

    List<Hierarchy.Flaw> flaws() {
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            Unit before = byCode.putIfAbsent(unit.code(), unit);
            if (before != null) {
                add(
                        Hierarchy.Flaw.Code.DUPLICATE_UNIT,
                        i,
                        -1,
                        "Two units have the code " + unit.code() + ". Keep one, with all its memberships.");
            }
        }
        for (int i = 0; i < units.size(); i++) {
            checkParents(i);
            checkDates(i);
        }
        if (weights == Hierarchy.Weights.SHARES && flaws.isEmpty()) {
            checkShares();
        }
        flaws.sort(Comparator.comparingInt(Hierarchy.Flaw::unit).thenComparingInt(Hierarchy.Flaw::membership));
        return flaws;
    }

    private void checkParents(int index) {
        Unit unit = units.get(index);
        for (int i = 0; i < unit.memberships().size(); i++) {
            Membership membership = unit.memberships().get(i);
            Unit parent = byCode.get(membership.parent());
            if (parent == null) {
                List<String> known =
                        units.stream().map(other -> other.code().value()).toList();
                add(
                        Hierarchy.Flaw.Code.UNKNOWN_PARENT,
                        index,
                        i,
                        unit + " belongs to " + membership.parent() + ", which is no unit of this hierarchy."
                                + Words.didYouMean(membership.parent().value(), known)
                                + " Add the unit, or correct the code.");
            } else if (isAncestor(unit, parent, units.size())) {
                add(
                        Hierarchy.Flaw.Code.CYCLE,
                        index,
                        i,
                        unit + " belongs to " + parent + ", which belongs to it in turn. Correct one of the two.");
            } else if (unit.tier().above().filter(parent.tier()::equals).isEmpty()) {
                add(
                        Hierarchy.Flaw.Code.WRONG_TIER,
                        index,
                        i,
                        unit + " is " + unit.tier().withArticle() + " and belongs to " + parent + ", which is "
                                + parent.tier().withArticle() + ". "
                                + unit.tier()
                                        .above()
                                        .map(tier -> "Expected " + tier.withArticle() + ".")
                                        .orElse("The nation belongs to nothing."));
            } else {
                checkParentDates(index, i, parent);
            }
        }
    }

    /** Whether a unit is among those that another belongs to, at whatever time. */
    private boolean isAncestor(Unit wanted, Unit unit, int steps) {
        if (wanted.code().equals(unit.code())) {
            return true;
        }
        for (Membership membership : unit.memberships()) {
            Unit parent = byCode.get(membership.parent());
            if (parent != null && steps > 0 && isAncestor(wanted, parent, steps - 1)) {
                return true;
            }
        }
        return false;
    }

    /** A parent that itself belongs to something has to do so while it has members; else they would hang in the air. */
    private void checkParentDates(int index, int which, Unit parent) {
        if (parent.memberships().isEmpty()) {
            return;
        }
        Membership membership = units.get(index).memberships().get(which);
        LocalDate first = null;
        LocalDate last = null;
        boolean ends = true;
        for (Membership own : parent.memberships()) {
            LocalDate start = own.dates().startInclusive();
            LocalDate end = own.dates().endExclusive();
            first = first == null || start.isBefore(first) ? start : first;
            last = end != null && (last == null || end.isAfter(last)) ? end : last;
            ends &= end != null;
        }
        LocalDate end = membership.dates().endExclusive();
        boolean tooEarly = first != null && membership.dates().startInclusive().isBefore(first);
        boolean tooLate = ends && last != null && (end == null || end.isAfter(last));
        if (tooEarly || tooLate) {
            add(
                    Hierarchy.Flaw.Code.PARENT_ENDED,
                    index,
                    which,
                    units.get(index) + " belongs to " + parent + " " + membership.dates() + ", but " + parent.code()
                            + (tooEarly ? " begins on " + first : " ends on " + last)
                            + ". Let the one not outlast the other.");
        }
    }

    private void checkDates(int index) {
        Unit unit = units.get(index);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < unit.memberships().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> unit.memberships().get(i).dates().startInclusive()));
        Membership before = null;
        for (int i : order) {
            Membership membership = unit.memberships().get(i);
            if (before != null) {
                LocalDate end = before.dates().endExclusive();
                LocalDate start = membership.dates().startInclusive();
                if (end == null || end.isAfter(start)) {
                    add(
                            Hierarchy.Flaw.Code.TWO_PARENTS,
                            index,
                            i,
                            unit + " belongs to both " + before.parent() + " and " + membership.parent() + " on "
                                    + start
                                    + ". Let the first be over by then: \"until\" is the day after its last one,"
                                    + " and the end in a table is its last one.");
                } else if (end.isBefore(start)) {
                    add(
                            Hierarchy.Flaw.Code.GAP,
                            index,
                            i,
                            unit + " belongs to nothing from " + end + " until " + start
                                    + ". Close the gap, or use another code for what came after it.");
                }
            }
            before = membership;
        }
    }

    /** One group of units whose weights add up to 1 on each day. */
    private record Group(OdsCode parent, @Nullable ProviderType type) {}

    private void checkShares() {
        Map<Group, List<int[]>> groups = new LinkedHashMap<>();
        for (int i = 0; i < units.size(); i++) {
            for (int j = 0; j < units.get(i).memberships().size(); j++) {
                Group group = new Group(
                        units.get(i).memberships().get(j).parent(), units.get(i).providerType());
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(new int[] {i, j});
            }
        }
        groups.forEach(this::checkShares);
    }

    private void checkShares(Group group, List<int[]> members) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (int[] member : members) {
            DateRange dates = membership(member).dates();
            days.add(dates.startInclusive());
            if (dates.endExclusive() != null) {
                days.add(dates.endExclusive());
            }
        }
        for (LocalDate day : days) {
            BigDecimal sum = BigDecimal.ZERO;
            int[] last = null;
            for (int[] member : members) {
                DateRange dates = membership(member).dates();
                if (!day.isBefore(dates.startInclusive())
                        && (dates.endExclusive() == null || day.isBefore(dates.endExclusive()))) {
                    sum = sum.add(membership(member).weight());
                    last = member;
                }
            }
            if (last != null && sum.compareTo(BigDecimal.ONE) != 0) {
                add(
                        Hierarchy.Flaw.Code.WEIGHTS,
                        last[0],
                        last[1],
                        "From " + day + " the weights of the "
                                + (group.type() == null ? "" : group.type() + " ")
                                + "members of " + group.parent() + " add up to " + sum.toPlainString()
                                + ". Correct them so that they add up to 1, or write \"weights: relative\" where only"
                                + " their ratios count.");
                return;
            }
        }
    }

    private Membership membership(int[] member) {
        return units.get(member[0]).memberships().get(member[1]);
    }

    private void add(Hierarchy.Flaw.Code code, int unit, int membership, String message) {
        flaws.add(new Hierarchy.Flaw(code, unit, membership, message));
    }
}
