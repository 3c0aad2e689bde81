package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OpelJsonTest {

    private static final String REPORT = """
            {"format": "opel.report/1", "organisation": "RXX", "providerType": "acute", "observedAt": "2024-01-08T08:00:00Z",
             "readings": {"ambulance-handover-mean": "41",
                          "ed-four-hour-performance": {"value": "61", "roundedTo": "1"},
                          "ga-bed-occupancy": {"value": "96.2", "observedAt": "2024-01-08T06:00:00Z"},
                          "escalation-beds": {"missing": "not-submitted"}}}
            """;

    private final OpelEngine engine = OpelRules.bundled();

    @Provide
    Arbitrary<SituationReport> reports() {
        Arbitrary<OdsCode> codes = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(3)
                .ofMaxLength(10)
                .map(OdsCode::of);
        Arbitrary<ParameterId> parameters = Arbitraries.strings()
                .withCharRange('a', 'f')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(words -> ParameterId.of(String.join("-", words)));
        return Combinators.combine(
                        codes,
                        Arbitraries.of(ProviderType.class),
                        instants(),
                        Arbitraries.maps(parameters, readings()).ofMaxSize(12),
                        instants().injectNull(0.5))
                .as((code, type, at, readings, recordedAt) -> new SituationReport(
                        code,
                        type,
                        at,
                        new TreeMap<>(readings),
                        recordedAt == null || recordedAt.isBefore(at) ? null : recordedAt));
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(
                                        Instant.parse("0001-01-01T00:00:00Z").getEpochSecond(),
                                        Instant.parse("9999-12-31T23:59:59Z").getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Reading> readings() {
        Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000000000"), new BigDecimal("1000000000000"))
                .ofScale(9);
        Arbitrary<BigDecimal> steps = Arbitraries.of("1", "0.1", "5", "0.50").map(BigDecimal::new);
        Arbitrary<Reading> measured = Combinators.combine(
                        numbers, steps.injectNull(0.5), instants().injectNull(0.5))
                .as(Reading.Measured::new);
        Arbitrary<Reading> missing = Arbitraries.of(MissingReason.class).map(Reading::missing);
        return Arbitraries.oneOf(measured, missing);
    }

    @Property
    void a_report_that_is_written_and_read_again_is_equal(@ForAll @From("reports") SituationReport report) {
        assertThat(OpelJson.readReport(OpelJson.write(report)).build()).isEqualTo(report);
    }

    @Property
    void any_text_gives_a_builder_or_is_refused_as_an_invalid_report(@ForAll String text) {
        assertReadOrRefused(text);
    }

    @Property
    void a_report_with_letters_changed_gives_a_builder_or_is_refused_as_an_invalid_report(
            @ForAll @IntRange(max = 400) int from,
            @ForAll @IntRange(max = 6) int length,
            @ForAll @From("fragments") String fragment) {
        int start = Math.min(from, REPORT.length());
        int end = Math.min(start + length, REPORT.length());

        assertReadOrRefused(REPORT.substring(0, start) + fragment + REPORT.substring(end));
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(3),
                Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"",
                        "\\",
                        "\\u0000",
                        "null",
                        "true",
                        "NaN",
                        "-",
                        "1e999999999",
                        "[[[[",
                        "{\"a\":",
                        "\uFEFF",
                        "\uD800",
                        "\"value\": 1,",
                        "\"readings\": {}",
                        "//",
                        "9".repeat(2000)));
    }

    private static void assertReadOrRefused(String text) {
        Throwable thrown = catchThrowable(() -> OpelJson.readReport(text).build());
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(InvalidReportException.class);
            assertThat(((InvalidReportException) thrown).problems()).isNotEmpty();
            assertThat(thrown).hasMessageStartingWith("The report");
        }
    }

    @Example
    void a_report_is_written_on_one_line_with_its_readings_in_the_order_of_their_names() {
        assertThat(OpelJson.write(OpelJson.readReport(REPORT).build()))
                .isEqualTo("{\"format\":\"opel.report/1\",\"organisation\":\"RXX\",\"providerType\":\"acute\","
                        + "\"observedAt\":\"2024-01-08T08:00:00Z\",\"readings\":{\"ambulance-handover-mean\":\"41\","
                        + "\"ed-four-hour-performance\":{\"value\":\"61\",\"roundedTo\":\"1\"},"
                        + "\"escalation-beds\":{\"missing\":\"not-submitted\"},"
                        + "\"ga-bed-occupancy\":{\"value\":\"96.2\",\"observedAt\":\"2024-01-08T06:00:00Z\"}}}");
    }

    @Example
    void equal_reports_give_equal_assessments_byte_for_byte() {
        String once = OpelJson.write(engine.assess(OpelJson.readReport(REPORT)));
        String again = OpelJson.write(OpelRules.bundled().assess(OpelJson.readReport(REPORT)));

        assertThat(again).isEqualTo(once);
    }

    @Example
    void a_negative_occupancy_is_an_outcome_and_no_error() {
        String json = OpelJson.write(engine.assess(OpelJson.readReport(REPORT.replace("96.2", "-5"))));

        assertThat(json)
                .contains("\"reading\":{\"value\":\"-5\",\"observedAt\":\"2024-01-08T06:00:00Z\"}")
                .contains("\"points\":{\"min\":\"0\",\"max\":\"8\"},\"ofMaximum\":\"8\",\"code\":\"IMPLAUSIBLE\"");
    }
}
