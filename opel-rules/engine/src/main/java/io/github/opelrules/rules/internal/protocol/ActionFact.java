package io.github.opelrules.rules.internal.protocol;

import java.time.Duration;

/** The fact that an action of a unit is open. */
public interface ActionFact {

    /** The unit that it is for. */
    UnitFact getUnit();

    /** The id of the rule that raised it. */
    String getRule();

    /** Whether nobody has had it in hand for so long. */
    boolean isUnacknowledgedFor(Duration time);

    /** Whether it has been open for so long. */
    boolean isUndoneFor(Duration time);
}
