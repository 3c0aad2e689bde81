package io.github.opelrules.framework;

import io.github.opelrules.internal.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The frameworks that an engine knows, and which of them was in force when, nationally and for each organisation.
 *
 * @param frameworks in the order of their first days
 * @param adoptions by organisation, the days that go before the national ones
 */
public record FrameworkSet(List<Framework> frameworks, Map<OdsCode, List<Adoption>> adoptions) {

    /**
     * A framework that was found, and why that one.
     *
     * @param framework the framework
     * @param selection why it
     */
    public record Selected(Framework framework, Selection selection) {}

    private static final String MEND_DRAFT = "not enough is known of it to score operationally. Allow drafts, or pin"
            + " another framework by its id. Known: ";

    /**
     * Sorts the frameworks and the organisations.
     *
     * @throws IllegalArgumentException if there is no framework, two share an id, two are in force for a provider type at
     *     once, or the adoptions have {@linkplain #flaws flaws}
     */
    public FrameworkSet {
        frameworks = frameworks.stream()
                .sorted(Comparator.comparing(
                                (Framework framework) -> framework.inForce().startInclusive())
                        .thenComparing(Framework::id))
                .toList();
        if (frameworks.isEmpty()) {
            throw new IllegalArgumentException("At least one framework is needed");
        }
        Set<FrameworkId> ids = new TreeSet<>();
        for (int i = 0; i < frameworks.size(); i++) {
            Framework later = frameworks.get(i);
            if (!ids.add(later.id())) {
                throw new IllegalArgumentException("Two frameworks have the id " + later.id());
            }
            for (Framework earlier : frameworks.subList(0, i)) {
                requireApart(earlier, later);
            }
        }
        if (!adoptions.isEmpty()) {
            List<Adoption> all =
                    adoptions.values().stream().flatMap(List::stream).toList();
            List<Flaw> flaws = new FrameworkSet(frameworks).flaws(all);
            if (!flaws.isEmpty()) {
                throw new IllegalArgumentException(flaws.get(0).message());
            }
        }
        TreeMap<OdsCode, List<Adoption>> copies = new TreeMap<>();
        adoptions.forEach((organisation, own) -> copies.put(organisation, List.copyOf(own)));
        adoptions = Collections.unmodifiableSortedMap(copies);
    }

    /** Frameworks that all organisations use from their national first days. */
    public FrameworkSet(List<Framework> frameworks) {
        this(frameworks, Map.of());
    }

    /**
     * The same frameworks, of which some organisations use some from other days.
     *
     * @throws IllegalArgumentException if the adoptions have {@linkplain #flaws flaws}
     */
    public FrameworkSet withAdoptions(List<Adoption> adoptions) {
        return new FrameworkSet(frameworks, adoptions.stream().collect(Collectors.groupingBy(Adoption::organisation)));
    }

    /** The days, in order, on which another framework may begin to apply to somebody, or one ceases to. */
    public NavigableSet<LocalDate> daysOfChange() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        frameworks.forEach(framework -> framework.inForce().daysOfChange().forEach(days::add));
        adoptions.values().forEach(own -> own.forEach(adoption -> days.add(adoption.from())));
        return days;
    }

    /** Everything that is wrong with adoptions of these frameworks, in their order; empty when nothing is. */
    public List<Flaw> flaws(List<Adoption> adoptions) {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < adoptions.size(); i++) {
            Adoption adoption = adoptions.get(i);
            Optional<Framework> framework = framework(adoption.framework());
            if (framework.isEmpty()) {
                flaws.add(new Flaw(Flaw.Code.ADOPTION_UNKNOWN, i, unknown(adoption.framework())));
                continue;
            }
            if (framework.get().inForce().hasEndedBy(adoption.from())) {
                flaws.add(new Flaw(
                        Flaw.Code.ADOPTION_OUT_OF_ORDER,
                        i,
                        adoption + ", but that applies " + framework.get().inForce()
                                + ". Adopt it before it ends, or remove the line."));
            }
            for (Adoption before : adoptions.subList(0, i)) {
                if (before.organisation().equals(adoption.organisation())) {
                    check(before, adoption, framework.get(), i, flaws);
                }
            }
        }
        return flaws;
    }

    private void check(Adoption before, Adoption adoption, Framework framework, int index, List<Flaw> flaws) {
        if (before.framework().equals(adoption.framework())) {
            flaws.add(new Flaw(
                    Flaw.Code.ADOPTION_TWICE,
                    index,
                    adoption.organisation() + " adopts " + adoption.framework() + " twice, from " + before.from()
                            + " and from " + adoption.from() + ". Keep one of the two."));
            return;
        }
        Optional<Framework> other = framework(before.framework());
        if (other.isPresent()
                && !Collections.disjoint(
                        other.get().tables().keySet(), framework.tables().keySet())) {
            boolean otherIsEarlier = frameworks.indexOf(other.get()) < frameworks.indexOf(framework);
            Adoption first = otherIsEarlier ? before : adoption;
            Adoption second = otherIsEarlier ? adoption : before;
            if (!first.from().isBefore(second.from())) {
                flaws.add(new Flaw(
                        Flaw.Code.ADOPTION_OUT_OF_ORDER,
                        index,
                        second + ", not after it adopts " + first.framework() + ", from " + first.from() + ", but "
                                + first.framework() + " is the earlier framework. Correct one of the two days."));
            }
        }
    }

    private static void requireApart(Framework earlier, Framework later) {
        Set<ProviderType> shared = new HashSet<>(earlier.tables().keySet());
        shared.retainAll(later.tables().keySet());
        if (!shared.isEmpty() && earlier.inForce().overlaps(later.inForce())) {
            if (isSameBase(earlier, later)) {
                throw new IllegalArgumentException("Both " + earlier.id() + " and " + later.id() + " are in force for "
                        + shared + " at once, because an overlay has the dates of the framework that it extends."
                        + " Load the overlay instead of that framework, and one overlay of it only.");
            }
            throw new IllegalArgumentException("Both " + earlier.id() + " (" + earlier.inForce() + ") and " + later.id()
                    + " (" + later.inForce() + ") are in force for " + shared + " on some days. End the first, with"
                    + " \"until\", on the day the second begins.");
        }
    }

    /** Whether one of the two extends the other, or both the same framework, so that one has to make way. */
    public static boolean isSameBase(Framework one, Framework other) {
        return (one.overlay().isPresent() || other.overlay().isPresent())
                && baseOf(one).equals(baseOf(other));
    }

    private static FrameworkId baseOf(Framework framework) {
        return framework.overlay().map(Overlay::base).orElse(framework.id());
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
        return requireAllowed(found, providerType, at, drafts);
    }

    /**
     * The framework that an organisation used for a provider type. Of the frameworks that it had begun to use, on the day
     * that it adopted them or else on their national first day, that is the one that comes last nationally; where that had
     * ended, only if the organisation adopts the next one later.
     *
     * @param organisation the organisation
     * @param providerType the provider type
     * @param at the report's time; the calendar day is taken in {@code Europe/London}
     * @param drafts whether a draft may be chosen
     * @throws NoFrameworkException if there was none, or only a draft and drafts are not allowed
     */
    public Selected select(OdsCode organisation, ProviderType providerType, Instant at, boolean drafts) {
        List<Adoption> own = adoptions.getOrDefault(organisation, List.of());
        if (own.isEmpty()) {
            return new Selected(inForce(providerType, at, drafts), Selection.NATIONAL);
        }
        LocalDate day = LondonTime.dayOf(at);
        Framework found = null;
        Adoption adopted = null;
        Framework following = null;
        Adoption next = null;
        for (Framework framework : frameworks) {
            if (framework.tables().containsKey(providerType)) {
                Adoption adoption = adoptionOf(framework, own);
                LocalDate from = adoption == null ? framework.inForce().startInclusive() : adoption.from();
                if (!from.isAfter(day)) {
                    found = framework;
                    adopted = adoption;
                    following = null;
                    next = null;
                } else if (following == null) {
                    following = framework;
                    next = adoption;
                }
            }
        }
        boolean ended = found != null && found.inForce().hasEndedBy(day);
        if (found == null || (ended && next == null)) {
            throw new NoFrameworkException("No framework for " + providerType + " providers was in force at " + at
                    + " for "
                    + organisation + ". " + own.stream().map(Adoption::toString).collect(Collectors.joining("; "))
                    + ". Known: " + known() + ". Pin one by its id to score the report by it all the same.");
        }
        Selection selection = Selection.NATIONAL;
        if (adopted != null) {
            selection = new Selection.Adopted(adopted.from());
        } else if (ended && next != null) {
            selection = new Selection.Kept(next.from());
        }
        if (adopted != null && found.isDraft() && !drafts) {
            throw new NoFrameworkException(adopted + ", and that is a draft: " + MEND_DRAFT + known() + ".");
        }
        return new Selected(requireAllowed(found, providerType, at, drafts), selection);
    }

    private static @Nullable Adoption adoptionOf(Framework framework, List<Adoption> adoptions) {
        for (Adoption adoption : adoptions) {
            if (adoption.framework().equals(framework.id())) {
                return adoption;
            }
        }
        return null;
    }

    private Framework requireAllowed(Framework found, ProviderType providerType, Instant at, boolean drafts) {
        if (found.isDraft() && !drafts) {
            throw new NoFrameworkException("Only a draft was in force for " + providerType + " providers at " + at
                    + ", " + found.id() + " (" + found.inForce() + "): " + MEND_DRAFT + known() + ".");
        }
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
        Framework framework = framework(id).orElseThrow(() -> new NoFrameworkException(unknown(id)));
        if (framework.isDraft() && !drafts) {
            throw new NoFrameworkException(id + " is a draft: " + MEND_DRAFT + known() + ".");
        }
        return framework;
    }

    private Optional<Framework> framework(FrameworkId id) {
        return frameworks.stream()
                .filter(framework -> framework.id().equals(id))
                .findFirst();
    }

    private String unknown(FrameworkId id) {
        List<String> ids = new ArrayList<>();
        frameworks.forEach(framework -> ids.add(framework.id().value()));
        return "No framework has the id \"" + id + "\"." + Words.didYouMean(id.value(), ids) + " Known: " + known()
                + ".";
    }

    private String known() {
        return frameworks.stream()
                .map(framework ->
                        framework.id() + " (" + framework.inForce() + (framework.isDraft() ? ", draft)" : ")"))
                .collect(Collectors.joining("; "));
    }
}
