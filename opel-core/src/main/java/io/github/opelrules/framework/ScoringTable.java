package io.github.opelrules.framework;

import io.github.opelrules.internal.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one provider type is scored: its parameters and the cuts that make a level of their points.
 *
 * @param providerType the provider type
 * @param parameters the parameters, in the order of their numbers
 * @param total where the rule comes from that their points are added up
 * @param levels the cuts
 * @param localParameters the parameters that an overlay adds, which never score
 * @param thresholds the thresholds that an overlay sets on readings, which change no level
 */
public record ScoringTable(
        ProviderType providerType,
        List<Parameter> parameters,
        Citation total,
        LevelTable levels,
        List<LocalParameter> localParameters,
        List<Threshold> thresholds) {

    /** A table without local additions. */
    public ScoringTable(ProviderType providerType, List<Parameter> parameters, Citation total, LevelTable levels) {
        this(providerType, parameters, total, levels, List.of(), List.of());
    }

    /**
     * Sorts the parameters by their numbers.
     *
     * @throws IllegalArgumentException if there is no parameter, two share an id or a number, the highest score is in no
     *     level, two thresholds share an id, or one is about an unknown parameter, never notifies or always does
     */
    public ScoringTable {
        List<Parameter> sorted = new ArrayList<>(parameters);
        sorted.sort((a, b) -> Integer.compare(a.number(), b.number()));
        parameters = List.copyOf(sorted);
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("A scoring table needs at least one parameter");
        }
        Map<ParameterId, Quantity> known = new HashMap<>();
        Set<Object> seen = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (known.put(parameter.id(), parameter) != null || !seen.add(parameter.number())) {
                throw new IllegalArgumentException("Parameter " + parameter.number() + " " + parameter.id()
                        + ": each id and each number can stand once only");
            }
        }
        localParameters = List.copyOf(localParameters);
        for (LocalParameter parameter : localParameters) {
            if (known.put(parameter.id(), parameter) != null) {
                throw new IllegalArgumentException(
                        "Local parameter " + parameter.id() + " has the id of another parameter: give it its own");
            }
        }
        thresholds = List.copyOf(thresholds);
        for (Threshold threshold : thresholds) {
            if (!seen.add(threshold.id())) {
                throw new IllegalArgumentException("Two thresholds have the id " + threshold.id());
            }
            requireUsable(threshold, known.get(threshold.parameter()));
        }
        for (Flaw flaw : levels.flawsFor(parameters)) {
            if (flaw.code() == Flaw.Code.LEVEL_GAP) {
                throw new IllegalArgumentException(flaw.message());
            }
        }
    }

    private static void requireUsable(Threshold threshold, @Nullable Quantity quantity) {
        if (quantity == null) {
            throw new IllegalArgumentException(
                    "Threshold " + threshold.id() + " is about " + threshold.parameter() + ", which is no parameter");
        }
        threshold.flaw(quantity.domain()).ifPresent(flaw -> {
            throw new IllegalArgumentException(flaw.message());
        });
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

    /** All that reports can give readings of: the parameters, then the local ones that an overlay adds. */
    public Stream<Quantity> quantities() {
        return Stream.concat(parameters.stream(), localParameters.stream());
    }

    /** What reports can give readings of under this id: a parameter, or a local one that an overlay adds. */
    public Optional<Quantity> quantity(ParameterId id) {
        for (Parameter parameter : parameters) {
            if (parameter.id().equals(id)) {
                return Optional.of(parameter);
            }
        }
        for (LocalParameter parameter : localParameters) {
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

    /** One short line: {@code acute: 9 parameters}, with the local additions where there are any. */
    @Override
    public String toString() {
        return providerType + ": " + Words.count(parameters.size(), "parameter")
                + (localParameters.isEmpty() ? "" : ", " + Words.count(localParameters.size(), "local parameter"))
                + (thresholds.isEmpty() ? "" : ", " + Words.count(thresholds.size(), "threshold"));
    }
}
