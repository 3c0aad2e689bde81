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
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.rule.AgendaFilter;

/**
 * The rules of one package, loaded once for all who use them: compiled when this library was built, or, where they come from
 * files that were written since, at run time.
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

    /**
     * Compiles rules now, which takes about a second.
     *
     * @param drl the rules, one package of them
     * @param what what they are, for the beginning of a sentence
     * @throws IllegalStateException if the compiler is not on the class path, saying how to add it, if the rules cannot be
     *     compiled, or if one has no citation
     */
    public static CompiledRules compile(String drl, String what) {
        return over(RuntimeCompiler.compile(drl, what));
    }

    private static CompiledRules over(KieBase base) {
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

    /** Whether rules can be compiled at run time. */
    public static boolean canCompile() {
        return RuntimeCompiler.isThere();
    }

    /**
     * Some of these rules: the others never fire.
     *
     * @throws IllegalStateException if there is none of that name
     */
    public CompiledRules only(Collection<String> names) {
        Map<String, Rule> some = new HashMap<>();
        names.forEach(name -> some.put(name, rule(name)));
        return new CompiledRules(
                base, some, match -> some.containsKey(match.getRule().getName()));
    }

    /**
     * Opens a session, inserts the facts, fires, and closes it, whatever happens.
     *
     * @param limit far more firings than the facts need: reaching it means that the rules run in circles
     * @throws IllegalStateException if the limit is reached
     */
    public void run(Consumer<KieSession> facts, int limit) {
        KieSession session = base.newKieSession(sessionConfiguration, null);
        try {
            facts.accept(session);
            if (session.fireAllRules(filter, limit) >= limit) {
                throw new IllegalStateException("The rules fired " + limit + " times: they run in circles");
            }
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
