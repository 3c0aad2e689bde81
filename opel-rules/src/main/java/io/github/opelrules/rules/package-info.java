/**
 * OPEL rules as files: what loads them, scores by them and says what is wrong with them.
 *
 * <p>This package, {@code cases}, {@code check}, {@code diff} and {@code junit} are the module's API; everything below {@code internal} may change in any release.
 */
@NullMarked
package io.github.opelrules.rules;

import org.jspecify.annotations.NullMarked;
