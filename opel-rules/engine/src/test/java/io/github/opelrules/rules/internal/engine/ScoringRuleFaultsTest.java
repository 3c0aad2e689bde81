package io.github.opelrules.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.drools.RuleFaults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is removed from scoring.drl, or turned in it, some report is scored otherwise. */
class ScoringRuleFaultsTest {

    private static final int REPORTS = 250;

    @Test
    void each_fault_in_each_rule_is_noticed() throws IOException {
        List<Edges.Table> tables = new ArrayList<>(Edges.tables());
        tables.add(sureButForItsLevels());
        List<List<Assessment>> right = new ArrayList<>();
        for (Edges.Table table : tables) {
            Answers answers = new Answers(table.table(), ScoringRules.shared(), true);
            List<Assessment> own = new ArrayList<>();
            Random random = new Random(17);
            for (int i = 0; i < REPORTS; i++) {
                boolean sure = table == tables.get(tables.size() - 1);
                SituationReport report = sure ? Edges.exact(table, random) : Edges.random(table, random);
                own.add(answers.assess(report, table.selected()));
            }
            right.add(own);
        }
        List<String> unnoticed = new ArrayList<>();
        List<RuleFaults.Fault> faults = RuleFaults.in(ScoringRules.class, "scoring.drl");
        for (RuleFaults.Fault fault : faults) {
            if (!isNoticed(fault, tables, right)) {
                unnoticed.add(fault.what());
            }
        }

        assertThat(faults).hasSizeGreaterThan(40);
        assertThat(unnoticed).isEmpty();
    }

    private static boolean isNoticed(RuleFaults.Fault fault, List<Edges.Table> tables, List<List<Assessment>> right) {
        ScoringRules rules = new ScoringRules(fault.rules());
        for (int i = 0; i < tables.size(); i++) {
            Edges.Table table = tables.get(i);
            Answers faulty = new Answers(table.table(), rules, false);
            for (Assessment assessment : right.get(i)) {
                try {
                    if (!faulty.assess(assessment.report(), table.selected()).equals(assessment)) {
                        return true;
                    }
                } catch (RuntimeException e) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The table of 2023/24 as if all of it had been published but the sides of its level cuts, so that their grade shows. */
    private static Edges.Table sureButForItsLevels() {
        Edges.Table old = Edges.tables().get(0);
        List<Parameter> parameters = old.table().parameters().stream()
                .map(parameter -> new Parameter(
                        parameter.id(),
                        parameter.number(),
                        parameter.label(),
                        parameter.definition(),
                        parameter.unit(),
                        parameter.domain(),
                        parameter.worse(),
                        parameter.maxAge(),
                        parameter.source(),
                        parameter.bands().stream()
                                .map(band -> new Band(
                                        graded(band.interval(), Assurance.PUBLISHED),
                                        band.points(),
                                        Assurance.PUBLISHED,
                                        band.source()))
                                .toList()))
                .toList();
        LevelTable levels = old.table().levels();
        List<LevelCut> cuts = levels.cuts().stream()
                .map(cut -> new LevelCut(cut.level(), graded(cut.interval(), Assurance.ASSUMED)))
                .toList();
        ScoringTable table = new ScoringTable(
                old.table().providerType(),
                parameters,
                new Citation(old.table().total().source(), Assurance.PUBLISHED),
                new LevelTable(levels.basis(), cuts, levels.citation()));
        Framework framework = old.selected().framework();
        return Edges.tables(new Framework(
                        framework.id(),
                        framework.version(),
                        framework.title(),
                        framework.status(),
                        framework.inForce(),
                        framework.inForceAssurance(),
                        framework.source(),
                        Map.of(table.providerType(), table),
                        framework.tiers(),
                        framework.protocol(),
                        framework.digest(),
                        framework.knownIssues(),
                        null))
                .findFirst()
                .orElseThrow();
    }

    private static Interval graded(Interval interval, Assurance side) {
        return new Interval(graded(interval.lower(), side), graded(interval.upper(), side));
    }

    private static Edge graded(Edge edge, Assurance side) {
        return edge == null ? null : new Edge(edge.kind(), edge.value(), Assurance.PUBLISHED, side);
    }
}
