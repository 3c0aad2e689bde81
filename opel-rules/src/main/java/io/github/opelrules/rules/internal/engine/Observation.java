package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.report.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a report says of one quantity, and whether that can be used. */
public abstract class Observation {

    private final Quantity quantity;
    private final Reading reading;
    private final Instant reportedAt;
    private final @Nullable Stretch stretch;
    private final boolean inDomain;

    Observation(Quantity quantity, Reading reading, Instant reportedAt) {
        this.quantity = quantity;
        this.reading = reading;
        this.reportedAt = reportedAt;
        if (reading instanceof Reading.Measured measured) {
            Domain domain = quantity.domain();
            Stretch whole = measured.stretch();
            inDomain = domain.touches(whole);
            stretch = inDomain ? domain.plausiblePartOf(whole) : whole;
        } else {
            inDomain = false;
            stretch = null;
        }
    }

    /** Whether the report gives a value. */
    public final boolean isMeasured() {
        return stretch != null;
    }

    /** Whether the value lies at least in part in the quantity's domain, and was not observed after its report. */
    public final boolean isPlausible() {
        Instant observedAt = observedAt();
        return inDomain && (observedAt == null || !observedAt.isAfter(reportedAt));
    }

    /** Whether the value is no older than its quantity allows. */
    public final boolean isFresh() {
        Instant observedAt = observedAt();
        return observedAt == null || Duration.between(observedAt, reportedAt).compareTo(quantity.maxAge()) <= 0;
    }

    /** Why the report gives no value. */
    public final ReasonCode getMissingReason() {
        return ReasonCode.valueOf(((Reading.Missing) reading).reason().name());
    }

    final Reading reading() {
        return reading;
    }

    /** The values that the true one may have, as far as they are plausible. */
    final Stretch stretch() {
        return Objects.requireNonNull(stretch, "a missing reading has no value");
    }

    private @Nullable Instant observedAt() {
        return reading instanceof Reading.Measured measured ? measured.observedAt() : null;
    }
}
