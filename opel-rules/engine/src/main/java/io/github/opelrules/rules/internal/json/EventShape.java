package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.DURATION;
import static io.github.opelrules.rules.internal.format.Scalars.LEVEL;
import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something that happened in an escalation. */
final class EventShape extends Shape<EscalationEvent> {

    static final EventShape EVENT = new EventShape();

    private final Key<String> id = key("id", TEXT)
            .says("Equal for the same event, whenever its step is repeated, and for no two different ones.");
    private final Key<EscalationEvent.Kind> kind = key("kind", word(EscalationEvent.Kind.values(), Words::hyphenated));
    private final Key<OdsCode> unit = key("unit", CODE);
    private final Key<Instant> at = key("at", UTC);
    private final Key<String> text = key("text", TEXT);
    private final Key<String> rule = key("rule", TEXT)
            .optional()
            .says("The id of the rule that had it happen; not there where time or people did.");
    private final Key<Source> source = key("source", SourceShape.SOURCE).optional();
    private final Key<Assurance> assurance =
            key("assurance", SourceShape.ASSURANCE).optional();
    private final Key<Role> informed =
            key("informed", ActionShape.ROLE).optional().says("Who is informed.");
    private final Key<Action> action = key("action", ActionShape.ACTION).optional();
    private final Key<List<AidProposal>> proposals =
            key("proposals", ListForm.of(new ProposalShape())).optional();

    private EventShape() {
        super("event");
    }

    @Override
    protected void check(In in) {
        if (in.has(source)) {
            in.require(assurance);
        }
    }

    @Override
    protected EscalationEvent make(In in) {
        return new EscalationEvent(
                in.get(id),
                in.get(kind),
                in.get(unit),
                in.get(at),
                in.get(text),
                in.orNull(rule),
                in.has(source) ? new Citation(in.get(source), in.get(assurance)) : null,
                in.orNull(informed),
                in.orNull(action),
                in.get(proposals));
    }

    @Override
    protected void take(EscalationEvent event, Out out) {
        Citation citation = event.citation();
        out.put(id, event.id())
                .put(kind, event.kind())
                .put(unit, event.unit())
                .put(at, event.at())
                .put(text, event.text())
                .put(rule, event.rule())
                .put(source, citation == null ? null : citation.source())
                .put(assurance, citation == null ? null : citation.assurance())
                .put(informed, event.informed())
                .put(action, event.action())
                .put(proposals, event.proposals());
    }

    private static final class ProposalShape extends Shape<AidProposal> {

        private final Key<OdsCode> helper = key("helper", CODE).like("RXX");
        private final Key<Duration> travel = key("travel", DURATION);
        private final Key<OpelLevel> level = key("level", LEVEL);
        private final Key<Instant> since = key("since", UTC);
        private final Key<Stretch> occupancy = key("occupancy", StretchShape.STRETCH);
        private final Key<List<Role>> agreement =
                key("agreement", ListForm.of(ActionShape.ROLE)).optional();
        private final Key<String> because = key("because", TEXT);

        ProposalShape() {
            super("proposal");
        }

        @Override
        protected AidProposal make(In in) {
            return new AidProposal(
                    in.get(helper),
                    in.get(travel),
                    in.get(level),
                    in.get(since),
                    in.get(occupancy),
                    in.get(agreement),
                    in.get(because));
        }

        @Override
        protected void take(AidProposal proposal, Out out) {
            out.put(helper, proposal.helper())
                    .put(travel, proposal.travel())
                    .put(level, proposal.level())
                    .put(since, proposal.since())
                    .put(occupancy, proposal.occupancy())
                    .put(agreement, proposal.agreement())
                    .put(because, proposal.because());
        }
    }
}
