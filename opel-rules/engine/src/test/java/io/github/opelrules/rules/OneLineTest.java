package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a log shows of the big values: one short line that says which it is. */
class OneLineTest {

    private static final Instant AT = Instant.parse("2024-01-08T08:00:00Z");

    private final OpelEngine engine = OpelRules.bundled();
    private final Assessment assessment = engine.assess(SituationReport.of(OdsCode.of("RA1"), ProviderType.ACUTE)
            .observedAt(AT)
            .reading("ga-bed-occupancy", "98.3")
            .build());
    private final SystemAssessment system = engine.aggregate(Escalations.HIERARCHY, AT, List.of(assessment), List.of());
    private final EscalationInputs inputs =
            EscalationInputs.of(Escalations.HIERARCHY).withAssessments(List.of(assessment));
    private final EscalationStep step = engine.advance(EscalationState.none(), inputs, AT);
    private final Framework framework = assessment.framework();

    @Test
    void an_assessment_says_whose_when_which_level_and_by_what() {
        assertThat(assessment)
                .hasToString("RA1, acute, at 2024-01-08T08:00:00Z: between OPEL 1 and OPEL 4, 8 to 44 points, by "
                        + framework);
        assertThat(assessment.report()).hasToString("RA1, acute, at 2024-01-08T08:00:00Z: 1 reading");
        assertThat(assessment.contributions().get(6)).hasToString("ga-bed-occupancy: 8 points");
    }

    @Test
    void a_framework_and_its_parts_say_what_they_hold() {
        assertThat(framework).hasToString(framework.id() + " " + framework.version());
        assertThat(framework.tables().get(ProviderType.ACUTE)).hasToString("acute: 9 parameters");
        assertThat(assessment.contributions().get(6).parameter()).hasToString("ga-bed-occupancy: 4 bands");
        assertThat(framework.protocol().toString()).matches("\\d+ rules, driven by calculated levels");
    }

    @Test
    void a_state_before_the_first_step_says_so() {
        assertThat(EscalationState.none()).hasToString("before the first step: 0 units, 0 actions, 0 notices");
    }

    @Test
    void each_of_the_big_values_is_one_short_line() {
        assertThat(Stream.of(
                                assessment,
                                system,
                                system.tops().get(0),
                                inputs,
                                step,
                                step.state(),
                                framework,
                                framework.protocol(),
                                framework.tables().get(ProviderType.ACUTE),
                                Escalations.HIERARCHY)
                        .map(Object::toString))
                .allSatisfy(line -> assertThat(line).hasSizeBetween(5, 200).doesNotContain("\n", "[", "null"));
        assertThat(system.toString()).startsWith("at 2024-01-08T08:00:00Z: ").contains("OPEL", "by nhse-opel-2023-24");
        assertThat(step.toString()).startsWith("at 2024-01-08T08:00:00Z: ").contains(" units, ", "event");
    }
}
