package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubtfulReadingsTest {

    private static final Path WINTER =
            Path.of("../../opel-examples/src/main/resources/io/github/opelrules/examples/sample_2022_23.jsonl");

    @Test
    void a_share_where_a_percentage_is_meant_scores_as_it_is_and_is_doubtful() {
        Assessment assessment = assess(report().reading("ga-bed-occupancy", "0.983"));
        Contribution occupancy = contribution(assessment, "ga-bed-occupancy");

        assertThat(occupancy.code()).isEqualTo(ReasonCode.BAND_MATCHED);
        assertThat(occupancy.points()).hasToString("0");
        assertThat(occupancy.bands()).hasSize(1);
        assertThat(Objects.requireNonNull(occupancy.doubt()).reason())
                .isEqualTo("0.983 may be a share where a percentage is expected: 98.3");
        assertThat(assessment.doubtful()).containsExactly(occupancy);
        assertThat(assessment.assurance())
                .as("what is usual is assumed, and decides nothing")
                .isEqualTo(assess(report().reading("ga-bed-occupancy", "40")).assurance());
        assertThat(assessment.explain().toText())
                .contains("; 8 of 9 readings missing or not usable; 1 of 9 readings doubtful.")
                .contains("; unverified.\n    G&A bed occupancy is doubtful: 0.983 may be a share where a percentage is"
                        + " expected: 98.3. Usual are 40 to 120% (assumed). The reading scores as it is.\n")
                .contains("\n  Rule: An unusual reading is doubtful and still scores. ");
        assertThat(assessment.explain().toMarkdown())
                .contains(" |\n\n- G&A bed occupancy is doubtful: 0.983 may be a share where");
    }

    @Test
    void json_has_the_doubt_beside_the_band_and_is_valid_under_its_schema() {
        String json = OpelJson.write(assess(report().reading("ga-bed-occupancy", "0.983")));

        assertThat(json)
                .contains("\"code\":\"BAND_MATCHED\"")
                .contains(
                        "\"doubt\":{\"code\":\"DOUBTFUL\",\"reason\":\"0.983 may be a share where a percentage is"
                                + " expected: 98.3\",\"usual\":{\"from\":\"40\",\"upTo\":\"120\"},\"rule\":{\"name\":\"An unusual reading")
                .contains("\"assurance\":\"assumed\"}}")
                .contains("\"code\":\"DOUBTFUL\",\"sentence\":\"G&A bed occupancy is doubtful: ");
        assertThat(PublishedSchemas.schema("opel.assessment-1").validate(json, InputFormat.JSON))
                .isEmpty();
        assertThat(OpelJson.write(assess(report().reading("ga-bed-occupancy", "40"))))
                .doesNotContain("\"doubt\"", "DOUBTFUL");
    }

    @ParameterizedTest
    @CsvSource({
        "40, , false",
        "39.99, , true",
        "120, , false",
        "120.01, , true",
        "35, 10, false",
        "34, 10, true",
        "0, , true",
        "150, , true"
    })
    void a_reading_is_doubtful_where_no_value_that_it_may_have_is_usual(
            String value, String roundedTo, boolean doubtful) {
        Assessment assessment = assess(report().reading("ga-bed-occupancy", value, roundedTo, null));

        assertThat(assessment.doubtful()).hasSize(doubtful ? 1 : 0);
    }

    @Test
    void what_cannot_be_used_is_not_doubtful_as_well() {
        assertThat(assess(report().reading("ga-bed-occupancy", "150.01")).doubtful())
                .isEmpty();
        assertThat(assess(report().reading("ga-bed-occupancy", "0.983", null, "2024-01-07T07:59:59Z"))
                        .doubtful())
                .as("stale")
                .isEmpty();
        assertThat(assess(report()).doubtful()).isEmpty();
    }

    @Test
    void no_doubt_ever_changes_a_score() {
        Assessment usual = assess(report().reading("ga-bed-occupancy", "40").reading("ambulance-handover-mean", "3"));
        Assessment odd = assess(report().reading("ga-bed-occupancy", "39").reading("ambulance-handover-mean", "2"));

        assertThat(odd.doubtful()).hasSize(2);
        assertThat(odd.score()).isEqualTo(usual.score());
        assertThat(odd.level()).isEqualTo(usual.level());
        assertThat(odd.unknown()).hasSameSizeAs(usual.unknown());
    }

    @Test
    void real_readings_of_a_hard_winter_are_not_doubted() throws IOException {
        try (Stream<String> lines = Files.lines(WINTER)) {
            List<Assessment> assessments = lines.map(OpelJson::readReport)
                    .map(OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"))::assess)
                    .toList();

            assertThat(assessments).hasSize(30);
            assertThat(assessments)
                    .allSatisfy(assessment -> assertThat(assessment.doubtful())
                            .extracting(Contribution::parameter)
                            .extracting(Parameter::id)
                            .isEmpty());
        }
    }

    private static SituationReport.Builder report() {
        return SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt(Instant.parse("2024-01-08T08:00:00Z"));
    }

    private static Assessment assess(SituationReport.Builder report) {
        return OpelRules.bundled().assess(report);
    }

    private static Contribution contribution(Assessment assessment, String parameter) {
        return assessment.contributions().stream()
                .filter(each -> each.parameter().id().value().equals(parameter))
                .findFirst()
                .orElseThrow();
    }
}
