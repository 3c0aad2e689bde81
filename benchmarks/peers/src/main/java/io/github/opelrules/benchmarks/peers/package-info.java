/** The same job in other engines, each held against the plain-Java oracle before it is timed. */
@NullMarked
package io.github.opelrules.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
