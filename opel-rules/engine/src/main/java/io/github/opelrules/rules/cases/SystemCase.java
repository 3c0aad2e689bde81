package io.github.opelrules.rules.cases;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The reports of a whole system, and what must come out for its units.
 *
 * @param name what it shows, as a sentence
 * @param file the folder and the file that it stands in
 * @param line its line there, from 1
 * @param isGenerated whether it was generated from the rules themselves
 * @param hierarchy who belongs to whom
 * @param at the time at which the system is looked at
 * @param reports what its providers report
 * @param declared the levels that are declared
 * @param under the units that another framework applies to than the one in question, and that framework
 * @param expected what must come out, by unit
 */
public record SystemCase(
        String name,
        String file,
        int line,
        boolean isGenerated,
        Hierarchy hierarchy,
        Instant at,
        List<SituationReport> reports,
        List<Declaration> declared,
        Map<OdsCode, Framework> under,
        Map<UnitName, ExpectedUnit> expected)
        implements Case {

    public SystemCase {
        reports = List.copyOf(reports);
        declared = List.copyOf(declared);
        under = Map.copyOf(under);
        expected = Collections.unmodifiableMap(new TreeMap<>(expected));
    }

    /** Tries it by an engine that knows which units another framework applies to. */
    @Override
    public CaseResult tryWith(OpelEngine engine) {
        List<Assessment> assessments = engine.assessAll(reports);
        SystemAssessment system = engine.aggregate(hierarchy, at, assessments, declared);
        List<String> differences = new ArrayList<>();
        expected.forEach((name, unit) -> differences.addAll(name.in(system)
                .map(found -> unit.differencesFrom(name, found))
                .orElseGet(() -> List.of(name + ": expected a level, but it has no part in the system at " + at))));
        return new CaseResult(this, assessments, system, List.of(), differences);
    }
}
