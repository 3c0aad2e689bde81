package io.github.opelrules.rules.replay;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Agreement;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the two engines of a replay, and what is counted of it alone. */
final class ReplaySide {

    private final OpelEngine engine;
    private final Refusal.Side side;
    private final Declared declared;
    private final Map<String, Framework> byDigest = new LinkedHashMap<>();
    private final Map<ParameterId, Long> leftOut = new TreeMap<>();
    private final SortedMap<Integer, Long> byDifference = new TreeMap<>();
    private long incomparable;

    ReplaySide(OpelEngine engine, Refusal.Side side, Declared declared) {
        this.engine = engine;
        this.side = side;
        this.declared = declared;
    }

    Refusal.Side side() {
        return side;
    }

    Obstacles obstacles(SituationReport report) {
        return Obstacles.of(report, engine.check(report));
    }

    SituationReport without(Collection<ParameterId> unknown, SituationReport report) {
        unknown.forEach(parameter -> leftOut.merge(parameter, 1L, Long::sum));
        return report.without(unknown);
    }

    /** The assessments of those reports that there are. */
    Iterator<Assessment> assess(Stream<@Nullable SituationReport> reports) {
        return engine.assessAll(reports.filter(Objects::nonNull).toList()).iterator();
    }

    /** Counts what scored a report, and how its level agrees with the one that was declared. */
    void compare(SituationReport report, @Nullable Assessment assessment) {
        if (assessment == null) {
            return;
        }
        byDigest.putIfAbsent(assessment.framework().digest(), assessment.framework());
        declared.at(report).ifPresent(level -> {
            OptionalInt difference = Agreement.difference(assessment.level(), level);
            if (difference.isPresent()) {
                byDifference.merge(difference.getAsInt(), 1L, Long::sum);
            } else {
                incomparable++;
            }
        });
    }

    List<Framework> frameworks() {
        return List.copyOf(byDigest.values());
    }

    List<LeftOut> leftOut() {
        return leftOut.entrySet().stream()
                .map(entry -> new LeftOut(entry.getKey(), side, entry.getValue()))
                .toList();
    }

    DeclaredAgreement agreement() {
        return new DeclaredAgreement(byDifference, incomparable);
    }
}
