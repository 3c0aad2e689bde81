package io.github.opelrules.testkit.replay;

import java.time.LocalDate;

/**
 * What a replay made of the reports of one day in Europe/London.
 *
 * @param day the day
 * @param reports how many reports it has
 * @param flips of how many of them the level is another
 */
public record DayReplay(LocalDate day, long reports, long flips) {}
