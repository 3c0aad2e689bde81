package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.TierRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds cuts that are new and still stand under the source of the old ones: one document does not say both. */
final class KeptSources {

    private final List<String> found = new ArrayList<>();

    private KeptSources() {}

    /** What is odd about the cuts of a provider type, a sentence each. */
    static List<String> of(TableDiff table, ScoringTable before, ScoringTable after) {
        KeptSources kept = new KeptSources();
        for (ParameterDiff parameter : table.parameters()) {
            Parameter was = parameter.before();
            Parameter is = parameter.after();
            if (was != null && is != null) {
                for (Band band : is.bands()) {
                    if (was.bands().stream().anyMatch(old -> old.source().equals(band.source()))) {
                        kept.compare(
                                is.label(),
                                was.bands().stream().map(Band::interval).toList(),
                                List.of(band.interval()),
                                band.source());
                    }
                }
            }
        }
        kept.compare("levels of " + table.providerType() + " providers", before.levels(), after.levels());
        return kept.found.stream().distinct().toList();
    }

    /** What is odd about the cuts of the levels of ICS, region and nation, a sentence each. */
    static List<String> of(TierRules before, TierRules after) {
        KeptSources kept = new KeptSources();
        kept.compare("levels of ICS, region and nation", before.levels(), after.levels());
        return kept.found;
    }

    private void compare(String what, LevelTable before, LevelTable after) {
        Source source = after.citation().source();
        if (before.basis() == after.basis() && before.citation().source().equals(source)) {
            compare(
                    what,
                    before.cuts().stream().map(LevelCut::interval).toList(),
                    after.cuts().stream().map(LevelCut::interval).toList(),
                    source);
        }
    }

    private void compare(String what, List<Interval> before, List<Interval> after, Source source) {
        Map<BigDecimal, Assurance> old = cuts(before);
        cuts(after).forEach((cut, grade) -> {
            if (!old.containsKey(cut) && grade != Assurance.ASSUMED) {
                found.add(
                        "The cut " + cut.toPlainString() + " of " + what + " is new, and is " + grade
                                + " by the source of the old ones, " + source
                                + ". Unless that was misread before, name the source that says it, and how sure that is: assumed where the number is your own.");
            }
        });
    }

    private static Map<BigDecimal, Assurance> cuts(List<Interval> intervals) {
        Map<BigDecimal, Assurance> cuts = new TreeMap<>();
        for (Interval interval : intervals) {
            for (Edge edge : new Edge[] {interval.lower(), interval.upper()}) {
                if (edge != null) {
                    cuts.merge(edge.value(), edge.assurance(), Assurance::lowest);
                }
            }
        }
        return cuts;
    }
}
