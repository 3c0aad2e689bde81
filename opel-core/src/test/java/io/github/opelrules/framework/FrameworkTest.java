package io.github.opelrules.framework;

import static io.github.opelrules.Frameworks.CUTS;
import static io.github.opelrules.Frameworks.DIGEST;
import static io.github.opelrules.Frameworks.ESCALATION_BEDS;
import static io.github.opelrules.Frameworks.FOUR_HOUR;
import static io.github.opelrules.Frameworks.HANDOVER;
import static io.github.opelrules.Frameworks.OCCUPANCY;
import static io.github.opelrules.Frameworks.TOTAL;
import static io.github.opelrules.Frameworks.acuteTable;
import static io.github.opelrules.Frameworks.band;
import static io.github.opelrules.Frameworks.domain;
import static io.github.opelrules.Frameworks.parameter;
import static io.github.opelrules.Frameworks.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.Frameworks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameworkTest {

    private static final Framework ACUTE = Frameworks.acute();

    @Test
    void known_issues_are_kept_in_their_order() {
        Framework framework = new Framework(
                ACUTE.id(),
                ACUTE.version(),
                ACUTE.title(),
                ACUTE.status(),
                ACUTE.inForce(),
                ACUTE.inForceAssurance(),
                ACUTE.source(),
                ACUTE.tables(),
                ACUTE.tiers(),
                ACUTE.protocol(),
                ACUTE.digest(),
                List.of("Two feeds disagree.", "A cut is not known."),
                null);

        assertThat(framework.knownIssues()).containsExactly("Two feeds disagree.", "A cut is not known.");
        assertThat(ACUTE.knownIssues()).isEmpty();
    }

    private static Framework framework(
            String version, String title, Map<ProviderType, ScoringTable> tables, String digest) {
        return new Framework(
                ACUTE.id(),
                version,
                title,
                ACUTE.status(),
                ACUTE.inForce(),
                ACUTE.inForceAssurance(),
                ACUTE.source(),
                tables,
                digest);
    }

    @Test
    void a_framework_has_a_table_for_each_provider_type_that_it_scores() {
        assertThat(ACUTE.table(ProviderType.ACUTE)).contains(acuteTable());
        assertThat(ACUTE.table(ProviderType.NHS_111)).isEmpty();
        assertThat(ACUTE).hasToString("example-2023-24 1.0.0");
        assertThat(Framework.Status.PUBLISHED).hasToString("published");
        assertThat(Framework.Status.DRAFT).hasToString("draft");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ACUTE.tables().clear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.0", "1.0.0-rc1", "v1.0.0", "1.0.0 ", "1.0.0000000001", "1.00.1", "01.0.0"})
    void a_content_version_has_three_numbers(String version) {
        assertThat(Framework.isVersion(version)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework(version, "Example", ACUTE.tables(), DIGEST))
                .withMessage("\"" + version + "\" is not a content version: expected MAJOR.MINOR.PATCH, such as 1.0.0");
    }

    @Test
    void a_framework_needs_a_title_a_table_and_a_digest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework("1.0.0", " ", ACUTE.tables(), DIGEST))
                .withMessage("Framework example-2023-24 needs a title and at least one provider type");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework("1.0.0", "Example", Map.of(), DIGEST))
                .withMessage("Framework example-2023-24 needs a title and at least one provider type");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework("1.0.0", "Example", ACUTE.tables(), "sha256:ABC"))
                .withMessage("\"sha256:ABC\" is not a digest: expected sha256: and 64 hex digits");
    }

    @Test
    void a_table_stands_under_its_own_provider_type() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework("1.0.0", "Example", Map.of(ProviderType.COMMUNITY, acuteTable()), DIGEST))
                .withMessage("The table of acute stands under community");
    }

    @Test
    void a_scoring_table_sorts_its_parameters_and_finds_them_by_id() {
        ScoringTable table = Frameworks.table(totals("5", "11", "16"), OCCUPANCY, HANDOVER, ESCALATION_BEDS, FOUR_HOUR);

        assertThat(table.parameters()).containsExactly(HANDOVER, FOUR_HOUR, OCCUPANCY, ESCALATION_BEDS);
        assertThat(table.parameter(ParameterId.of("ga-bed-occupancy"))).contains(OCCUPANCY);
        assertThat(table.parameter(ParameterId.of("no-such-parameter"))).isEmpty();
        assertThat(table.available()).isEqualTo(22);
        assertThat(table.levelOf(5)).isEqualTo(OpelLevel.OPEL_1);
        assertThat(table.levelOf(22)).isEqualTo(OpelLevel.OPEL_4);
    }

    @Test
    void a_scoring_table_has_each_id_and_each_number_once() {
        Parameter sameNumber = parameter(
                1, "other", "other", "%", domain("0", "1", "1"), Parameter.Direction.HIGHER, band("any value", 0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frameworks.table(totals("1", "2", "3"), HANDOVER, HANDOVER))
                .withMessage("Parameter 1 ambulance-handover-mean: each id and each number can stand once only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frameworks.table(totals("1", "2", "3"), HANDOVER, sameNumber))
                .withMessage("Parameter 1 other: each id and each number can stand once only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoringTable(ProviderType.ACUTE, List.of(), TOTAL, totals("1", "2", "3")))
                .withMessage("A scoring table needs at least one parameter");
    }

    @Test
    void a_parameter_needs_a_number_and_texts_and_an_age() {
        String needs = "Parameter some-id needs a number from 1, a label, a definition and a unit";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbered(0, "label", "definition", "%", Duration.ofHours(1)))
                .withMessage(needs);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbered(1, " ", "definition", "%", Duration.ofHours(1)))
                .withMessage(needs);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbered(1, "label", "", "%", Duration.ofHours(1)))
                .withMessage(needs);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbered(1, "label", "definition", "", Duration.ofHours(1)))
                .withMessage(needs);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbered(1, "label", "definition", "%", Duration.ZERO))
                .withMessage("Parameter some-id: a reading's greatest age is above 0, not PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbered(1, "label", "definition", "%", Duration.ofHours(-1)))
                .withMessage("Parameter some-id: a reading's greatest age is above 0, not PT-1H");
    }

    private static Parameter numbered(int number, String label, String definition, String unit, Duration maxAge) {
        return new Parameter(
                ParameterId.of("some-id"),
                number,
                label,
                definition,
                unit,
                domain("0", "1", "1"),
                Parameter.Direction.HIGHER,
                maxAge,
                CUTS.source(),
                List.of());
    }

    @Test
    void a_domain_holds_a_stretch_and_has_a_precision() {
        assertThat(domain("0", "1440", "0.1")).hasToString("0 to 1440");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> domain("5", "5.0", "1"))
                .withMessage("A domain from 5 up to 5.0 holds no stretch of values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> domain("0", "1E+2", "0"))
                .withMessage("A precision is above 0, not 0");
    }

    @ParameterizedTest
    @CsvSource({
        "-5, -1, false, ,",
        "-5, 0, true, 0, 0",
        "-5, 5, true, 0, 5",
        "5, 6, true, 5, 6",
        "99, 101, true, 99, 100",
        "100, 101, true, 100, 100",
        "100.5, 101, false, ,",
        "-5, 200, true, 0, 100"
    })
    void the_plausible_part_of_a_stretch_is_what_lies_in_the_domain(
            BigDecimal low, BigDecimal high, boolean touches, BigDecimal from, BigDecimal upTo) {
        Domain domain = domain("0", "100", "1");
        Stretch stretch = new Stretch(low, high);

        assertThat(domain.touches(stretch)).isEqualTo(touches);
        if (touches) {
            assertThat(domain.plausiblePartOf(stretch)).isEqualTo(new Stretch(from, upTo));
        }
    }

    @Test
    void points_are_0_to_100_and_ranges_run_forwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> band("any value", 101))
                .withMessage("A band scores 0 to 100 points, not 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> band("any value", -1))
                .withMessage("A band scores 0 to 100 points, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PointsRange(2, 1))
                .withMessage("Points cannot range from 2 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PointsRange(-1, 1))
                .withMessage("Points cannot range from -1 to 1");
        assertThat(new PointsRange(4, 4)).hasToString("4");
        assertThat(new PointsRange(4, 4).isExact()).isTrue();
        assertThat(new PointsRange(0, 4)).hasToString("0 to 4");
        assertThat(new PointsRange(0, 4).isExact()).isFalse();
        assertThat(new PointsRange(0, 4).contains(new PointsRange(0, 4))).isTrue();
        assertThat(new PointsRange(0, 4).contains(new PointsRange(1, 5))).isFalse();
        assertThat(new PointsRange(1, 4).contains(new PointsRange(0, 4))).isFalse();
    }

    @Test
    void a_source_names_a_document_and_a_place() {
        assertThat(CUTS).hasToString("Example framework, levels (corroborated)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Source("", "here"))
                .withMessage("A source needs a document and a place in it, but was document \"\", place \"here\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Source("Example", " "))
                .withMessage("A source needs a document and a place in it, but was document \"Example\", place \" \"");
    }
}
