package io.github.opelrules.tier;

import io.github.opelrules.assess.Explanation;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Deviation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ScoreRange;
import io.github.opelrules.internal.Library;
import io.github.opelrules.internal.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says the assessment of a tier in words and data. */
final class TierExplainer {

    private final TierAssessment whole;

    TierExplainer(TierAssessment whole) {
        this.whole = whole;
    }

    Explanation explain() {
        List<Explanation> sections = new ArrayList<>();
        addUnlessEmpty(sections, ReasonCode.PARTS, "What it is the mean of", parts(whole));
        addUnlessEmpty(sections, ReasonCode.UNCERTAINTY, "What is not known", uncertainty());
        addUnlessEmpty(
                sections,
                ReasonCode.SINGLE_CHANGES,
                "Which change of one part would move the level",
                whole.singleChanges().stream().map(this::change).toList());
        sections.add(new Explanation(ReasonCode.PROVENANCE, "Provenance", Map.of(), provenance()));
        ReasonCode code = whole.level() instanceof Level.Exact
                ? ReasonCode.LEVEL_EXACT
                : whole.level() instanceof Level.Between ? ReasonCode.LEVEL_BETWEEN : ReasonCode.LEVEL_UNDETERMINED;
        Map<String, String> data = data(whole);
        data.put("assurance", whole.assurance().toString());
        return new Explanation(code, sentence(), data, sections);
    }

    String sentence() {
        StringBuilder sentence = new StringBuilder(sentence(whole));
        List<TierAssessment> drivers = whole.topDrivers(Integer.MAX_VALUE);
        if (!drivers.isEmpty()) {
            sentence.append(": ")
                    .append(drivers.stream()
                            .map(part -> part.name() + " (" + part.level() + ", " + whole.counted(part) + ")")
                            .collect(Collectors.joining(", ")));
        }
        int unknown = whole.unknown().size();
        if (unknown > 0 && !whole.parts().isEmpty()) {
            sentence.append("; ").append(Words.count(unknown, "provider")).append(" without a report");
        }
        sentence.append('.');
        Declaration declared = whole.declared();
        if (declared != null) {
            sentence.append(" Declared: ").append(declared(declared)).append('.');
        }
        sentence.append(" Lowest evidence grade of any value used: ")
                .append(whole.assurance())
                .append('.');
        if (whole.framework().isDraft()) {
            sentence.append(" The framework is a draft.");
        }
        if (!whole.framework().deviations().isEmpty()) {
            sentence.append(" The framework has local deviations.");
        }
        return sentence.toString();
    }

    private List<Explanation> parts(TierAssessment of) {
        List<Explanation> parts = new ArrayList<>();
        for (TierAssessment part : of.parts()) {
            String weight = "; weight " + part.weight().toPlainString();
            String rule = part.parts().isEmpty() ? " " + part.scoreRule().name() + "." : "";
            Declaration declared = part.declared();
            String said = declared == null || part.code() == ReasonCode.LEVEL_REPORTED
                    ? ""
                    : " Declared: " + declared(declared) + ".";
            Map<String, String> data = data(part);
            data.put("weight", part.weight().toPlainString());
            data.put("rule", part.scoreRule().name());
            parts.add(new Explanation(
                    part.code(), sentence(part) + weight + "." + rule + counted(of, part) + said, data, parts(part)));
        }
        return parts;
    }

    private static String counted(TierAssessment of, TierAssessment part) {
        return of.isUnderSameFrameworkAs(part)
                ? ""
                : " By " + part.framework() + ", so it counts with the scores that its level covers: "
                        + of.counted(part) + of.scale().unit() + ".";
    }

    private static String sentence(TierAssessment part) {
        String level =
                part.code() == ReasonCode.NO_REPORT ? "no report" : part.level().toString();
        String mean = part.code() == ReasonCode.WEIGHTED_MEAN ? "weighted mean " : "";
        return part.name() + ": " + level + ", " + mean + part.score()
                + part.scale().unit();
    }

    private static String declared(Declaration declared) {
        return declared.level() + " by " + declared.by() + " from " + declared.at()
                + (declared.reason() == null ? "" : " (" + declared.reason() + ")");
    }

    private List<Explanation> uncertainty() {
        List<Explanation> statements = new ArrayList<>();
        for (int i = 0; i < whole.parts().size(); i++) {
            TierAssessment part = whole.parts().get(i);
            ScoreRange score = whole.counted(part);
            if (score.isExact()) {
                continue;
            }
            Level lowest = whole.levelIf(i, ScoreRange.of(score.min(), score.min()));
            Level highest = whole.levelIf(i, ScoreRange.of(score.max(), score.max()));
            Map<String, String> data = data(part);
            data.put("levelAtLowest", lowest.toString());
            data.put("levelAtHighest", highest.toString());
            statements.add(new Explanation(
                    ReasonCode.UNCERTAIN_PART,
                    part.name() + " may have " + score + whole.scale().unit() + ". At its lowest the level would be "
                            + lowest + ", at its highest " + highest + ".",
                    data,
                    List.of()));
        }
        return statements;
    }

    private Explanation change(PartChange change) {
        TierAssessment part = change.part();
        Map<String, String> data = data(part);
        data.put("from", change.score().toString());
        data.put("levelThen", change.level().toString());
        return new Explanation(
                ReasonCode.SINGLE_CHANGE,
                part.name() + " at " + change.score() + (change.rises() ? " or more" : " or less") + ", now "
                        + part.score() + ": the level would be " + change.level() + ".",
                data,
                List.of());
    }

    private List<Explanation> provenance() {
        List<Explanation> statements = new ArrayList<>();
        Map<String, Framework> frameworks = new LinkedHashMap<>();
        whole.stream().forEach(part -> frameworks.putIfAbsent(part.framework().digest(), part.framework()));
        for (Framework framework : frameworks.values()) {
            statements.add(new Explanation(
                    ReasonCode.FRAMEWORK,
                    "Framework: " + framework.title() + " (" + framework + (framework.isDraft() ? ", draft" : "")
                            + ").",
                    Map.of("framework", framework.id().toString(), "version", framework.version()),
                    List.of()));
            for (String issue : framework.knownIssues()) {
                statements.add(new Explanation(ReasonCode.KNOWN_ISSUE, "Known issue: " + issue, Map.of(), List.of()));
            }
            for (Deviation deviation : framework.deviations()) {
                statements.add(new Explanation(
                        ReasonCode.DEVIATION,
                        "Not national: " + deviation + ".",
                        Map.of("what", deviation.what()),
                        List.of()));
            }
        }
        Set<String> rules = new LinkedHashSet<>();
        whole.stream().forEach(part -> {
            rules.add(part.scoreRule().name() + ": " + part.scoreRule().citation());
            rules.add(part.levelRule().name() + ": " + part.levelRule().citation());
        });
        rules.forEach(
                rule -> statements.add(new Explanation(ReasonCode.RULE, "Rule: " + rule + ".", Map.of(), List.of())));
        whole.stream()
                .filter(part -> part.code() == ReasonCode.WEIGHTED_MEAN && part.pillar() == null)
                .map(part -> "The mean of " + part.unit().tier().withArticle() + ": "
                        + part.rules().mean(part.unit().tier()))
                .distinct()
                .forEach(sentence ->
                        statements.add(new Explanation(ReasonCode.RULE, sentence + ".", Map.of(), List.of())));
        whole.stream()
                .filter(part -> part.pillar() != null)
                .map(part ->
                        "The weights of the provider types: " + part.rules().pillarCitation() + ".")
                .distinct()
                .forEach(sentence -> statements.add(new Explanation(ReasonCode.RULE, sentence, Map.of(), List.of())));
        if (whole.assurance() != Assurance.PUBLISHED) {
            statements.add(new Explanation(
                    ReasonCode.ASSURANCE,
                    Assurance.CAUTION,
                    Map.of("assurance", whole.assurance().toString()),
                    List.of()));
        }
        for (String digest : frameworks.keySet()) {
            statements.add(new Explanation(
                    ReasonCode.DIGEST,
                    "Rule files " + digest + ", scored by OPEL Rules " + Library.VERSION + ".",
                    Map.of("digest", digest, "library", Library.VERSION),
                    List.of()));
        }
        return statements;
    }

    private static Map<String, String> data(TierAssessment part) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("unit", part.unit().code().value());
        if (part.pillar() != null) {
            data.put("pillar", part.pillar().id());
        }
        data.put("name", part.unit().name());
        data.put("level", part.level().toString());
        data.put("min", part.score().min().toString());
        data.put("max", part.score().max().toString());
        return data;
    }

    private static void addUnlessEmpty(
            List<Explanation> sections, ReasonCode code, String title, List<Explanation> parts) {
        if (!parts.isEmpty()) {
            sections.add(new Explanation(code, title, Map.of(), parts));
        }
    }
}
