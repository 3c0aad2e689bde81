package io.github.opelrules.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.DrawScorer;
import io.github.opelrules.assess.LevelCounts;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawsTest {

    private static final int DRAWS = 3_000;

    /** Columns of random values, and where their results go. */
    private static final class Sheet {

        private final double[][] columns;
        private final int[] fewest = new int[DRAWS];
        private final int[] most = new int[DRAWS];
        private final byte[] best = new byte[DRAWS];
        private final byte[] worst = new byte[DRAWS];

        Sheet(Edges.Table table, Random random) {
            columns = table.table().parameters().stream()
                    .map(parameter -> column(table, parameter, random))
                    .toArray(double[][]::new);
        }

        private static double[] column(Edges.Table table, Parameter parameter, Random random) {
            List<BigDecimal> edges = table.of(parameter);
            double[] column = new double[DRAWS];
            for (int i = 0; i < DRAWS; i++) {
                double edge = edges.get(random.nextInt(edges.size())).doubleValue();
                column[i] = switch (random.nextInt(12)) {
                    case 0 -> Double.NaN;
                    case 1 -> edge;
                    // Beside 0 they would have more digits than a report may have.
                    case 2 -> edge == 0 ? 1e-9 : Math.nextUp(edge);
                    case 3 -> edge == 0 ? -1e-9 : Math.nextDown(edge);
                    case 4 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
                    case 5 -> edge + 0.005;
                    case 6 -> -0.0;
                    default -> edge + random.nextGaussian() * 20;
                };
            }
            return column;
        }

        LevelCounts score(DrawScorer scorer, int draws) {
            return scorer.score(columns, draws, fewest, most, best, worst);
        }
    }

    @Test
    void a_draw_scores_as_the_report_with_the_same_decimals() {
        for (Edges.Table table : Edges.tables()) {
            Answers answers = new Answers(table.table(), ScoringRules.shared(), true);
            Sheet sheet = new Sheet(table, new Random(11));
            DrawScorer scorer =
                    new Draws(table.selected().framework(), table.table().parameters(), answers);

            LevelCounts counts = sheet.score(scorer, DRAWS);

            assertThat(sheet.score(scorer, DRAWS)).isEqualTo(counts);
            assertThat(counts.draws()).isEqualTo(DRAWS);
            long atLeastThree = 0;
            for (int i = 0; i < DRAWS; i++) {
                Assessment assessment = answers.assess(report(table, sheet.columns, i), table.selected());
                assertThat(new int[] {sheet.fewest[i], sheet.most[i], sheet.best[i], sheet.worst[i]})
                        .as("%s %s", table, assessment.report())
                        .containsExactly(
                                assessment.score().min(),
                                assessment.score().max(),
                                assessment
                                        .level()
                                        .atBest()
                                        .map(OpelLevel::number)
                                        .orElse(0),
                                assessment
                                        .level()
                                        .atWorst()
                                        .map(OpelLevel::number)
                                        .orElse(0));
                atLeastThree += sheet.best[i] >= 3 ? 1 : 0;
            }
            assertThat(counts.certainlyAtOrAbove(OpelLevel.OPEL_3)).isEqualTo(atLeastThree);
        }
    }

    private static SituationReport report(Edges.Table table, double[][] columns, int row) {
        SituationReport.Builder report = Edges.report(table.table());
        for (int p = 0; p < columns.length; p++) {
            Parameter parameter = table.table().parameters().get(p);
            double value = columns[p][row];
            if (Double.isInfinite(value)) {
                report.reading(
                        parameter.id().value(),
                        value > 0
                                ? parameter.domain().upTo().add(BigDecimal.ONE)
                                : parameter.domain().from().subtract(BigDecimal.ONE));
            } else if (!Double.isNaN(value)) {
                report.reading(parameter.id().value(), BigDecimal.valueOf(value));
            }
        }
        return report.build();
    }

    @Test
    void it_makes_no_difference_whether_the_rules_fire_for_each_draw() {
        Edges.Table table = Edges.tables().get(0);
        Sheet kept = new Sheet(table, new Random(5));
        Sheet fired = new Sheet(table, new Random(5));
        OdsCode code = OdsCode.of("RXX");
        OpelEngine keeping = OpelRules.bundled();
        OpelEngine firing = OpelRules.builder().bundled().fireEveryTime().build();

        LevelCounts one = kept.score(keeping.draws(code, ProviderType.ACUTE, Edges.AT), 300);
        LevelCounts other = fired.score(firing.draws(code, ProviderType.ACUTE, Edges.AT), 300);

        assertThat(one).isEqualTo(other).hasToString(other.toString());
        assertThat(kept.fewest).isEqualTo(fired.fewest);
        assertThat(kept.most).isEqualTo(fired.most);
    }

    @Test
    void says_what_columns_it_needs() {
        DrawScorer scorer = OpelRules.bundled().draws(OdsCode.of("RXX"), ProviderType.ACUTE, Edges.AT);
        double[][] columns = new double[9][2];

        assertThat(scorer.parameters()).hasSize(9);
        assertThat(scorer.framework().id()).hasToString("nhse-opel-2023-24");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> scorer.score(new double[8][2], 2, new int[2], new int[2], new byte[2], new byte[2]))
                .withMessageContaining("8 columns")
                .withMessageContaining("9 parameters");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> scorer.score(columns, 2, new int[2], new int[1], new byte[2], new byte[2]))
                .withMessageContaining("the shortest array has 1 places");
        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> OpelRules.bundled()
                        .draws(OdsCode.of("RXX"), ProviderType.ACUTE, Instant.parse("2000-01-01T00:00:00Z")));
    }
}
