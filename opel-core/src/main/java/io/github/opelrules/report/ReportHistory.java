package io.github.opelrules.report;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.internal.Forms;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Versions of reports, of which what was known at one time can be asked. NHS England's daily SitRep, for example, shows 08:00,
 * is submitted by 11:00 and can be amended for 14 days.
 *
 * <p>Reports of one provider, one provider type and one observed time are versions of each other. The one that was recorded
 * later amends the one before, as a whole: readings that it leaves out were not submitted. Of versions recorded at one time
 * the one that stands later in the history counts. A version that does not say when it was recorded counts as recorded when
 * it was observed, so that it is known from the beginning and any later one amends it.
 *
 * @param versions in the order of their arrival
 */
public record ReportHistory(List<SituationReport> versions) {

    private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::observedAt)
            .thenComparing(Subject::organisation)
            .thenComparing(Subject::providerType);

    private record Subject(Instant observedAt, OdsCode organisation, ProviderType providerType) {}

    public ReportHistory {
        versions = Forms.listOf(versions, "versions");
    }

    /**
     * A history of reports.
     *
     * @param versions in the order of their arrival
     */
    public static ReportHistory of(Collection<SituationReport> versions) {
        return new ReportHistory(Forms.listOf(versions, "versions"));
    }

    /** The last version of each report, in the order of their observed times, then of the providers. */
    public List<SituationReport> latest() {
        return asKnownAt(Instant.MAX);
    }

    /**
     * The version of each report that was known at a time, in the order of their observed times, then of the providers.
     * Reports that were not recorded by then are left out.
     *
     * @param time the time; a version recorded at that very instant was known
     */
    public List<SituationReport> asKnownAt(Instant time) {
        TreeMap<Subject, SituationReport> known = new TreeMap<>(ORDER);
        for (SituationReport version : versions) {
            if (!recordedAt(version).isAfter(time)) {
                Subject subject = new Subject(version.observedAt(), version.organisation(), version.providerType());
                known.merge(
                        subject,
                        version,
                        (before, after) -> recordedAt(after).isBefore(recordedAt(before)) ? before : after);
            }
        }
        return List.copyOf(known.values());
    }

    private static Instant recordedAt(SituationReport version) {
        Instant recordedAt = version.recordedAt();
        return recordedAt == null ? version.observedAt() : recordedAt;
    }
}
