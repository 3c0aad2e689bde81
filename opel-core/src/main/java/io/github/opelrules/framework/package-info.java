/**
 * One published version of the OPEL rules as data: parameters, bands, level cuts, dates, sources, and how sure each value is.
 *
 * <p>Nothing in this package calculates a level, and adoptions say who uses which version from when. A {@link io.github.opelrules.framework.Framework} is what rule files
 * are loaded into, what the scoring rules read their numbers from, and what every result cites.
 */
@NullMarked
package io.github.opelrules.framework;

import org.jspecify.annotations.NullMarked;
