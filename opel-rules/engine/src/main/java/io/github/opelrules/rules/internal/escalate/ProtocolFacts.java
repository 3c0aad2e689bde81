package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.escalate.UnitState.ReadingState;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.report.Reading;
import io.github.opelrules.rules.internal.protocol.RuleMeaning;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A protocol with what it speaks of, gathered once: the times that have to be watched and the comparisons that have to be made.
 *
 * @param protocol the protocol; one without rules where the framework has none
 * @param meanings what its rules mean, by their ids, in their order
 * @param times the times that its conditions speak of
 * @param comparisons what it compares readings with, such as {@code above 45}, and whether that holds of all that one may be
 * @param asksWhoStaffs whether a rule asks whether an SCC is staffed
 */
record ProtocolFacts(
        Protocol protocol,
        Map<String, RuleMeaning> meanings,
        Set<Duration> times,
        Map<ParameterId, Map<String, Predicate<Stretch>>> comparisons,
        boolean asksWhoStaffs) {

    private static final String ABOVE = "above ";
    private static final String BELOW = "below ";

    private static final Protocol NONE =
            new Protocol(List.of(), Protocol.Driver.CALCULATED, Duration.ZERO, Assurance.ASSUMED);

    static ProtocolFacts of(Framework framework) {
        Protocol protocol = Objects.requireNonNullElse(framework.protocol(), NONE);
        Map<String, RuleMeaning> meanings = new LinkedHashMap<>();
        Set<Duration> times = new LinkedHashSet<>();
        Map<ParameterId, Map<String, Predicate<Stretch>>> comparisons = new TreeMap<>();
        for (RuleMeaning meaning : RuleMeaning.of(protocol.rules())) {
            meanings.put(meaning.rule().id(), meaning);
            for (RuleMeaning.Spoken condition : meaning.conditions()) {
                condition.time().ifPresent(times::add);
                condition.parameter().ifPresent(parameter -> comparisons.putIfAbsent(parameter, new TreeMap<>()));
                condition
                        .compared()
                        .ifPresent(compared -> comparisons
                                .computeIfAbsent(compared.parameter(), id -> new TreeMap<>())
                                .put(
                                        compared.above() ? above(compared.number()) : below(compared.number()),
                                        compared::holds));
            }
        }
        return new ProtocolFacts(
                protocol,
                meanings,
                times,
                comparisons,
                meanings.values().stream().anyMatch(RuleMeaning::asksWhoStaffs));
    }

    /** How a state calls that a reading is above a number. */
    static String above(BigDecimal number) {
        return ABOVE + number.toPlainString();
    }

    /** How a state calls that a reading is below a number. */
    static String below(BigDecimal number) {
        return BELOW + number.toPlainString();
    }

    /** What a rule of the protocol means; empty where it has none of that id. */
    Optional<RuleMeaning> meaning(String rule) {
        return Optional.ofNullable(meanings.get(rule));
    }

    boolean asksAbout(ParameterId parameter) {
        return parameter.equals(Neighbour.OCCUPANCY) || comparisons.containsKey(parameter);
    }

    /** What is known of a reading, given what was known before. */
    ReadingState reading(Contribution contribution, @Nullable ReadingState before, Instant observed) {
        boolean usable = contribution.reading() instanceof Reading.Measured
                && contribution.code() != ReasonCode.STALE
                && contribution.code() != ReasonCode.IMPLAUSIBLE;
        if (!usable) {
            Instant since = before == null || before.unknownSince() == null ? observed : before.unknownSince();
            return new ReadingState(null, since, contribution.code() == ReasonCode.STALE, Map.of());
        }
        Stretch value = ((Reading.Measured) contribution.reading()).stretch();
        Map<String, Instant> since = new TreeMap<>();
        comparisons.getOrDefault(contribution.parameter().id(), Map.of()).forEach((comparison, holds) -> {
            if (holds.test(value)) {
                Instant known = before == null ? null : before.since().get(comparison);
                since.put(comparison, known == null ? observed : known);
            }
        });
        return new ReadingState(value, null, false, since);
    }
}
