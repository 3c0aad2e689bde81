/** Reads tables: parameters with their bands, levels with their cuts, and the tiers above them; each number with its grade. */
@NullMarked
package io.github.opelrules.rules.internal.table;

import org.jspecify.annotations.NullMarked;
