package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.report.SituationReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RulesAgreeWithPlainJavaTest {

    private static final int EACH = 50_000;

    private final OpelEngine engine = OpelRules.bundled();
    private final OpelEngine firing =
            OpelRules.builder().bundled().fireEveryTime().build();
    private final PlainJavaScorer plainJava = new PlainJavaScorer();

    @Test
    void on_points_score_level_and_reasons_of_random_full_reports() {
        RandomReports reports = new RandomReports(1, RandomReports.acuteParameters());

        assertAgreement(reports::full);
    }

    @Test
    void on_points_score_level_and_reasons_of_random_partial_reports() {
        RandomReports reports = new RandomReports(2, RandomReports.acuteParameters());

        assertAgreement(reports::partial);
    }

    private void assertAgreement(Supplier<SituationReport> reports) {
        List<SituationReport> batch = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            SituationReport report = reports.get();
            assertAgreement(engine.assess(report));
            if (i % 10 == 0) {
                assertAgreement(firing.assess(report));
            }
            batch.add(report);
            if (batch.size() == 1000) {
                engine.assessAll(batch).forEach(this::assertAgreement);
                batch.clear();
            }
        }
    }

    private void assertAgreement(Assessment assessment) {
        PlainJavaScorer.Result expected = plainJava.score(assessment.report());
        OpelLevel best = OpelLevel.ofNumber(expected.best()).orElseThrow();
        OpelLevel worst = OpelLevel.ofNumber(expected.worst()).orElseThrow();
        boolean agrees = assessment.score().min() == expected.min()
                && assessment.score().max() == expected.max()
                && assessment.level().equals(Level.between(best, worst));
        // The sum and the level cuts are corroborated.
        String lowest = "C";
        for (int i = 0; agrees && i < expected.reasons().size(); i++) {
            Contribution contribution = assessment.contributions().get(i);
            String grade = PlainJavaGrades.of(expected.reasons().get(i), contribution.reading());
            lowest = PlainJavaGrades.lower(lowest, grade);
            agrees = agrees(contribution, expected.reasons().get(i)) && grade.equals(letter(contribution.assurance()));
        }
        agrees &= lowest.equals(letter(assessment.assurance()));
        // The cheap comparison first: describing 100,000 agreements would take longer than scoring them.
        if (!agrees) {
            assertThat(assessment.explain().toText()).isEqualTo(expected.toString());
        }
    }

    private static String letter(Assurance assurance) {
        return assurance.name().substring(0, 1);
    }

    private static boolean agrees(Contribution contribution, PlainJavaScorer.Reason reason) {
        boolean same = contribution.parameter().id().value().equals(reason.parameter())
                && contribution.code().name().equals(reason.code())
                && contribution.points().min() == reason.min()
                && contribution.points().max() == reason.max()
                && contribution.bands().size() == reason.bands().size();
        for (int i = 0; same && i < reason.bands().size(); i++) {
            Band band = contribution.bands().get(i);
            PlainJavaScorer.Row row = reason.bands().get(i);
            same = band.points() == row.points()
                    && agrees(band.interval().lower(), row.low(), row.lowIncluded())
                    && agrees(band.interval().upper(), row.high(), row.highIncluded());
        }
        return same;
    }

    private static boolean agrees(Edge edge, BigDecimal cut, boolean included) {
        return edge == null
                ? cut == null
                : cut != null && edge.value().compareTo(cut) == 0 && edge.kind().isInclusive() == included;
    }
}
