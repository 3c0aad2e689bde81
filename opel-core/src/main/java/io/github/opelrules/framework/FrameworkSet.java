package io.github.opelrules.framework;

import io.github.opelrules.internal.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The frameworks that an engine knows, and which of them was in force when.
 *
 * @param frameworks in the order of their first days
 */
public record FrameworkSet(List<Framework> frameworks) {

    /** @throws IllegalArgumentException if there is none, two share an id, or two are in force for a provider type at once */
    public FrameworkSet {
        frameworks = frameworks.stream()
                .sorted(Comparator.comparing(
                                (Framework framework) -> framework.inForce().startInclusive())
                        .thenComparing(Framework::id))
                .toList();
        if (frameworks.isEmpty()) {
            throw new IllegalArgumentException("At least one framework is needed");
        }
        Set<FrameworkId> ids = new HashSet<>();
        for (int i = 0; i < frameworks.size(); i++) {
            Framework later = frameworks.get(i);
            if (!ids.add(later.id())) {
                throw new IllegalArgumentException("Two frameworks have the id " + later.id());
            }
            for (Framework earlier : frameworks.subList(0, i)) {
                requireApart(earlier, later);
            }
        }
    }

    private static void requireApart(Framework earlier, Framework later) {
        Set<ProviderType> shared = new HashSet<>(earlier.tables().keySet());
        shared.retainAll(later.tables().keySet());
        if (!shared.isEmpty() && earlier.inForce().overlaps(later.inForce())) {
            throw new IllegalArgumentException("Both " + earlier.id() + " (" + earlier.inForce() + ") and " + later.id()
                    + " (" + later.inForce() + ") are in force for " + shared + " on some days. End the first, with"
                    + " \"until\", on the day the second begins.");
        }
    }

    /**
     * The framework that was in force for a provider type.
     *
     * @param providerType the provider type
     * @param at the report's time; the calendar day is taken in {@code Europe/London}
     * @param drafts whether a draft may be chosen
     * @throws NoFrameworkException if none was, or only a draft was and drafts are not allowed
     */
    public Framework inForce(ProviderType providerType, Instant at, boolean drafts) {
        Framework found = null;
        for (Framework framework : frameworks) {
            if (framework.tables().containsKey(providerType)
                    && framework.inForce().contains(at)) {
                found = framework;
            }
        }
        if (found == null) {
            throw new NoFrameworkException("No framework for " + providerType + " providers was in force at " + at
                    + ". Known: " + known() + ". Pin one by its id to score the report by it all the same.");
        }
        requireAllowed(found, drafts);
        return found;
    }

    /**
     * The framework with an id, whatever its dates.
     *
     * @param id the id
     * @param drafts whether a draft may be chosen
     * @throws NoFrameworkException if there is none, or it is a draft and drafts are not allowed
     */
    public Framework pinned(FrameworkId id, boolean drafts) {
        for (Framework framework : frameworks) {
            if (framework.id().equals(id)) {
                requireAllowed(framework, drafts);
                return framework;
            }
        }
        List<String> ids = new ArrayList<>();
        frameworks.forEach(framework -> ids.add(framework.id().value()));
        throw new NoFrameworkException("No framework has the id \"" + id + "\"." + Words.didYouMean(id.value(), ids)
                + " Known: " + known() + ".");
    }

    private void requireAllowed(Framework framework, boolean drafts) {
        if (framework.isDraft() && !drafts) {
            throw new NoFrameworkException(framework.id() + " (" + framework.inForce() + ") is a draft: not enough is"
                    + " known of it to score operationally. Allow drafts, or pin another framework. Known: " + known()
                    + ".");
        }
    }

    private String known() {
        return frameworks.stream()
                .map(framework ->
                        framework.id() + " (" + framework.inForce() + (framework.isDraft() ? ", draft)" : ")"))
                .collect(Collectors.joining("; "));
    }
}
