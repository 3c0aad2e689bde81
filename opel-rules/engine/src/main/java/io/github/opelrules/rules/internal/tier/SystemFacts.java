package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.assess.Rule;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rules said of a system. */
final class SystemFacts {

    private final CompiledRules rules;
    private final Map<Countable, Part> parts = new HashMap<>();
    private final Map<Provider, Recent> recent = new HashMap<>();
    private final Map<Whole, TierLevel> levels = new HashMap<>();

    /** @throws IllegalStateException if they said two things of one */
    SystemFacts(CompiledRules rules, Collection<?> facts) {
        this.rules = rules;
        for (Object fact : facts) {
            Object other = null;
            if (fact instanceof Part part) {
                other = parts.put(part.part(), part);
            } else if (fact instanceof Recent one) {
                other = recent.put(one.provider(), one);
            } else if (fact instanceof TierLevel level) {
                other = levels.put(level.mean().whole(), level);
            }
            if (other != null) {
                throw new IllegalStateException("The tier rules say both " + other + " and " + fact);
            }
        }
    }

    /** How something counts; null for the top. */
    @Nullable
    Part part(Countable part) {
        return parts.get(part);
    }

    /** By what the latest report of a provider counts; null where it has none that does. */
    @Nullable
    Recent recent(Provider provider) {
        return recent.get(provider);
    }

    /** @throws IllegalStateException if they said nothing of that */
    TierLevel level(Whole whole) {
        TierLevel level = levels.get(whole);
        if (level == null) {
            throw new IllegalStateException("The tier rules gave something no level: they are incomplete");
        }
        return level;
    }

    Rule rule(String name) {
        return rules.rule(name);
    }
}
