package io.github.opelrules.rules.internal.tier;

/**
 * A provider whose latest report still counts.
 *
 * @param rule the rule that says so
 */
public record Recent(Provider provider, String rule) {}
