/** What an assessment costs, beside a hand-written scorer of the same table. */
@NullMarked
package io.github.opelrules.benchmarks;

import org.jspecify.annotations.NullMarked;
