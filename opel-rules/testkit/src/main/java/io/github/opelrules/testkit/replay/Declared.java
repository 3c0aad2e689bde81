package io.github.opelrules.testkit.replay;

import io.github.opelrules.framework.OdsCode;
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

    /** What was declared last for an organisation up to a time, however long ago. */
    Optional<Declaration> latest(OdsCode organisation, Instant time) {
        return Optional.ofNullable(declarations.get(organisation))
                .map(own -> own.floorEntry(time))
                .map(Map.Entry::getValue);
    }
}
