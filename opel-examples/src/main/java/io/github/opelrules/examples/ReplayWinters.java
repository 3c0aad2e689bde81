package io.github.opelrules.examples;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.testkit.replay.Replay;
import io.github.opelrules.testkit.replay.ReplayResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the draft of 2024 to 2026 would have made of past winters, beside the framework of 2023/24. */
public final class ReplayWinters {

    private ReplayWinters() {}

    /**
     * Prints what differs.
     *
     * @param args a file of daily figures by trust; without it the shipped sample of six trusts
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(replay(args.length == 0 ? Shipped.file("sample_2022_23.csv") : Path.of(args[0]))
                .toText());
        out.println();
        out.println("Contains NHS England data licensed under the Open Government Licence v3.0; minimally validated,");
        out.println("percentages derived by us; not endorsed by NHS England.");
    }

    /** The reports are read, replayed and forgotten one by one, so a file can be as large as it likes. */
    static ReplayResult replay(Path file) throws IOException {
        OpelEngine engine = OpelRules.builder().bundled().allowDrafts().build();
        OpelEngine before = engine.pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
        OpelEngine after = engine.pinnedTo(FrameworkId.of("nhse-opel-2024-26"));
        try (Stream<SituationReport> reports = WinterReports.of(file)) {
            return Replay.between(before, after).addAll(reports.iterator()).result();
        }
    }
}
