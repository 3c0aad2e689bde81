/**
 * The entry point: {@link io.github.opelrules.OpelEngine} turns situation reports into assessments that explain
 * themselves.
 *
 * <p>The packages below build on each other in one direction: {@code framework}, {@code report}, {@code assess}. All
 * values are immutable; nothing here reads a clock, a file or the network.
 */
@NullMarked
package io.github.opelrules;

import org.jspecify.annotations.NullMarked;
