/** Worked examples that rules must hold to: a report, and what must come out of it. */
@NullMarked
package io.github.opelrules.rules.cases;

import org.jspecify.annotations.NullMarked;
