package io.github.opelrules.rules;

import static io.github.opelrules.rules.Escalations.HIERARCHY;
import static io.github.opelrules.rules.Escalations.MONDAY;
import static io.github.opelrules.rules.Escalations.PROVIDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.check.InvalidInputException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However a written state is damaged, it is refused, or is still the one that was written. */
class DamagedStatesTest {

    private static final OpelEngine ENGINE = OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
    private static final EscalationState STATE = ENGINE.advance(
                    EscalationState.none(),
                    EscalationInputs.of(HIERARCHY)
                            .withAssessments(PROVIDERS.stream()
                                    .map(provider -> Escalations.assessment(ENGINE, provider, MONDAY, 4))
                                    .toList()),
                    MONDAY)
            .state();
    private static final String JSON = OpelJson.write(STATE);
    private static final String PIECES = "{}[]:,\"\\ 0123456789TZ-+.etruefalsn\n\0\u2028";

    @Property(tries = 3000)
    void damaged_characters(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int times) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(JSON);
        for (int i = 0; i < times; i++) {
            int from = random.nextInt(text.length());
            int length = random.nextInt(3);
            String piece = String.valueOf(PIECES.charAt(random.nextInt(PIECES.length())));
            text.replace(from, Math.min(text.length(), from + length), random.nextInt(4) == 0 ? "" : piece);
        }

        assertRefusedOrTheSame(text.toString());
    }

    @Property(tries = 300)
    void cut_off(@ForAll long seed) {
        assertRefusedOrTheSame(JSON.substring(0, new Random(seed).nextInt(JSON.length())));
    }

    @Property(tries = 300)
    void any_text(@ForAll String text) {
        assertRefusedOrTheSame(text);
    }

    private static void assertRefusedOrTheSame(String json) {
        try {
            assertThat(OpelJson.readEscalationState(json)).isEqualTo(STATE);
        } catch (InvalidInputException e) {
            assertThat(e.findings()).isNotEmpty();
        }
    }
}
