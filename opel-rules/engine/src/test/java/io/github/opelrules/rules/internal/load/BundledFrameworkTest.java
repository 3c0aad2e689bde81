package io.github.opelrules.rules.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the bundled framework equal to what is known of OPEL 2023/24, written here a second time and in another form. */
class BundledFrameworkTest {

    private static final String DOCUMENT = "OPEL Framework 2023/24 (PRN00551)";
    private static final Framework FRAMEWORK = FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2023-24"));
    private static final ScoringTable ACUTE =
            FRAMEWORK.table(ProviderType.ACUTE).orElseThrow();

    @Test
    void the_framework_says_what_it_is_and_when_it_applied() {
        assertThat(FRAMEWORK).hasToString("nhse-opel-2023-24 1.1.0");
        assertThat(FRAMEWORK.title()).isEqualTo("OPEL Framework 2023/24");
        assertThat(FRAMEWORK.status()).isEqualTo(Framework.Status.PUBLISHED);
        assertThat(FRAMEWORK.inForce()).hasToString("from 2023-08-01 until 2024-12-01");
        assertThat(FRAMEWORK.inForceAssurance()).isEqualTo(Assurance.UNVERIFIED);
        assertThat(FRAMEWORK.source().document()).isEqualTo(DOCUMENT);
        assertThat(FRAMEWORK.tables()).containsOnlyKeys(ProviderType.ACUTE);
    }

    @Test
    void there_are_nine_parameters_and_44_points() {
        assertThat(ACUTE.parameters()).extracting(Parameter::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(ACUTE.parameters())
                .extracting(parameter -> parameter.points().max())
                .containsExactly(6, 4, 4, 6, 4, 4, 8, 4, 4);
        assertThat(ACUTE.available()).isEqualTo(44);
        assertThat(ACUTE.total().assurance()).isEqualTo(Assurance.CORROBORATED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | ambulance-handover-mean  | min | HIGHER |    0 | 1440
            2 | ed-four-hour-performance | %   | LOWER  |    0 |  100
            3 | ed-attendance-variation  | %   | HIGHER | -100 |  900
            4 | majors-resus-occupancy   | %   | HIGHER |    0 |  500
            5 | median-time-to-treatment | min | HIGHER |    0 | 1440
            6 | ed-over-12-hours         | %   | HIGHER |    0 |  100
            7 | ga-bed-occupancy         | %   | HIGHER |    0 |  150
            8 | escalation-beds          | %   | HIGHER |    0 |  100
            9 | no-criteria-to-reside    | %   | HIGHER |    0 |  100
            """)
    void each_parameter_has_its_unit_direction_and_plausible_values(
            int number, String id, String unit, Parameter.Direction worse, BigDecimal from, BigDecimal upTo) {
        Parameter parameter = ACUTE.parameters().get(number - 1);

        assertThat(parameter.id()).isEqualTo(ParameterId.of(id));
        assertThat(parameter.unit()).isEqualTo(unit);
        assertThat(parameter.worse()).isEqualTo(worse);
        assertThat(parameter.domain().from()).isEqualByComparingTo(from);
        assertThat(parameter.domain().upTo()).isEqualByComparingTo(upTo);
        assertThat(parameter.domain().precision()).isEqualByComparingTo("0.01");
        assertThat(parameter.maxAge()).hasHours(24);
        assertThat(parameter.source()).isEqualTo(new Source(DOCUMENT, "acute parameter " + number));
    }

    /** From the best band to the worst; a cut is graded with its side, such as {@code C/U} for a corroborated cut. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ambulance-handover-mean  | ≤15 → 0 | >15 ≤30 → 2   | >30 ≤60 → 4   | >60 → 6  | 15 U/U | 30 U/U   | 60 U/U  | CCCC
            ed-four-hour-performance | ≥95 → 0 | ≥76 <95 → 1   | >60 <76 → 2   | ≤60 → 4  | 95 U/U | 76 C/C   | 60 C/C  | CCCC
            ed-attendance-variation  | ≤2 → 0  | >2 ≤10 → 1    | >10 ≤20 → 2   | >20 → 4  | 2 U/U  | 10 C/C   | 20 C/C  | CCCC
            majors-resus-occupancy   | <80 → 0 | ≥80 ≤100 → 2  | >100 ≤120 → 4 | >120 → 6 | 80 C/U | 100 U/U  | 120 U/U | CCCC
            median-time-to-treatment | <60 → 0 | ≥60 <90 → 1   | ≥90 <120 → 2  | ≥120 → 4 | 60 C/C | 90 C/C   | 120 C/C | CCCC
            ed-over-12-hours         | ≤2 → 0  | >2 ≤5 → 1     | >5 ≤10 → 2    | >10 → 4  | 2 C/U  | 5 C/U    | 10 C/U  | CCCC
            ga-bed-occupancy         | ≤92 → 0 | >92 ≤95 → 2   | >95 ≤98 → 4   | >98 → 8  | 92 U/U | 95 U/U   | 98 U/U  | CAAC
            escalation-beds          | ≤2 → 0  | >2 ≤4 → 1     | >4 ≤6 → 2     | >6 → 4   | 2 C/C  | 4 C/C    | 6 U/U   | CCCC
            no-criteria-to-reside    | ≤10 → 0 | >10 ≤13 → 1   | >13 ≤15 → 2   | >15 → 4  | 10 U/U | 13 U/U   | 15 C/C  | UUUC
            """)
    void every_band_and_every_grade_is_the_known_one(
            String id,
            String best,
            String second,
            String third,
            String worst,
            String firstCut,
            String secondCut,
            String thirdCut,
            String points) {
        Parameter parameter = ACUTE.parameter(ParameterId.of(id)).orElseThrow();

        assertThat(parameter.bandsFromBest())
                .extracting(BundledFrameworkTest::written)
                .containsExactly(best, second, third, worst);
        for (Band band : parameter.bands()) {
            for (Edge edge :
                    new Edge[] {band.interval().lower(), band.interval().upper()}) {
                if (edge != null) {
                    assertThat(graded(edge)).isIn(firstCut, secondCut, thirdCut);
                }
            }
            assertThat(band.source()).isEqualTo(parameter.source());
        }
        assertThat(parameter.bandsFromBest().stream()
                        .map(band -> letter(band.pointsAssurance()))
                        .reduce("", String::concat))
                .isEqualTo(points);
    }

    @Test
    void the_level_cuts_are_the_known_ones() {
        LevelTable levels = ACUTE.levels();

        assertThat(levels.basis()).isEqualTo(LevelTable.Basis.TOTAL);
        assertThat(levels.citation()).hasToString(DOCUMENT + ", level cuts (corroborated)");
        assertThat(levels.cuts().stream().map(cut -> cut.level() + " " + cut.interval()))
                .containsExactly(
                        "OPEL 1 up to 11",
                        "OPEL 2 above 11 and up to 22",
                        "OPEL 3 above 22 and up to 33",
                        "OPEL 4 above 33 and up to 44");
        for (LevelCut cut : levels.cuts()) {
            for (Edge edge : new Edge[] {cut.interval().lower(), cut.interval().upper()}) {
                if (edge != null) {
                    assertThat(graded(edge)).endsWith("C/C");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0,OPEL_1", "11,OPEL_1", "12,OPEL_2", "22,OPEL_2", "23,OPEL_3", "33,OPEL_3", "34,OPEL_4", "44,OPEL_4"})
    void every_total_has_its_level(int points, OpelLevel level) {
        assertThat(ACUTE.levelOf(points)).isEqualTo(level);
    }

    private static String written(Band band) {
        String lower = written(band.interval().lower());
        String upper = written(band.interval().upper());
        String space = lower.isEmpty() || upper.isEmpty() ? "" : " ";
        return lower + space + upper + " → " + band.points();
    }

    private static String written(@Nullable Edge edge) {
        return edge == null ? "" : edge.kind().symbol() + edge.value().toPlainString();
    }

    private static String graded(Edge edge) {
        return edge.value().toPlainString() + " " + letter(edge.assurance()) + "/" + letter(edge.sideAssurance());
    }

    private static String letter(Assurance assurance) {
        return assurance.id().substring(0, 1).toUpperCase(Locale.ROOT);
    }
}
