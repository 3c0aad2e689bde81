package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.Action;
import io.github.opelrules.rules.internal.protocol.ActionFact;
import io.github.opelrules.rules.internal.protocol.UnitFact;
import java.time.Duration;
import java.time.Instant;

/**
 * An open action as it is now.
 *
 * @param action the action
 * @param unit the unit that it is for
 * @param now what time it is
 * @param waiting what is told how long the rules wait
 */
record ActionNow(Action action, UnitNow unit, Instant now, Waiting waiting) implements ActionFact {

    @Override
    public UnitFact getUnit() {
        return unit;
    }

    @Override
    public String getRule() {
        return action.rule();
    }

    @Override
    public boolean isUnacknowledgedFor(Duration time) {
        return action.acknowledgedAt() == null && waiting.hasLasted(action.transferredAt(), time, now);
    }

    @Override
    public boolean isUndoneFor(Duration time) {
        return waiting.hasLasted(action.raisedAt(), time, now);
    }
}
