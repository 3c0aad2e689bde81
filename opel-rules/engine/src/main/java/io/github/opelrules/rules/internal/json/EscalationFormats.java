package io.github.opelrules.rules.internal.json;

import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.ActionReply;
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

    public static final Format<Action> ACTION = new Format<>(
            "opel.action/1", "the action", "One thing that one role must do by a time, alone", ActionShape.ACTION);

    public static final Format<ActionReply> REPLY = new Format<>(
            "opel.action-reply/1", "the reply to an action", "What a role says of an action", ReplyShape.REPLY);

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
