package io.github.opelrules.rules.cli;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The levels of the system that the reports belong to, as an indented tree or as JSON. */
final class SystemTree implements Presentation {

    private final OpelEngine engine;
    private final Hierarchy hierarchy;
    private final List<Declaration> declarations;
    private final @Nullable Instant at;
    private final boolean json;
    private final List<Assessment> assessments = new ArrayList<>();

    /** @param at the time to look at, or null for that of the latest report */
    SystemTree(
            OpelEngine engine,
            Hierarchy hierarchy,
            List<Declaration> declarations,
            @Nullable Instant at,
            boolean json) {
        this.engine = engine;
        this.hierarchy = hierarchy;
        this.declarations = declarations;
        this.at = at;
        this.json = json;
    }

    @Override
    public String show(List<Scored> reports) {
        reports.forEach(report -> assessments.add(report.assessment()));
        return "";
    }

    @Override
    public String end() {
        Instant time = at;
        for (Assessment assessment : assessments) {
            Instant observed = assessment.report().observedAt();
            time = at == null && (time == null || observed.isAfter(time)) ? observed : time;
        }
        if (time == null) {
            return "";
        }
        SystemAssessment system = engine.aggregate(hierarchy, Objects.requireNonNull(time), assessments, declarations);
        return json ? OpelJson.write(system) + "\n" : "At " + time + "\n\n" + system.toText();
    }
}
