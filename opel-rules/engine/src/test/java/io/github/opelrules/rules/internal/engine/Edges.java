package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports on, beside and far from every edge of every table that this library ships, and of an overlay with thresholds. */
final class Edges {

    static final Instant AT = Instant.parse("2024-01-08T08:00:00Z");

    /** A table of a framework, why it is chosen, and the edges of each of its parameters. */
    record Table(FrameworkSet.Selected selected, ScoringTable table, Map<ParameterId, List<BigDecimal>> edges) {

        List<BigDecimal> of(Quantity quantity) {
            return Objects.requireNonNull(edges.get(quantity.id()));
        }

        @Override
        public String toString() {
            return selected.framework().id() + " " + table.providerType();
        }
    }

    private Edges() {}

    static List<Table> tables() {
        Path overlay = Path.of("src/test/resources/io/github/opelrules/rules/internal/load/overlay");
        return Stream.concat(
                        FrameworkFolder.BUNDLED.stream().map(FrameworkFolder::bundled),
                        Stream.of(FrameworkFolder.of(overlay)))
                .map(FrameworkLoader::load)
                .flatMap(Edges::tables)
                .toList();
    }

    static Stream<Table> tables(Framework framework) {
        FrameworkSet.Selected selected = new FrameworkSet.Selected(framework, Selection.PINNED);
        return framework.tables().values().stream()
                .map(table -> new Table(
                        selected,
                        table,
                        table.quantities().collect(Collectors.toMap(Quantity::id, quantity -> of(table, quantity)))));
    }

    /** All edges that matter to a reading of a quantity, found without the engine. */
    private static List<BigDecimal> of(ScoringTable table, Quantity quantity) {
        TreeSet<BigDecimal> edges = new TreeSet<>();
        edges.add(quantity.domain().from());
        edges.add(quantity.domain().upTo());
        List<Interval> intervals = new ArrayList<>();
        if (quantity instanceof Parameter parameter) {
            UsualRange usual = parameter.usual();
            if (usual != null) {
                edges.add(usual.from());
                edges.add(usual.upTo());
            }
            for (Band band : parameter.bands()) {
                intervals.add(band.interval());
                intervals.add(parameter.reachOf(band));
            }
        }
        table.thresholds().stream()
                .filter(threshold -> threshold.parameter().equals(quantity.id()))
                .forEach(threshold -> intervals.add(threshold.interval()));
        for (Interval interval : intervals) {
            Stream.of(interval.lower(), interval.upper())
                    .filter(edge -> edge != null)
                    .forEach(edge -> edges.add(edge.value()));
        }
        return List.copyOf(edges);
    }

    static SituationReport.Builder report(ScoringTable table) {
        return SituationReport.of(OdsCode.of("RXX"), table.providerType()).observedAt(AT);
    }

    static SituationReport random(Table table, Random random) {
        SituationReport.Builder report = report(table.table());
        table.table().quantities().forEach(quantity -> {
            int kind = random.nextInt(20);
            if (kind > 0) {
                report.reading(quantity.id().value(), kind == 1 ? missing(random) : reading(table, quantity, random));
            }
        });
        return report.build();
    }

    /** A report with a plausible, exact value of each parameter. */
    static SituationReport exact(Table table, Random random) {
        SituationReport.Builder report = report(table.table());
        table.table().quantities().forEach(quantity -> {
            List<BigDecimal> edges = table.of(quantity);
            report.reading(quantity.id().value(), edges.get(random.nextInt(edges.size())));
        });
        return report.build();
    }

    private static Reading missing(Random random) {
        return Reading.missing(MissingReason.values()[random.nextInt(MissingReason.values().length)]);
    }

    private static Reading reading(Table table, Quantity quantity, Random random) {
        List<BigDecimal> edges = table.of(quantity);
        BigDecimal edge = edges.get(random.nextInt(edges.size()));
        BigDecimal span = quantity.domain().upTo().subtract(quantity.domain().from());
        BigDecimal value = switch (random.nextInt(6)) {
            case 0 -> edge;
            case 1 -> edge.setScale(edge.scale() + random.nextInt(6));
            case 2 -> edge.add(BigDecimal.valueOf(random.nextInt(200) - 100).movePointLeft(random.nextInt(4)));
            case 3 -> edge.add(BigDecimal.valueOf(random.nextInt(3) - 1).movePointLeft(22));
            default ->
                quantity.domain()
                        .from()
                        .add(new BigDecimal(1.2 * random.nextDouble() - 0.1).multiply(span))
                        .setScale(random.nextInt(5), RoundingMode.HALF_UP);
        };
        BigDecimal step = random.nextInt(4) > 0
                ? null
                : new BigDecimal(List.of("1", "0.1", "5", "10", "0.01").get(random.nextInt(5)));
        Duration age = quantity.maxAge().plusNanos(random.nextInt(3) - 1);
        Instant observedAt = switch (random.nextInt(12)) {
            case 0 -> AT.minus(age);
            case 1 -> AT.plusNanos(random.nextInt(3) - 1);
            case 2 -> AT.minus(Duration.ofHours(random.nextInt(60) - 10));
            default -> null;
        };
        return new Reading.Measured(value, step, observedAt);
    }
}
