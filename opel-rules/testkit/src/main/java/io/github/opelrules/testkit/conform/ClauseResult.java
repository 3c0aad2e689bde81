package io.github.opelrules.testkit.conform;

import java.util.List;

/**
 * How an engine holds to one clause of the rules.
 *
 * @param clause what is held to, such as {@code bands of ga-bed-occupancy}
 * @param checks how often that was tried
 * @param failures what did not hold, each with the example that shows it
 */
public record ClauseResult(String clause, int checks, List<String> failures) {

    public ClauseResult {
        failures = List.copyOf(failures);
    }

    /** Whether the engine holds to it. */
    public boolean holds() {
        return failures.isEmpty();
    }
}
