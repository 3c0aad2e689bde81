package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Sentence;
import java.util.List;
import java.util.function.Function;

/** Writes the Drools rules that the sentences of a protocol become. */
public final class ProtocolDrl {

    /** How the line of a rule begins that says where it comes from. */
    static final String CITATION = "    @citation";

    private static final String PACKAGE = ProtocolDrl.class.getPackageName();

    /** Where the facts are that the rules speak of. They know the words of sentences, so these cannot know them. */
    private static final String FACTS = "io.github.opelrules.rules.internal.escalate.";

    private ProtocolDrl() {}

    /** Protocol rules as Drools rules, in the package of these facts and of that name. */
    public static String of(List<ProtocolRule> rules, String name) {
        return write(rules, name, Dictionary.shared()::drl);
    }

    /** The rules as a file whose sentences are written like this. */
    static String write(List<ProtocolRule> rules, String name, Function<Sentence, String> sentences) {
        StringBuilder text = new StringBuilder("// Made of the sentences of an escalation protocol by protocol.dsl.\n")
                .append(packageLine(name))
                .append("\nimport ")
                .append(FACTS + "DutyNow")
                .append(";\nimport ")
                .append(FACTS + "UnitNow")
                .append(";\n");
        for (ProtocolRule rule : rules) {
            text.append("\nrule \"")
                    .append(rule.name())
                    .append("\"\n" + CITATION + "(\"")
                    .append(rule.citation())
                    .append("\")\nwhen\n");
            rule.conditions()
                    .forEach(sentence -> text.append("    ")
                            .append(sentences.apply(sentence))
                            .append('\n'));
            text.append("then\n");
            rule.consequences()
                    .forEach(sentence -> text.append("    ")
                            .append(sentences.apply(sentence))
                            .append('\n'));
            text.append("end\n");
        }
        return text.toString();
    }

    /** The line that names the package. */
    static String packageLine(String name) {
        return "package " + packageName(name) + ";\n";
    }

    static String packageName(String name) {
        return PACKAGE + "." + name;
    }
}
