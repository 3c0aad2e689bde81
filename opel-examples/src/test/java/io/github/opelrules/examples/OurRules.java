package io.github.opelrules.examples;

import static io.github.opelrules.testkit.junit.OpelAssertions.assertThat;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.ReloadableEngine;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.testkit.junit.OpelCases;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The code of the guide, for rules of the reader's own: it compiles, and has no rules here to run with. */
abstract class OurRules {

    private final Assessment assessment;

    OurRules(Assessment assessment) {
        this.assessment = assessment;
    }

    @TestFactory
    Stream<DynamicTest> ourRules() {
        return OpelCases.in(RuleSource.of(Path.of("my-rules")));
    }

    @Test
    void fullBedsAreEightPoints() {
        assertThat(assessment)
                .isBetweenLevels(3, 4)
                .hasPoints("ga-bed-occupancy", 8)
                .isMissing("escalation-beds");
    }

    static Assessment reloaded(SituationReport report) {
        ReloadableEngine engine =
                OpelRules.builder().folder(Path.of("my-rules")).buildReloadable();
        Assessment before = engine.assess(report);
        engine.reload(); // when you say so; throws InvalidRulesException, and changes nothing, if anything is wrong
        return before;
    }
}
