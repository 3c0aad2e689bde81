package io.github.opelrules.report;

import static io.github.opelrules.Assessments.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.Frameworks;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SituationReportTest {

    private static final ParameterId HANDOVER = ParameterId.of("ambulance-handover-mean");

    private static List<String> problems(SituationReport.Builder report) {
        return report.problems().stream()
                .map(problem -> problem.code() + " " + problem)
                .toList();
    }

    @Test
    void a_report_holds_what_it_was_given() {
        SituationReport report = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt(Instant.parse("2024-01-08T08:00:00Z"))
                .reading("ambulance-handover-mean", "41.50")
                .reading("ga-bed-occupancy", new BigDecimal("96.2"))
                .rounded("ed-four-hour-performance", "61", "1")
                .missing("escalation-beds", MissingReason.SUPPRESSED)
                .reading("no-criteria-to-reside", "12", null, "2024-01-08T06:00:00+00:00")
                .build();

        assertThat(report.organisation()).isEqualTo(OdsCode.of("RXX"));
        assertThat(report.providerType()).isEqualTo(ProviderType.ACUTE);
        assertThat(report.observedAt()).isEqualTo("2024-01-08T08:00:00Z");
        assertThat(report.readings()).hasSize(5);
        assertThat(report.reading(HANDOVER)).isEqualTo(Reading.of(new BigDecimal("41.50")));
        assertThat(report.reading(ParameterId.of("ga-bed-occupancy"))).isEqualTo(Reading.of(new BigDecimal("96.2")));
        assertThat(report.reading(ParameterId.of("ed-four-hour-performance")))
                .isEqualTo(new Reading.Measured(new BigDecimal("61"), BigDecimal.ONE, null));
        assertThat(report.reading(ParameterId.of("escalation-beds")))
                .isEqualTo(Reading.missing(MissingReason.SUPPRESSED));
        assertThat(report.reading(ParameterId.of("no-criteria-to-reside")))
                .isEqualTo(new Reading.Measured(new BigDecimal("12"), null, Instant.parse("2024-01-08T06:00:00Z")));
    }

    @Test
    void what_a_report_does_not_name_was_not_submitted() {
        assertThat(report().build().reading(HANDOVER)).isEqualTo(Reading.missing(MissingReason.NOT_SUBMITTED));
    }

    @Test
    void a_report_does_not_change_with_the_map_it_was_made_from() {
        TreeMap<ParameterId, Reading> readings = new TreeMap<>();
        SituationReport report = new SituationReport(
                OdsCode.of("RXX"), ProviderType.ACUTE, Instant.parse("2024-01-08T08:00:00Z"), readings);

        readings.put(HANDOVER, Reading.of(BigDecimal.ONE));

        assertThat(report.readings()).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> report.readings().put(HANDOVER, Reading.of(BigDecimal.ONE)));
    }

    @Test
    void a_time_with_an_offset_is_the_instant_it_names() {
        assertThat(report().observedAt("2024-07-08T08:00:00+01:00").build().observedAt())
                .isEqualTo("2024-07-08T07:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-08T08:00:00",
                "2024-01-08T08:00Z",
                "2024-01-08T08:00:00+0100",
                "2024-02-30T08:00:00Z",
                "2024-01-08T25:00:00Z",
                "+12024-01-08T08:00:00Z",
                "08/01/2024 08:00",
                ""
            })
    void a_time_that_is_not_of_rfc_3339_is_refused(String text) {
        assertThat(problems(report().observedAt(text)))
                .containsExactly(
                        "BAD_TIME observedAt: \"" + text + "\" is not a time with an offset: expected RFC 3339,"
                                + " such as \"2024-01-08T08:00:00Z\" or \"2024-07-08T08:00:00+01:00\".");
    }

    @Test
    void everything_that_is_wrong_is_listed_together() {
        SituationReport.Builder report = SituationReport.builder()
                .organisation("rxx")
                .providerType("acut")
                .observedAt("2024-01-08 08:00")
                .reading("ambulance-handover-mean", "n/a")
                .reading("ambulance-handover-mean", "41")
                .rounded("ga-bed-occupancy", "96", "0")
                .reading("escalation-beds", "2", "half", "yesterday")
                .reading("G&A beds", "NaN");

        assertThatExceptionOfType(InvalidReportException.class)
                .isThrownBy(report::build)
                .satisfies(e -> assertThat(e.problems()).isEqualTo(report.problems()))
                .withMessage("""
                        The report of "rxx" has 10 problems:
                          - organisation: "rxx" is not an ODS code: expected 3 to 10 upper-case letters and digits, such as RXX for a trust or RXX01 for a site. Did you mean "RXX"?
                          - providerType: "acut" is not a provider type. Did you mean "acute"? Expected one of: acute, community, mental-health, nhs-111.
                          - observedAt: "2024-01-08 08:00" is not a time with an offset: expected RFC 3339, such as "2024-01-08T08:00:00Z" or "2024-07-08T08:00:00+01:00".
                          - readings.ambulance-handover-mean: "n/a" is not a plain decimal number of at most 30 characters, such as "61.4". Where there is none, report it as missing with a reason, such as "not-submitted".
                          - readings.ambulance-handover-mean: is reported twice. Report each parameter once.
                          - readings.ga-bed-occupancy.roundedTo: "0" is not a step to round to: expected a number above 0, such as 1 for whole numbers.
                          - readings.escalation-beds.roundedTo: "half" is not a plain decimal number of at most 30 characters, such as "61.4". Leave it out where the value is exact.
                          - readings.escalation-beds.observedAt: "yesterday" is not a time with an offset: expected RFC 3339, such as "2024-01-08T08:00:00Z" or "2024-07-08T08:00:00+01:00".
                          - readings."G&A beds": "NaN" is not a plain decimal number of at most 30 characters, such as "61.4". Where there is none, report it as missing with a reason, such as "not-submitted".
                          - readings."G&A beds": "G&A beds" is not a parameter id: expected lower-case words joined by hyphens, such as "ga-bed-occupancy".""");
        assertThat(report.problems())
                .extracting(ReportProblem::code)
                .containsExactly(
                        ReportProblem.Code.BAD_ODS_CODE,
                        ReportProblem.Code.WRONG_PROVIDER_TYPE,
                        ReportProblem.Code.BAD_TIME,
                        ReportProblem.Code.NOT_A_NUMBER,
                        ReportProblem.Code.DUPLICATE_READING,
                        ReportProblem.Code.NOT_A_NUMBER,
                        ReportProblem.Code.NOT_A_NUMBER,
                        ReportProblem.Code.BAD_TIME,
                        ReportProblem.Code.NOT_A_NUMBER,
                        ReportProblem.Code.UNKNOWN_PARAMETER);
    }

    @Test
    void an_empty_report_says_what_it_needs() {
        assertThat(problems(SituationReport.builder()))
                .containsExactly(
                        "BAD_ODS_CODE organisation: is missing. Give the provider's ODS code, such as \"RXX\".",
                        "WRONG_PROVIDER_TYPE providerType: is missing."
                                + " Expected one of: acute, community, mental-health, nhs-111.",
                        "NO_TIME observedAt: is missing. Say when the situation was as reported, with an offset, such as"
                                + " \"2024-01-08T08:00:00Z\": it decides which framework applies.");
        assertThatExceptionOfType(InvalidReportException.class)
                .isThrownBy(() -> SituationReport.builder().build())
                .withMessageStartingWith("The report has 3 problems:\n  - organisation: is missing.");
    }

    @Test
    void a_report_with_one_problem_says_so() {
        assertThatExceptionOfType(InvalidReportException.class)
                .isThrownBy(() -> report().reading("escalation-beds", "n/a").build())
                .withMessageStartingWith("The report of \"RXX\" has 1 problem:\n  - readings.escalation-beds: \"n/a\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NaN",
                "n/a",
                "Infinity",
                "1e3",
                "1E+400000000",
                "0x10",
                "1,000",
                "61.4%",
                ".5",
                "5.",
                "--1",
                "١٢",
                "1 000",
                "1_000"
            })
    void what_is_not_a_plain_decimal_number_is_refused(String text) {
        assertThat(problems(report().reading("escalation-beds", text)))
                .containsExactly("NOT_A_NUMBER readings.escalation-beds: \"" + text
                        + "\" is not a plain decimal number of at most 30 characters, such as \"61.4\". Where there is none,"
                        + " report it as missing with a reason, such as \"not-submitted\".");
    }

    @Test
    void a_number_of_a_thousand_digits_is_refused_and_not_repeated_in_full() {
        assertThat(problems(report().reading("escalation-beds", "9".repeat(1000))))
                .containsExactly("NOT_A_NUMBER readings.escalation-beds: \"" + "9".repeat(60)
                        + "…\" (1000 characters) is not a plain decimal number of at most 30 characters, such as \"61.4\"."
                        + " Where there is none, report it as missing with a reason, such as \"not-submitted\".");
        assertThat(problems(report().reading("escalation-beds", "9".repeat(30))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3.5", "+3.5", " 61.4 ", "007", "-0"})
    void a_plain_decimal_number_is_read(String text) {
        assertThat(report().reading("escalation-beds", text).build().reading(ParameterId.of("escalation-beds")))
                .isEqualTo(Reading.of(new BigDecimal(text.strip())));
    }

    @Test
    void a_hostile_name_cannot_forge_a_line_of_a_message() {
        String hostile = "x\n  - organisation: all is well\u202E";

        assertThat(problems(report().reading(hostile, "n/a").reading(hostile, "1")))
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem)
                        .contains("readings.\"x\uFFFD  - organisation: all is well\uFFFD\": ")
                        .doesNotContain("\n", "\u202E"));
    }

    @Test
    void a_bad_step_leaves_no_reading_that_could_be_used() {
        assertThat(problems(report().rounded("escalation-beds", "2", "-1")))
                .containsExactly("NOT_A_NUMBER readings.escalation-beds.roundedTo: \"-1\" is not a step to round to:"
                        + " expected a number above 0, such as 1 for whole numbers.");
    }

    @Test
    void whoever_reads_a_report_from_elsewhere_can_add_a_problem() {
        SituationReport.Builder report = report().reject(ReportProblem.Code.UNKNOWN_KEY, "colour", "is no key.");

        assertThat(report.problems())
                .containsExactly(new ReportProblem(ReportProblem.Code.UNKNOWN_KEY, "colour", "is no key."));
        assertThat(report.name()).isEqualTo("report of \"RXX\"");
        assertThat(report.knownProviderType()).contains(ProviderType.ACUTE);
        assertThat(report.knownTime()).contains(Instant.parse("2024-01-08T08:00:00Z"));
        assertThat(SituationReport.builder().knownTime()).isEmpty();
        assertThat(SituationReport.builder().providerType("acut").knownProviderType())
                .isEmpty();
    }

    @Test
    void a_parameter_that_the_framework_does_not_have_is_answered_with_the_nearest() {
        Framework framework = Frameworks.acute();
        SituationReport report = report().reading("ga-bed-ocupancy", "96")
                .reading("something-else-altogether", "1")
                .reading("escalation-beds", "1")
                .build();
        String known = "Known: ambulance-handover-mean, ed-four-hour-performance, ga-bed-occupancy, escalation-beds.";

        assertThat(report.problemsUnder(framework))
                .containsExactly(
                        new ReportProblem(
                                ReportProblem.Code.UNKNOWN_PARAMETER,
                                "readings.ga-bed-ocupancy",
                                "example-2023-24 has no such parameter for acute providers."
                                        + " Did you mean \"ga-bed-occupancy\"? " + known),
                        new ReportProblem(
                                ReportProblem.Code.UNKNOWN_PARAMETER,
                                "readings.something-else-altogether",
                                "example-2023-24 has no such parameter for acute providers. " + known));
    }

    @Test
    void a_provider_type_that_the_framework_does_not_score_is_a_problem() {
        SituationReport report = SituationReport.of(OdsCode.of("RXX"), ProviderType.MENTAL_HEALTH)
                .observedAt("2024-01-08T08:00:00Z")
                .reading("no-such-parameter", "1")
                .build();

        assertThat(report.problemsUnder(Frameworks.acute()))
                .containsExactly(new ReportProblem(
                        ReportProblem.Code.WRONG_PROVIDER_TYPE,
                        "providerType",
                        "example-2023-24 does not score mental-health providers. It scores: acute."));
    }

    @Test
    void problems_in_itself_and_under_a_framework_are_listed_together() {
        SituationReport.Builder report = report().organisation("?").reading("ga-bed-ocupancy", "n/a");

        assertThat(report.problemsUnder(Frameworks.acute()))
                .extracting(ReportProblem::code)
                .containsExactly(
                        ReportProblem.Code.BAD_ODS_CODE,
                        ReportProblem.Code.NOT_A_NUMBER,
                        ReportProblem.Code.UNKNOWN_PARAMETER);
        assertThat(report.providerType("?").problemsUnder(Frameworks.acute()))
                .as("with no provider type there is no table to look in")
                .extracting(ReportProblem::code)
                .containsExactly(
                        ReportProblem.Code.BAD_ODS_CODE,
                        ReportProblem.Code.WRONG_PROVIDER_TYPE,
                        ReportProblem.Code.NOT_A_NUMBER);
        assertThat(report("41", "61.4", "96.2", "6").problemsUnder(Frameworks.acute()))
                .isEmpty();
    }

    @Test
    void a_number_that_cannot_be_written_out_is_a_problem_of_the_report_and_not_of_its_reader() {
        SituationReport.Builder report = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt("2024-01-08T08:00:00Z")
                .reading("ga-bed-occupancy", new BigDecimal("1E+999"));

        assertThat(report.problems())
                .containsExactly(new ReportProblem(
                        ReportProblem.Code.NOT_A_NUMBER,
                        "readings.ga-bed-occupancy",
                        "A reading is a number of at most 30 digits, written out in full."));
    }

    @Test
    void what_if_one_reading_were_another() {
        SituationReport report = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt("2024-01-08T08:00:00Z")
                .reading("ga-bed-occupancy", "96")
                .build();
        ParameterId beds = ParameterId.of("ga-bed-occupancy");
        Reading better = Reading.of(new BigDecimal("91"));

        assertThat(report.with(beds, better).reading(beds)).isEqualTo(better);
        assertThat(report.reading(beds)).isEqualTo(Reading.of(new BigDecimal("96")));
    }

    @Test
    void a_report_may_say_when_it_was_recorded() {
        SituationReport report = report().recordedAt("2024-01-08T11:30:00+01:00")
                .reading("ga-bed-occupancy", "96.2")
                .build();

        assertThat(report.recordedAt()).isEqualTo("2024-01-08T10:30:00Z");
        assertThat(report.with(ParameterId.of("ga-bed-occupancy"), Reading.missing(MissingReason.SUPPRESSED))
                        .recordedAt())
                .isEqualTo(report.recordedAt());
        assertThat(report().build().recordedAt()).isNull();
        assertThat(report().recordedAt(report().build().observedAt()).build().recordedAt())
                .as("recorded at the very moment")
                .isEqualTo(report.observedAt());
    }

    @Test
    void a_report_is_not_recorded_before_it_is_observed() {
        String message =
                "is 2024-01-08T07:59:59Z, which is before the situation was observed, 2024-01-08T08:00:00Z. Correct"
                        + " one of the two, or leave out when it was recorded.";
        SituationReport report = report().build();

        assertThat(report().recordedAt("2024-01-08T07:59:59Z").problems())
                .containsExactly(new ReportProblem(ReportProblem.Code.BAD_TIME, "recordedAt", message));
        assertThat(report().recordedAt("at noon").problems())
                .extracting(ReportProblem::toString)
                .containsExactly("recordedAt: \"at noon\" is not a time with an offset: expected RFC 3339, such as"
                        + " \"2024-01-08T08:00:00Z\" or \"2024-07-08T08:00:00+01:00\".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SituationReport(
                        report.organisation(),
                        report.providerType(),
                        report.observedAt(),
                        report.readings(),
                        Instant.parse("2024-01-08T07:59:59Z")))
                .withMessage("recordedAt " + message);
    }
}
