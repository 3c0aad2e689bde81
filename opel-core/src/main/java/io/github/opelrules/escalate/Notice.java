package io.github.opelrules.escalate;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Forms;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that no parameter measures and that an escalation must know. A second notice of the same unit, kind and beginning
 * replaces the first, which is how one is ended; one that is given again as it was does not begin it anew: give it a later
 * beginning for that.
 *
 * @param unit for which unit, and all that belongs to it
 * @param kind what it is
 * @param from from when
 * @param until when it is over; null as long as that is not known
 */
public record Notice(
        OdsCode unit, Kind kind, Instant from, @Nullable Instant until) {

    /** The kinds of notice. */
    public enum Kind {
        /** A critical incident is declared. */
        CRITICAL_INCIDENT,
        /** Staff are on strike. */
        INDUSTRIAL_ACTION,
        /** A public event may bring many patients at once. */
        PUBLIC_EVENT;

        /** The words for it in protocols and JSON, such as {@code critical incident}. */
        public String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** The kind with this {@link #title()}, if there is one. */
        public static Optional<Kind> ofTitle(String title) {
            return Stream.of(values())
                    .filter(kind -> kind.title().equals(title))
                    .findFirst();
        }
    }

    /** @throws IllegalArgumentException if it is over before it begins, or a time is of no year from 0000 to 9999 */
    public Notice {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(kind, "kind");
        Forms.requireTime(from, "from");
        if (until != null) {
            Forms.requireTime(until, "until");
        }
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The " + kind.title() + " of " + unit + " is over, " + until + ", before it begins, " + from);
        }
    }

    /** Whether it is in force at an instant. */
    public boolean isInForce(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    /** Whether this notice replaces another. */
    public boolean replaces(Notice other) {
        return unit.equals(other.unit) && kind == other.kind && from.equals(other.from);
    }
}
