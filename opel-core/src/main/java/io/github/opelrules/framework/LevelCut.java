package io.github.opelrules.framework;

/**
 * The stretch of scores that makes one level.
 *
 * @param level the level
 * @param interval the scores: points, or a share of the available points in percent, as the table's basis says
 */
public record LevelCut(OpelLevel level, Interval interval) {}
