package io.github.opelrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A daily SitRep: the snapshot of 08:00, submitted at 10:30, amended nine days later. */
class ReportHistoryTest {

    private static final Instant OBSERVED = Instant.parse("2024-01-08T08:00:00Z");
    private static final Instant SUBMITTED = Instant.parse("2024-01-08T10:30:00Z");
    private static final Instant AMENDED = Instant.parse("2024-01-17T15:00:00Z");

    private static final SituationReport FIRST = version("RXX", "96.2", SUBMITTED);
    private static final SituationReport AMENDMENT = version("RXX", "98.4", AMENDED);

    private static SituationReport version(String organisation, String value, @Nullable Instant recordedAt) {
        SituationReport.Builder report = SituationReport.of(OdsCode.of(organisation), ProviderType.ACUTE)
                .observedAt(OBSERVED)
                .reading("ga-bed-occupancy", value);
        return recordedAt == null
                ? report.build()
                : report.recordedAt(recordedAt).build();
    }

    @Test
    void the_amended_report_is_known_from_its_amendment_on_and_the_first_until_then() {
        ReportHistory history = ReportHistory.of(List.of(AMENDMENT, FIRST));

        assertThat(history.asKnownAt(SUBMITTED.minusNanos(1))).isEmpty();
        assertThat(history.asKnownAt(SUBMITTED)).containsExactly(FIRST);
        assertThat(history.asKnownAt(AMENDED.minusNanos(1))).containsExactly(FIRST);
        assertThat(history.asKnownAt(AMENDED)).containsExactly(AMENDMENT);
        assertThat(history.latest()).containsExactly(AMENDMENT);
        assertThat(history.versions()).containsExactly(AMENDMENT, FIRST);
    }

    @Test
    void of_versions_recorded_at_one_time_the_later_in_the_history_counts() {
        SituationReport again = version("RXX", "97", SUBMITTED);

        assertThat(ReportHistory.of(List.of(FIRST, again)).latest()).containsExactly(again);
        assertThat(ReportHistory.of(List.of(again, FIRST)).latest()).containsExactly(FIRST);
        assertThat(ReportHistory.of(List.of(again, FIRST)).asKnownAt(SUBMITTED)).containsExactly(FIRST);
    }

    @Test
    void a_version_that_does_not_say_when_it_was_recorded_is_known_from_its_observed_time_and_amended_by_any_later() {
        SituationReport unknown = version("RXX", "95", null);
        ReportHistory history = ReportHistory.of(List.of(FIRST, unknown));

        assertThat(history.asKnownAt(OBSERVED.minusNanos(1))).isEmpty();
        assertThat(history.asKnownAt(OBSERVED)).containsExactly(unknown);
        assertThat(history.asKnownAt(SUBMITTED)).containsExactly(FIRST);
        assertThat(history.latest()).containsExactly(FIRST);
        assertThat(ReportHistory.of(List.of(unknown, version("RXX", "94", null)))
                        .latest())
                .extracting(
                        report -> report.reading(report.readings().firstKey()).toString())
                .containsExactly("Measured[value=94, roundedTo=null, observedAt=null]");
    }

    @Test
    void reports_of_other_times_providers_and_types_are_no_versions_of_each_other() {
        SituationReport other = version("RYY", "90", AMENDED);
        SituationReport community = SituationReport.of(OdsCode.of("RXX"), ProviderType.COMMUNITY)
                .observedAt(OBSERVED)
                .build();
        SituationReport dayBefore = SituationReport.of(OdsCode.of("RZZ"), ProviderType.ACUTE)
                .observedAt("2024-01-07T08:00:00Z")
                .build();

        ReportHistory history = ReportHistory.of(List.of(other, community, AMENDMENT, dayBefore, FIRST));

        assertThat(history.latest())
                .as("in the order of observed times, then of providers")
                .containsExactly(dayBefore, AMENDMENT, community, other);
        assertThat(history.asKnownAt(SUBMITTED)).containsExactly(dayBefore, FIRST, community);
        assertThat(ReportHistory.of(List.of()).latest()).isEmpty();
    }
}
