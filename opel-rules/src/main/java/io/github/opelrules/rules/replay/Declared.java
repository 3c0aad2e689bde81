package io.github.opelrules.rules.replay;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
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

    /** The level that was declared for an organisation at a time. */
    Optional<OpelLevel> at(OdsCode organisation, Instant time) {
        TreeMap<Instant, Declaration> own = declarations.get(organisation);
        return own == null
                ? Optional.empty()
                : Optional.ofNullable(own.floorEntry(time))
                        .filter(latest ->
                                !latest.getKey().plus(OpelEngine.MAX_AGE).isBefore(time))
                        .map(latest -> latest.getValue().level());
    }
}
