package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.MutualAidRules;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the escalation protocols of two frameworks.
 *
 * @param presence in which of the two frameworks there is one at all; all that follows but the reasons is empty unless in both
 * @param changes what drives it, when units step down, and the order of the rules that both have, where that differs: what they
 *     call for at one moment happens in their order
 * @param rules the rules that differ in any way: those of before in their order, then those that are new
 * @param reasons every way in which a step can change, as parts of a sentence
 */
public record ProtocolDiff(Presence presence, List<Change> changes, List<RuleDiff> rules, List<String> reasons) {

    public ProtocolDiff {
        changes = List.copyOf(changes);
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
    }

    /**
     * What differs about one rule.
     *
     * @param rule the rule as it is after, or, where it is gone, as it was before
     * @param presence in which of the two protocols it stands; rules with one id are one rule
     * @param changes its title, conditions, consequences, source and grade, where they differ; empty unless it stands in both
     */
    public record RuleDiff(ProtocolRule rule, Presence presence, List<Change> changes) {

        public RuleDiff {
            changes = List.copyOf(changes);
        }

        /** Whether a step can go otherwise because of it. */
        public boolean resultsCanChange() {
            return presence != Presence.BOTH
                    || changes.stream()
                            .anyMatch(change -> change.what().equals(Facts.WHEN)
                                    || change.what().equals(Facts.THEN));
        }

        private String reason() {
            return "the rule " + rule.id()
                    + switch (presence) {
                        case ADDED -> " is new";
                        case DROPPED -> " is gone";
                        case BOTH -> " says something else";
                    };
        }
    }

    /** Compares the protocols of two frameworks; empty where nothing differs. */
    static Optional<ProtocolDiff> between(Framework before, Framework after) {
        Protocol was = before.protocol();
        Protocol is = after.protocol();
        if (was == null || is == null) {
            return inOne(was, is);
        }
        List<Change> changes = new ArrayList<>(Facts.changes(Facts.of(was), Facts.of(is)));
        List<String> order = idsOf(was, is);
        List<String> newOrder = idsOf(is, was);
        if (!order.equals(newOrder)) {
            changes.add(new Change("order of the rules", String.join(", ", order), String.join(", ", newOrder)));
        }
        List<RuleDiff> rules = rules(was, is);
        List<String> reasons = new ArrayList<>();
        if (was.driver() != is.driver()) {
            reasons.add("the " + is.driver() + " level drives the escalation");
        }
        if (!was.stepDownAfter().equals(is.stepDownAfter())) {
            reasons.add("units step down after another time");
        }
        if (!limits(was).equals(limits(is))) {
            reasons.add("other neighbours can help");
        }
        if (!was.restartCountsAfter().equals(is.restartCountsAfter())) {
            reasons.add("readings that restart at midnight lower levels after another time");
        }
        if (!order.equals(newOrder)) {
            reasons.add("the rules stand in another order");
        }
        rules.stream().filter(RuleDiff::resultsCanChange).map(RuleDiff::reason).forEach(reasons::add);
        return changes.isEmpty() && rules.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProtocolDiff(Presence.BOTH, changes, rules, reasons));
    }

    private static List<Object> limits(Protocol protocol) {
        MutualAidRules aid = protocol.mutualAid();
        return List.of(aid.settled().value(), aid.full().value().stripTrailingZeros());
    }

    /** The ids of the rules of one that stand in the other too, in its order. */
    private static List<String> idsOf(Protocol one, Protocol other) {
        return one.rules().stream()
                .map(ProtocolRule::id)
                .filter(id -> other.rule(id).isPresent())
                .toList();
    }

    private static List<RuleDiff> rules(Protocol was, Protocol is) {
        Map<String, ProtocolRule> left = new LinkedHashMap<>();
        is.rules().forEach(rule -> left.put(rule.id(), rule));
        List<RuleDiff> rules = new ArrayList<>();
        for (ProtocolRule before : was.rules()) {
            ProtocolRule after = left.remove(before.id());
            if (after == null) {
                rules.add(new RuleDiff(before, Presence.DROPPED, List.of()));
            } else {
                List<Change> changes = Facts.changes(Facts.of(before), Facts.of(after));
                if (!changes.isEmpty()) {
                    rules.add(new RuleDiff(after, Presence.BOTH, changes));
                }
            }
        }
        left.values().forEach(rule -> rules.add(new RuleDiff(rule, Presence.ADDED, List.of())));
        return rules;
    }

    private static Optional<ProtocolDiff> inOne(@Nullable Protocol was, @Nullable Protocol is) {
        if (was == null && is == null) {
            return Optional.empty();
        }
        Presence presence = is == null ? Presence.DROPPED : Presence.ADDED;
        return Optional.of(new ProtocolDiff(
                presence,
                List.of(),
                List.of(),
                List.of("there is " + (is == null ? "no escalation protocol" : "an escalation protocol"))));
    }

    /** Whether any step can go otherwise. */
    public boolean resultsCanChange() {
        return !reasons.isEmpty();
    }
}
