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
 * @param assurance how sure the driver and the time to step down are
 * @param mutualAid what makes a neighbour able to help
 */
public record Protocol(
        List<ProtocolRule> rules,
        Driver driver,
        Duration stepDownAfter,
        Assurance assurance,
        MutualAidRules mutualAid) {

    /** A protocol that does not say what makes a neighbour able to help: what {@linkplain MutualAidRules#ASSUMED is assumed}. */
    public Protocol(List<ProtocolRule> rules, Driver driver, Duration stepDownAfter, Assurance assurance) {
        this(rules, driver, stepDownAfter, assurance, MutualAidRules.ASSUMED);
    }

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

    /** @throws IllegalArgumentException if two rules have one id or the time to step down is negative */
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
