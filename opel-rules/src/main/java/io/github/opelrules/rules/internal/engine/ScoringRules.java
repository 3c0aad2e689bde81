package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.Rule;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import java.util.List;

/** The scoring rules. They hold no number of any framework, so that all engines of a process share them. */
final class ScoringRules {

    /** Far more than any report needs. */
    private static final int FIRINGS_PER_REPORT = 1000;

    private final CompiledRules compiled = CompiledRules.of(ScoreSheet.class);

    private ScoringRules() {}

    /** The rules, which the first call loads. */
    static ScoringRules shared() {
        return Shared.RULES;
    }

    /** Lets the rules fill in the sheets. */
    void score(List<ScoreSheet> sheets) {
        int limit = FIRINGS_PER_REPORT;
        for (ScoreSheet sheet : sheets) {
            limit += FIRINGS_PER_REPORT + sheet.watches().size();
        }
        compiled.run(
                session -> {
                    for (ScoreSheet sheet : sheets) {
                        session.insert(sheet);
                        sheet.lines().forEach(session::insert);
                        sheet.watches().forEach(session::insert);
                    }
                },
                limit);
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

        private static final ScoringRules RULES = new ScoringRules();
    }
}
