package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Deviation;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.ExpectedPoints;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.Limit;
import io.github.opelrules.framework.LocalParameter;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.protocol.SpokenTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that rule files say besides which values score what, by name and in a fixed order. */
final class Facts {

    /** The conditions of a rule. */
    static final String WHEN = "when";

    /** The consequences of a rule. */
    static final String THEN = "then";

    private static final String NONE = "none";

    private Facts() {}

    static Map<String, String> of(Framework framework) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", framework.title());
        facts.put("status", framework.status().toString());
        facts.put("dates", framework.inForce().toString());
        facts.put("grade of the dates", framework.inForceAssurance().id());
        facts.put("source", framework.source().toString());
        if (!framework.knownIssues().isEmpty()) {
            facts.put("known issues", String.join(" ", framework.knownIssues()));
        }
        framework.overlay().ifPresent(overlay -> {
            facts.put("extends", overlay.extended());
            facts.put("owner", overlay.owner());
            for (Deviation deviation : overlay.deviations()) {
                facts.put(
                        "deviation, " + deviation.providerType() + ", " + deviation.what(),
                        deviation.reason() + " (" + deviation.owner() + ")");
            }
        });
        return facts;
    }

    static Map<String, String> of(ScoringTable table) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("source of the sum", table.total().source().toString());
        facts.put("grade of the sum", table.total().assurance().id());
        addLevels(table.levels(), facts);
        for (LocalParameter parameter : table.localParameters()) {
            facts.put("label of " + parameter.id(), parameter.label());
            facts.put("definition of " + parameter.id(), parameter.definition());
        }
        table.thresholds().forEach(threshold -> facts.put("notice of " + threshold.id(), threshold.notice()));
        return facts;
    }

    static Map<String, String> of(TierRules tiers) {
        Map<String, String> facts = new LinkedHashMap<>(weights(tiers));
        facts.put("source of the weights", tiers.pillarCitation().source().toString());
        facts.put("grade of the weights", tiers.pillarCitation().assurance().id());
        for (Tier tier : Tier.aboveProvider()) {
            String mean = "mean of " + tier.withArticle();
            facts.put("source of the " + mean, tiers.mean(tier).source().toString());
            facts.put("grade of the " + mean, tiers.mean(tier).assurance().id());
        }
        addLevels(tiers.levels(), facts);
        add("greatest age of a report that counts", tiers.maxAge(), Duration::toString, facts);
        return facts;
    }

    /** How a protocol is driven; its rules are compared one by one. */
    static Map<String, String> of(Protocol protocol) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("driver", protocol.driver().toString());
        facts.put("time to step down", stepDown(protocol.stepDownAfter()));
        facts.put("time after midnight in which a restart lowers no level", stepDown(protocol.restartCountsAfter()));
        facts.put("grade of driver and time", protocol.assurance().id());
        add(
                "time that a neighbour has been better off to help",
                protocol.mutualAid().settled(),
                Duration::toString,
                facts);
        add(
                "share of beds occupied from which a neighbour cannot help",
                protocol.mutualAid().full(),
                share -> share.toPlainString() + " %",
                facts);
        return facts;
    }

    private static <T> void add(String what, Limit<T> limit, Function<T, String> words, Map<String, String> facts) {
        facts.put(what, words.apply(limit.value()));
        facts.put("source of the " + what, limit.citation().source().toString());
        facts.put("grade of the " + what, limit.citation().assurance().id());
    }

    private static String stepDown(Duration time) {
        if (time.isZero()) {
            return "at once";
        }
        return time.toNanosPart() == 0 ? SpokenTime.words(time) : time.toString();
    }

    static Map<String, String> of(ProtocolRule rule) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", rule.title());
        facts.put(WHEN, sentences(rule.conditions()));
        facts.put(THEN, sentences(rule.consequences()));
        facts.put("source", rule.citation().source().toString());
        facts.put("grade", rule.citation().assurance().id());
        return facts;
    }

    /** Blanks between words do not tell two sentences apart. */
    private static String sentences(List<Sentence> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.text().replaceAll(" +", " "))
                .collect(Collectors.joining("; "));
    }

    /** How much each provider type counts in an ICS. */
    static Map<String, String> weights(TierRules tiers) {
        Map<String, String> weights = new LinkedHashMap<>();
        tiers.pillars()
                .forEach((type, weight) -> weights.put("weight of " + type + " providers", Words.number(weight)));
        return weights;
    }

    private static void addLevels(LevelTable levels, Map<String, String> facts) {
        facts.put(
                "basis of the levels",
                levels.basis() == LevelTable.Basis.TOTAL ? "points" : "share of the available points");
        facts.put("source of the levels", levels.citation().source().toString());
        addGrades("level cut", levels.cuts().stream().map(LevelCut::interval).toList(), facts);
    }

    /** What decides which notifications there are. */
    static Map<String, String> local(ScoringTable table) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (LocalParameter parameter : table.localParameters()) {
            facts.put(
                    "local parameter " + parameter.id(),
                    parameter.withUnit(parameter.domain().toString()) + ", precision "
                            + Words.number(parameter.domain().precision()) + ", at most " + parameter.maxAge()
                            + " old, "
                            + worse(parameter) + " is worse");
        }
        for (Threshold threshold : table.thresholds()) {
            facts.put("threshold " + threshold.id(), threshold.parameter() + " " + threshold.interval());
        }
        return facts;
    }

    private static String worse(Quantity quantity) {
        return quantity.worse() == Parameter.Direction.HIGHER ? "higher" : "lower";
    }

    static Map<String, String> of(Parameter parameter) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("number", Integer.toString(parameter.number()));
        facts.put("label", parameter.label());
        facts.put("definition", parameter.definition());
        facts.put("unit", parameter.unit());
        facts.put(
                "domain",
                Words.number(parameter.domain().from()) + " to "
                        + Words.number(parameter.domain().upTo()));
        facts.put("precision", Words.number(parameter.domain().precision()));
        facts.put("worse", worse(parameter));
        facts.put("greatest age", parameter.maxAge().toString());
        if (parameter.sinceMidnight()) {
            facts.put("measured since", "midnight");
        }
        facts.put("source", parameter.source().toString());
        for (Band band : parameter.bands()) {
            if (!band.source().equals(parameter.source())) {
                facts.merge(
                        "source of " + band.points() + " points", band.source().toString(), (a, b) -> a + "; " + b);
            }
        }
        addGrades("cut", parameter.bands().stream().map(Band::interval).toList(), facts);
        Map<Integer, Assurance> points = new TreeMap<>();
        parameter.bands().forEach(band -> points.merge(band.points(), band.pointsAssurance(), Assurance::lowest));
        points.forEach((value, grade) -> facts.put("grade of " + value + " points", grade.id()));
        ExpectedPoints expected = parameter.expectedPoints();
        if (expected != null) {
            facts.put("grade of the expected points", expected.assurance().id());
        }
        UsualRange usual = parameter.usual();
        if (usual != null) {
            facts.put("usual values", Words.number(usual.from()) + " to " + Words.number(usual.upTo()));
            facts.put("grade of the usual values", usual.assurance().id());
        }
        return facts;
    }

    /** What differs: first what stood before, in its order, then what is new. */
    static List<Change> changes(Map<String, String> before, Map<String, String> after) {
        List<Change> changes = new ArrayList<>();
        before.forEach((what, was) -> {
            String is = after.getOrDefault(what, NONE);
            if (!was.equals(is)) {
                changes.add(new Change(what, was, is));
            }
        });
        after.forEach((what, is) -> {
            if (!before.containsKey(what)) {
                changes.add(new Change(what, NONE, is));
            }
        });
        return changes;
    }

    private static void addGrades(String what, List<Interval> intervals, Map<String, String> facts) {
        Map<BigDecimal, Assurance> cuts = new TreeMap<>();
        Map<BigDecimal, Assurance> sides = new TreeMap<>();
        for (Interval interval : intervals) {
            collect(interval.lower(), cuts, sides);
            collect(interval.upper(), cuts, sides);
        }
        cuts.forEach((cut, grade) -> {
            facts.put("grade of the " + what + " " + Words.number(cut), grade.id());
            Assurance side = sides.getOrDefault(cut, grade);
            facts.put("grade of the side of the " + what + " " + Words.number(cut), side.id());
        });
    }

    private static void collect(
            @Nullable Edge edge, Map<BigDecimal, Assurance> cuts, Map<BigDecimal, Assurance> sides) {
        if (edge != null) {
            cuts.merge(edge.value(), edge.assurance(), Assurance::lowest);
            sides.merge(edge.value(), edge.sideAssurance(), Assurance::lowest);
        }
    }
}
