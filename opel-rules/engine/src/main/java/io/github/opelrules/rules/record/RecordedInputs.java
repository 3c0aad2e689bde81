package io.github.opelrules.rules.record;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.rules.internal.json.JsonParts;
import io.github.opelrules.rules.internal.json.RecordWriter;
import io.github.opelrules.rules.internal.json.ReportReader;
import io.github.opelrules.rules.internal.system.HierarchyShape;
import io.github.opelrules.rules.internal.tier.TierEngine;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a record says it was made from, and what the rules make of that. */
final class RecordedInputs {

    private final JsonParts parts;
    private final KnownRules rules;

    RecordedInputs(JsonParts parts, KnownRules rules) {
        this.parts = parts;
        this.rules = rules;
    }

    /**
     * The record as these rules write it.
     *
     * @throws RuntimeException of the kinds that scoring throws, and for times and codes that are none
     */
    String computedAgain() {
        if (parts.objects().containsKey("$.report")) {
            return RecordWriter.write(assess("$.report", "$.assessment.framework."));
        }
        return parts.objects().containsKey("$.state") ? new RecordedStep(this, rules).computedAgain() : system();
    }

    private String system() {
        Hierarchy hierarchy = hierarchy();
        List<Assessment> assessments = assessments("$");
        List<Declaration> declarations = declarations("$");
        Map<String, String> digests = digestsByUnit();
        SystemAssessment system = TierEngine.aggregate(
                unit -> rules.framework(digests.getOrDefault(unit.value(), "")),
                hierarchy,
                Instant.parse(value("$.at")),
                assessments,
                declarations);
        return RecordWriter.write(hierarchy, assessments, declarations, system);
    }

    /** By which rules the record says that the level of each unit was made. */
    private Map<String, String> digestsByUnit() {
        Map<String, String> digests = new HashMap<>();
        parts.values().forEach((path, value) -> {
            if (path.startsWith("$.system.") && path.endsWith(".code")) {
                String digest = value(path.substring(0, path.length() - "code".length()) + "framework.digest");
                digests.put(value, digest);
            }
        });
        return digests;
    }

    Hierarchy hierarchy() {
        return HierarchyShape.HIERARCHY.fromJson(object("$.hierarchy"), "$.hierarchy");
    }

    /** The assessments that an object has, made again from their reports. */
    List<Assessment> assessments(String of) {
        return objects(of + ".assessments", path -> assess(path + ".report", path + ".framework."));
    }

    /** The declarations that an object has. */
    List<Declaration> declarations(String of) {
        return objects(of + ".declarations", path -> {
            OpelLevel level = OpelLevel.ofNumber(Integer.parseInt(value(path + ".level")))
                    .orElseThrow(() -> new IllegalArgumentException(path + ".level is none from 1 to 4"));
            return new Declaration(
                    OdsCode.of(value(path + ".unit")), level, Nameless.BY, Instant.parse(value(path + ".at")), null);
        });
    }

    private Assessment assess(String report, String framework) {
        return rules.engine(value(framework + "digest"), selection(framework))
                .assess(ReportReader.read(object(report), 1));
    }

    private Selection selection(String framework) {
        String adopted = value(framework + "adoptedFrom");
        String kept = value(framework + "keptUntil");
        if (value(framework + "pinned").equals("true")) {
            return Selection.PINNED;
        }
        if (!adopted.isEmpty()) {
            return new Selection.Adopted(LocalDate.parse(adopted));
        }
        return kept.isEmpty() ? Selection.NATIONAL : new Selection.Kept(LocalDate.parse(kept));
    }

    /** What each object of a list is read as, by its path. */
    <T> List<T> objects(String list, Function<String, T> reading) {
        List<T> all = new ArrayList<>();
        for (int i = 0; parts.objects().containsKey(list + "[" + i + "]"); i++) {
            all.add(reading.apply(list + "[" + i + "]"));
        }
        return all;
    }

    /** What each text of a list is read as. */
    <T> List<T> texts(String list, Function<String, T> reading) {
        List<T> all = new ArrayList<>();
        for (int i = 0; parts.values().containsKey(list + "[" + i + "]"); i++) {
            all.add(reading.apply(value(list + "[" + i + "]")));
        }
        return all;
    }

    /** The value at a path; empty where there is none. */
    String value(String path) {
        return parts.values().getOrDefault(path, "");
    }

    String object(String path) {
        return parts.objects().getOrDefault(path, "");
    }
}
