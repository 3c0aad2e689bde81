package io.github.opelrules.rules.internal.protocol;

import static org.drools.model.DSL.accFunction;
import static org.drools.model.DSL.accumulate;
import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.exists;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.protocol.RuleMeaning.Spoken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.drools.core.base.accumulators.CountAccumulateFunction;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate2;
import org.drools.model.impl.ModelImpl;

/**
 * Makes Drools rules of the rules of a protocol, at run time and without a compiler: as the executable model that Drools'
 * compiler would have made of {@link ProtocolDrl}. What fills a sentence is an argument of a predicate, and never text that
 * becomes code.
 *
 * <p>Drools may share a test between rules if its name is the same. So each is named by all that it depends on: the question
 * as Drools rules write it, with everything that fills it.
 *
 * <p>The classes of {@code org.drools.model} are what Drools' generated code calls, and no documented API. All use of them
 * stands here.
 */
public final class ProtocolModel {

    private ProtocolModel() {}

    /** The rules, ready to run. */
    public static CompiledRules of(Collection<RuleMeaning> rules) {
        ModelImpl model = new ModelImpl();
        for (RuleMeaning each : rules) {
            model.addRule(of(each));
        }
        return CompiledRules.of(model);
    }

    private static Rule of(RuleMeaning meaning) {
        Variable<UnitFact> unit = declarationOf(UnitFact.class, "$unit");
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        for (Spoken condition : meaning.conditions()) {
            items.addAll(patterns(condition, unit));
        }
        String id = meaning.rule().id();
        List<Call> calls = meaning.calls();
        items.add(on(unit).execute((drools, of) -> drools.insert(new Called(id, of, calls))));
        return rule(ProtocolDrl.PACKAGE, meaning.rule().name())
                .metadata("citation", meaning.rule().citation().toString())
                .build(items.toArray(new RuleItemBuilder<?>[0]));
    }

    /** What {@link Scope} says as Drools rules write it. */
    private static List<RuleItemBuilder<?>> patterns(Spoken spoken, Variable<UnitFact> unit) {
        Fillings said = spoken.said();
        Variable<UnitFact> other = declarationOf(UnitFact.class);
        return switch (spoken.condition().shape()) {
            case UNIT -> List.of(ask(kind(unit, said.unit()), spoken));
            case COUNT -> {
                Variable<Long> count = declarationOf(Long.class);
                int enough = said.count();
                yield List.of(
                        kind(unit, said.whole()),
                        accumulate(
                                partOf(unit, ask(kind(other, said.units()), spoken)),
                                accFunction(CountAccumulateFunction::new, other).as(count)),
                        pattern(count).expr("$count >= " + enough, found -> found >= enough));
            }
            case MEMBER ->
                List.of(kind(unit, said.whole()), exists(partOf(unit, ask(kind(other, said.unit()), spoken))));
            case NEIGHBOUR ->
                List.of(
                        ask(kind(unit, UnitKind.ICS), spoken),
                        exists(ask(kind(other, UnitKind.ICS), spoken)
                                .expr("isNeighbourOf($unit)", unit, joined((one, of) -> one.isNeighbourOf(of)))));
            case ACTION_OF_UNIT -> List.of(kind(unit, said.unit()), exists(action(unit, spoken)));
            case SAME ->
                List.of(ask(pattern(other).expr("this == $unit", unit, joined((one, of) -> one == of)), spoken));
            case ITS_ICS -> List.of(exists(whole(unit, ask(kind(other, UnitKind.ICS), spoken))));
            case ITS_REGION -> List.of(exists(whole(unit, ask(kind(other, UnitKind.REGION), spoken))));
            case ITS_ACTION -> List.of(exists(action(unit, spoken)));
        };
    }

    private static PatternDef<UnitFact> kind(Variable<UnitFact> unit, UnitKind kind) {
        return pattern(unit).expr("is(" + Slot.drl(kind) + ")", fact -> fact.is(kind));
    }

    private static <F> PatternDef<F> ask(PatternDef<F> fact, Spoken spoken) {
        Question<?> question = spoken.condition().question();
        Fillings said = spoken.said();
        return fact.expr(spoken.condition().asked(said), asked -> question.holds(asked, said));
    }

    private static PatternDef<UnitFact> partOf(Variable<UnitFact> unit, PatternDef<UnitFact> part) {
        return part.expr("isPartOf($unit)", unit, joined((one, of) -> one.isPartOf(of)));
    }

    private static PatternDef<UnitFact> whole(Variable<UnitFact> unit, PatternDef<UnitFact> whole) {
        return whole.expr("$unit.isPartOf(this)", unit, joined((one, of) -> of.isPartOf(one)));
    }

    private static PatternDef<ActionFact> action(Variable<UnitFact> unit, Spoken spoken) {
        String rule = spoken.said().rule();
        Variable<ActionFact> action = declarationOf(ActionFact.class);
        return ask(
                pattern(action)
                        .expr("getUnit() == $unit", unit, (fact, of) -> fact.getUnit() == of)
                        .expr(
                                "getRule() == " + Slot.drl(rule),
                                fact -> fact.getRule().equals(rule)),
                spoken);
    }

    private static Predicate2<UnitFact, UnitFact> joined(Predicate2<UnitFact, UnitFact> predicate) {
        return predicate;
    }
}
