package io.github.opelrules.rules.internal.totals;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What reports of a provider type can score in all, summed from the points that the table gives its bands, and bands that make
 * each sum.
 */
public final class Totals {

    private final ScoringTable table;
    private final TreeMap<Integer, Map<ParameterId, Band>> ways = new TreeMap<>();
    private int open;

    public Totals(ScoringTable table) {
        this.table = table;
        ways.put(0, Map.of());
        for (Parameter parameter : table.parameters()) {
            if (parameter.isExpected()) {
                open += parameter.points().max();
            } else {
                add(parameter);
            }
        }
    }

    private void add(Parameter parameter) {
        TreeMap<Integer, Map<ParameterId, Band>> before = new TreeMap<>(ways);
        ways.clear();
        List<Band> bands = parameter.bandsFromBest();
        for (Band band : bands) {
            if (reading(parameter, band).isEmpty()) {
                continue;
            }
            before.forEach((total, way) -> {
                Map<ParameterId, Band> longer = new LinkedHashMap<>(way);
                if (!band.equals(bands.get(0))) {
                    longer.put(parameter.id(), band);
                }
                // The fewer readings a case needs, the easier it is to read.
                ways.merge(
                        total + band.points(),
                        Collections.unmodifiableMap(longer),
                        (kept, other) -> other.size() < kept.size() ? other : kept);
            });
        }
    }

    /** Whether it is known of every parameter what it can score, so that there is a level. */
    public boolean isKnown() {
        return table.parameters().stream().noneMatch(Parameter::isOpen);
    }

    /** Every number that a complete report's lowest or highest possible score can be; the two are one where all bands are known. */
    public NavigableSet<Integer> ends() {
        TreeSet<Integer> ends = new TreeSet<>(ways.keySet());
        ways.keySet().forEach(total -> ends.add(total + open));
        return ends;
    }

    /** The score of a complete report whose lowest or highest possible score is this; one whose lowest is, if there is one. */
    public PointsRange scoreWith(int end) {
        int total = ways.containsKey(end) ? end : end - open;
        return new PointsRange(total, total + open);
    }

    /** Readings that score so much at least, with all others at their best; of each band the roundest value. */
    public Map<String, String> readings(int total) {
        Map<String, String> readings = new LinkedHashMap<>();
        Optional.ofNullable(ways.get(total)).orElseThrow().forEach((id, band) -> {
            Parameter parameter = table.parameter(id).orElseThrow();
            readings.put(id.value(), Words.number(reading(parameter, band).orElseThrow()));
        });
        return readings;
    }

    /** The levels of a score, from the best to the worst, as the table's cuts give them. */
    public List<OpelLevel> levels(PointsRange score) {
        return Stream.of(score.min(), score.max())
                .map(table::levelOf)
                .distinct()
                .toList();
    }

    /** A reading in a band: a cut that belongs to it if there is one; empty where none of the declared precision lies in it. */
    public static Optional<BigDecimal> reading(Parameter parameter, Band band) {
        Grid grid = new Grid(parameter.domain());
        return Stream.of(
                        Optional.ofNullable(band.interval().upper()),
                        Optional.ofNullable(band.interval().lower()))
                .flatMap(Optional::stream)
                .map(Edge::value)
                .flatMap(value -> grid.on(value).stream())
                .filter(band.interval()::contains)
                .findFirst()
                .or(() -> grid.first(band.interval()));
    }
}
