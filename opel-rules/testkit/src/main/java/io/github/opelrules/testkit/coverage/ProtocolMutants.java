package io.github.opelrules.testkit.coverage;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Limit;
import io.github.opelrules.framework.MutualAidRules;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.escalate.Neighbour;
import io.github.opelrules.rules.internal.protocol.Call;
import io.github.opelrules.rules.internal.protocol.RuleMeaning;
import io.github.opelrules.rules.internal.protocol.Slot;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every framework whose protocol differs from that of one by the least change: a rule dropped; a level, a number of units or a
 * number that a reading is compared with changed by one unit of its last digit, a time by a minute, a role to the next. So are the
 * time that a lower level has to last, which levels are followed, and the numbers of mutual aid.
 */
final class ProtocolMutants {

    /**
     * A framework with another protocol.
     *
     * @param rule the rule that was changed; null where it is a setting of the whole protocol
     * @param mutant the framework
     */
    record ProtocolMutant(@Nullable ProtocolRule rule, Mutant mutant) {}

    /** What a case can expect, what tells most first. */
    private static final List<String> EXPECTED = List.of("raised", "informed", "aidProposed", "stoodDown");

    private final Framework framework;
    private final Protocol protocol;
    private final List<ProtocolMutant> mutants = new ArrayList<>();

    private ProtocolMutants(Framework framework, Protocol protocol) {
        this.framework = framework;
        this.protocol = protocol;
    }

    static List<ProtocolMutant> of(Framework framework) {
        Protocol protocol = framework.protocol();
        if (protocol == null || protocol.rules().isEmpty()) {
            return List.of();
        }
        ProtocolMutants mutants = new ProtocolMutants(framework, protocol);
        protocol.rules().forEach(mutants::add);
        mutants.addSettings();
        return List.copyOf(mutants.mutants);
    }

    private void addSettings() {
        Duration lasting = protocol.stepDownAfter();
        Stream.of(1, -1)
                .map(step -> lasting.plusMinutes(step))
                .filter(other -> !other.isNegative())
                .forEach(other -> addSetting(
                        "stepDownAfter changed from " + lasting + " to " + other,
                        with(other, protocol.restartCountsAfter()),
                        """
                          - case: … steps down when a lower level has lasted …
                            steps:
                              - reports: { …: 4 }
                              - at: …
                                reports: { …: 3 }
                              # when that has lasted, to the minute, and not before
                              - at: …
                                expect: { inForce: { …: 3 } }
                        """));
        List<Parameter> restarting = framework.tables().values().stream()
                .flatMap(table -> table.parameters().stream())
                .filter(Parameter::sinceMidnight)
                .toList();
        if (!restarting.isEmpty()) {
            addRestarts();
            framework.tables().values().forEach(this::addRestarts);
        }
        addAid();
        Protocol.Driver driver = protocol.driver();
        Protocol.Driver other =
                driver == Protocol.Driver.CALCULATED ? Protocol.Driver.DECLARED : Protocol.Driver.CALCULATED;
        addSetting("driver changed from " + driver + " to " + other, with(protocol.rules(), other), """
                  - case: … is at the %s level
                    steps:
                      - reports: { …: 2 }
                        declared: { …: 3 }
                        expect: { inForce: { …: %s } }
                """.formatted(
                        driver, driver == Protocol.Driver.CALCULATED ? 2 : 3));
    }

    /** Nobody can help where no provider says how many of its beds are occupied, whatever the numbers. */
    private void addAid() {
        if (framework.tables().values().stream()
                .noneMatch(table -> table.quantity(Neighbour.OCCUPANCY).isPresent())) {
            return;
        }
        Limit<Duration> settled = protocol.mutualAid().settled();
        Limit<BigDecimal> full = protocol.mutualAid().full();
        for (int step : new int[] {1, -1}) {
            Duration time = settled.value().plusMinutes(step);
            addAid(
                    "settled changed from " + settled.value() + " to " + time,
                    () -> new MutualAidRules(new Limit<>(time, settled.citation()), full),
                    """
                      - case: … can help when it has been better off for long enough
                        steps:
                          - reports: { …: 3, …: 3 }
                          - at: …
                            reports: { …: 1 }
                          # when that has lasted, to the minute, and not before
                          - at: …
                            askAid: […]
                            expect: { aidProposed: [{ unit: …, helpers: […] }] }
                    """);
            BigDecimal share = full.value().add(full.value().ulp().multiply(BigDecimal.valueOf(step)));
            addAid(
                    "full changed from " + full.value().toPlainString() + " to " + share.toPlainString(),
                    () -> new MutualAidRules(settled, new Limit<>(share, full.citation())),
                    """
                      - case: … can help with just fewer beds occupied
                        steps:
                          - reports: { …: 3, …: { readings: { %s: … }, others: best } }
                          - at: …
                            askAid: […]
                            expect: { aidProposed: [{ unit: …, helpers: […] }] }
                    """.formatted(Neighbour.OCCUPANCY));
        }
    }

    private void addAid(String how, Supplier<MutualAidRules> aid, String hint) {
        MutualAidRules changed;
        try {
            changed = aid.get();
        } catch (IllegalArgumentException e) {
            // There are no such numbers, so that no file has them.
            return;
        }
        addSetting("mutual aid, " + how, with(changed), hint);
    }

    private void addRestarts() {
        Duration time = protocol.restartCountsAfter();
        Stream.of(1, -1)
                .map(step -> time.plusMinutes(step))
                .filter(other -> !other.isNegative() && other.compareTo(Duration.ofDays(1)) < 0)
                .forEach(other -> addSetting(
                        "restartCountsAfter changed from " + time + " to " + other,
                        with(protocol.stepDownAfter(), other),
                        hint("…", "when what restarted at midnight counts", """
                              # a minute before that time is over, and when it is
                              - at: …
                                expect: { inForce: { …: … } }
                        """)));
    }

    /** That a parameter is measured since midnight shows where nothing else has changed. */
    private void addRestarts(ScoringTable table) {
        for (Parameter parameter : table.parameters()) {
            if (parameter.sinceMidnight()) {
                Map<ProviderType, ScoringTable> tables = new LinkedHashMap<>(framework.tables());
                tables.put(table.providerType(), with(table, Mutants.withoutMidnight(parameter)));
                mutants.add(new ProtocolMutant(
                        null,
                        new Mutant(
                                table.providerType() + ", " + parameter.id() + ": since midnight dropped",
                                Mutant.changed(framework, tables, framework.tiers(), protocol),
                                hint(parameter.id().value(), "not because that restarts", """
                                        expect: { inForce: { …: … } }
                                """))));
            }
        }
    }

    private static String hint(String parameter, String when, String expected) {
        return """
                  - case: … steps down %1$s
                    steps:
                      - at: "23:45"
                        reports: { …: { readings: { %2$s: … } } }
                      - at: "00:15"
                        reports: { …: { readings: { %2$s: … } } }
                """.formatted(when, parameter) + expected;
    }

    private static ScoringTable with(ScoringTable table, Parameter changed) {
        return new ScoringTable(
                table.providerType(),
                table.parameters().stream()
                        .map(parameter -> parameter.id().equals(changed.id()) ? changed : parameter)
                        .toList(),
                table.total(),
                table.levels(),
                table.localParameters(),
                table.thresholds());
    }

    private Protocol with(List<ProtocolRule> rules, Protocol.Driver driver) {
        return new Protocol(
                rules,
                driver,
                protocol.stepDownAfter(),
                protocol.restartCountsAfter(),
                protocol.assurance(),
                protocol.mutualAid());
    }

    private Protocol with(Duration stepDownAfter, Duration restartCountsAfter) {
        return new Protocol(
                protocol.rules(),
                protocol.driver(),
                stepDownAfter,
                restartCountsAfter,
                protocol.assurance(),
                protocol.mutualAid());
    }

    private Protocol with(MutualAidRules aid) {
        return new Protocol(
                protocol.rules(),
                protocol.driver(),
                protocol.stepDownAfter(),
                protocol.restartCountsAfter(),
                protocol.assurance(),
                aid);
    }

    private void addSetting(String how, Protocol changed, String hint) {
        mutants.add(new ProtocolMutant(null, mutant(how, changed, hint)));
    }

    private Mutant mutant(String how, Protocol changed, String hint) {
        return new Mutant(
                "protocol, " + how, Mutant.changed(framework, framework.tables(), framework.tiers(), changed), hint);
    }

    private void add(ProtocolRule rule) {
        add(rule, null, "dropped", "");
        for (List<Sentence> part : List.of(rule.conditions(), rule.consequences())) {
            for (Sentence sentence : part) {
                sentence.slots()
                        .forEach((slot, value) ->
                                others(Slot.named(slot), value).forEach(other -> change(rule, sentence, slot, other)));
            }
        }
    }

    private void change(ProtocolRule rule, Sentence sentence, String slot, String value) {
        Map<String, String> slots = new LinkedHashMap<>(sentence.slots());
        slots.put(slot, value);
        Sentence changed = new Sentence(text(sentence.pattern(), slots), sentence.pattern(), slots, sentence.line());
        // Of several sentences in the words of one rule, that one alone is changed, so it is told by its line.
        Predicate<Sentence> isIt = other -> other.line() == sentence.line();
        add(
                rule,
                new ProtocolRule(
                        rule.id(),
                        rule.title(),
                        rule.file(),
                        rule.line(),
                        exchanged(rule.conditions(), isIt, changed),
                        exchanged(rule.consequences(), isIt, changed),
                        rule.citation()),
                "\"" + sentence.text() + "\" changed to \"" + changed.text() + "\"",
                slot);
    }

    private static List<Sentence> exchanged(List<Sentence> sentences, Predicate<Sentence> isIt, Sentence changed) {
        return sentences.stream()
                .map(sentence -> isIt.test(sentence) ? changed : sentence)
                .toList();
    }

    private static String text(String pattern, Map<String, String> slots) {
        String text = pattern;
        for (Map.Entry<String, String> slot : slots.entrySet()) {
            text = text.replace("{" + slot.getKey() + "}", slot.getValue());
        }
        return text;
    }

    private void add(ProtocolRule rule, @Nullable ProtocolRule changed, String how, String slot) {
        List<ProtocolRule> rules = protocol.rules().stream()
                .flatMap(each -> each.id().equals(rule.id()) ? Stream.ofNullable(changed) : Stream.of(each))
                .toList();
        mutants.add(new ProtocolMutant(
                rule, mutant(rule.id() + ": " + how, with(rules, protocol.driver()), hint(rule, slot))));
    }

    /** What else could stand there, by mistake. */
    private static List<String> others(Slot slot, String words) {
        Object value = slot.value(words);
        Stream<String> others = switch (slot) {
            case LEVEL ->
                Stream.of(1, -1)
                        .map(step -> ((OpelLevel) value).number() + step)
                        .filter(level -> OpelLevel.ofNumber(level).isPresent())
                        .map(String::valueOf);
            case COUNT ->
                Stream.of(1, -1)
                        .map(step -> (Integer) value + step)
                        .filter(count -> count > 1)
                        .map(String::valueOf);
            case NUMBER -> {
                BigDecimal number = (BigDecimal) value;
                yield Stream.of(number.ulp(), number.ulp().negate())
                        .map(step -> number.add(step).toPlainString());
            }
            case TIME ->
                Stream.of(1, -1)
                        .map(step -> ((Duration) value).plusMinutes(step).toMinutes())
                        .filter(minutes -> minutes > 0 && minutes <= 9999)
                        .map(minutes -> Words.count(minutes.intValue(), "minute"));
            case ROLE ->
                Stream.of(((Role) value).next().orElse(Role.NHS_ENGLAND_REGION).title());
            default -> Stream.of();
        };
        return others.toList();
    }

    /** What a case that would notice the change has to say, as the frame of one. */
    private static String hint(ProtocolRule rule, String slot) {
        String detail = switch (slot) {
            case "role" -> ", role: …";
            case "time" -> ", due: …";
            default -> "";
        };
        Call call = mostTelling(RuleMeaning.of(rule).calls());
        String kind = expected(call);
        String about = call.kind() == Call.Kind.STAND_DOWN ? call.text() : rule.id();
        return "  - case: … " + rule.id() + " …\n    steps:\n      # until "
                + rule.conditions().get(0).text()
                + ", and not before\n      - expect: { never: [" + rule.id() + "] }\n      - at: …\n        expect: { "
                + kind
                + ": [{ rule: " + about + ", unit: …" + detail + " }] }\n";
    }

    private static Call mostTelling(List<Call> calls) {
        return Collections.min(calls, Comparator.comparing(call -> EXPECTED.indexOf(expected(call))));
    }

    /** What a case calls it. */
    private static String expected(Call call) {
        return switch (call.kind()) {
            case MUST, MUST_CONSIDER -> "raised";
            case INFORM, INFORM_BY_EXCEPTION -> "informed";
            case PROPOSE_AID -> "aidProposed";
            case STAND_DOWN -> "stoodDown";
        };
    }
}
