package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What differs between two frameworks, found without any reports and complete: what is not listed is the same.
 *
 * <p>A result is what an assessment says of points, score, level and local thresholds, which reports are scored at all, and which readings
 * count as stale or implausible, and what a step of the escalation protocol does. Texts, sources and grades are no results.
 *
 * @param before the framework to compare with
 * @param after the framework that is compared
 * @param changes what is said of the frameworks themselves differently, in a fixed order; ids, versions and digests are not
 *     among it
 * @param tables the provider types that differ in any way, in the order of {@link ProviderType}
 * @param tiers how the levels of ICS, region and nation are made differently; empty where nothing differs
 * @param protocol how the escalation protocols differ; empty where nothing does
 * @param findings what is wrong or odd about it: a version that claims less than has changed
 */
public record FrameworkDiff(
        Framework before,
        Framework after,
        List<Change> changes,
        List<TableDiff> tables,
        Optional<TiersDiff> tiers,
        Optional<ProtocolDiff> protocol,
        List<Finding> findings) {

    public FrameworkDiff {
        changes = List.copyOf(changes);
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
    }

    /** Compares two frameworks. Their ids and dates need not agree. */
    public static FrameworkDiff between(Framework before, Framework after) {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        List<TableDiff> tables = new ArrayList<>();
        for (ProviderType type : ProviderType.values()) {
            Optional<ScoringTable> was = before.table(type);
            Optional<ScoringTable> is = after.table(type);
            if (was.isPresent() && is.isPresent()) {
                TableDiff table = TableDiff.between(before, after, was.get(), is.get());
                if (!table.isEmpty()) {
                    tables.add(table);
                }
            } else if (was.isPresent() || is.isPresent()) {
                tables.add(TableDiff.inOne(type, is.isPresent() ? Presence.ADDED : Presence.DROPPED));
            }
        }
        List<Change> changes = Facts.changes(Facts.of(before), Facts.of(after));
        Optional<TiersDiff> tiers = TiersDiff.between(before, after);
        Optional<ProtocolDiff> protocol = ProtocolDiff.between(before, after);
        FrameworkDiff unchecked = new FrameworkDiff(before, after, changes, tables, tiers, protocol, List.of());
        return new FrameworkDiff(before, after, changes, tables, tiers, protocol, unchecked.check());
    }

    /** Whether nothing at all differs but perhaps id, version and digest. */
    public boolean isEmpty() {
        return changes.isEmpty() && tables.isEmpty() && tiers.isEmpty() && protocol.isEmpty();
    }

    /** Whether any result can differ. */
    public boolean resultsCanChange() {
        return !reasons().isEmpty();
    }

    /** Whether the version claims something that does not hold. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    /** Whether the two are versions of one framework, so that what the later version claims can be checked. */
    public boolean isSameFramework() {
        return before.id().equals(after.id());
    }

    /** The difference as plain text, for a person. */
    public String toText() {
        return new DiffText(this).render();
    }

    /** The difference as Markdown, for a comment on a pull request. */
    public String toMarkdown() {
        return new DiffMarkdown(this).render();
    }

    /** Every way in which a result can change, as parts of a sentence. */
    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (!before.inForce().equals(after.inForce())) {
            reasons.add("it applies " + after.inForce() + " instead of " + before.inForce());
        }
        if (before.status() != after.status()) {
            reasons.add("it is " + after.status() + " instead of " + before.status());
        }
        tables.forEach(table -> reasons.addAll(table.reasons()));
        tiers.ifPresent(diff -> reasons.addAll(diff.reasons()));
        protocol.ifPresent(diff -> reasons.addAll(diff.reasons()));
        return reasons;
    }

    private List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        if (isSameFramework()) {
            checkVersion(findings);
        }
        if (before.tiers() != null && after.tiers() != null) {
            KeptSources.of(before.tiers(), after.tiers())
                    .forEach(odd -> findings.add(finding("OPEL-454", Finding.Severity.WARNING, odd)));
        }
        for (TableDiff table : tables) {
            ScoringTable old = before.tables().get(table.providerType());
            ScoringTable current = after.tables().get(table.providerType());
            if (old != null && current != null) {
                KeptSources.of(table, old, current)
                        .forEach(odd -> findings.add(finding("OPEL-454", Finding.Severity.WARNING, odd)));
            }
            for (ParameterDiff parameter : table.parameters()) {
                Parameter was = parameter.before();
                Parameter is = parameter.after();
                if (was != null && is != null && !was.unit().equals(is.unit())) {
                    findings.add(finding(
                            "OPEL-453",
                            Finding.Severity.WARNING,
                            "The unit of " + is.label() + " was " + Words.quoted(was.unit()) + " and is "
                                    + Words.quoted(is.unit())
                                    + ". Numbers are compared as they stand: check that the cuts are meant in the new"
                                    + " unit."));
                }
            }
        }
        return findings;
    }

    private void checkVersion(List<Finding> findings) {
        int[] was = parts(before.version());
        int[] is = parts(after.version());
        int comparison = Arrays.compare(was, is);
        if (comparison > 0) {
            findings.add(finding(
                    "OPEL-452",
                    Finding.Severity.ERROR,
                    "The version goes down, from " + before.version() + " to " + after.version()
                            + ". Compare in the other order, or raise it above " + before.version() + "."));
        } else if (comparison == 0 && !before.digest().equals(after.digest())) {
            findings.add(finding(
                    "OPEL-451",
                    Finding.Severity.ERROR,
                    "Both have version " + after.version() + ", but their rule files differ. Raise "
                            + (resultsCanChange() ? "MINOR, to " + nextMinor(was) : "PATCH, to " + nextPatch(was))
                            + "."));
        } else if (comparison < 0 && was[0] == is[0] && was[1] == is[1] && resultsCanChange()) {
            List<String> reasons = reasons();
            int more = reasons.size() - 1;
            findings.add(finding(
                    "OPEL-450",
                    Finding.Severity.ERROR,
                    "Version " + after.version() + " is a PATCH of " + before.version()
                            + " and so claims that no result changes, but " + reasons.get(0)
                            + (more == 0 ? "" : ", and " + Words.count(more, "more change")) + ": raise MINOR, to "
                            + nextMinor(was) + "."));
        }
    }

    private Finding finding(String code, Finding.Severity severity, String message) {
        String file = after.overlay().isPresent() ? "overlay.yaml" : "framework.yaml";
        return new Finding(code, severity, after.id() + "/" + file, 1, 1, message);
    }

    private static int[] parts(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static String nextMinor(int[] version) {
        return version[0] + "." + (version[1] + 1) + ".0";
    }

    private static String nextPatch(int[] version) {
        return version[0] + "." + version[1] + "." + (version[2] + 1);
    }

    /** As one line of JSON in the format {@code opel.diff/1}, without a line end. Equal differences give equal text. */
    public String toJson() {
        return DiffWriter.write(this);
    }
}
