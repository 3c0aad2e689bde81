/**
 * For tests of a host's own: cases as tests of JUnit 5, a contract of engines, and short assertions about assessments.
 *
 * <p>All but the assertions need {@code junit-jupiter-api}, which a host that writes such tests has and this library does not
 * bring.
 */
@NullMarked
package io.github.opelrules.testkit.junit;

import org.jspecify.annotations.NullMarked;
