package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import org.jspecify.annotations.Nullable;

/**
 * A framework that governs some of the units.
 *
 * @param framework the framework
 * @param facts what its protocol speaks of
 * @param rules the rules of its protocol; null where it has none
 */
record Governing(
        Framework framework, ProtocolFacts facts, @Nullable CompiledRules rules) {}
