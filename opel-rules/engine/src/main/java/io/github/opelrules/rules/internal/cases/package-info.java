/** Reads worked examples: of one report, of a system, and of what follows one another in time. */
@NullMarked
package io.github.opelrules.rules.internal.cases;

import org.jspecify.annotations.NullMarked;
