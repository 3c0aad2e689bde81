package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A year of one system, every quarter of an hour. */
class EscalationSoakTest {

    private static final int STEPS = 35_040;
    private static final OpelEngine ENGINE = OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));

    private final Random random = new Random(20240108);
    private int raised;
    private int ended;

    @Test
    void a_year_of_steps_holds_no_more_in_memory_at_its_end_than_in_its_first_month() {
        EscalationState state = EscalationState.none();
        Instant now = Escalations.MONDAY;
        int[] levels = {2, 2, 2, 1};
        int most = 0;
        for (int i = 0; i < STEPS; i++) {
            EscalationInputs inputs = EscalationInputs.of(Escalations.HIERARCHY).withReplies(replies(state, now));
            if (i % 4 == 0) {
                inputs = inputs.withSystem(
                        ENGINE.aggregate(Escalations.HIERARCHY, now, reports(levels, now), List.of()));
            }
            EscalationStep step = ENGINE.advance(state, inputs, now);
            state = step.state();
            raised += step.raised().size();
            ended += step.done().size()
                    + step.stoodDown().size()
                    + step.withdrawn().size();
            if (i < STEPS / 12) {
                most = Math.max(most, OpelJson.write(state).length());
            }
            now = now.plus(Duration.ofMinutes(15));
        }
        assertThat(OpelJson.write(state).length()).isLessThan(2 * most);
        assertThat(raised).isGreaterThan(1000).isEqualTo(ended + state.actions().size());
        assertThat(((DroolsEngine) ENGINE).openSessions()).isZero();
    }

    private List<Assessment> reports(int[] levels, Instant now) {
        List<Assessment> reports = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            int move = random.nextInt(8) - 6;
            levels[i] = Math.max(1, Math.min(4, levels[i] + (move > 0 ? 1 : move == 0 ? -1 : 0)));
            OdsCode provider = Escalations.PROVIDERS.get(i);
            if (random.nextInt(50) > 0) {
                reports.add(Escalations.assessment(ENGINE, provider, now, levels[i]));
            }
        }
        return reports;
    }

    private List<ActionReply> replies(EscalationState state, Instant now) {
        List<ActionReply> replies = new ArrayList<>();
        for (Action action : state.actions()) {
            if (random.nextInt(6) == 0) {
                replies.add(ActionReply.acknowledged(action.id(), action.role(), now));
            } else if (random.nextInt(6) == 0) {
                replies.add(ActionReply.done(action.id(), action.role(), now));
            }
        }
        return replies;
    }
}
