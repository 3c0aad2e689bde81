package io.github.opelrules.rules.internal.json;

import io.github.opelrules.escalate.Duty;
import io.github.opelrules.escalate.DutyReply;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.internal.format.Format;
import java.util.Collection;
import java.util.List;

/** The formats of escalations: states, steps, and what stands in them alone. What is not there, and a list of nothing, is left out. */
public final class EscalationFormats {

    public static final Format<EscalationState> STATE = StateShape.STATE;

    /** A state that somebody edited on purpose. */
    public static final Format<EscalationState> EDITED_STATE = StateShape.EDITED;

    public static final Format<EscalationEvent> EVENT = new Format<>(
            "opel.escalation-event/1",
            "the escalation event",
            "Something that happened in an escalation, alone",
            EventShape.EVENT);

    public static final Format<Duty> DUTY =
            new Format<>("opel.duty/1", "the duty", "One thing that one role must do by a time, alone", DutyShape.DUTY);

    public static final Format<DutyReply> REPLY =
            new Format<>("opel.duty-reply/1", "the reply to a duty", "What a role says of a duty", ReplyShape.REPLY);

    public static final Format<Notice> NOTICE = new Format<>(
            "opel.notice/1",
            "the notice",
            "Something that no parameter measures and that an escalation must know, alone",
            NoticeShape.NOTICE);

    public static final Format<EscalationStep> STEP = step(List.of());

    private EscalationFormats() {}

    /** @param known the frameworks that may be named where a step is read */
    public static Format<EscalationStep> step(Collection<Framework> known) {
        return new Format<>(
                "opel.escalation-step/1",
                "the step",
                "What follows from a step of an escalation",
                new StepShape(known));
    }
}
