package io.github.opelrules.rules.internal.escalate;

/** A neighbour could help. */
public record CanHelp(Neighbour neighbour, String rule) {}
