package io.github.opelrules.tier;

import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import java.math.BigDecimal;

/**
 * What a unit belonged to for some time.
 *
 * @param parent the unit of the next tier
 * @param weight how much it counts there beside the others of its kind, above 0
 * @param dates when
 */
public record Membership(OdsCode parent, BigDecimal weight, DateRange dates) {

    /** @throws IllegalArgumentException if the weight is not above 0 */
    public Membership {
        if (weight.signum() <= 0) {
            throw new IllegalArgumentException(
                    "A weight is above 0, not " + weight.toPlainString() + ". Leave out what does not count.");
        }
    }
}
