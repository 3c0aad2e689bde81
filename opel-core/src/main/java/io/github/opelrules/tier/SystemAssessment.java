package io.github.opelrules.tier;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The levels of a whole system at one time.
 *
 * @param at the time
 * @param tops the units that belong to no other, each with all that belongs to it
 * @param leftOut organisations that were given and have no part in it, because they belong to nothing at that
 *     time, or because their provider type does not count
 */
public record SystemAssessment(Instant at, List<TierAssessment> tops, List<OdsCode> leftOut) {

    public SystemAssessment {
        tops = List.copyOf(tops);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether any level in it is not one that counts: see {@link TierAssessment#isWhatIf()}. */
    public boolean isWhatIf() {
        return tops.stream().anyMatch(TierAssessment::isWhatIf);
    }

    /** Every unit and pillar, each before what it is made up of. */
    public Stream<TierAssessment> stream() {
        return tops.stream().flatMap(TierAssessment::stream);
    }

    /** The unit with this code, if it has a part in the system. */
    public Optional<TierAssessment> unit(OdsCode code) {
        return stream()
                .filter(part -> part.pillar() == null && part.unit().code().equals(code))
                .findFirst();
    }

    /** The assessments of providers that it is made from. */
    public List<Assessment> assessments() {
        return stream()
                .map(TierAssessment::assessment)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** What was declared of its units and was in force. */
    public List<Declaration> declarations() {
        return stream()
                .map(TierAssessment::declared)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The framework whose tiers were applied to each unit. */
    public Map<OdsCode, Framework> frameworks() {
        return stream()
                .collect(Collectors.toMap(
                        part -> part.unit().code(), TierAssessment::framework, (unit, pillar) -> unit, TreeMap::new));
    }

    /** The system as an indented tree, one line for each unit: level, score, declared level, and what is not known. */
    public String toText() {
        return new SystemText().render(this);
    }

    /** One short line: {@code at 2024-01-08T08:00:00Z: England (ENG): OPEL 3, score 28.5, by nhse-opel-2023-24 1.0.0}. */
    @Override
    public String toString() {
        return "at " + at + ": " + (tops.isEmpty() ? "nothing" : tops.get(0))
                + (tops.size() > 1 ? ", and " + (tops.size() - 1) + " more" : "");
    }
}
