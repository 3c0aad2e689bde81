package io.github.opelrules.rules.record;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.rules.internal.escalate.Protocols;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Frameworks by their digests, of which several can be versions of one, and an engine for each. */
final class KnownRules {

    private final Map<String, Framework> byDigest = new HashMap<>();
    private final Map<String, DroolsEngine> engines = new HashMap<>();

    private final Protocols protocols = new Protocols();

    KnownRules(Collection<Framework> frameworks) {
        for (Framework framework : frameworks) {
            byDigest.put(framework.digest(), framework);
            engines.put(framework.digest(), DroolsEngine.over(new FrameworkSet(List.of(framework)), true));
        }
    }

    boolean has(String digest) {
        return byDigest.containsKey(digest);
    }

    /** @throws IllegalArgumentException if it is not known */
    Framework framework(String digest) {
        Framework framework = byDigest.get(digest);
        if (framework == null) {
            throw new IllegalArgumentException("no framework has the digest " + Words.quoted(digest));
        }
        return framework;
    }

    /** An engine that scores every report by a framework, for a reason that was recorded. */
    DroolsEngine engine(String digest, Selection selection) {
        Framework framework = framework(digest);
        return Objects.requireNonNull(engines.get(digest)).decidedBy(new FrameworkSet.Selected(framework, selection));
    }

    Protocols protocols() {
        return protocols;
    }

    /** {@code nhse-opel-2023-24 1.1.0 with sha256:…, …}. */
    @Override
    public String toString() {
        return byDigest.values().stream()
                .map(framework -> framework + " with " + framework.digest())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
