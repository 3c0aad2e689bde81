package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.framework.OpelLevel;
import java.time.Duration;

/** A neighbour has been below a level for so long. */
public record Lasting(Neighbour neighbour, OpelLevel below, Duration time) {}
