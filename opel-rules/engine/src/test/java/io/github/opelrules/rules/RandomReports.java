package io.github.opelrules.rules;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Reports with random readings, of which many lie exactly on an edge. The same seed gives the same reports. */
final class RandomReports {

    static final Instant MORNING = Instant.parse("2024-01-08T08:00:00Z");

    private final Random random;
    private final List<Parameter> parameters;

    RandomReports(long seed, List<Parameter> parameters) {
        this.random = new Random(seed);
        this.parameters = parameters;
    }

    static List<Parameter> acuteParameters() {
        Framework framework = OpelRules.bundled().frameworks().pinned(FrameworkId.of("nhse-opel-2023-24"), false);
        return framework.table(ProviderType.ACUTE).orElseThrow().parameters();
    }

    /** Every parameter has an exact value; a quarter of them lie on an edge. */
    SituationReport full() {
        SituationReport.Builder report = begin();
        parameters.forEach(parameter -> report.reading(parameter.id().value(), Reading.of(value(parameter))));
        return report.build();
    }

    /** Values exact, rounded, stale, implausible and from the future, and parameters missing for every reason. */
    SituationReport partial() {
        SituationReport.Builder report = begin();
        for (Parameter parameter : parameters) {
            String id = parameter.id().value();
            BigDecimal value = value(parameter);
            switch (random.nextInt(12)) {
                case 0 -> report.missing(id, MissingReason.values()[random.nextInt(3)]);
                case 1 -> report.reading(id, new Reading.Measured(value, BigDecimal.ONE, null));
                case 2 -> report.reading(id, new Reading.Measured(value, new BigDecimal("0.1"), null));
                case 3 -> report.reading(id, new Reading.Measured(value, null, MORNING.minus(Duration.ofHours(24))));
                case 4 ->
                    report.reading(
                            id,
                            new Reading.Measured(
                                    value,
                                    null,
                                    MORNING.minus(Duration.ofHours(24)).minusSeconds(1)));
                case 5 -> report.reading(id, new Reading.Measured(value, null, MORNING.plusSeconds(1)));
                case 6 ->
                    report.reading(
                            id, Reading.of(parameter.domain().upTo().add(BigDecimal.valueOf(random.nextInt(3)))));
                case 7 -> {
                    // Not named at all: not submitted.
                }
                default -> report.reading(id, Reading.of(value));
            }
        }
        return report.build();
    }

    private static SituationReport.Builder begin() {
        return SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE).observedAt(MORNING);
    }

    private BigDecimal value(Parameter parameter) {
        List<BigDecimal> cuts = cuts(parameter);
        if (random.nextInt(4) == 0) {
            return cuts.get(random.nextInt(cuts.size()));
        }
        BigDecimal first = cuts.get(0);
        BigDecimal span = cuts.get(cuts.size() - 1).subtract(first);
        double spread = 1.6 * random.nextDouble() - 0.3;
        BigDecimal value = first.add(span.multiply(new BigDecimal(spread)).setScale(2, java.math.RoundingMode.HALF_UP));
        return value.max(parameter.domain().from()).min(parameter.domain().upTo());
    }

    private static List<BigDecimal> cuts(Parameter parameter) {
        return parameter.bands().stream()
                .map(Band::interval)
                .flatMap(interval -> Stream.of(interval.lower(), interval.upper()))
                .filter(edge -> edge != null)
                .map(Edge::value)
                .distinct()
                .sorted()
                .toList();
    }
}
