package io.github.opelrules.rules.cases;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import java.util.List;

/** Tries cases by one framework, which another one joins where a case says so. */
final class CaseEngine {

    private final DroolsEngine engine;

    CaseEngine(Framework framework) {
        engine = DroolsEngine.by(framework);
    }

    /** Whether cases notice that something is wrong with the framework: one of them does not hold. */
    boolean isNoticedBy(List<Case> cases) {
        return cases.stream().anyMatch(each -> !tryOut(each).holds());
    }

    CaseResult tryOut(Case tried) {
        boolean mixed = tried instanceof SystemCase system && !system.under().isEmpty();
        return tried.tryWith(mixed ? engine.except(((SystemCase) tried).under()) : engine);
    }
}
