package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.protocol.ProtocolRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The protocols of frameworks, each made ready when it is first needed, and kept: its rules loaded or compiled, and what they
 * speak of gathered. Thread-safe.
 */
public final class Protocols {

    private final Map<String, Governing> byDigest = new ConcurrentHashMap<>();

    /** Protocols of which none is ready yet. */
    public Protocols() {}

    /** Protocols of which that of a framework has these rules. */
    public static Protocols of(Framework framework, CompiledRules rules) {
        Protocols protocols = new Protocols();
        protocols.byDigest.put(framework.digest(), new Governing(framework, ProtocolFacts.of(framework), rules));
        return protocols;
    }

    /**
     * Makes the protocol of a framework ready.
     *
     * @throws IllegalStateException if its rules have to be compiled and the compiler is not there, saying how to add it
     */
    public void prepare(Framework framework) {
        of(framework);
    }

    Governing of(Framework framework) {
        return byDigest.computeIfAbsent(
                framework.digest(),
                digest -> new Governing(
                        framework,
                        ProtocolFacts.of(framework),
                        ProtocolRules.of(framework).orElse(null)));
    }
}
