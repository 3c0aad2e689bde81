package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.UnitState.ReadingState;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.rules.internal.protocol.SpokenTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fact that a unit has a neighbour, which may be able to help it. */
public final class Neighbour {

    private static final Duration LONG_ENOUGH = Duration.ofHours(1);
    private static final BigDecimal FULL = new BigDecimal(95);

    private final UnitNow unit;
    private final UnitNow other;
    private final Duration travel;
    private final List<Role> agreement;
    private final Instant now;
    private @Nullable AidProposal proposal;

    Neighbour(UnitNow unit, UnitNow other, Duration travel, List<Role> agreement, Instant now) {
        this.unit = unit;
        this.other = other;
        this.travel = travel;
        this.agreement = agreement;
        this.now = now;
    }

    /** Whether the neighbour is held at a lower level than the unit, and at OPEL 2 at most. */
    public boolean isLower() {
        OpelLevel level = other.held();
        return level != null
                && !level.isWorseThan(OpelLevel.OPEL_2)
                && (unit.held() == null || unit.held().isWorseThan(level));
    }

    /** Whether it has been for an hour. */
    public boolean isSettled() {
        Instant since = other.belowSince(tooBad());
        return since != null && !now.isBefore(since.plus(LONG_ENOUGH));
    }

    /** The best of the levels at which it could not help. */
    private OpelLevel tooBad() {
        OpelLevel level = unit.held();
        return level == null || level.isWorseThan(OpelLevel.OPEL_3) ? OpelLevel.OPEL_3 : level;
    }

    /** Whether it has sent a report that is not too old to count. */
    public boolean isHeard() {
        return !other.isOutOfDate();
    }

    /** Whether fewer than 95 of 100 of its general and acute beds are certainly occupied, by its own reading. */
    public boolean isRoomy() {
        Stretch occupancy = occupancy();
        return occupancy != null && occupancy.high().compareTo(FULL) < 0;
    }

    /** Proposes it. */
    public void propose(String rule) {
        OpelLevel level = other.held();
        Instant since = other.heldSince();
        Stretch occupancy = occupancy();
        if (level == null || since == null || occupancy == null) {
            throw new IllegalStateException(
                    "The rule \"" + rule + "\" proposes " + other + ", of which too little is known");
        }
        proposal = new AidProposal(
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

    Optional<AidProposal> proposal() {
        return Optional.ofNullable(proposal);
    }

    /** Why it was not proposed. */
    String whyNot() {
        if (!isLower()) {
            return other + (other.held() == null ? " is not held at any level yet" : " is at " + other.held());
        }
        if (!isSettled()) {
            return other + " has been below " + tooBad() + " only since " + other.belowSince(tooBad());
        }
        if (!isHeard()) {
            return other + " has sent nothing since " + other.silentSince();
        }
        Stretch occupancy = occupancy();
        return other
                + (occupancy == null
                        ? " does not say how many of its beds are occupied"
                        : " has " + percent(occupancy) + " of its beds occupied");
    }

    private @Nullable Stretch occupancy() {
        return other.reading(ProtocolFacts.OCCUPANCY).map(ReadingState::value).orElse(null);
    }

    private static String percent(Stretch value) {
        String low = value.low().toPlainString();
        String high = value.high().toPlainString();
        return low.equals(high) ? low + "%" : low + "% to " + high + "%";
    }
}
