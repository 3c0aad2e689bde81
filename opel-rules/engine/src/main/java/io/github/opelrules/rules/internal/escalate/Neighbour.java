package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A neighbour of a unit that needs help, as the rules see it. Not a record: two neighbours are two, even if all is the same of both. */
public final class Neighbour {

    /** What tells how much of its general and acute beds is occupied. */
    public static final ParameterId OCCUPANCY = ParameterId.of("ga-bed-occupancy");

    private final @Nullable OpelLevel level;
    private final @Nullable OpelLevel needy;
    private final Duration age;
    private final Duration maxAge;
    private final @Nullable BigDecimal occupied;

    Neighbour(
            @Nullable OpelLevel level,
            @Nullable OpelLevel needy,
            Duration age,
            Duration maxAge,
            @Nullable BigDecimal occupied) {
        this.level = level;
        this.needy = needy;
        this.age = age;
        this.maxAge = maxAge;
        this.occupied = occupied;
    }

    /** The level that it is at; null where it is at none yet. */
    public @Nullable OpelLevel getLevel() {
        return level;
    }

    /** The level that the unit is at which needs help; null where it is at none. */
    public @Nullable OpelLevel getNeedy() {
        return needy;
    }

    /** How old its last report is. */
    public Duration getAge() {
        return age;
    }

    /** How old its last report may be to count, by the framework that governs the neighbour. */
    public Duration getMaxAge() {
        return maxAge;
    }

    /** How much of its general and acute beds may be occupied, in percent; null where it does not say. */
    public @Nullable BigDecimal getOccupied() {
        return occupied;
    }
}
