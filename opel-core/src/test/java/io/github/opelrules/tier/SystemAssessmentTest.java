package io.github.opelrules.tier;

import static io.github.opelrules.tier.Systems.declared;
import static io.github.opelrules.tier.Systems.ics;
import static io.github.opelrules.tier.Systems.mean;
import static io.github.opelrules.tier.Systems.pressed;
import static io.github.opelrules.tier.Systems.reporting;
import static io.github.opelrules.tier.Systems.score;
import static io.github.opelrules.tier.Systems.silent;
import static io.github.opelrules.tier.Systems.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemAssessmentTest {

    @Test
    void a_system_tells_what_it_is_made_from() {
        TierAssessment pressed = pressed("R01", "2");
        TierAssessment pillar = mean(
                "QXX",
                Tier.ICS,
                ProviderType.ACUTE,
                score("9", "16"),
                null,
                List.of(),
                pressed,
                silent("R02", "1"),
                reporting("R03", "1"));
        SystemAssessment system = system(ics(score("9", "16"), declared("QXX", OpelLevel.OPEL_4), pillar));

        assertThat(system.assessments()).containsExactly(pressed.assessment());
        assertThat(system.declarations())
                .containsExactly(declared("QXX", OpelLevel.OPEL_4), declared("R03", OpelLevel.OPEL_2));
        assertThat(system.frameworks())
                .as("a pillar is no unit of its own")
                .containsOnlyKeys(OdsCode.of("QXX"), OdsCode.of("R01"), OdsCode.of("R02"), OdsCode.of("R03"))
                .containsEntry(OdsCode.of("QXX"), pressed.framework());
    }
}
