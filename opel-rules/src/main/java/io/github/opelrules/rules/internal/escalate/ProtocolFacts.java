package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.escalate.UnitState.ReadingState;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.report.Reading;
import io.github.opelrules.rules.internal.protocol.SpokenTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A protocol with what it speaks of, gathered once: the times that have to be watched and the comparisons that have to be made.
 *
 * @param protocol the protocol; one without rules where the framework has none
 * @param times the times that its conditions speak of
 * @param comparisons what it compares readings with, such as {@code above 45}
 */
record ProtocolFacts(Protocol protocol, Set<Duration> times, Map<ParameterId, Set<String>> comparisons) {

    /** What mutual aid asks about. */
    static final ParameterId OCCUPANCY = ParameterId.of("ga-bed-occupancy");

    private static final Protocol NONE =
            new Protocol(List.of(), Protocol.Driver.CALCULATED, Duration.ZERO, Assurance.ASSUMED);

    static ProtocolFacts of(Framework framework) {
        Protocol protocol = Objects.requireNonNullElse(framework.protocol(), NONE);
        Set<Duration> times = new LinkedHashSet<>();
        Map<ParameterId, Set<String>> comparisons = new TreeMap<>();
        for (ProtocolRule rule : protocol.rules()) {
            for (Sentence condition : rule.conditions()) {
                Map<String, String> slots = condition.slots();
                String time = slots.get("time");
                String parameter = slots.get("parameter");
                String number = slots.get("number");
                if (time != null) {
                    times.add(SpokenTime.parse(time));
                }
                if (parameter != null) {
                    Set<String> asked =
                            comparisons.computeIfAbsent(ParameterId.of(parameter), id -> new LinkedHashSet<>());
                    if (number != null) {
                        asked.add((condition.pattern().contains(" above ") ? "above " : "below ") + number);
                    }
                }
            }
        }
        return new ProtocolFacts(protocol, times, comparisons);
    }

    /** Whether a rule holds as long as something is so; otherwise it holds at the moment at which a level moves. */
    static boolean isAboutState(ProtocolRule rule) {
        String first = rule.conditions().get(0).pattern();
        return !(first.contains(" enters ") || first.contains(" leaves ") || first.contains(" falls below "));
    }

    /** Whether the reading that a rule speaks of, if it speaks of one, is known. */
    static boolean isKnown(ProtocolRule rule, UnitNow unit) {
        String parameter = rule.conditions().get(0).slots().get("parameter");
        return parameter == null
                || (!unit.isOutOfDate()
                        && unit.reading(ParameterId.of(parameter))
                                .filter(reading -> reading.value() != null)
                                .isPresent());
    }

    /** Whether a rule is about a unit's being at a level, or its entering one, at which it is not. */
    static boolean isAboutAnotherLevel(ProtocolRule rule, UnitNow unit) {
        Sentence first = rule.conditions().get(0);
        String level = first.slots().get("level");
        boolean itsOwn = first.pattern().startsWith("{unit} ")
                && (first.pattern().contains(" enters ") || first.pattern().contains(" at OPEL "))
                && !first.slots().containsKey("whole");
        if (level == null || !itsOwn) {
            return false;
        }
        int number = Integer.parseInt(level);
        return first.pattern().contains(" or above") ? !unit.isAtOrAbove(number) : !unit.isAt(number);
    }

    boolean asksAbout(ParameterId parameter) {
        return parameter.equals(OCCUPANCY) || comparisons.containsKey(parameter);
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
        for (String comparison :
                comparisons.getOrDefault(contribution.parameter().id(), Set.of())) {
            if (holds(comparison, value)) {
                Instant known = before == null ? null : before.since().get(comparison);
                since.put(comparison, known == null ? observed : known);
            }
        }
        return new ReadingState(value, null, false, since);
    }

    /** Whether every value that the reading may have is above or below the number. */
    private static boolean holds(String comparison, Stretch value) {
        BigDecimal number = new BigDecimal(comparison.substring(comparison.indexOf(' ') + 1));
        return comparison.startsWith("above")
                ? value.low().compareTo(number) > 0
                : value.high().compareTo(number) < 0;
    }
}
