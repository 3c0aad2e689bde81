package io.github.opelrules.rules.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.framework.Source;
import io.github.opelrules.internal.Library;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssessmentShapeTest {

    private static final Source SOURCE = new Source("A \"document\"", "table 1");
    private static final Rule RULE = new Rule("A reading scores", "the document");
    private static final Parameter BEDS = parameter(
            1,
            "beds",
            List.of(
                    new Band(new Interval(null, edge(Edge.Kind.UP_TO, "92")), 0, Assurance.CORROBORATED, SOURCE),
                    new Band(
                            new Interval(edge(Edge.Kind.ABOVE, "92"), edge(Edge.Kind.BELOW, "98.5")),
                            4,
                            Assurance.ASSUMED,
                            SOURCE),
                    new Band(new Interval(edge(Edge.Kind.FROM, "98.5"), null), 8, Assurance.CORROBORATED, SOURCE)));
    private static final Parameter EXPECTED = parameter(2, "wait", List.of());

    private static Edge edge(Edge.Kind kind, String value) {
        return new Edge(kind, new BigDecimal(value), Assurance.UNVERIFIED, Assurance.UNVERIFIED);
    }

    private static Parameter parameter(int number, String id, List<Band> bands) {
        return new Parameter(
                ParameterId.of(id),
                number,
                id + " ≥",
                "what it is",
                "%",
                new Domain(BigDecimal.ZERO, new BigDecimal("200"), new BigDecimal("0.1")),
                Parameter.Direction.HIGHER,
                Duration.ofHours(24),
                SOURCE,
                bands);
    }

    private static Framework framework(Parameter... parameters) {
        Citation citation = new Citation(SOURCE, Assurance.CORROBORATED);
        List<LevelCut> cuts = List.of(
                new LevelCut(OpelLevel.OPEL_1, new Interval(null, edge(Edge.Kind.UP_TO, "1"))),
                new LevelCut(OpelLevel.OPEL_2, new Interval(edge(Edge.Kind.ABOVE, "1"), edge(Edge.Kind.UP_TO, "3"))),
                new LevelCut(OpelLevel.OPEL_3, new Interval(edge(Edge.Kind.ABOVE, "3"), edge(Edge.Kind.UP_TO, "5"))),
                new LevelCut(OpelLevel.OPEL_4, new Interval(edge(Edge.Kind.ABOVE, "5"), null)));
        LevelTable levels = new LevelTable(LevelTable.Basis.TOTAL, cuts, citation);
        return new Framework(
                FrameworkId.of("test"),
                "1.2.3",
                "A test",
                Framework.Status.DRAFT,
                new DateRange(LocalDate.of(2023, 8, 1), null),
                Assurance.UNVERIFIED,
                SOURCE,
                Map.of(ProviderType.ACUTE, new ScoringTable(ProviderType.ACUTE, List.of(parameters), citation, levels)),
                "sha256:" + "0".repeat(64));
    }

    private static Assessment assessment(Level level, PointsRange score, Contribution... contributions) {
        SituationReport.Builder report =
                SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE).observedAt("2024-01-08T09:00:00+01:00");
        Parameter[] parameters = new Parameter[contributions.length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = contributions[i].parameter();
            report.reading(parameters[i].id().value(), contributions[i].reading());
        }
        return new Assessment(
                report.build(),
                framework(parameters),
                Selection.PINNED,
                List.of(contributions),
                score,
                RULE,
                level,
                RULE,
                Assurance.ASSUMED);
    }

    private static Contribution contribution(Parameter parameter, Reading reading, ReasonCode code, List<Band> bands) {
        int min = bands.stream().mapToInt(Band::points).min().orElse(0);
        int max = bands.stream().mapToInt(Band::points).max().orElse(0);
        return new Contribution(parameter, reading, code, bands, new PointsRange(min, max), RULE, Assurance.ASSUMED);
    }

    @Test
    void an_exact_level_stands_with_its_reasons_margins_and_single_changes() {
        Assessment assessment = assessment(
                new Level.Exact(OpelLevel.OPEL_3),
                new PointsRange(4, 4),
                contribution(
                        BEDS,
                        new Reading.Measured(new BigDecimal("96"), BigDecimal.ONE, null),
                        ReasonCode.BAND_MATCHED,
                        List.of(BEDS.bands().get(1))));

        String json = AssessmentShape.ASSESSMENT.toJson(assessment);

        String band = "\"assurance\":\"assumed\"}";
        assertThat(json)
                .startsWith("{\"format\":\"opel.assessment/1\",\"library\":\"" + Library.VERSION
                        + "\",\"organisation\":\"RXX\",\"providerType\":\"acute\",\"observedAt\":\"2024-01-08T08:00:00Z\","
                        + "\"framework\":{\"id\":\"test\",\"version\":\"1.2.3\",\"digest\":\"sha256:"
                        + "0".repeat(64)
                        + "\",\"status\":\"draft\",\"pinned\":true},\"whatIf\":true,\"level\":{\"kind\":\"exact\",\"level\":3},"
                        + "\"score\":{\"min\":\"4\",\"max\":\"4\"},\"available\":\"8\",\"assurance\":\"assumed\","
                        + "\"contributions\":[{\"parameter\":\"beds\",\"number\":1,\"label\":\"beds ≥\",\"unit\":\"%\","
                        + "\"reading\":{\"value\":\"96\",\"roundedTo\":\"1\"},"
                        + "\"bands\":[{\"above\":\"92\",\"below\":\"98.5\",\"points\":\"4\"," + band + "],"
                        + "\"points\":{\"min\":\"4\",\"max\":\"4\"},\"ofMaximum\":\"8\",\"code\":\"BAND_MATCHED\","
                        + "\"rule\":{\"name\":\"A reading scores\",\"citation\":\"the document\"},\"assurance\":\"assumed\","
                        + "\"source\":{\"document\":\"A \\\"document\\\"\",\"place\":\"table 1\"}}],"
                        + "\"margins\":{\"up\":{\"level\":4,\"reachedAt\":\"6\",\"points\":{\"min\":\"2\",\"max\":\"2\"}},"
                        + "\"down\":{\"level\":2,\"reachedAt\":\"3\",\"points\":{\"min\":\"1\",\"max\":\"1\"}}},"
                        + "\"singleChanges\":[{\"parameter\":\"beds\",\"direction\":\"rises\",\"value\":\"98.5\","
                        + "\"band\":{\"from\":\"98.5\",\"points\":\"8\",\"assurance\":\"unverified\"},"
                        + "\"level\":{\"kind\":\"exact\",\"level\":4}},"
                        + "{\"parameter\":\"beds\",\"direction\":\"falls\",\"value\":\"92\","
                        + "\"band\":{\"upTo\":\"92\",\"points\":\"0\",\"assurance\":\"unverified\"},"
                        + "\"level\":{\"kind\":\"exact\",\"level\":1}}],"
                        + "\"explanation\":{\"code\":\"LEVEL_EXACT\",\"sentence\":\"OPEL 3, 4 of 8 points: beds ≥ (4)."
                        + " Lowest evidence grade of any value used: assumed. The framework is a draft.\","
                        + "\"data\":{\"organisation\":\"RXX\",\"observedAt\":\"2024-01-08T08:00:00Z\","
                        + "\"level\":\"OPEL 3\",\"min\":\"4\",\"max\":\"4\",\"available\":\"8\","
                        + "\"assurance\":\"assumed\"},\"parts\":[{");
        assertThat(json).endsWith("\"parts\":[]}]}]}}").doesNotContain("\n");
    }

    @Test
    void a_level_between_two_gives_both() {
        Assessment assessment = assessment(
                new Level.Between(OpelLevel.OPEL_1, OpelLevel.OPEL_4),
                new PointsRange(0, 8),
                contribution(BEDS, Reading.missing(MissingReason.SUPPRESSED), ReasonCode.SUPPRESSED, BEDS.bands()));

        assertThat(AssessmentShape.ASSESSMENT.toJson(assessment))
                .contains(
                        "\"level\":{\"kind\":\"between\",\"best\":1,\"worst\":4},\"score\":{\"min\":\"0\",\"max\":\"8\"}")
                .contains("\"reading\":{\"missing\":\"suppressed\"}")
                .contains("\"margins\":{},\"singleChanges\":[],");
    }

    @Test
    void an_undetermined_level_gives_its_reasons() {
        Assessment assessment = assessment(
                new Level.Undetermined(List.of("The bands of wait are not known yet")),
                new PointsRange(0, 0),
                contribution(EXPECTED, Reading.of(BigDecimal.TEN), ReasonCode.BANDS_EXPECTED, List.of()));

        assertThat(AssessmentShape.ASSESSMENT.toJson(assessment))
                .contains("\"level\":{\"kind\":\"undetermined\",\"reasons\":[\"The bands of wait are not known yet\"]}")
                .contains("\"reading\":{\"value\":\"10\"},\"bands\":[],\"points\":{\"min\":\"0\",\"max\":\"0\"},"
                        + "\"ofMaximum\":\"0\",\"code\":\"BANDS_EXPECTED\"");
    }
}
