package io.github.opelrules.rules.internal.engine.fact;

import io.github.opelrules.framework.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * The points of the parameters so far.
 *
 * @param next the parameter whose points are not in it yet, nor those of any after it; null where all are
 * @param rule the rule that added them up; null where there is nothing to add yet
 */
public record Sum(
        @Nullable ScoredParameter next,
        int fewest,
        int most,
        Assurance assurance,
        @Nullable String rule) {}
