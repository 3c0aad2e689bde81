package io.github.opelrules.rules.cases;

import io.github.opelrules.framework.Framework;

/**
 * A framework with one number changed.
 *
 * @param what which number, and how
 * @param framework the changed framework
 * @param killer a case, as YAML, that holds under the framework as it was and not under the changed one
 */
record Mutant(String what, Framework framework, String killer) {}
