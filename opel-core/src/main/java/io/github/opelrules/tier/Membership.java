package io.github.opelrules.tier;

import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a unit belonged to for some time.
 *
 * @param parent the unit of the next tier
 * @param weight how much it counts there beside the others of its kind, above 0, in at most 30 characters
 * @param dates when
 */
public record Membership(OdsCode parent, BigDecimal weight, DateRange dates) {

    /** @throws IllegalArgumentException if the weight is not above 0, or has more than 30 characters when it is written out */
    public Membership {
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(weight, "weight");
        Objects.requireNonNull(dates, "dates");
        if (weight.signum() <= 0) {
            throw new IllegalArgumentException(
                    "A weight is above 0, not " + weight.toPlainString() + ". Leave out what does not count.");
        }
        boolean writable =
                weight.precision() <= Forms.LONGEST_NUMBER && Math.abs(weight.scale()) <= Forms.LONGEST_NUMBER;
        if (!writable || !Forms.isPlainNumber(weight.toPlainString())) {
            throw new IllegalArgumentException("The weight " + Words.quoted(weight.toString()) + " has more than "
                    + Forms.LONGEST_NUMBER + " characters when it is written out, and files and records hold no longer"
                    + " number. Round it.");
        }
    }
}
