package io.github.opelrules.assess;

/**
 * A rule of the OPEL method that was applied.
 *
 * @param name the rule as a sentence, such as {@code Points add up to the provider's score}
 * @param citation where the rule comes from
 */
public record Rule(String name, String citation) {}
