package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.DURATION;
import static io.github.opelrules.rules.internal.format.Scalars.FLAG;
import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.TRUTH;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Source;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.Form;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Scalar;
import io.github.opelrules.rules.internal.format.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One thing that one role must do by a time. */
final class ActionShape extends Shape<Action> {

    static final Form<Role> ROLE = word(Role.values(), Role::title).called("role");
    private static final Form<Team> TEAM = Scalar.exact("id of a team", "evening-desk", FormCode.BAD_ID, Team::new)
            .with(
                    "description",
                    "Whose SCC duty manager has it: the id of a team, or the code of an ICS for the own team of its ICB.")
            .matching("^([a-z0-9]+(-[a-z0-9]+)*|[A-Z0-9]{3,10})$")
            .with("maxLength", 80)
            .called("team");
    static final ActionShape ACTION = new ActionShape();

    private final Key<String> id = key("id", TEXT);
    private final Key<String> rule = key("rule", TEXT);
    private final Key<OdsCode> unit = key("unit", CODE);
    private final Key<Role> role = key("role", ROLE);
    private final Key<Team> team = key("team", TEAM).optional();
    private final Key<Boolean> mandatory =
            key("mandatory", TRUTH).says("Whether it must be done; otherwise it must be considered.");
    private final Key<String> text = key("text", TEXT);
    private final Key<Instant> raisedAt = key("raisedAt", UTC);
    private final Key<Duration> within = key("within", DURATION);
    private final Key<Instant> dueAt = key("dueAt", UTC);
    private final Key<Source> source = key("source", SourceShape.SOURCE);
    private final Key<Assurance> assurance = key("assurance", SourceShape.ASSURANCE);
    private final Key<String> because = key("because", TEXT);
    private final Key<List<Action.Handover>> handovers =
            key("handovers", ListForm.of(new HandoverShape())).optional();
    private final Key<Instant> acknowledgedAt = key("acknowledgedAt", UTC).optional();
    private final Key<Boolean> overdue = key("overdue", FLAG).optional();
    private final Key<Action.Ending> ending = key("ending", new EndingShape()).optional();

    private ActionShape() {
        super("action");
    }

    @Override
    protected Action make(In in) {
        return new Action(
                in.get(id),
                in.get(rule),
                in.get(unit),
                new Action.Holder(in.get(role), in.orNull(team)),
                in.get(mandatory),
                in.get(text),
                in.get(raisedAt),
                in.get(within),
                in.get(dueAt),
                new Citation(in.get(source), in.get(assurance)),
                in.get(because),
                in.get(handovers),
                in.orNull(acknowledgedAt),
                in.get(overdue),
                in.orNull(ending));
    }

    @Override
    protected void take(Action action, Out out) {
        out.put(id, action.id())
                .put(rule, action.rule())
                .put(unit, action.unit())
                .put(role, action.holder().role())
                .put(team, action.holder().team())
                .put(mandatory, action.mandatory())
                .put(text, action.text())
                .put(raisedAt, action.raisedAt())
                .put(within, action.within())
                .put(dueAt, action.dueAt())
                .put(source, action.citation().source())
                .put(assurance, action.citation().assurance())
                .put(because, action.because())
                .put(handovers, action.handovers())
                .put(acknowledgedAt, action.acknowledgedAt())
                .put(overdue, action.overdue())
                .put(ending, action.ending());
    }

    private static final class HolderShape extends Shape<Action.Holder> {

        private final Key<Role> role = key("role", ROLE);
        private final Key<Team> team = key("team", TEAM).optional();

        HolderShape() {
            super("holder");
        }

        @Override
        protected Action.Holder make(In in) {
            return new Action.Holder(in.get(role), in.orNull(team));
        }

        @Override
        protected void take(Action.Holder holder, Out out) {
            out.put(role, holder.role()).put(team, holder.team());
        }
    }

    private static final class HandoverShape extends Shape<Action.Handover> {

        private final Key<Action.Holder> from = key("from", new HolderShape());
        private final Key<Action.Holder> to = key("to", new HolderShape());
        private final Key<Instant> at = key("at", UTC);
        private final Key<Action.Handover.Reason> reason =
                key("reason", word(Action.Handover.Reason.values(), Words::hyphenated));

        HandoverShape() {
            super("handover");
        }

        @Override
        protected Action.Handover make(In in) {
            return new Action.Handover(in.get(from), in.get(to), in.get(at), in.get(reason));
        }

        @Override
        protected void take(Action.Handover handover, Out out) {
            out.put(from, handover.from())
                    .put(to, handover.to())
                    .put(at, handover.at())
                    .put(reason, handover.reason());
        }
    }

    private static final class EndingShape extends Shape<Action.Ending> {

        private final Key<Action.Ending.Kind> kind = key("kind", word(Action.Ending.Kind.values(), Words::hyphenated));
        private final Key<Instant> at = key("at", UTC);
        private final Key<String> reason = key("reason", TEXT);

        EndingShape() {
            super("ending");
        }

        @Override
        protected Action.Ending make(In in) {
            return new Action.Ending(in.get(kind), in.get(at), in.get(reason));
        }

        @Override
        protected void take(Action.Ending ending, Out out) {
            out.put(kind, ending.kind()).put(at, ending.at()).put(reason, ending.reason());
        }
    }
}
