package io.github.opelrules.rules.internal.protocol;

import java.util.List;

/**
 * The fact that follows where the conditions of a rule hold for a unit.
 *
 * @param rule the id of the rule
 * @param unit the unit
 * @param calls what the rule calls for, in its order
 */
public record Called(String rule, UnitFact unit, List<Call> calls) {}
