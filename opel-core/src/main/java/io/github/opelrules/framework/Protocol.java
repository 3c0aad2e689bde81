package io.github.opelrules.framework;

import io.github.opelrules.internal.Words;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must happen when levels move: the escalation rules of a framework.
 *
 * @param rules the rules, in the order of their files and lines
 * @param driver which level they watch
 * @param stepDownAfter how long a lower level has to last before a unit steps down to it; zero for at once. Escalation
 *     is always at once
 * @param restartCountsAfter for how long after midnight a unit does not step down, and nothing counts as over, by that alone that
 *     {@linkplain Parameter#sinceMidnight() what is measured since midnight} has restarted; less than a day, zero for not at all
 * @param assurance how sure the driver and the times are
 * @param mutualAid what makes a neighbour able to help
 */
public record Protocol(
        List<ProtocolRule> rules,
        Driver driver,
        Duration stepDownAfter,
        Duration restartCountsAfter,
        Assurance assurance,
        MutualAidRules mutualAid) {

    /** For how long a restart lowers nothing where a framework does not say. This library's own assumption. */
    public static final Duration RESTART_COUNTS_AFTER = Duration.ofHours(4);

    /** Which level an escalation follows. */
    public enum Driver {
        /** What the rules calculate. */
        CALCULATED,
        /** What people declared; of a unit for which nothing is declared, what the rules calculate. */
        DECLARED;

        /** {@code calculated} or {@code declared}. */
        @Override
        public String toString() {
            return this == CALCULATED ? "calculated" : "declared";
        }
    }

    /**
     * A protocol that says neither how long a restart lowers nothing nor what makes a neighbour able to help: what
     * {@linkplain MutualAidRules#ASSUMED is assumed}.
     */
    public Protocol(List<ProtocolRule> rules, Driver driver, Duration stepDownAfter, Assurance assurance) {
        this(rules, driver, stepDownAfter, RESTART_COUNTS_AFTER, assurance, MutualAidRules.ASSUMED);
    }

    /**
     * @throws IllegalArgumentException if two rules have one id, the time to step down is negative, or the time after midnight is
     *     negative or a day and more
     */
    public Protocol {
        rules = List.copyOf(rules);
        Set<String> ids = new HashSet<>();
        for (ProtocolRule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("Two protocol rules have the id \"" + rule.id() + "\"");
            }
        }
        if (stepDownAfter.isNegative()) {
            throw new IllegalArgumentException("The time to step down cannot be negative, but is " + stepDownAfter);
        }
        if (restartCountsAfter.isNegative() || restartCountsAfter.compareTo(Duration.ofDays(1)) >= 0) {
            throw new IllegalArgumentException(
                    "The time after midnight in which a restart lowers nothing is less than a day, but is "
                            + restartCountsAfter);
        }
    }

    /** The rule with this id, if there is one. */
    public Optional<ProtocolRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** One short line: {@code 12 rules, driven by calculated levels}. */
    @Override
    public String toString() {
        return Words.count(rules.size(), "rule") + ", driven by " + driver + " levels";
    }
}
