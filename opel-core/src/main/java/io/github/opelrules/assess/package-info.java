/**
 * The result of scoring one report: the level with its reasons, as values, as an explanation, and as a difference.
 *
 * <p>Points, scores and levels are ranges throughout, because readings are: what is not known widens the range and is
 * named in the {@link io.github.opelrules.assess.Explanation}.
 */
@NullMarked
package io.github.opelrules.assess;

import org.jspecify.annotations.NullMarked;
