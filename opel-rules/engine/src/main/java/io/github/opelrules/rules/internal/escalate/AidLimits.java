package io.github.opelrules.rules.internal.escalate;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The numbers of mutual aid.
 *
 * @param settled how long a neighbour must have been better off
 * @param full the share of its beds, in percent, from which on it has none to spare
 */
public record AidLimits(Duration settled, BigDecimal full) {}
