package io.github.opelrules.framework;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What makes a neighbour able to help a provider, as a protocol has it. The rules themselves are the same under all frameworks.
 *
 * @param settled how long it must have been at a level at which it could help
 * @param full how much of its general and acute beds must not be occupied, in percent: fewer must be, certainly
 */
public record MutualAidRules(Limit<Duration> settled, Limit<BigDecimal> full) {

    /** What this library assumes where a protocol says nothing. */
    public static final MutualAidRules ASSUMED = new MutualAidRules(
            Limit.assumed(Duration.ofHours(1), "a level that has lasted an hour"),
            Limit.assumed(new BigDecimal(95), "95 of 100 beds occupied leave none to spare"));

    /** @throws IllegalArgumentException if the time is negative, or the share is not above 0 and at most 100 */
    public MutualAidRules {
        if (settled.value().isNegative()) {
            throw new IllegalArgumentException("A level cannot have lasted " + settled.value());
        }
        if (full.value().signum() <= 0 || full.value().compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("Beds are full at "
                    + full.value().toPlainString() + " % here. Expected a number above 0 and up to 100, such as 95.");
        }
    }
}
