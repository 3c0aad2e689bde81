package io.github.opelrules.cli;

import io.github.opelrules.assess.Assessment;

/**
 * One report that was scored.
 *
 * @param place where it was read
 * @param assessment what came out
 */
record Scored(String place, Assessment assessment) {}
