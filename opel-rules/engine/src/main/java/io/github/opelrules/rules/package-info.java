/**
 * OPEL rules as files: what loads them, scores by them and says what is wrong with them.
 *
 * <p>This package and those beside {@code internal} and {@code cli} are the module's API; everything below {@code internal} may change in any release.
 */
@NullMarked
package io.github.opelrules.rules;

import org.jspecify.annotations.NullMarked;
