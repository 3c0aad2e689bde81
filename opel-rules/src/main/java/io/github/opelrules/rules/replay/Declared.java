package io.github.opelrules.rules.replay;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Declaration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The levels that people declared, by organisation and time. */
final class Declared {

    private final Map<OdsCode, TreeMap<Instant, Declaration>> declarations = new TreeMap<>();

    Declared(Collection<Declaration> all) {
        all.forEach(declaration -> declarations
                .computeIfAbsent(declaration.unit(), unit -> new TreeMap<>())
                .put(declaration.at(), declaration));
    }

    boolean isEmpty() {
        return declarations.isEmpty();
    }

    /** The level that was declared when a report was observed. */
    Optional<OpelLevel> at(SituationReport report) {
        TreeMap<Instant, Declaration> own = declarations.get(report.organisation());
        return own == null
                ? Optional.empty()
                : Optional.ofNullable(own.floorEntry(report.observedAt()))
                        .filter(latest ->
                                !latest.getKey().plus(OpelEngine.MAX_AGE).isBefore(report.observedAt()))
                        .map(latest -> latest.getValue().level());
    }
}
