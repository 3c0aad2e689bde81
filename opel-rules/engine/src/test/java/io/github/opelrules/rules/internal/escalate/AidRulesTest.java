package io.github.opelrules.rules.internal.escalate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.drools.RuleFaults;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which neighbour could help, over every level, and just before, at and just after every limit; beside the same written by hand. */
class AidRulesTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);
    private static final AidLimits LIMITS = new AidLimits(HOUR, new BigDecimal(95));
    private static final CompiledRules RULES = CompiledRules.of(Neighbour.class);

    private record Situation(OpelLevel level, OpelLevel needy, Duration better, Duration age, BigDecimal occupied) {

        /** By hand: what the rules of mutual aid come to. */
        String expected() {
            int tooBad = needy == null ? 3 : Math.min(3, needy.number());
            if (level == null) {
                return "AT_NO_LEVEL";
            }
            if (level.number() >= tooBad) {
                return "NOT_LOWER";
            }
            if (better.compareTo(HOUR) < 0) {
                return "NOT_SETTLED";
            }
            if (age.compareTo(DAY) > 0) {
                return "NOT_HEARD";
            }
            if (occupied == null) {
                return "BEDS_NOT_SAID";
            }
            return occupied.compareTo(new BigDecimal(95)) < 0 ? "can" : "NO_BEDS";
        }

        /** By the rules: all that they say, of several reasons the first. */
        String by(CompiledRules rules) {
            Neighbour neighbour = new Neighbour(level, needy, age, DAY, occupied);
            List<Object> facts = new ArrayList<>(List.of(LIMITS, neighbour));
            int tooBad = needy == null ? 3 : Math.min(3, needy.number());
            for (OpelLevel below : OpelLevel.values()) {
                if (level != null && level.number() < below.number()) {
                    // It has been below levels that are worse than what matters for longer.
                    Duration time = below.number() < tooBad
                            ? Duration.ZERO
                            : below.number() == tooBad ? better : better.plusDays(1);
                    facts.add(new Lasting(neighbour, below, time));
                }
            }
            List<Object> said = rules.run(session -> facts.forEach(session::insert), 100, Object.class);
            List<String> all = Stream.concat(
                            said.stream().filter(CanHelp.class::isInstance).map(fact -> "can"),
                            said.stream()
                                    .filter(CannotHelp.class::isInstance)
                                    .map(fact -> ((CannotHelp) fact).reason())
                                    .sorted()
                                    .map(Enum::name)
                                    .limit(1))
                    .toList();
            return String.join(" and ", all);
        }
    }

    private static List<Situation> situations() {
        List<OpelLevel> levels = new ArrayList<>(Arrays.asList(OpelLevel.values()));
        levels.add(null);
        List<BigDecimal> shares =
                Arrays.asList(null, new BigDecimal("94.99"), new BigDecimal("95.0"), new BigDecimal("95.01"));
        List<Situation> situations = new ArrayList<>();
        for (OpelLevel level : levels) {
            for (OpelLevel needy : levels) {
                for (Duration better : List.of(HOUR.minusNanos(1), HOUR, HOUR.plusNanos(1))) {
                    for (Duration age : List.of(DAY.minusNanos(1), DAY, DAY.plusNanos(1))) {
                        shares.forEach(share -> situations.add(new Situation(level, needy, better, age, share)));
                    }
                }
            }
        }
        return situations;
    }

    @Test
    void the_rules_say_of_every_neighbour_what_was_worked_out_by_hand() {
        for (Situation situation : situations()) {
            assertThat(situation.by(RULES)).as("%s", situation).isEqualTo(situation.expected());
        }
    }

    @Test
    void each_fault_in_each_rule_is_noticed() throws IOException {
        List<Situation> situations = situations();
        List<String> unnoticed = new ArrayList<>();
        List<RuleFaults.Fault> faults = RuleFaults.in(Neighbour.class, "aid.drl");
        for (RuleFaults.Fault fault : faults) {
            if (situations.stream().noneMatch(situation -> isNoticed(fault, situation))) {
                unnoticed.add(fault.what());
            }
        }

        assertThat(faults).hasSizeGreaterThan(30);
        assertThat(unnoticed).isEmpty();
    }

    private static boolean isNoticed(RuleFaults.Fault fault, Situation situation) {
        try {
            return !situation.by(fault.rules()).equals(situation.expected());
        } catch (RuntimeException e) {
            return true;
        }
    }
}
