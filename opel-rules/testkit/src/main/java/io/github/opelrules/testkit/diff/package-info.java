/**
 * What would a change of the rules change? Two frameworks compared exactly, by the values they score differently, without
 * any reports.
 */
@NullMarked
package io.github.opelrules.testkit.diff;

import org.jspecify.annotations.NullMarked;
