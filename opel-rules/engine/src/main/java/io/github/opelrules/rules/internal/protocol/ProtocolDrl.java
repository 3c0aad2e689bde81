package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.escalate.Notice;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Sentence;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Prints the Drools rules that the sentences of a protocol stand for, for readers who know Drools. {@link ProtocolModel} makes
 * the same rules without this text.
 */
public final class ProtocolDrl {

    static final String PACKAGE = ProtocolDrl.class.getPackageName();

    private static final List<Class<?>> IMPORTS = List.of(
            BigDecimal.class, Duration.class, List.class, Notice.class, OpelLevel.class, ParameterId.class, Role.class);

    private ProtocolDrl() {}

    /** Protocol rules as Drools rules. */
    public static String of(Collection<RuleMeaning> rules) {
        StringBuilder text = new StringBuilder("package ").append(PACKAGE).append(";\n\n");
        for (Class<?> type : IMPORTS) {
            text.append("import ").append(type.getName()).append(";\n");
        }
        for (RuleMeaning meaning : rules) {
            append(meaning, text);
        }
        return text.toString();
    }

    private static void append(RuleMeaning meaning, StringBuilder text) {
        text.append("\nrule \"")
                .append(meaning.rule().name())
                .append("\"\n    @citation(\"")
                .append(meaning.rule().citation())
                .append("\")\nwhen\n");
        for (RuleMeaning.Spoken condition : meaning.conditions()) {
            text.append("    ").append(condition.drl()).append('\n');
        }
        text.append("then\n    insert( new Called( \"")
                .append(meaning.rule().id())
                .append("\", $unit, List.of(");
        String separator = "\n        ";
        for (Sentence sentence : meaning.rule().consequences()) {
            Consequence consequence = Dictionary.shared().phrase(sentence, Consequence.class);
            text.append(separator).append(consequence.drl(consequence.said(sentence.slots())));
            separator = ",\n        ";
        }
        text.append(" ) ) );\nend\n");
    }
}
