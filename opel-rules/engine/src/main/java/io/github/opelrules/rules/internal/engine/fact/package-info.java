/**
 * What the scoring rules see and say. A fact shows values, ages, and pieces of a framework's tables: no report, no organisation, no
 * time. So an answer that is kept for readings which no comparison of a rule can tell apart holds for all of them.
 */
@NullMarked
package io.github.opelrules.rules.internal.engine.fact;

import org.jspecify.annotations.NullMarked;
