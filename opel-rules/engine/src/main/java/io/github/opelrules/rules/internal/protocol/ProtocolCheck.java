package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.protocol.ProtocolReader.Line;
import io.github.opelrules.rules.internal.protocol.ProtocolReader.Written;
import io.github.opelrules.rules.internal.protocol.RuleMeaning.Spoken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks the rules of a protocol against each other and against the framework that they belong to. */
public final class ProtocolCheck {

    /** At OPEL 1 nobody has to do anything. */
    private static final Set<OpelLevel> LEVELS_WITH_ACTIONS =
            EnumSet.of(OpelLevel.OPEL_2, OpelLevel.OPEL_3, OpelLevel.OPEL_4);

    private final Map<ProviderType, ScoringTable> tables;
    private final boolean systemsHaveLevels;
    private final Set<String> unsound;
    private final Map<String, RuleMeaning> known = new LinkedHashMap<>();

    /**
     * @param tables those of the framework
     * @param tiers whether it says how the levels above the provider are made
     * @param unsound the ids of rules that stand in the files and are not sound; of these nothing else is told
     * @param driver which level the protocol watches
     * @param national the rules of the framework that is extended, which were checked before
     */
    public ProtocolCheck(
            Map<ProviderType, ScoringTable> tables,
            boolean tiers,
            Set<String> unsound,
            Protocol.Driver driver,
            Collection<ProtocolRule> national) {
        this.tables = tables;
        this.unsound = unsound;
        this.systemsHaveLevels = tiers || driver == Protocol.Driver.DECLARED;
        for (ProtocolRule rule : national) {
            known.put(rule.id(), RuleMeaning.of(rule));
        }
    }

    /** Reports what is wrong with the rules, and if nothing is, the levels without an action. */
    public void check(List<Written> rules) {
        boolean sound = unsound.isEmpty();
        for (Written written : rules) {
            RuleMeaning before = known.putIfAbsent(written.rule().id(), written.meaning());
            if (before != null) {
                ProtocolRule other = before.rule();
                sound = false;
                written.findings()
                        .add(
                                FormCode.DUPLICATE_RULE,
                                written.place(),
                                "The rule in line " + other.line() + " of " + other.file() + " has the id " + other.id()
                                        + " too. Give each rule its own.");
            }
        }
        for (Written written : rules) {
            int before = written.findings().errors();
            new OneRule(written).check();
            sound &= written.findings().errors() == before;
        }
        if (sound) {
            checkLevels(rules);
        }
    }

    private void checkLevels(List<Written> rules) {
        Map<UnitKind, Written> first = new EnumMap<>(UnitKind.class);
        for (Written written : rules) {
            for (UnitKind kind : scored(written.meaning().kind())) {
                first.putIfAbsent(kind, written);
            }
        }
        List<RuleMeaning> withActions =
                known.values().stream().filter(RuleMeaning::givesActions).toList();
        for (Map.Entry<UnitKind, Written> entry : first.entrySet()) {
            checkLevels(entry.getKey(), withActions, entry.getValue());
        }
    }

    /**
     * Reports the levels of a kind of unit at which nobody has an action.
     *
     * @param withActions what the rules are about that give actions
     * @param first the first rule that speaks of that kind
     */
    private static void checkLevels(UnitKind kind, List<RuleMeaning> withActions, Written first) {
        Set<OpelLevel> missing = new TreeSet<>(LEVELS_WITH_ACTIONS);
        for (RuleMeaning rule : withActions) {
            if (rule.kind().includes(kind)) {
                missing.removeAll(rule.levels());
            }
        }
        if (!missing.isEmpty()) {
            first.findings()
                    .warn(
                            FormCode.LEVEL_WITHOUT_ACTION,
                            first.place(),
                            "The protocol speaks of " + kind + " and gives nobody an action when it enters or is at "
                                    + Words.list(missing.stream()
                                            .map(OpelLevel::toString)
                                            .toList())
                                    + ". Add a rule, such as one that begins \"" + kind + " enters "
                                    + missing.iterator().next() + "\".");
        }
    }

    /** The kinds whose levels are to be covered: of any provider, each type that the framework scores. */
    private List<UnitKind> scored(UnitKind kind) {
        List<UnitKind> scored = new ArrayList<>();
        for (UnitKind each : UnitKind.ALL) {
            boolean hasLevel = each.tier() != Tier.PROVIDER || (each.type() != null && tables.containsKey(each.type()));
            if (hasLevel && kind.includes(each)) {
                scored.add(each);
            }
        }
        return scored;
    }

    /** What is wrong with one rule. */
    private final class OneRule {

        private final Written written;
        private final UnitKind kind;

        OneRule(Written written) {
            this.written = written;
            this.kind = written.meaning().kind();
        }

        void check() {
            for (Line line : written.lines()) {
                for (Phrase.Filled slot : line.filled()) {
                    switch (slot.slot()) {
                        case UNIT, UNITS, WHOLE -> checkKind(line, slot);
                        case PARAMETER -> checkParameter(line, slot);
                        case RULE -> checkAction(line, slot);
                        default -> {}
                    }
                }
            }
            for (int i = 0; i < written.meaning().conditions().size(); i++) {
                Line line = written.lines().get(i);
                checkLevel(written.meaning().conditions().get(i), line.place());
                checkNumber(written.meaning().conditions().get(i), line);
            }
            checkConditions();
        }

        /** Reports the first condition that cannot hold together with those before it. */
        private void checkConditions() {
            Set<OpelLevel> levels = EnumSet.allOf(OpelLevel.class);
            Map<String, Boolean> said = new HashMap<>();
            for (int i = 0; i < written.meaning().conditions().size(); i++) {
                Spoken condition = written.meaning().conditions().get(i);
                Place place = written.lines().get(i).place();
                // A level that none is at is told of by itself.
                levels.retainAll(condition.levels().isEmpty() ? levels : condition.levels());
                if (levels.isEmpty()) {
                    addNeverFires(place, "No unit is at these levels and at those of the conditions before");
                    return;
                }
                Boolean before = condition
                        .claim()
                        .map(claim -> said.putIfAbsent(claim, condition.isNegated()))
                        .orElse(null);
                if (before != null && before != condition.isNegated()) {
                    addNeverFires(place, "It says the opposite of a condition before");
                    return;
                }
            }
        }

        private void checkKind(Line line, Phrase.Filled slot) {
            UnitKind unit = UnitKind.of(slot.value()).orElseThrow();
            if (unit.type() != null && !tables.containsKey(unit.type())) {
                addNeverFires(
                        line.placeOf(slot),
                        "The framework has no table of " + unit.type() + " providers, and so no such provider. It has: "
                                + Words.list(tables.keySet().stream()
                                        .map(ProviderType::id)
                                        .toList()));
            }
            String whole = line.sentence().slots().get("whole");
            if (slot.slot() != Slot.WHOLE
                    && whole != null
                    && UnitKind.of(whole).orElseThrow().tier().compareTo(unit.tier()) <= 0) {
                addNeverFires(line.placeOf(slot), Words.quoted(slot.value()) + " cannot be in " + whole);
            }
        }

        private void checkLevel(Spoken condition, Place place) {
            UnitKind asked = condition.asked(kind);
            if (condition.isAboutLevels() && !systemsHaveLevels && asked.tier() != Tier.PROVIDER) {
                addNeverFires(
                        place,
                        "The framework does not say how the level of " + asked
                                + " is made, so it has none: add \"tiers\" to framework.yaml, or let declared levels drive"
                                + " the protocol");
            }
            condition.whyNever(kind).ifPresent(why -> addNeverFires(place, why));
        }

        private Optional<Quantity> quantity(ParameterId id, UnitKind asked) {
            return tables.values().stream()
                    .filter(table -> asked.includes(Tier.PROVIDER, table.providerType()))
                    .flatMap(table -> table.quantity(id).stream())
                    .reduce((one, other) -> other);
        }

        private void checkParameter(Line line, Phrase.Filled slot) {
            // Only first conditions name a unit, and then it is that of the rule.
            UnitKind unit = kind;
            ParameterId id = ParameterId.of(slot.value());
            List<ProviderType> having = tables.values().stream()
                    .filter(table -> table.quantity(id).isPresent())
                    .map(ScoringTable::providerType)
                    .toList();
            if (having.isEmpty()) {
                List<String> ids = tables.values().stream()
                        .filter(table ->
                                unit.tier() != Tier.PROVIDER || unit.includes(Tier.PROVIDER, table.providerType()))
                        .flatMap(ScoringTable::quantities)
                        .map(quantity -> quantity.id().value())
                        .distinct()
                        .toList();
                addNeverFires(
                        line.placeOf(slot),
                        "\"" + id + "\" is not a parameter of this framework." + Words.didYouMean(id.value(), ids)
                                + " Known: " + String.join(", ", ids));
            } else if (quantity(id, unit).isEmpty()) {
                written.findings()
                        .add(
                                FormCode.PARAMETER_OF_ANOTHER_UNIT,
                                line.placeOf(slot),
                                "\"" + id + "\" is a parameter of "
                                        + Words.list(having.stream()
                                                .map(ProviderType::id)
                                                .toList())
                                        + " providers, and is asked of " + unit
                                        + ". Ask it of such a provider, or ask for another parameter.");
            }
        }

        /** Reports a number that no plausible reading is beyond; of a parameter that there is not, more is told elsewhere. */
        private void checkNumber(Spoken condition, Line line) {
            condition.compared().ifPresent(compared -> {
                BigDecimal number = compared.number();
                quantity(compared.parameter(), condition.asked(kind))
                        .filter(quantity -> compared.above()
                                ? number.compareTo(quantity.domain().upTo()) >= 0
                                : number.compareTo(quantity.domain().from()) <= 0)
                        .ifPresent(quantity -> addNeverFires(
                                line.placeOf(Slot.NUMBER),
                                "Plausible values of " + compared.parameter() + " are " + quantity.domain()
                                        + ", none of them " + (compared.above() ? "above " : "below ")
                                        + number.toPlainString()));
            });
        }

        private void checkAction(Line line, Phrase.Filled slot) {
            RuleMeaning raising = known.get(slot.value());
            if (raising == null && (unsound.contains(slot.value()) || unsound.contains(""))) {
                return;
            }
            if (raising == null || !raising.givesActions()) {
                List<String> ids = known.values().stream()
                        .filter(RuleMeaning::givesActions)
                        .map(each -> each.rule().id())
                        .toList();
                written.findings()
                        .add(
                                FormCode.ACTION_NEVER_RAISED,
                                line.placeOf(slot),
                                (raising == null
                                                ? "There is no rule " + slot.value()
                                                : "The rule " + raising.rule() + " gives nobody an action")
                                        + ", so there is no such action." + Words.didYouMean(slot.value(), ids)
                                        + " Rules that give actions: " + String.join(", ", ids) + ".");
                return;
            }
            UnitKind other = raising.kind();
            if (!other.includes(kind) && !kind.includes(other)) {
                addNeverFires(
                        line.placeOf(slot),
                        "The action " + raising.rule().id() + " is one of " + other + ", and here it is one of "
                                + kind);
            }
        }

        private void addNeverFires(Place place, String why) {
            written.findings()
                    .add(
                            FormCode.NEVER_FIRES,
                            place,
                            why + ". So the rule " + written.rule().id()
                                    + " can never do what it says. Correct it, or take it out.");
        }
    }
}
