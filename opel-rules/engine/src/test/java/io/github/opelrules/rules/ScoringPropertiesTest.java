package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ScoringPropertiesTest {

    private static final OpelEngine ENGINE = OpelRules.bundled();
    private static final List<Parameter> PARAMETERS = RandomReports.acuteParameters();

    @Property
    void a_worse_reading_never_lowers_the_score_or_the_level(
            @ForAll("reports") SituationReport report,
            @ForAll @IntRange(min = 0, max = 8) int which,
            @ForAll @IntRange(min = 0, max = 10_000) int by) {
        Parameter parameter = PARAMETERS.get(which);
        if (report.reading(parameter.id()) instanceof Reading.Measured measured
                && parameter.domain().touches(measured.stretch())) {
            BigDecimal step = BigDecimal.valueOf(by, 2);
            BigDecimal worse = parameter.worse() == Parameter.Direction.HIGHER
                    ? measured.value().add(step).min(parameter.domain().upTo())
                    : measured.value().subtract(step).max(parameter.domain().from());
            Reading worsened = new Reading.Measured(worse, measured.roundedTo(), measured.observedAt());

            Assessment before = ENGINE.assess(report);
            Assessment after = ENGINE.assess(report.with(parameter.id(), worsened));

            assertThat(after.score().min())
                    .isGreaterThanOrEqualTo(before.score().min());
            assertThat(after.score().max())
                    .isGreaterThanOrEqualTo(before.score().max());
            assertThat(after.level().atBest().orElseThrow())
                    .isGreaterThanOrEqualTo(before.level().atBest().orElseThrow());
            assertThat(after.level().atWorst().orElseThrow())
                    .isGreaterThanOrEqualTo(before.level().atWorst().orElseThrow());
        }
    }

    @Property
    void removing_a_reading_only_widens_the_range(
            @ForAll("reports") SituationReport report,
            @ForAll @IntRange(min = 0, max = 8) int which,
            @ForAll MissingReason reason) {
        Assessment known = ENGINE.assess(report);
        Assessment unknown = ENGINE.assess(report.with(PARAMETERS.get(which).id(), Reading.missing(reason)));

        assertThat(unknown.score().contains(known.score())).isTrue();
        assertThat(unknown.level().atBest().orElseThrow())
                .isLessThanOrEqualTo(known.level().atBest().orElseThrow());
        assertThat(unknown.level().atWorst().orElseThrow())
                .isGreaterThanOrEqualTo(known.level().atWorst().orElseThrow());
    }

    @Property
    void rounding_a_reading_only_widens_the_range(
            @ForAll("reports") SituationReport report,
            @ForAll @IntRange(min = 0, max = 8) int which,
            @ForAll("roundings") BigDecimal roundedTo) {
        ParameterId parameter = PARAMETERS.get(which).id();
        if (report.reading(parameter) instanceof Reading.Measured measured && measured.roundedTo() == null) {
            Reading rounded = new Reading.Measured(measured.value(), roundedTo, measured.observedAt());

            Assessment exact = ENGINE.assess(report);
            Assessment wider = ENGINE.assess(report.with(parameter, rounded));

            if (exact.contribution(parameter).orElseThrow().code().isUnknown()) {
                // An implausible value may come within the domain by rounding, and then be known better.
                assertThat(exact.score().contains(wider.score())).isTrue();
            } else {
                assertThat(wider.score().contains(exact.score())).isTrue();
            }
        }
    }

    @Property
    void the_score_stays_within_0_and_44_and_within_its_parts(@ForAll("reports") SituationReport report) {
        Assessment assessment = ENGINE.assess(report);

        assertThat(assessment.available()).isEqualTo(44);
        assertThat(assessment.score().min()).isBetween(0, 44);
        assertThat(assessment.score().max()).isBetween(assessment.score().min(), 44);
        assertThat(assessment.score().min())
                .isEqualTo(assessment.contributions().stream()
                        .mapToInt(part -> part.points().min())
                        .sum());
    }

    @Property
    void assessing_twice_gives_the_same_assessment_and_the_same_bytes(@ForAll("reports") SituationReport report) {
        Assessment first = ENGINE.assess(report);
        Assessment second = OpelRules.builder().bundled().build().assess(report);

        assertThat(second).isEqualTo(first);
        assertThat(OpelJson.write(second)).isEqualTo(OpelJson.write(first));
    }

    @Property
    void a_batch_gives_what_one_by_one_gives(@ForAll("batches") List<SituationReport> reports) {
        assertThat(ENGINE.assessAll(reports))
                .isEqualTo(reports.stream().map(ENGINE::assess).toList());
    }

    @Provide
    Arbitrary<SituationReport> reports() {
        return Arbitraries.longs().map(seed -> new RandomReports(seed, PARAMETERS).partial());
    }

    @Provide
    Arbitrary<List<SituationReport>> batches() {
        return reports().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<BigDecimal> roundings() {
        return Arbitraries.of("0.1", "0.5", "1", "5", "10").map(BigDecimal::new);
    }
}
