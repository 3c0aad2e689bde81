package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks that frameworks follow each other, so that each day has one for a provider type. */
public final class Succession {

    private final List<Finding> findings = new ArrayList<>();
    private final List<Dated> inOrder;

    private record Dated(Framework framework, RuleCheck check) {

        DateRange days() {
            return framework.inForce();
        }

        /** {@code nhse-opel-2023-24 (from 2023-08-01 until 2024-12-01)}. */
        @Override
        public String toString() {
            return framework.id() + " (" + days() + ")";
        }
    }

    private Succession(List<RuleCheck> checks) {
        inOrder = checks.stream()
                .flatMap(check -> check.framework().stream().map(framework -> new Dated(framework, check)))
                .sorted(Comparator.comparing((Dated dated) -> dated.days().startInclusive())
                        .thenComparing(dated -> dated.framework().id()))
                .toList();
    }

    /** The findings about frameworks that loaded; those that did not are left out. */
    public static List<Finding> check(List<RuleCheck> checks) {
        Succession succession = new Succession(checks);
        for (int i = 0; i < succession.inOrder.size(); i++) {
            succession.check(succession.inOrder.get(i), succession.inOrder.subList(0, i));
        }
        return succession.findings;
    }

    private void check(Dated later, List<Dated> before) {
        for (Dated earlier : before) {
            if (earlier.framework().id().equals(later.framework().id())) {
                add(
                        FormCode.DUPLICATE_FRAMEWORK,
                        Finding.Severity.ERROR,
                        later,
                        "The framework in " + earlier.check().folder() + " has the id "
                                + later.framework().id() + " too. Give each its own, in \"id\".");
                return;
            }
        }
        for (Dated earlier : before) {
            Set<ProviderType> shared =
                    new LinkedHashSet<>(later.framework().tables().keySet());
            shared.retainAll(earlier.framework().tables().keySet());
            if (!shared.isEmpty() && earlier.days().overlaps(later.days())) {
                reportOverlap(earlier, later, shared);
            }
        }
        for (ProviderType type : later.framework().tables().keySet()) {
            checkHole(type, before, later);
        }
    }

    private void reportOverlap(Dated earlier, Dated later, Set<ProviderType> types) {
        LocalDate day = later.days().startInclusive();
        if (FrameworkSet.isSameBase(earlier.framework(), later.framework())) {
            add(
                    FormCode.FRAMEWORKS_OVERLAP,
                    Finding.Severity.ERROR,
                    earlier.framework().overlay().isPresent() ? earlier : later,
                    "On " + day + " both " + earlier + " and " + later + " are in force for " + names(types)
                            + " providers, because an overlay has the dates of the framework that it extends. Load the"
                            + " overlay instead of that framework, and one overlay of it only.");
            return;
        }
        boolean together = earlier.days().startInclusive().equals(day);
        add(
                FormCode.FRAMEWORKS_OVERLAP,
                Finding.Severity.ERROR,
                later,
                "On " + day + " both " + earlier + " and " + later + " are in force for " + names(types)
                        + " providers. "
                        + (together
                                ? "Correct the dates of one of them."
                                : "End the first on the day the second begins, with \"until: " + day + "\"."));
    }

    private void checkHole(ProviderType type, List<Dated> before, Dated later) {
        LocalDate begins = later.days().startInclusive();
        Dated last = null;
        for (Dated earlier : before) {
            if (earlier.framework().tables().containsKey(type) && (last == null || endsBefore(last, earlier))) {
                last = earlier;
            }
        }
        LocalDate end = last == null ? null : last.days().endExclusive();
        if (last != null && end != null && end.isBefore(begins)) {
            add(
                    FormCode.FRAMEWORKS_APART,
                    Finding.Severity.WARNING,
                    later,
                    "On " + end + " no framework is in force for " + type + " providers, between " + last + " and "
                            + later
                            + ". If there was no such break, let the first end \"until: " + begins
                            + "\" or the second begin \"from: " + end + "\".");
        }
    }

    private static boolean endsBefore(Dated one, Dated other) {
        LocalDate end = one.days().endExclusive();
        LocalDate otherEnd = other.days().endExclusive();
        return end != null && (otherEnd == null || end.isBefore(otherEnd));
    }

    private static String names(Set<ProviderType> types) {
        return Words.list(types.stream().map(ProviderType::id).toList());
    }

    /** At the first day of a framework; an overlay has that of another, and is meant as a whole. */
    private void add(FormCode code, Finding.Severity severity, Dated at, String message) {
        if (at.framework().overlay().isPresent()) {
            String file = at.check().folder() + "/" + FrameworkLoader.OVERLAY;
            findings.add(new Finding(code.id(), severity, file, Place.START.line(), Place.START.column(), message));
            return;
        }
        GradedValue day = at.check().values().stream()
                .filter(value -> value.what().startsWith(ManifestReader.IN_FORCE_FROM))
                .findFirst()
                .orElseThrow();
        findings.add(new Finding(code.id(), severity, day.file(), day.line(), day.column(), message));
    }
}
