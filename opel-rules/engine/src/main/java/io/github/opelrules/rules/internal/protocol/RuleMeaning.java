package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.framework.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of a protocol with what its sentences mean.
 *
 * @param rule the rule
 * @param conditions what has to be so
 * @param calls what follows, in order
 */
public record RuleMeaning(ProtocolRule rule, List<Spoken> conditions, List<Call> calls) {

    /**
     * A condition of a rule.
     *
     * @param sentence the sentence as it was written
     * @param condition the sentence of the dictionary that it is
     * @param said what fills it
     */
    public record Spoken(Sentence sentence, Condition condition, Fillings said) {

        /** What it stands for in a Drools rule. */
        String drl() {
            return condition.drl(said);
        }

        /** The kind of unit that it asks, where the rule is of another kind, which it belongs to or which belongs to it. */
        public UnitKind asked(UnitKind subject) {
            return condition.shape().asked(said, subject);
        }

        /** Where the unit of the rule can be when it is so. */
        public Set<OpelLevel> levels() {
            return condition.levels(said);
        }

        /** Whether it is about the level of a unit, of whichever. */
        public boolean isAboutLevels() {
            return condition.question().theme() == Theme.LEVELS;
        }

        /** What it says or denies of the unit of the rule; empty where it asks others. */
        public Optional<String> claim() {
            return condition.shape().isOfTheUnit()
                    ? Optional.of(said.fill(condition.question().claim()))
                    : Optional.empty();
        }

        /** Whether it denies what it speaks of. */
        public boolean isNegated() {
            return condition.question().isNegated();
        }

        /** Whether a unit of a kind belongs to one that it speaks of, or has what it speaks of; else it is never so. */
        public Optional<String> whyNever(UnitKind subject) {
            Tier tier = subject.tier();
            boolean belongsToNone = (condition.shape() == Scope.ITS_ICS && tier != Tier.PROVIDER)
                    || (condition.shape() == Scope.ITS_REGION && tier.compareTo(Tier.REGION) >= 0);
            if (belongsToNone) {
                return Optional.of("\"" + subject + "\" belongs to no such unit");
            } else if (condition.question().theme() == Theme.SCC && tier.compareTo(Tier.REGION) >= 0) {
                return Optional.of("An SCC is that of an ICS and its providers; " + subject + " has none");
            } else if (condition.question().levels() == LevelRelation.BELOW && levels().isEmpty()) {
                return Optional.of("No level is below OPEL 1");
            }
            return Optional.empty();
        }

        /** What it compares a reading with; empty where it compares none. */
        public Optional<Compared> compared() {
            Question.Comparison side = condition.question().comparison();
            return side == Question.Comparison.NONE
                    ? Optional.empty()
                    : Optional.of(new Compared(said.parameter(), side == Question.Comparison.ABOVE, said.number()));
        }

        /** The parameter that it asks a reading of. */
        public Optional<ParameterId> parameter() {
            return said.theParameter();
        }

        /** The time that it waits for. */
        public Optional<Duration> time() {
            return said.theTime();
        }
    }

    /**
     * What a reading is compared with.
     *
     * @param parameter of which parameter it is
     * @param above whether it is asked to be above the number; otherwise below
     * @param number the number
     */
    public record Compared(ParameterId parameter, boolean above, BigDecimal number) {

        /** Whether that is so of every value that a reading may have. */
        public boolean holds(Stretch value) {
            return above ? value.low().compareTo(number) > 0 : value.high().compareTo(number) < 0;
        }
    }

    public RuleMeaning {
        conditions = List.copyOf(conditions);
        calls = List.copyOf(calls);
    }

    /**
     * What the sentences of a rule mean.
     *
     * @throws IllegalArgumentException if one is no sentence of the dictionary, or what fills it has a flaw
     */
    public static RuleMeaning of(ProtocolRule rule) {
        List<Spoken> conditions = new ArrayList<>();
        for (Sentence sentence : rule.conditions()) {
            conditions.add(spoken(sentence));
        }
        List<Call> calls = new ArrayList<>();
        for (Sentence sentence : rule.consequences()) {
            calls.add(call(sentence));
        }
        return new RuleMeaning(rule, conditions, calls);
    }

    /** What the sentences of rules mean. */
    public static List<RuleMeaning> of(List<ProtocolRule> rules) {
        List<RuleMeaning> meanings = new ArrayList<>();
        for (ProtocolRule rule : rules) {
            meanings.add(of(rule));
        }
        return meanings;
    }

    /** What a condition means. */
    public static Spoken spoken(Sentence sentence) {
        Condition condition = Dictionary.shared().phrase(sentence, Condition.class);
        return new Spoken(sentence, condition, condition.said(sentence.slots()));
    }

    /** What a consequence calls for. */
    public static Call call(Sentence sentence) {
        Consequence consequence = Dictionary.shared().phrase(sentence, Consequence.class);
        return consequence.call(consequence.said(sentence.slots()));
    }

    private Spoken first() {
        return conditions.get(0);
    }

    /** The kind of unit that it is a rule of, as its first condition says. */
    public UnitKind kind() {
        return first().condition().shape().subject(first().said());
    }

    /** The levels of that unit at which it begins to say something, or says it; empty where its own level does not matter. */
    public Set<OpelLevel> levels() {
        return first().condition().namesLevels() ? first().levels() : EnumSet.noneOf(OpelLevel.class);
    }

    /** Whether it holds only at the moment at which a level moves; otherwise it holds as long as something is so. */
    public boolean isOfAMoment() {
        return first().condition().question().isMoment();
    }

    /** Whether somebody has to act on it. */
    public boolean givesActions() {
        return calls.stream().anyMatch(call -> call.kind().isAction());
    }

    /** Whether it may become unknown whether it holds: a reading that it compares goes missing, or nothing is declared any more. */
    public boolean isOpenToDoubt() {
        return conditions.stream()
                .anyMatch(condition -> condition.condition().question().isOpenToDoubt());
    }

    /** Whether it asks whether an SCC is staffed. */
    public boolean asksWhoStaffs() {
        return conditions.stream()
                .anyMatch(condition -> condition.condition().question().theme() == Theme.SCC);
    }
}
