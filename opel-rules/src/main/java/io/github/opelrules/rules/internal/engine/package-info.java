/**
 * The Drools engine: the facts that the scoring rules read and write, and the sessions that fire them.
 *
 * <p>The rules themselves are in {@code scoring.drl}, in the folder of this package among the resources.
 */
@NullMarked
package io.github.opelrules.rules.internal.engine;

import org.jspecify.annotations.NullMarked;
