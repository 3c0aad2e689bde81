package io.github.opelrules.rules.cases;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.report.SituationReport;
import java.util.List;

/**
 * A report of one provider, and what must come out of it.
 *
 * @param name what it shows, as a sentence
 * @param file the folder and the file that it stands in
 * @param line its line there, from 1
 * @param isGenerated whether it was generated from the rules themselves
 * @param report what is reported
 * @param expected what must come out
 */
public record ReportCase(
        String name, String file, int line, boolean isGenerated, SituationReport report, Expected expected)
        implements Case {

    @Override
    public CaseResult tryWith(OpelEngine engine) {
        Assessment assessment = engine.assess(report);
        return new CaseResult(this, List.of(assessment), null, List.of(), expected.differencesFrom(assessment));
    }
}
