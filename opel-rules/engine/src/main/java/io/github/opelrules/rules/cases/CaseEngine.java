package io.github.opelrules.rules.cases;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import java.util.List;

/** Tries cases by one framework, which another one joins where a case says so. */
public final class CaseEngine {

    private final DroolsEngine engine;

    /** By a framework, whatever the time of a report and whether it is a draft. */
    public CaseEngine(Framework framework) {
        engine = DroolsEngine.by(framework);
    }

    /** Whether cases notice that something is wrong with the framework: one of them does not hold. */
    public boolean isNoticedBy(List<Case> cases) {
        return cases.stream().anyMatch(each -> !tryOut(each).holds());
    }

    /** What comes out of a case. */
    public CaseResult tryOut(Case tried) {
        boolean mixed = tried instanceof SystemCase system && !system.under().isEmpty();
        return tried.tryWith(mixed ? engine.except(((SystemCase) tried).under()) : engine);
    }
}
