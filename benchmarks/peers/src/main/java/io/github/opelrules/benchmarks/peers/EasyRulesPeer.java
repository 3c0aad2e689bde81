package io.github.opelrules.benchmarks.peers;

import io.github.opelrules.rules.PlainJavaScorer.Row;
import java.util.List;
import java.util.function.DoubleToIntFunction;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.api.RulesEngineParameters;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.jeasy.rules.mvel.MVELCondition;

/**
 * Easy Rules with MVEL: for each parameter, and for the levels, a set of rules, one for each band or level. The first that
 * fires ends the set.
 */
final class EasyRulesPeer extends OneByOne {

    EasyRulesPeer(Table table) {
        super(table, EasyRulesPeer::rules);
    }

    private static DoubleToIntFunction rules(List<Row> rows) {
        RulesEngine engine = new DefaultRulesEngine(new RulesEngineParameters().skipOnFirstAppliedRule(true));
        Rules rules = new Rules();
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            rules.register(new RuleBuilder()
                    .name("row " + place)
                    .when(new MVELCondition(Table.condition("value", rows.get(i))))
                    .then(facts -> facts.put("place", place))
                    .build());
        }
        return value -> {
            Facts facts = new Facts();
            facts.put("value", value);
            engine.fire(rules, facts);
            return facts.<Integer>get("place");
        };
    }
}
