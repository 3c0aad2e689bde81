package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.Rule;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import java.util.Collection;

/** The scoring rules. They hold no number of any framework, so that all engines of a process share them. */
final class ScoringRules {

    /** Far more than any fact needs. */
    private static final int FIRINGS_PER_FACT = 1000;

    private final CompiledRules compiled;

    /** Rules of one's own, to try them. */
    ScoringRules(CompiledRules compiled) {
        this.compiled = compiled;
    }

    /** The rules, which the first call loads. */
    static ScoringRules shared() {
        return Shared.RULES;
    }

    /** What is known once the rules have fired on some facts: those, and all that the rules inserted. */
    Collection<?> ask(Collection<?> facts) {
        return compiled.run(
                session -> facts.forEach(session::insert), FIRINGS_PER_FACT * (1 + facts.size()), Object.class);
    }

    /** The rule with this name. */
    Rule rule(String name) {
        return compiled.rule(name);
    }

    /** How many sessions are open. */
    int openSessions() {
        return compiled.openSessions();
    }

    /** Loads the rules at its first use, once, whichever thread comes first. */
    private static final class Shared {

        private static final ScoringRules RULES = new ScoringRules(CompiledRules.of(ScoringRules.class));
    }
}
