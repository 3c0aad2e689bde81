package io.github.opelrules.rules.internal.drools;

import io.github.opelrules.assess.Rule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.rule.AgendaFilter;

/**
 * Drools rules, loaded once for all who use them: those of one package, compiled when this library was built, or those of a
 * protocol, built as a model at run time. Nothing is compiled then.
 */
public final class CompiledRules {

    private static final String MODELS = "/META-INF/kie/io.github.opelrules/opel-rules/drools-model";

    private final KieBase base;
    private final KieSessionConfiguration sessionConfiguration;
    private final Map<String, Rule> rules;
    private final @Nullable AgendaFilter filter;

    private CompiledRules(KieBase base, Map<String, Rule> rules, @Nullable AgendaFilter filter) {
        this.base = base;
        this.rules = Map.copyOf(rules);
        this.filter = filter;
        this.sessionConfiguration = RuleBaseFactory.newKnowledgeSessionConfiguration();
    }

    /**
     * Loads the rules of the package that a class belongs to.
     *
     * @throws IllegalStateException if they are not on the class path, or one has no citation
     */
    public static CompiledRules of(Class<?> fact) {
        return of(fact.getPackageName());
    }

    /**
     * Loads the rules of a package that were compiled when this library was built.
     *
     * @throws IllegalStateException if they are not on the class path, or one has no citation
     */
    public static CompiledRules of(String packageName) {
        return over(KieBaseBuilder.createKieBaseFromModel(models(packageName)));
    }

    /** Rules that were built as a model. */
    public static CompiledRules of(Model model) {
        return over(KieBaseBuilder.createKieBaseFromModel(model));
    }

    /**
     * Rules that are in a base.
     *
     * @throws IllegalStateException if one has no citation
     */
    public static CompiledRules over(KieBase base) {
        Map<String, Rule> rules = new HashMap<>();
        base.getKiePackages()
                .forEach(kiePackage -> kiePackage.getRules().forEach(rule -> {
                    Object citation = rule.getMetaData().get("citation");
                    if (citation == null) {
                        throw new IllegalStateException("The rule \"" + rule.getName() + "\" has no @citation");
                    }
                    rules.put(rule.getName(), new Rule(rule.getName(), unquoted(citation.toString())));
                }));
        return new CompiledRules(base, rules, null);
    }

    /**
     * The same rules, of which only some fire: to try what the others are for.
     *
     * @throws IllegalStateException if there is none of a name
     */
    public CompiledRules only(Collection<String> names) {
        names.forEach(this::rule);
        Set<String> some = Set.copyOf(names);
        return new CompiledRules(
                base, rules, match -> some.contains(match.getRule().getName()));
    }

    /**
     * Opens a session, inserts the facts, fires, and closes it, whatever happens.
     *
     * @param limit far more firings than the facts need: reaching it means that the rules run in circles
     * @throws IllegalStateException if the limit is reached
     */
    public void run(Consumer<KieSession> facts, int limit) {
        run(facts, limit, session -> true);
    }

    /** The same, for what has followed: the facts of a class that are there in the end, in no order. */
    public <T> List<T> run(Consumer<KieSession> facts, int limit, Class<T> following) {
        return run(facts, limit, session -> {
            List<T> found = new ArrayList<>();
            session.getObjects(following::isInstance).forEach(fact -> found.add(following.cast(fact)));
            return found;
        });
    }

    private <T> T run(Consumer<KieSession> facts, int limit, Function<KieSession, T> result) {
        KieSession session = base.newKieSession(sessionConfiguration, null);
        try {
            facts.accept(session);
            if (session.fireAllRules(filter, limit) >= limit) {
                throw new IllegalStateException("The rules fired " + limit + " times: they run in circles");
            }
            return result.apply(session);
        } finally {
            session.dispose();
        }
    }

    /**
     * The rule with this name.
     *
     * @throws IllegalStateException if there is none
     */
    public Rule rule(String name) {
        Rule rule = rules.get(name);
        if (rule == null) {
            throw new IllegalStateException("There is no rule \"" + name + "\"");
        }
        return rule;
    }

    /** The names of all of them. */
    public Set<String> names() {
        return rules.keySet();
    }

    /** How many sessions are open. */
    public int openSessions() {
        return base.getKieSessions().size();
    }

    private static List<Model> models(String packageName) {
        List<Model> models = new ArrayList<>();
        try (InputStream in = CompiledRules.class.getResourceAsStream(MODELS)) {
            if (in == null) {
                throw new IllegalStateException(MODELS + " is not on the class path: build this module with Maven");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String name = line.strip();
                if (name.startsWith(packageName + ".") && name.lastIndexOf('.') == packageName.length()) {
                    models.add(Class.forName(name)
                            .asSubclass(Model.class)
                            .getDeclaredConstructor()
                            .newInstance());
                }
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("The compiled rules of " + packageName + " cannot be loaded", e);
        }
        return models;
    }

    /** The executable model keeps the quotes of annotation values. */
    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
