package io.github.opelrules.framework;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one provider type is scored: its parameters and the cuts that make a level of their points.
 *
 * @param providerType the provider type
 * @param parameters the parameters, in the order of their numbers
 * @param total where the rule comes from that their points are added up
 * @param levels the cuts
 */
public record ScoringTable(ProviderType providerType, List<Parameter> parameters, Citation total, LevelTable levels) {

    /**
     * Sorts the parameters by their numbers.
     *
     * @throws IllegalArgumentException if there is no parameter, two share an id or a number, or the highest score is in
     *     no level
     */
    public ScoringTable {
        parameters = parameters.stream()
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .toList();
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("A scoring table needs at least one parameter");
        }
        Set<Object> seen = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!seen.add(parameter.id().value()) || !seen.add(parameter.number())) {
                throw new IllegalArgumentException("Parameter " + parameter.number() + " " + parameter.id()
                        + ": each id and each number can stand once only");
            }
        }
        for (Flaw flaw : levels.flawsFor(parameters)) {
            if (flaw.code() == Flaw.Code.LEVEL_GAP) {
                throw new IllegalArgumentException(flaw.message());
            }
        }
    }

    /** The parameter with this id, if this provider type has it. */
    public Optional<Parameter> parameter(ParameterId id) {
        for (Parameter parameter : parameters) {
            if (parameter.id().equals(id)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /** The points that could be scored in all. */
    public int available() {
        int available = 0;
        for (Parameter parameter : parameters) {
            available += parameter.points().max();
        }
        return available;
    }

    /** The level of so many points of this table. */
    public OpelLevel levelOf(int points) {
        return levels.levelOf(points, available());
    }
}
