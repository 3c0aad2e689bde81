package io.github.opelrules.rules.record;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.rules.internal.json.JsonParts;
import io.github.opelrules.rules.internal.json.RecordWriter;
import io.github.opelrules.rules.internal.json.ReportReader;
import io.github.opelrules.rules.internal.load.SystemFile;
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
        return parts.objects().containsKey("$.report")
                ? RecordWriter.write(assess("$.report", "$.assessment.framework."))
                : system();
    }

    private String system() {
        Hierarchy hierarchy = SystemFile.hierarchy(object("$.hierarchy"), "$.hierarchy");
        List<Assessment> assessments = new ArrayList<>();
        for (int i = 0; parts.objects().containsKey("$.assessments[" + i + "]"); i++) {
            assessments.add(assess("$.assessments[" + i + "].report", "$.assessments[" + i + "].framework."));
        }
        List<Declaration> declarations = new ArrayList<>();
        for (int i = 0; parts.objects().containsKey("$.declarations[" + i + "]"); i++) {
            declarations.add(declaration("$.declarations[" + i + "]."));
        }
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

    private Declaration declaration(String path) {
        OpelLevel level = OpelLevel.ofNumber(Integer.parseInt(value(path + "level")))
                .orElseThrow(() -> new IllegalArgumentException(path + "level is none from 1 to 4"));
        return new Declaration(
                OdsCode.of(value(path + "unit")), level, SystemRecord.BY, Instant.parse(value(path + "at")), null);
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

    /** The value at a path; empty where there is none. */
    private String value(String path) {
        return parts.values().getOrDefault(path, "");
    }

    private String object(String path) {
        return parts.objects().getOrDefault(path, "");
    }
}
