package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule is about, as its first condition says.
 *
 * @param kind the kind of unit that it is a rule of
 * @param levels the levels of that unit at which it begins to say something, or says it; empty where its own level does not
 *     matter
 */
public record RuleSubject(UnitKind kind, Set<OpelLevel> levels) {

    private static final List<String> LEVEL_OF_THE_UNIT = List.of(
            "{unit} enters OPEL ",
            "{unit} is at OPEL ",
            "{unit} has been at OPEL ",
            "it is at OPEL ",
            "it has been at OPEL ");

    /** What a rule is about. */
    public static RuleSubject of(ProtocolRule rule) {
        Sentence first = rule.conditions().get(0);
        return new RuleSubject(kind(first), levels(first));
    }

    /** The kind of unit that a first condition binds: what the units belong to that it speaks of, or the unit itself. */
    public static UnitKind kind(Sentence first) {
        Map<String, String> slots = first.slots();
        String words = slots.getOrDefault("whole", slots.getOrDefault("unit", "the ICS"));
        return UnitKind.of(words)
                .orElseThrow(() -> new IllegalArgumentException("\"" + words + "\" is no kind of unit"));
    }

    /** The levels at which a condition lets the unit be that a rule is of; empty where it says nothing of them. */
    public static Set<OpelLevel> levels(Sentence condition) {
        Set<OpelLevel> levels = new TreeSet<>();
        if (isOfLevel(condition.pattern())) {
            int lowest = Integer.parseInt(condition.slots().getOrDefault("level", "0"));
            boolean above = condition.pattern().contains(" or above");
            for (OpelLevel level : OpelLevel.values()) {
                if (level.number() == lowest || (above && level.number() > lowest)) {
                    levels.add(level);
                }
            }
        }
        return levels;
    }

    private static boolean isOfLevel(String pattern) {
        for (String beginning : LEVEL_OF_THE_UNIT) {
            if (pattern.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** The consequences of a rule that somebody has to act on. */
    public static List<Sentence> duties(ProtocolRule rule) {
        List<Sentence> duties = new ArrayList<>();
        for (Sentence consequence : rule.consequences()) {
            if (consequence.pattern().startsWith("the {role} must ")) {
                duties.add(consequence);
            }
        }
        return duties;
    }
}
