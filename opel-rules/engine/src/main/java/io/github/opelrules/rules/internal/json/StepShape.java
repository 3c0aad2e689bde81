package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;

import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Library;
import io.github.opelrules.rules.internal.format.EntryShape;
import io.github.opelrules.rules.internal.format.Form;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.MapForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Shape;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What follows from a step of an escalation. */
final class StepShape extends Shape<EscalationStep> {

    private final Key<String> library = key("library", TEXT).alwaysWritten();
    private final Key<Map<OdsCode, Framework>> frameworks;
    private final Key<Map<Instant, Map<OdsCode, Framework>>> frameworksUntil;
    private final Key<List<EscalationEvent>> events;
    private final Key<Instant> nextDue;
    private final Key<EscalationState> state;

    /** @param known the frameworks that may be named where it is read */
    StepShape(Collection<Framework> known) {
        super("step");
        Form<Map<OdsCode, Framework>> byUnit = FrameworkShape.byUnit(known);
        frameworks = key("frameworks", byUnit).says("Which rules were applied to which units.");
        frameworksUntil = key(
                        "frameworksUntil", MapForm.of(new EntryShape<>("before", "until", UTC, "frameworks", byUnit)))
                .optional()
                .says(
                        "The same for the time before a day, within this step, on which the hierarchy or the frameworks changed.");
        events = key("events", ListForm.of(EventShape.EVENT)).optional();
        nextDue = key("nextDue", UTC).optional().says("When time alone next changes something.");
        state = key("state", StateShape.STATE);
    }

    @Override
    protected EscalationStep make(In in) {
        return new EscalationStep(
                in.get(state), in.get(events), in.get(frameworks), in.get(frameworksUntil), in.orNull(nextDue));
    }

    @Override
    protected void take(EscalationStep step, Out out) {
        out.put(library, Library.VERSION)
                .put(frameworks, step.frameworks())
                .put(frameworksUntil, step.frameworksUntil())
                .put(events, step.events())
                .put(nextDue, step.nextDueAt())
                .put(state, step.state());
    }
}
