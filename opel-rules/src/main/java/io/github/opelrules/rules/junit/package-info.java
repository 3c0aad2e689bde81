/**
 * For tests of a host's own: cases as tests of JUnit 5, and short assertions about assessments.
 *
 * <p>{@link io.github.opelrules.rules.junit.OpelCases} needs {@code junit-jupiter-api}, which a host that writes such tests has and
 * this library does not bring.
 */
@NullMarked
package io.github.opelrules.rules.junit;

import org.jspecify.annotations.NullMarked;
