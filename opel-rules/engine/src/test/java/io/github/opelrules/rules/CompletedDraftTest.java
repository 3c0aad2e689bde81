package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * When somebody fills in the official numbers of the draft, nothing but YAML changes: a copy completed with made-up numbers
 * scores all four provider types and the ICS that they make up exactly, without drafts being allowed.
 */
class CompletedDraftTest {

    private static final String MADE_UP = """
                bands:
                  - { below: 10, points: 0 }
                  - { from: 10, below: 20, points: 1 }
                  - { from: 20, below: 30, points: 2 }
                  - { from: 30, points: 3 }
                assurance: { cuts: assumed, sides: assumed, points: assumed }
            """;

    private static final Instant AT = Instant.parse("2025-01-08T08:00:00Z");

    @TempDir
    private Path copy;

    private OpelEngine engine;

    @BeforeEach
    void completeACopy() throws IOException {
        Path bundled = Path.of("src/main/resources/io/github/opelrules/rules/frameworks/nhse-opel-2024-26");
        for (String file :
                List.of("framework.yaml", "acute.yaml", "community.yaml", "mental-health.yaml", "nhs-111.yaml")) {
            Files.writeString(copy.resolve(file), completed(Files.readString(bundled.resolve(file))));
        }
        engine = OpelRules.builder().folder(copy).build();
    }

    /** Fills in what is expected; the direction of what is not known was a guess, and is made up too. */
    private static String completed(String file) {
        return file.replace("id: nhse-opel-2024-26", "id: completed-2024-26")
                .replace("status: draft", "status: published")
                .replaceAll("(?s)\ndraftBecause:\n.*?\n\n", "\n")
                .replaceAll("worse: lower((?:\n.*){2}\n {4}bands: expected)", "worse: higher$1")
                .replaceAll(" {4}bands: expected\n(?: {4}expectedPoints: .*\n)?", MADE_UP);
    }

    @ParameterizedTest
    @EnumSource
    void every_provider_type_gets_exact_levels(ProviderType type) {
        RuleCheck check = RuleSource.of(copy).check();
        assertThat(check.findings()).isEmpty();
        ScoringTable table = check.framework().orElseThrow().table(type).orElseThrow();
        int parameters = table.parameters().size();

        for (int points = 0; points <= 3; points++) {
            Assessment assessment = engine.assess(report(table, points));

            assertThat(assessment.framework().id()).hasToString("completed-2024-26");
            assertThat(assessment.score()).isEqualTo(new PointsRange(points * parameters, points * parameters));
            assertThat(assessment.level())
                    .isEqualTo(new Level.Exact(OpelLevel.ofNumber(points + 1).orElseThrow()));
            assertThat(assessment.contributions()).allMatch(Contribution::isExact);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 33.3333", "2, 66.6667", "3, 100"})
    void an_ics_of_all_four_provider_types_gets_an_exact_level(int points, String share) {
        List<Unit> units =
                new ArrayList<>(List.of(new Unit(OdsCode.of("QXX"), "Example ICS", Tier.ICS, null, List.of())));
        List<Assessment> assessments = new ArrayList<>();
        for (ScoringTable table :
                engine.frameworks().frameworks().get(0).tables().values()) {
            Assessment assessment = engine.assess(report(table, points));
            assessments.add(assessment);
            units.add(new Unit(
                    assessment.report().organisation(),
                    "Example provider",
                    Tier.PROVIDER,
                    table.providerType(),
                    List.of(new Membership(
                            OdsCode.of("QXX"), BigDecimal.ONE, new DateRange(LocalDate.of(2022, 7, 1), null)))));
        }

        TierAssessment ics = engine.aggregate(
                        new Hierarchy(Hierarchy.Weights.SHARES, units), AT, assessments, List.of())
                .unit(OdsCode.of("QXX"))
                .orElseThrow();

        Level level = new Level.Exact(OpelLevel.ofNumber(points + 1).orElseThrow());
        assertThat(ics.score()).hasToString(share);
        assertThat(ics.level()).isEqualTo(level);
        assertThat(ics.parts()).extracting(TierAssessment::pillar).containsExactly(ProviderType.values());
        assertThat(ics.parts()).extracting(TierAssessment::level).containsOnly(level);
    }

    /** A report whose every reading scores so many points. */
    private static SituationReport report(ScoringTable table, int points) {
        SituationReport.Builder report = SituationReport.of(
                        OdsCode.of("R0" + table.providerType().ordinal()), table.providerType())
                .observedAt(AT);
        for (Parameter parameter : table.parameters()) {
            report.reading(parameter.id().value(), valueThatScores(points, parameter));
        }
        return report.build();
    }

    private static BigDecimal valueThatScores(int points, Parameter parameter) {
        Interval interval = parameter.bandsFromBest().get(points).interval();
        Edge lower = interval.lower();
        Edge upper = interval.upper();
        BigDecimal from = lower == null ? parameter.domain().from() : lower.value();
        BigDecimal upTo = upper == null ? parameter.domain().upTo() : upper.value();
        return from.add(upTo).divide(BigDecimal.valueOf(2));
    }
}
