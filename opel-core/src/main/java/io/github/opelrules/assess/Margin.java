package io.github.opelrules.assess;

import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.PointsRange;

/**
 * How far a score is from a neighbouring level.
 *
 * @param level the neighbouring level
 * @param reachedAt the score at which it is reached, in points
 * @param points how many points more, or fewer, that is: a range where the score is one
 */
public record Margin(OpelLevel level, int reachedAt, PointsRange points) {}
