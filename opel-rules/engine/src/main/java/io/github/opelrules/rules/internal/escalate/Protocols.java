package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.protocol.ProtocolModel;
import io.github.opelrules.rules.internal.protocol.RuleMeaning;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The protocols of frameworks, each made ready when it is first needed, and kept. Thread-safe. */
public final class Protocols {

    private final Map<String, Governing> byDigest = new ConcurrentHashMap<>();

    private final Function<Collection<RuleMeaning>, CompiledRules> rules;

    /** Protocols of which none is ready yet. */
    public Protocols() {
        this(ProtocolModel::of);
    }

    /** Protocols whose Drools rules are made in another way. */
    public Protocols(Function<Collection<RuleMeaning>, CompiledRules> rules) {
        this.rules = rules;
    }

    Governing of(Framework framework) {
        return byDigest.computeIfAbsent(framework.digest(), digest -> {
            ProtocolFacts facts = ProtocolFacts.of(framework);
            return new Governing(
                    framework,
                    facts,
                    facts.meanings().isEmpty()
                            ? null
                            : rules.apply(facts.meanings().values()));
        });
    }
}
