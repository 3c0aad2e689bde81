/**
 * The levels above the provider: the facts that the tier rules read and write, and the session that fires them.
 *
 * <p>The rules themselves are in {@code tiers.drl}, in the folder of this package among the resources.
 */
@NullMarked
package io.github.opelrules.rules.internal.tier;

import org.jspecify.annotations.NullMarked;
