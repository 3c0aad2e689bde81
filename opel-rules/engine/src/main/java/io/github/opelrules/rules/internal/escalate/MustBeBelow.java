package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.framework.OpelLevel;

/** A neighbour must be below a level to help. */
public record MustBeBelow(Neighbour neighbour, OpelLevel level) {}
