package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each pair of bands of each pair of parameters, all else at its best or not reported, against the scorer in plain Java. */
class PairsOfBandsTest {

    private static final OpelEngine ENGINE = OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
    private static final PlainJavaScorer ORACLE = new PlainJavaScorer();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_engine_agrees_with_plain_java(boolean othersAtTheirBest) {
        List<SituationReport> reports = reports(othersAtTheirBest);

        List<Assessment> assessments = ENGINE.assessAll(reports);

        for (int i = 0; i < reports.size(); i++) {
            PlainJavaScorer.Result expected = ORACLE.score(reports.get(i));
            assertThat(assessments.get(i).score().min()).isEqualTo(expected.min());
            assertThat(assessments.get(i).score().max()).isEqualTo(expected.max());
            assertThat(assessments.get(i).level())
                    .isEqualTo(Level.between(level(expected.best()), level(expected.worst())));
        }
    }

    @Test
    void every_pair_is_there() {
        assertThat(reports(true)).hasSize(9 * 8 / 2 * 4 * 4);
    }

    private static OpelLevel level(int number) {
        return OpelLevel.ofNumber(number).orElseThrow();
    }

    private static List<SituationReport> reports(boolean othersAtTheirBest) {
        List<Parameter> parameters = ENGINE.frameworks()
                .frameworks()
                .get(0)
                .table(ProviderType.ACUTE)
                .orElseThrow()
                .parameters();
        List<SituationReport> reports = new ArrayList<>();
        for (Parameter first : parameters) {
            for (Parameter second : parameters) {
                if (first.number() < second.number()) {
                    for (Band one : first.bands()) {
                        for (Band other : second.bands()) {
                            SituationReport.Builder report = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                                    .observedAt(Instant.parse("2024-01-08T08:00:00Z"));
                            for (Parameter parameter : parameters) {
                                if (parameter == first || parameter == second) {
                                    report.reading(
                                            parameter.id().value(),
                                            inside(parameter, parameter == first ? one : other)
                                                    .toPlainString());
                                } else if (othersAtTheirBest) {
                                    report.reading(
                                            parameter.id().value(),
                                            best(parameter).toPlainString());
                                }
                            }
                            reports.add(report.build());
                        }
                    }
                }
            }
        }
        return reports;
    }

    private static BigDecimal best(Parameter parameter) {
        Domain domain = parameter.domain();
        return parameter.worse() == Parameter.Direction.HIGHER ? domain.from() : domain.upTo();
    }

    private static BigDecimal inside(Parameter parameter, Band band) {
        Edge lower = band.interval().lower();
        Edge upper = band.interval().upper();
        BigDecimal from = lower == null ? parameter.domain().from() : lower.value();
        BigDecimal upTo = upper == null ? parameter.domain().upTo() : upper.value();
        return from.add(upTo).divide(BigDecimal.valueOf(2));
    }
}
