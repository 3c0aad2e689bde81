/**
 * Worked examples that rules must hold to: what is reported, and what must come out of it; how much of the rules they touch, which
 * wrong numbers they would notice, and examples made from the rules themselves.
 */
@NullMarked
package io.github.opelrules.rules.cases;

import org.jspecify.annotations.NullMarked;
