package io.github.opelrules.testkit.replay;

import io.github.opelrules.framework.ParameterId;

/**
 * A parameter that only one of the two has, and that was reported; the other scored those reports without it.
 *
 * @param parameter the parameter
 * @param side who does not have it
 * @param reports how many reports have it
 */
public record LeftOut(ParameterId parameter, Refusal.Side side, long reports) {}
