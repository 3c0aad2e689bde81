package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.Duty;
import io.github.opelrules.rules.internal.protocol.DutyFact;
import io.github.opelrules.rules.internal.protocol.UnitFact;
import java.time.Duration;
import java.time.Instant;

/**
 * An open duty as it is now.
 *
 * @param duty the duty
 * @param unit the unit that it is for
 * @param now what time it is
 * @param waiting what is told how long the rules wait
 */
record DutyNow(Duty duty, UnitNow unit, Instant now, Waiting waiting) implements DutyFact {

    @Override
    public UnitFact getUnit() {
        return unit;
    }

    @Override
    public String getRule() {
        return duty.rule();
    }

    @Override
    public boolean isUnacknowledgedFor(Duration time) {
        return duty.acknowledgedAt() == null && waiting.hasLasted(duty.transferredAt(), time, now);
    }

    @Override
    public boolean isUndoneFor(Duration time) {
        return waiting.hasLasted(duty.raisedAt(), time, now);
    }
}
