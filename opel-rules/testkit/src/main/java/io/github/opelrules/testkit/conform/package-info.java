/** Whether another engine, in whatever language, scores as the rules say: held against their worked examples, clause by clause. */
@NullMarked
package io.github.opelrules.testkit.conform;

import org.jspecify.annotations.NullMarked;
