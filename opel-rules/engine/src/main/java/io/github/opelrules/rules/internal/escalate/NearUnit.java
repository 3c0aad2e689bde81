package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.UnitState.ReadingState;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.rules.internal.protocol.SpokenTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A neighbour of a unit that needs help: what the rules see of it, and the words for what they say. */
final class NearUnit {

    private final UnitNow unit;
    private final UnitNow other;
    private final Duration travel;
    private final List<Role> agreement;
    private final Instant now;
    private final Neighbour fact;

    NearUnit(UnitNow unit, UnitNow other, Duration travel, List<Role> agreement, Instant now) {
        this.unit = unit;
        this.other = other;
        this.travel = travel;
        this.agreement = agreement;
        this.now = now;
        this.fact = values();
    }

    /** What the rules see of it. */
    Neighbour fact() {
        return fact;
    }

    private Neighbour values() {
        Stretch occupancy = occupancy();
        return new Neighbour(
                other.inForce(),
                unit.inForce(),
                Duration.between(other.silentSince(), now),
                other.maxAge(),
                occupancy == null ? null : occupancy.high());
    }

    /** Below which levels it has been, and for how long. */
    List<Lasting> lasting() {
        List<Lasting> lasting = new ArrayList<>();
        for (OpelLevel level : OpelLevel.values()) {
            Instant since = other.belowSince(level);
            if (since != null) {
                lasting.add(new Lasting(fact, level, Duration.between(since, now)));
            }
        }
        return lasting;
    }

    /** The proposal that it helps. */
    AidProposal proposal(String rule) {
        OpelLevel level = other.inForce();
        Instant since = other.inForceSince();
        Stretch occupancy = occupancy();
        if (level == null || since == null || occupancy == null) {
            throw new IllegalStateException(
                    "The rule \"" + rule + "\" proposes " + other + ", of which too little is known");
        }
        return new AidProposal(
                other.code(),
                travel,
                level,
                since,
                occupancy,
                agreement,
                other + ", " + SpokenTime.words(travel) + " away, at " + level + " since " + since + ", with "
                        + percent(occupancy) + " of its general and acute beds occupied as it reported at "
                        + other.silentSince()
                        + (agreement.isEmpty() ? "" : ", if " + agreement.get(0) + " agrees"));
    }

    /** Why it was not proposed, in words. */
    String whyNot(CannotHelp refused) {
        return other
                + switch (refused.reason()) {
                    case AT_NO_LEVEL -> " is at no level yet";
                    case NOT_LOWER -> " is at " + other.inForce();
                    case NOT_SETTLED -> {
                        OpelLevel below = Objects.requireNonNull(refused.below());
                        yield " has been below " + below + " only since " + other.belowSince(below);
                    }
                    case NOT_HEARD -> " has sent nothing since " + other.silentSince();
                    case BEDS_NOT_SAID -> " does not say how many of its beds are occupied";
                    case NO_BEDS -> " has " + percent(Objects.requireNonNull(occupancy())) + " of its beds occupied";
                };
    }

    private @Nullable Stretch occupancy() {
        return other.reading(Neighbour.OCCUPANCY).map(ReadingState::value).orElse(null);
    }

    private static String percent(Stretch value) {
        String low = value.low().toPlainString();
        String high = value.high().toPlainString();
        return low.equals(high) ? low + "%" : low + "% to " + high + "%";
    }
}
