package io.github.opelrules.rules.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.internal.drools.CompiledDrl;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What sentences become: Drools rules that were never text. */
class ProtocolModelTest {

    private static final Dictionary DICTIONARY = Dictionary.shared();

    /** Of each kind of filling, two that a sentence can have; the examples of the dictionary have others as well. */
    private static final Map<Slot, List<String>> FILLINGS = Map.of(
            Slot.UNIT, List.of("an acute provider", "a community provider"),
            Slot.UNITS, List.of("acute providers", "community providers"),
            Slot.WHOLE, List.of("the ICS", "the region"),
            Slot.LEVEL, List.of("3", "4"),
            Slot.COUNT, List.of("2", "3"),
            Slot.TIME, List.of("30 minutes", "31 minutes"),
            Slot.PARAMETER, List.of("ga-bed-occupancy", "escalation-beds"),
            Slot.NUMBER, List.of("45", "45.1"),
            Slot.NOTICE, List.of("industrial action", "critical incident"),
            Slot.RULE, List.of("ICS-4-01", "ICS-4-02"));

    static Stream<Condition> conditions() {
        return DICTIONARY.phrases().stream().filter(Condition.class::isInstance).map(Condition.class::cast);
    }

    static Stream<Arguments> conditionsAndSlots() {
        return conditions().flatMap(condition -> slots(condition).map(slot -> Arguments.of(condition, slot)));
    }

    private static Stream<Slot> slots(Phrase phrase) {
        return Stream.of(Slot.values()).filter(slot -> phrase.pattern().contains("{" + slot.word() + "}"));
    }

    /** Drools may share tests that have one name between rules, so a name that lacks a filling would let the wrong rule fire. */
    @ParameterizedTest
    @MethodSource("conditionsAndSlots")
    void of_two_rules_that_differ_in_one_filling_only_the_right_one_fires(Condition condition, Slot slot) {
        Map<String, String> right = filled(condition, 0);
        Map<String, String> wrong = new LinkedHashMap<>(right);
        wrong.put(slot.word(), FILLINGS.get(slot).get(1));
        Facts facts = new Facts(condition, condition.said(right));

        for (List<RuleMeaning> order : List.of(
                List.of(rule("R-1", condition, right), rule("R-2", condition, wrong)),
                List.of(rule("R-2", condition, wrong), rule("R-1", condition, right)))) {
            assertThat(called(ProtocolModel.of(order), facts)).containsExactly("R-1");
        }
    }

    @Test
    void each_condition_and_what_it_is_printed_as_hold_together_and_fail_together() {
        List<RuleMeaning> rules = new ArrayList<>();
        List<Condition> conditions = conditions().toList();
        for (int i = 0; i < conditions.size(); i++) {
            rules.add(rule("R-" + i, conditions.get(i), filled(conditions.get(i), 0)));
        }
        CompiledRules model = ProtocolModel.of(rules);
        CompiledRules printed = CompiledDrl.of(ProtocolDrl.of(rules));

        for (int i = 0; i < conditions.size(); i++) {
            Facts facts = new Facts(conditions.get(i), conditions.get(i).said(filled(conditions.get(i), 0)));

            assertThat(called(model, facts))
                    .as(conditions.get(i).pattern())
                    .contains("R-" + i)
                    .containsExactlyInAnyOrderElementsOf(called(printed, facts));
        }
        assertThat(printed.names()).isEqualTo(model.names()).hasSize(conditions.size());
    }

    @Test
    void words_that_drools_and_java_know_are_words() {
        ProtocolRule rule = new ProtocolRule(
                "X-0",
                "It's the end, when rule then end",
                "own.dslr",
                1,
                List.of(sentence("the ICS is at OPEL 4", Phrase.Place.FIRST_CONDITION)),
                List.of(sentence(
                        "the SCC duty manager must \"end the rule, then say when // it's done; import nothing 'from' there\""
                                + " within 1 hour",
                        Phrase.Place.CONSEQUENCE)),
                new Citation(new Source("A document", "page 1"), Assurance.ASSUMED));
        List<RuleMeaning> rules = List.of(RuleMeaning.of(rule));

        assertThat(CompiledDrl.of(ProtocolDrl.of(rules)).rule(rule.name()).citation())
                .isEqualTo("A document, page 1 (assumed)");
        assertThat(ProtocolModel.of(rules).rule(rule.name()).citation()).isEqualTo("A document, page 1 (assumed)");
    }

    @Test
    void consequences_call_for_the_same_as_what_they_are_printed_as() {
        List<Sentence> consequences = DICTIONARY.phrases(Phrase.Place.CONSEQUENCE).stream()
                .map(phrase -> sentence(phrase.example(), Phrase.Place.CONSEQUENCE))
                .toList();
        Condition any = conditions().findFirst().orElseThrow();
        RuleMeaning rule = RuleMeaning.of(new ProtocolRule(
                "R-1",
                "All",
                "own.dslr",
                1,
                List.of(new Sentence("", any.pattern(), filled(any, 0), 1)),
                consequences,
                new Citation(new Source("A document", "page 1"), Assurance.ASSUMED)));
        Facts facts = new Facts(any, any.said(filled(any, 0)));

        List<Called> model = calls(ProtocolModel.of(List.of(rule)), facts);

        assertThat(model).hasSize(1);
        assertThat(model.get(0).calls()).hasSize(6).isEqualTo(rule.calls());
        assertThat(calls(CompiledDrl.of(ProtocolDrl.of(List.of(rule))), facts)).isEqualTo(model);
    }

    /** In Drools 10, {@code exists ( A() and not B() )} beside a rule with the same beginning never fires. */
    @Test
    void nothing_exists_that_is_more_than_one_pattern() {
        conditions()
                .forEach(condition -> assertThat(condition.drl(condition.said(filled(condition, 0))))
                        .doesNotContain("exists (", "exists(", " not ", " or ", " and "));
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void an_edited_protocol_made_over_and_over_loads_no_class_and_is_kept_by_nothing(String id) {
        List<ProtocolRule> rules =
                FrameworkLoader.load(FrameworkFolder.bundled(id)).protocolRules();
        for (int i = 0; i < 50; i++) {
            ProtocolModel.of(RuleMeaning.of(rules));
        }
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        long before = classes.getTotalLoadedClassCount();
        List<WeakReference<CompiledRules>> made = new ArrayList<>();

        for (int i = 0; i < 1_000; i++) {
            made.add(new WeakReference<>(ProtocolModel.of(RuleMeaning.of(rules))));
        }
        System.gc();

        // A few classes of the JVM's own may come at any time; one for each protocol would be a thousand.
        assertThat(classes.getTotalLoadedClassCount() - before).isLessThan(100);
        assertThat(made).filteredOn(rule -> rule.get() != null).hasSizeLessThan(5);
    }

    static Stream<String> bundled() {
        return FrameworkFolder.BUNDLED.stream();
    }

    private static Map<String, String> filled(Condition condition, int which) {
        Map<String, String> filled = new LinkedHashMap<>();
        slots(condition)
                .forEach(slot -> filled.put(slot.word(), FILLINGS.get(slot).get(which)));
        return filled;
    }

    /** A rule of one condition; where that is a further one, a first that always holds goes before. */
    private static RuleMeaning rule(String id, Condition condition, Map<String, String> slots) {
        List<Sentence> conditions = new ArrayList<>();
        if (condition.place() == Phrase.Place.FURTHER_CONDITION) {
            conditions.add(new Sentence(
                    "", "{unit} is at OPEL {level}", Map.of("unit", "an acute provider", "level", "2"), 1));
        }
        conditions.add(new Sentence("", condition.pattern(), slots, 2));
        return RuleMeaning.of(new ProtocolRule(
                id,
                "A rule",
                "own.dslr",
                1,
                conditions,
                List.of(sentence("mutual aid is proposed", Phrase.Place.CONSEQUENCE)),
                new Citation(new Source("A document", "page 1"), Assurance.ASSUMED)));
    }

    private static Sentence sentence(String text, Phrase.Place place) {
        Dictionary.Match match = DICTIONARY.match(text, place).orElseThrow();
        Map<String, String> slots =
                match.filled().stream().collect(Collectors.toMap(Phrase.Filled::name, Phrase.Filled::value));
        return new Sentence(text, match.phrase().pattern(), slots, 1);
    }

    private static List<String> called(CompiledRules rules, Facts facts) {
        return calls(rules, facts).stream().map(Called::rule).distinct().toList();
    }

    private static List<Called> calls(CompiledRules rules, Facts facts) {
        return rules.run(session -> facts.all().forEach(session::insert), 1_000, Called.class);
    }

    /**
     * Facts of which one condition with one filling is so, and nothing that differs from it: a unit, two others that belong to
     * it or that it belongs to, and an action. Each answers yes to just the question that was asked of a fact that wrote it down.
     */
    private static final class Facts {

        private final UnitFact unit;
        private final List<Object> all = new ArrayList<>();

        Facts(Condition condition, Fillings said) {
            boolean first = condition.shape().isFirst();
            UnitKind subject = first ? condition.shape().subject(said) : UnitKind.ACUTE;
            UnitKind asked = condition.shape().asked(said, subject);
            List<String> question = new ArrayList<>();
            Object recording = proxy(condition.question().fact(), (method, arguments) -> {
                question.add(call(method, arguments));
                return false;
            });
            condition.question().holds(recording, said);
            boolean negated = condition.question().isNegated();
            unit = unit(subject, question, negated, !first);
            all.add(unit);
            if (condition.shape().isOfOthers()) {
                all.add(unit(asked, question, negated, false));
                all.add(unit(asked, question, negated, false));
            }
            if (condition.question().fact() == ActionFact.class) {
                all.add(proxy(ActionFact.class, (method, arguments) -> switch (method.getName()) {
                    case "getUnit" -> unit;
                    case "getRule" -> said.rule();
                    default -> question.contains(call(method, arguments));
                }));
            }
        }

        List<Object> all() {
            return all;
        }

        private static UnitFact unit(UnitKind kind, List<String> question, boolean negated, boolean atTwo) {
            return (UnitFact) proxy(UnitFact.class, (method, arguments) -> switch (method.getName()) {
                case "is" -> arguments[0] == kind;
                case "isPartOf", "isNeighbourOf" -> true;
                default ->
                    (atTwo && call(method, arguments).equals("isAt[OPEL 2]"))
                            || question.contains(call(method, arguments)) != negated;
            });
        }

        private static String call(Method method, Object[] arguments) {
            return method.getName() + (arguments == null ? "" : Arrays.toString(arguments));
        }

        private interface Answer {
            Object to(Method method, Object[] arguments);
        }

        private static Object proxy(Class<?> fact, Answer answer) {
            return Proxy.newProxyInstance(
                    fact.getClassLoader(),
                    new Class<?>[] {fact},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "equals" -> self == arguments[0];
                        case "hashCode" -> System.identityHashCode(self);
                        case "toString" -> fact.getSimpleName();
                        default -> answer.to(method, arguments);
                    });
        }
    }
}
