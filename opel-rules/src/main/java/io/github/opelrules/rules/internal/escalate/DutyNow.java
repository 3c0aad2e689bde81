package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.Duty;
import io.github.opelrules.rules.internal.protocol.SpokenTime;
import java.time.Duration;
import java.time.Instant;

/** The fact that a duty of a unit is open. */
public final class DutyNow {

    private final Duty duty;
    private final UnitNow unit;
    private final Instant now;

    DutyNow(Duty duty, UnitNow unit, Instant now) {
        this.duty = duty;
        this.unit = unit;
        this.now = now;
    }

    /** The unit that it is for. */
    public UnitNow getUnit() {
        return unit;
    }

    /** The id of the rule that raised it. */
    public String getRule() {
        return duty.rule();
    }

    /** Whether nobody has had it in hand for so long. */
    public boolean isUnacknowledgedFor(String time) {
        return duty.acknowledgedAt() == null && isUndoneFor(time);
    }

    /** Whether it has been open for so long. */
    public boolean isUndoneFor(String time) {
        Duration span = SpokenTime.parse(time);
        return !now.isBefore(duty.raisedAt().plus(span));
    }
}
