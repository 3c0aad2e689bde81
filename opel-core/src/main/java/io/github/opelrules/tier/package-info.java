/**
 * From provider to nation: who belongs to whom and when, what people declare, and the levels of systems with their reasons.
 *
 * <p>A tier's score is a weighted mean, kept as an exact fraction, and like every score here it is a range: what is not known
 * widens it and is named.
 */
@NullMarked
package io.github.opelrules.tier;

import org.jspecify.annotations.NullMarked;
