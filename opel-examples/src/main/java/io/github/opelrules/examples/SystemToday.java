package io.github.opelrules.examples;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.SystemFiles;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/** One morning of a made-up system: the levels of its tiers as a tree, and why its first ICS is where it is. */
public final class SystemToday {

    private static final OdsCode BRISTOL = OdsCode.of("EXB");

    private SystemToday() {}

    /** Prints the tree and the explanation. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("A made-up system on 8 January 2024 at 09:00");
        out.println();
        OpelEngine engine = OpelRules.bundled();
        Hierarchy hierarchy = SystemFiles.hierarchy(Shipped.file("example_hierarchy.yaml"));
        List<Assessment> assessments = Files.readAllLines(Shipped.file("example_reports.jsonl")).stream()
                .map(OpelJson::readReport)
                .map(engine::assess)
                .toList();
        Instant at = Instant.parse("2024-01-08T09:00:00Z");
        Declaration declared = new Declaration(
                BRISTOL, OpelLevel.OPEL_4, "ICB director on call", at, "the third site cannot report, and diverts");

        SystemAssessment system = engine.aggregate(hierarchy, at, assessments, List.of(declared));

        out.print(system.toText());
        out.println();
        out.print(system.unit(BRISTOL).orElseThrow().explain().toText());
    }
}
