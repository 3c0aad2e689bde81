package io.github.opelrules.rules.internal.tier;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What can count in a whole: a provider, or a whole itself. */
public sealed interface Countable permits Provider, Whole {

    /** What it is a part of; null for the top. */
    @Nullable
    Whole getInto();

    /** How much it counts there. */
    BigDecimal getWeight();
}
