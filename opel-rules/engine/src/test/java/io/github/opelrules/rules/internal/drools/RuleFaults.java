package io.github.opelrules.rules.internal.drools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Faults planted into each rule of a file: the rule removed, and each comparison of its left side turned. All of them are compiled
 * at once, each as one more rule beside those that are right, and of each fault only the rules that go with it fire.
 */
public final class RuleFaults {

    /**
     * A fault.
     *
     * @param what the rule, and what was done to it
     * @param rules all rules of the file, with this fault
     */
    public record Fault(String what, CompiledRules rules) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static final Pattern RULE = Pattern.compile("(?s)rule \"([^\"]*)\"\n(.*?)\nwhen\n(.*?)then\n(.*?)\nend\n");
    private static final Pattern TURNABLE = Pattern.compile(
            " (>=|<=|==|!=|>|<) |!?[a-z$][\\w.]*\\.?(touches|contains)\\(|!?[\\w.]+\\.empty|\\b(exists|not) |\\b(min|max)\\(");
    private static final Map<String, List<String>> TURNS = Map.of(
            ">=", List.of(">", "<"),
            "<=", List.of("<", ">"),
            ">", List.of(">=", "<="),
            "<", List.of("<=", ">="),
            "==", List.of("!="),
            "!=", List.of("=="),
            "exists", List.of("not"),
            "not", List.of("exists"),
            "min(", List.of("max("),
            "max(", List.of("min("));

    private final Map<String, Set<String>> faults = new LinkedHashMap<>();
    private final StringBuilder drl;

    private RuleFaults(String drl) {
        this.drl = new StringBuilder(drl);
        Matcher rules = RULE.matcher(drl);
        Set<String> names = new LinkedHashSet<>();
        while (rules.find()) {
            names.add(rules.group(1));
        }
        rules.reset();
        while (rules.find()) {
            Set<String> others = new LinkedHashSet<>(names);
            others.remove(rules.group(1));
            faults.put("\"" + rules.group(1) + "\" removed", others);
            plant(rules, others);
        }
    }

    /** All faults of a file of the rules that this library ships. */
    public static List<Fault> in(Class<?> of, String file) throws IOException {
        try (InputStream in = of.getResourceAsStream(file)) {
            RuleFaults planted = new RuleFaults(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            CompiledRules all = CompiledDrl.of(planted.drl.toString());
            List<Fault> faults = new ArrayList<>();
            planted.faults.forEach((what, names) -> faults.add(new Fault(what, all.only(names))));
            return faults;
        }
    }

    private void plant(Matcher rule, Set<String> others) {
        String left = rule.group(3);
        Matcher turnable = TURNABLE.matcher(left);
        while (turnable.find()) {
            for (String turned : turned(turnable)) {
                String what = "\"" + rule.group(1) + "\": \"" + turnable.group().strip() + "\" turned to \""
                        + turned.strip() + "\" at " + turnable.start();
                String name = rule.group(1) + " ~ " + faults.size();
                String faulty = left.substring(0, turnable.start()) + turned + left.substring(turnable.end());
                drl.append("\nrule \"")
                        .append(name)
                        .append("\"\n")
                        .append(rule.group(2))
                        .append("\nwhen\n");
                drl.append(faulty).append("then\n");
                // Under the name of the rule that it stands for, so that not the name alone gives it away.
                drl.append(rule.group(4).replace("drools.getRule().getName()", "\"" + rule.group(1) + "\""));
                drl.append("\nend\n");
                Set<String> names = new LinkedHashSet<>(others);
                names.add(name);
                faults.put(what, names);
            }
        }
    }

    private static List<String> turned(Matcher turnable) {
        String found = turnable.group();
        List<String> turns = TURNS.get(found.strip());
        if (turns == null) {
            return List.of(found.startsWith("!") ? found.substring(1) : "!" + found);
        }
        return turns.stream().map(turn -> found.replace(found.strip(), turn)).toList();
    }
}
