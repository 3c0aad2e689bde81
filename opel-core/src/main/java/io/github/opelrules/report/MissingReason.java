package io.github.opelrules.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a report has no value for a parameter. Stale and implausible values are found by the engine, not reported. */
public enum MissingReason {
    /** The provider did not submit a value. A parameter that a report does not name is missing for this reason. */
    NOT_SUBMITTED,
    /** The parameter does not apply to the provider. It is never scored as if it were at its best. */
    NOT_APPLICABLE,
    /** A value exists and is withheld, for example because it is too small to publish. */
    SUPPRESSED;

    /** The word that JSON uses, such as {@code not-submitted}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with this {@link #id()}, if there is one. */
    public static Optional<MissingReason> ofId(String id) {
        return Stream.of(values()).filter(reason -> reason.id().equals(id)).findFirst();
    }

    /** {@code not submitted}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
