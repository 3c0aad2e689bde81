package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Explanation;
import io.github.opelrules.assess.Notification;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report scores and whom it notifies under a local overlay. */
class OverlayScoringTest {

    private static final Path OVERLAY =
            Path.of("src/test/resources/io/github/opelrules/rules/internal/load/overlay/overlay.yaml");
    private static final OpelEngine NATIONAL = OpelRules.bundled();

    @TempDir
    private Path folder;

    private OpelEngine local;

    @BeforeEach
    void load() throws IOException {
        Files.copy(OVERLAY, folder.resolve("overlay.yaml"));
        local = engine();
    }

    private OpelEngine engine() {
        return OpelRules.builder().folder(folder).build();
    }

    private OpelEngine withoutDeviations() throws IOException {
        Path file = folder.resolve("overlay.yaml");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.indexOf("  deviations:")));
        return engine();
    }

    private static SituationReport.Builder report() {
        return SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt("2024-01-08T08:00:00Z")
                .reading("ambulance-handover-mean", "41")
                .reading("ed-four-hour-performance", "61.4")
                .reading("ed-attendance-variation", "4")
                .reading("majors-resus-occupancy", "90")
                .reading("median-time-to-treatment", "70")
                .reading("ed-over-12-hours", "4")
                .reading("escalation-beds", "3")
                .reading("no-criteria-to-reside", "12");
    }

    private static List<String> told(Assessment assessment) {
        return assessment.notifications().stream()
                .map(notification ->
                        notification.threshold().id() + " " + notification.certainty() + " " + notification.code())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            45    |    |                      |
            45.01 |    |                      | CERTAIN THRESHOLD_MET
            46    | 1  |                      | CERTAIN THRESHOLD_MET
            45.5  | 1  |                      | POSSIBLE THRESHOLD_POSSIBLY_MET
            45    | 1  |                      | POSSIBLE THRESHOLD_POSSIBLY_MET
            44    | 1  |                      |
            -1    |    |                      | UNKNOWN IMPLAUSIBLE
            41    |    | 2024-01-08T08:00:01Z | UNKNOWN IMPLAUSIBLE
            41    |    | 2024-01-07T07:59:59Z | UNKNOWN STALE
            50    |    | 2024-01-07T08:00:00Z | CERTAIN THRESHOLD_MET
            """)
    void a_threshold_is_met_or_may_be_or_cannot_be_told(
            String value, String roundedTo, String observedAt, String expected) {
        SituationReport report = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt("2024-01-08T08:00:00Z")
                .reading("ambulance-handover-mean", value, roundedTo, observedAt)
                .reading("corridor-patients", "0")
                .build();

        assertThat(told(local.assess(report)))
                .isEqualTo(expected == null ? List.of() : List.of("long-handovers " + expected));
    }

    @ParameterizedTest
    @CsvSource({"NOT_SUBMITTED, not submitted", "NOT_APPLICABLE, not applicable", "SUPPRESSED, suppressed"})
    void no_absence_is_taken_for_normal(MissingReason reason, String words) {
        Assessment assessment = local.assess(report().missing("corridor-patients", reason));

        assertThat(told(assessment)).containsExactly("corridor-care UNKNOWN " + reason.name());
        assertThat(assessment.explain().all(ReasonCode.THRESHOLD_UNKNOWN))
                .singleElement()
                .satisfies(said -> assertThat(said.sentence())
                        .isEqualTo("Cannot be told whether: Patients are cared for in corridors. Patients cared for in"
                                + " corridors is not known (" + words
                                + ", so unknown); the threshold is from 10 patients."));
    }

    @Test
    void a_reading_that_is_not_named_is_missing_for_its_threshold_too() {
        assertThat(told(local.assess(report()))).containsExactly("corridor-care UNKNOWN NOT_SUBMITTED");
    }

    @Test
    void an_age_is_judged_by_the_local_parameters_own_limit() {
        SituationReport.Builder report = report().reading("corridor-patients", "12", null, "2024-01-08T03:59:59Z");

        assertThat(told(local.assess(report))).containsExactly("corridor-care UNKNOWN STALE");
    }

    @Test
    void notifications_follow_the_order_of_the_overlay_in_a_batch_too() {
        SituationReport report = report().reading("corridor-patients", "12")
                .build()
                .with(ParameterId.of("ambulance-handover-mean"), Reading.of(new BigDecimal("50")));

        assertThat(local.assessAll(List.of(report, report)))
                .allSatisfy(assessment -> assertThat(assessment.notifications())
                        .extracting(notification -> notification.threshold().id())
                        .containsExactly("long-handovers", "corridor-care"));
        assertThat(local.assess(report))
                .isEqualTo(local.assessAll(List.of(report)).get(0));
    }

    @Test
    void a_local_parameter_and_a_threshold_change_no_point_and_no_level() throws IOException {
        OpelEngine additions = withoutDeviations();
        Assessment national = NATIONAL.assess(report());
        Assessment assessment = additions.assess(report().reading("corridor-patients", "500"));

        assertThat(assessment.level()).isEqualTo(national.level());
        assertThat(assessment.score()).isEqualTo(national.score());
        assertThat(assessment.available()).isEqualTo(44);
        assertThat(assessment.assurance()).isEqualTo(national.assurance());
        assertThat(assessment.contributions()).hasSize(9);
        assertThat(told(assessment)).containsExactly("corridor-care CERTAIN THRESHOLD_MET");
        assertThat(assessment.deviations()).isEmpty();
        assertThat(assessment.explain().all(ReasonCode.DEVIATIONS)).isEmpty();
        assertThat(assessment.explain().sentence()).doesNotContain("deviations");
    }

    @Test
    void a_national_engine_knows_no_local_parameter_and_notifies_of_nothing() {
        assertThat(NATIONAL.assess(report()).notifications()).isEmpty();
        assertThatThrownBy(() -> NATIONAL.assess(report().reading("corridor-patients", "1")))
                .isInstanceOf(InvalidReportException.class)
                .hasMessageContaining("readings.corridor-patients: nhse-opel-2023-24 has no such parameter");
        assertThatThrownBy(() -> local.assess(report().reading("corridor-patient", "1")))
                .isInstanceOf(InvalidReportException.class)
                .hasMessageContaining("Did you mean \"corridor-patients\"?");
    }

    @Test
    void a_deviation_scores_and_says_so_first_with_reason_and_owner() {
        Assessment assessment =
                local.assess(report().reading("ga-bed-occupancy", "91").reading("corridor-patients", "0"));
        Explanation explanation = assessment.explain();

        assertThat(assessment.score().min())
                .isEqualTo(NATIONAL.assess(report().reading("ga-bed-occupancy", "91"))
                                .score()
                                .min()
                        + 2);
        assertThat(assessment.assurance()).isEqualTo(Assurance.ASSUMED);
        assertThat(explanation.sentence()).startsWith("OPEL 2, 15 of 44 points, under local deviations: ");
        assertThat(explanation.toText()).contains("""

                This is not the national framework: qxx-opel-2023-24 1.0.0 departs from nhse-opel-2023-24 1.1.0
                  The bands of G&A bed occupancy at 08:00 are local: The board decided on 2023-11-02 to escalate earlier. \
                Decided by Example ICB, medical director.
                  The level cuts are local: OPEL 2 begins earlier in winter. \
                Decided by Example ICB, chief operating officer.
                """);
        assertThat(explanation.toMarkdown())
                .contains("### This is not the national framework: qxx-opel-2023-24 1.0.0 departs from");
        assertThat(explanation.all(ReasonCode.FRAMEWORK).get(0).sentence())
                .endsWith("It extends nhse-opel-2023-24 1.1.0. Its owner: Example ICB, system coordination centre.");
    }

    @Test
    void a_notification_is_told_under_a_heading_of_its_own() {
        Assessment assessment = local.assess(
                report().reading("corridor-patients", "10", "5", null).reading("ga-bed-occupancy", "91"));

        assertThat(assessment.explain().toText()).contains("""

                Local notifications, which change no level
                  Possibly: Patients are cared for in corridors. Patients cared for in corridors: \
                10 patients rounded to 5 (7.5 to 12.5), which may or may not be from 10 patients.
                """);
        assertThat(assessment
                        .explain()
                        .all(ReasonCode.THRESHOLD_POSSIBLY_MET)
                        .get(0)
                        .data())
                .containsEntry("threshold", "corridor-care")
                .containsEntry("values", "from 10")
                .containsEntry("value", "10");
        assertThat(assessment.notifications())
                .extracting(Notification::rule)
                .allSatisfy(rule -> assertThat(rule.citation()).startsWith("This library: a reading is as exact"));
        assertThat(assessment.explain().all(ReasonCode.RULE))
                .anyMatch(rule -> rule.sentence().startsWith("Rule: A threshold may be met if some possible values"));
    }

    @Test
    void json_carries_the_overlay_its_deviations_and_the_notifications() throws IOException {
        String json = OpelJson.write(local.assess(report().reading("corridor-patients", "12")));

        assertThat(json)
                .contains(
                        "\"overlay\":{\"base\":\"nhse-opel-2023-24\",\"baseVersion\":\"1.1.0\",\"owner\":\"Example ICB,"
                                + " system coordination centre\",\"deviations\":[{\"providerType\":\"acute\",\"what\":\"bands of"
                                + " ga-bed-occupancy\",\"parameter\":\"ga-bed-occupancy\",\"reason\":")
                .contains("\"notifications\":[{\"threshold\":\"corridor-care\",\"certainty\":\"certain\",\"notice\":"
                        + "\"Patients are cared for in corridors.\",\"parameter\":\"corridor-patients\",\"label\":\"patients"
                        + " cared for in corridors\",\"unit\":\"patients\",\"values\":{\"from\":\"10\"},"
                        + "\"reading\":{\"value\":\"12\"},\"code\":\"THRESHOLD_MET\"");
        assertValid(json);
        assertValid(OpelJson.write(local.assess(report())));
        assertValid(OpelJson.write(withoutDeviations().assess(report())));
        assertThat(OpelJson.write(NATIONAL.assess(report())))
                .doesNotContain("overlay")
                .doesNotContain("notif");
    }

    private static void assertValid(String assessment) {
        assertValid("opel.assessment-1", assessment);
    }

    private static void assertValid(String format, String json) {
        assertThat(PublishedSchemas.schema(format).validate(json, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void a_system_is_assessed_by_the_tiers_of_the_base_and_tells_the_deviations() throws IOException {
        OdsCode ics = OdsCode.of("QXX");
        Membership membership = new Membership(ics, BigDecimal.ONE, new DateRange(LocalDate.of(2020, 1, 1), null));
        Hierarchy hierarchy = new Hierarchy(
                Hierarchy.Weights.RELATIVE,
                List.of(
                        new Unit(ics, "Example ICS", Tier.ICS, null, List.of()),
                        new Unit(
                                OdsCode.of("RXX"),
                                "Example trust",
                                Tier.PROVIDER,
                                ProviderType.ACUTE,
                                List.of(membership))));

        SystemAssessment system = local.aggregate(
                hierarchy, Instant.parse("2024-01-08T08:00:00Z"), List.of(local.assess(report())), List.of());

        TierAssessment assessed = system.unit(ics).orElseThrow();
        assertThat(assessed.rules()).isEqualTo(nationalFramework().tiers());
        assertThat(assessed.explain().sentence()).endsWith(" The framework has local deviations.");
        assertThat(assessed.explain().all(ReasonCode.DEVIATION))
                .extracting(Explanation::sentence)
                .containsExactly(
                        "Not national: acute, bands of ga-bed-occupancy: The board decided on 2023-11-02 to escalate"
                                + " earlier (Example ICB, medical director).",
                        "Not national: acute, level cuts: OPEL 2 begins earlier in winter (Example ICB, chief operating"
                                + " officer).");
        String json = OpelJson.write(system);
        assertThat(json).contains("\"overlay\":{\"base\":\"nhse-opel-2023-24\"");
        assertValid("opel.system-1", json);
    }

    private static Framework nationalFramework() {
        return NATIONAL.assess(report()).framework();
    }

    @Test
    void an_overlay_is_reloaded_like_any_framework() throws IOException {
        ReloadableEngine engine = OpelRules.builder().folder(folder).buildReloadable();
        Path file = folder.resolve("overlay.yaml");
        String digest = engine.assess(report()).framework().digest();
        Files.writeString(file, Files.readString(file).replace("above: 45", "above: 40"));

        engine.reload();

        assertThat(told(engine.assess(report()))).contains("long-handovers CERTAIN THRESHOLD_MET");
        assertThat(engine.assess(report()).framework().digest()).isNotEqualTo(digest);
    }

    @Test
    void an_overlay_can_be_a_zip() throws IOException {
        Path zip = folder.resolve("overlay.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("qxx/overlay.yaml"));
            out.write(Files.readAllBytes(OVERLAY));
        }

        assertThat(OpelRules.builder().folder(zip).build().assess(report())).isEqualTo(local.assess(report()));
    }

    @Test
    void an_overlay_takes_the_place_of_what_it_extends() {
        assertThatThrownBy(() -> OpelRules.builder().bundled().folder(folder).build())
                .hasMessageContaining("Load the overlay instead of that framework");
    }
}
