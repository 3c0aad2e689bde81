/** The totals that a table can reach, and readings that reach them. */
@NullMarked
package io.github.opelrules.rules.internal.totals;

import org.jspecify.annotations.NullMarked;
