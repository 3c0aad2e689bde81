package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.framework.Stretch;
import java.time.Duration;

/**
 * A report gives a value.
 *
 * @param values those that the true one may have
 * @param age how long before its report it was observed; negative if after
 */
public record Measured(ScoredParameter parameter, Stretch values, Duration age) implements Observation {}
