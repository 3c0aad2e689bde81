package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.Rule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;

/**
 * The scoring rules, compiled when this library was built. They hold no number of any framework, so that all engines of a
 * process share them.
 */
final class ScoringRules {

    private static final String MODELS = "/META-INF/kie/io.github.opelrules/opel-rules/drools-model";

    /** Far more than any report needs: reaching it means that the rules run in circles. */
    private static final int FIRINGS_PER_REPORT = 1000;

    private final KieBase base;
    private final KieSessionConfiguration sessionConfiguration;
    private final Map<String, Rule> rules;

    private ScoringRules(KieBase base, Map<String, Rule> rules) {
        this.base = base;
        this.rules = Map.copyOf(rules);
        this.sessionConfiguration = RuleBaseFactory.newKnowledgeSessionConfiguration();
    }

    /** The rules, which the first call loads. */
    static ScoringRules shared() {
        return Shared.RULES;
    }

    /** @throws IllegalStateException if the compiled rules are not on the class path */
    private static ScoringRules load() {
        KieBase base = KieBaseBuilder.createKieBaseFromModel(models());
        Map<String, Rule> rules = new HashMap<>();
        base.getKiePackages()
                .forEach(kiePackage -> kiePackage.getRules().forEach(rule -> {
                    Object citation = rule.getMetaData().get("citation");
                    if (citation == null) {
                        throw new IllegalStateException("The rule \"" + rule.getName() + "\" has no @citation");
                    }
                    rules.put(rule.getName(), new Rule(rule.getName(), unquoted(citation.toString())));
                }));
        return new ScoringRules(base, rules);
    }

    /** Opens a session, inserts the sheets with their lines, fires, and closes it, whatever happens. */
    void score(List<ScoreSheet> sheets) {
        KieSession session = base.newKieSession(sessionConfiguration, null);
        try {
            for (ScoreSheet sheet : sheets) {
                session.insert(sheet);
                sheet.lines().forEach(session::insert);
            }
            int limit = FIRINGS_PER_REPORT * sheets.size();
            if (session.fireAllRules(limit) >= limit) {
                throw new IllegalStateException("The scoring rules fired " + limit + " times for " + sheets.size()
                        + " reports: they run in circles");
            }
        } finally {
            session.dispose();
        }
    }

    /** The rule with this name. */
    Rule rule(String name) {
        Rule rule = rules.get(name);
        if (rule == null) {
            throw new IllegalStateException("There is no rule \"" + name + "\"");
        }
        return rule;
    }

    /** How many sessions are open. */
    int openSessions() {
        return base.getKieSessions().size();
    }

    private static List<Model> models() {
        List<Model> models = new ArrayList<>();
        try (InputStream in = ScoringRules.class.getResourceAsStream(MODELS)) {
            if (in == null) {
                throw new IllegalStateException(MODELS + " is not on the class path: build this module with Maven");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("Drools-Model-Version")) {
                    models.add(Class.forName(line.strip())
                            .asSubclass(Model.class)
                            .getDeclaredConstructor()
                            .newInstance());
                }
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("The compiled scoring rules cannot be loaded", e);
        }
        return models;
    }

    /** Loads the rules at its first use, once, whichever thread comes first. */
    private static final class Shared {

        private static final ScoringRules RULES = load();
    }

    /** The executable model keeps the quotes of annotation values. */
    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
