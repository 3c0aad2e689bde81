/**
 * Whether the worked examples of a framework are enough: what they touch, which changed numbers they notice, and examples that
 * are generated for the rest.
 */
@NullMarked
package io.github.opelrules.testkit.coverage;

import org.jspecify.annotations.NullMarked;
