package io.github.opelrules.escalate;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.tier.Declaration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an escalation knows of one unit.
 *
 * @param unit the unit
 * @param knownSince when it was first heard of
 * @param inForce the level that it is at; null as long as nothing has forced one
 * @param reached since when it has been at each level or above, for OPEL 1 up to the one in force
 * @param below since when it has been at a better level than each of those that are worse than the one in force; a level that
 *     an amended report took back interrupts it all the same
 * @param inForceSince since when it has been at exactly that level; null where there is none
 * @param lowerSince since when its level would let it step down; null where it would not
 * @param latest its latest assessment, as far as it matters here; null where there is none
 * @param declared what was declared of it last; null where nothing was
 * @param differSince since when the calculated and the declared level have differed; null where they do not
 * @param readings the readings that the protocol or mutual aid asks about
 */
public record UnitState(
        OdsCode unit,
        Instant knownSince,
        @Nullable OpelLevel inForce,
        Map<OpelLevel, Instant> reached,
        Map<OpelLevel, Instant> below,
        @Nullable Instant inForceSince,
        @Nullable Instant lowerSince,
        @Nullable Latest latest,
        @Nullable Declaration declared,
        @Nullable Instant differSince,
        Map<ParameterId, ReadingState> readings) {

    /**
     * An assessment, as far as it matters here.
     *
     * @param level its level
     * @param observedAt of when it is
     * @param recordedAt when its report was recorded; null where that is not known
     * @param basis the level with its score and framework, in words
     * @param unknown the parameters whose readings are missing or cannot be used
     * @param restart what restarted at the midnight before it; null where nothing is measured since midnight
     */
    public record Latest(
            Level level,
            Instant observedAt,
            @Nullable Instant recordedAt,
            String basis,
            List<ParameterId> unknown,
            @Nullable Restart restart) {

        public Latest {
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(observedAt, "observedAt");
            Objects.requireNonNull(basis, "basis");
            Objects.requireNonNull(unknown, "unknown");
            unknown = List.copyOf(unknown);
        }

        /** The same, with another restart. */
        public Latest with(@Nullable Restart other) {
            return new Latest(level, observedAt, recordedAt, basis, unknown, other);
        }
    }

    /**
     * What is measured since midnight, and so restarted then.
     *
     * @param readings the usable readings of it in the latest report; none of a unit that is no provider
     * @param before those in the last report before that midnight
     * @param levelAsBefore the level with those readings as they were before midnight; null where they did not restart so shortly
     *     before that it matters
     * @param told whether it was told that the restart alone lowers no level and ends no action
     */
    public record Restart(
            Map<ParameterId, Stretch> readings,
            Map<ParameterId, Stretch> before,
            @Nullable Level levelAsBefore,
            boolean told) {

        public Restart {
            Objects.requireNonNull(readings, "readings");
            Objects.requireNonNull(before, "before");
            readings = Collections.unmodifiableMap(new TreeMap<>(readings));
            before = Collections.unmodifiableMap(new TreeMap<>(before));
        }
    }

    /**
     * A reading.
     *
     * @param value the values that it may have; null where it is missing, stale or implausible
     * @param unknownSince since when there has been no usable one; null where there is one
     * @param stale whether there is one that is too old to be used
     * @param since since when each comparison that the protocol makes has held, by its words, such as {@code above 45}
     */
    public record ReadingState(
            @Nullable Stretch value, @Nullable Instant unknownSince, boolean stale, Map<String, Instant> since) {

        public ReadingState {
            Objects.requireNonNull(since, "since");
            since = Collections.unmodifiableMap(new TreeMap<>(since));
        }
    }

    /** @throws IllegalArgumentException if it is at a level, and not known since when, or since when at or below another */
    public UnitState {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(knownSince, "knownSince");
        Objects.requireNonNull(reached, "reached");
        Objects.requireNonNull(below, "below");
        Objects.requireNonNull(readings, "readings");
        if ((inForce == null) != (inForceSince == null)) {
            throw new IllegalArgumentException(
                    "A unit is at a level since a time, but " + unit + " is at " + inForce + " since " + inForceSince);
        }
        reached = copy(reached);
        below = copy(below);
        for (OpelLevel level : OpelLevel.values()) {
            boolean worse = inForce != null && level.isWorseThan(inForce);
            if (inForce != null && !(worse ? below : reached).containsKey(level)) {
                throw new IllegalArgumentException(
                        "It is known since when a unit has been at or below each level, but of " + unit + ", at "
                                + inForce + ", not of " + level);
            }
        }
        readings = Collections.unmodifiableMap(new TreeMap<>(readings));
    }

    private static Map<OpelLevel, Instant> copy(Map<OpelLevel, Instant> times) {
        Map<OpelLevel, Instant> copy = new EnumMap<>(OpelLevel.class);
        copy.putAll(times);
        return Collections.unmodifiableMap(copy);
    }

    /** A unit of which nothing is known yet. */
    public static UnitState unknown(OdsCode unit, Instant at) {
        return new UnitState(unit, at, null, Map.of(), Map.of(), null, null, null, null, null, Map.of());
    }
}
