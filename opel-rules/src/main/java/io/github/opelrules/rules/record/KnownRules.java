package io.github.opelrules.rules.record;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.rules.internal.protocol.ProtocolRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Frameworks by their digests, of which several can be versions of one, and an engine for each. */
final class KnownRules {

    private final Map<String, Framework> byDigest = new HashMap<>();
    private final Map<String, DroolsEngine> engines = new HashMap<>();

    /** The rules of protocols by the digests of their frameworks, loaded or compiled when one is first needed. */
    private final Map<String, Optional<CompiledRules>> protocols = new ConcurrentHashMap<>();

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

    /** The rules of a framework's protocol; null where it has none. */
    @Nullable
    CompiledRules protocol(Framework framework) {
        return protocols
                .computeIfAbsent(framework.digest(), digest -> ProtocolRules.of(framework))
                .orElse(null);
    }

    /** {@code nhse-opel-2023-24 1.0.0 with sha256:…, …}. */
    @Override
    public String toString() {
        return byDigest.values().stream()
                .map(framework -> framework + " with " + framework.digest())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
