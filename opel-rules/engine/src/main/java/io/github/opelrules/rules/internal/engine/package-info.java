/**
 * The Drools engine: what the scoring rules say, asked once and kept.
 *
 * <p>The rules themselves are in {@code scoring.drl}, in the folder of this package among the resources; the facts that they see and
 * insert are in the package {@code fact}. {@code Answers} holds what they have said of one table.
 */
@NullMarked
package io.github.opelrules.rules.internal.engine;

import org.jspecify.annotations.NullMarked;
