package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.DURATION;
import static io.github.opelrules.rules.internal.format.Scalars.FLAG;
import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.TRUTH;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.escalate.Duty;
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
final class DutyShape extends Shape<Duty> {

    static final Form<Role> ROLE = word(Role.values(), Role::title).called("role");
    private static final Form<Team> TEAM = Scalar.exact("id of a team", "evening-desk", FormCode.BAD_ID, Team::new)
            .with(
                    "description",
                    "Whose SCC duty manager has it: the id of a team, or the code of an ICS for the own team of its ICB.")
            .matching("^([a-z0-9]+(-[a-z0-9]+)*|[A-Z0-9]{3,10})$")
            .with("maxLength", 80)
            .called("team");
    static final DutyShape DUTY = new DutyShape();

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
    private final Key<List<Duty.Handover>> handovers =
            key("handovers", ListForm.of(new HandoverShape())).optional();
    private final Key<Instant> acknowledgedAt = key("acknowledgedAt", UTC).optional();
    private final Key<Boolean> overdue = key("overdue", FLAG).optional();
    private final Key<Duty.Ending> ending = key("ending", new EndingShape()).optional();

    private DutyShape() {
        super("duty");
    }

    @Override
    protected Duty make(In in) {
        return new Duty(
                in.get(id),
                in.get(rule),
                in.get(unit),
                new Duty.Holder(in.get(role), in.orNull(team)),
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
    protected void take(Duty duty, Out out) {
        out.put(id, duty.id())
                .put(rule, duty.rule())
                .put(unit, duty.unit())
                .put(role, duty.holder().role())
                .put(team, duty.holder().team())
                .put(mandatory, duty.mandatory())
                .put(text, duty.text())
                .put(raisedAt, duty.raisedAt())
                .put(within, duty.within())
                .put(dueAt, duty.dueAt())
                .put(source, duty.citation().source())
                .put(assurance, duty.citation().assurance())
                .put(because, duty.because())
                .put(handovers, duty.handovers())
                .put(acknowledgedAt, duty.acknowledgedAt())
                .put(overdue, duty.overdue())
                .put(ending, duty.ending());
    }

    private static final class HolderShape extends Shape<Duty.Holder> {

        private final Key<Role> role = key("role", ROLE);
        private final Key<Team> team = key("team", TEAM).optional();

        HolderShape() {
            super("holder");
        }

        @Override
        protected Duty.Holder make(In in) {
            return new Duty.Holder(in.get(role), in.orNull(team));
        }

        @Override
        protected void take(Duty.Holder holder, Out out) {
            out.put(role, holder.role()).put(team, holder.team());
        }
    }

    private static final class HandoverShape extends Shape<Duty.Handover> {

        private final Key<Duty.Holder> from = key("from", new HolderShape());
        private final Key<Duty.Holder> to = key("to", new HolderShape());
        private final Key<Instant> at = key("at", UTC);
        private final Key<Duty.Handover.Reason> reason =
                key("reason", word(Duty.Handover.Reason.values(), Words::hyphenated));

        HandoverShape() {
            super("handover");
        }

        @Override
        protected Duty.Handover make(In in) {
            return new Duty.Handover(in.get(from), in.get(to), in.get(at), in.get(reason));
        }

        @Override
        protected void take(Duty.Handover handover, Out out) {
            out.put(from, handover.from())
                    .put(to, handover.to())
                    .put(at, handover.at())
                    .put(reason, handover.reason());
        }
    }

    private static final class EndingShape extends Shape<Duty.Ending> {

        private final Key<Duty.Ending.Kind> kind = key("kind", word(Duty.Ending.Kind.values(), Words::hyphenated));
        private final Key<Instant> at = key("at", UTC);
        private final Key<String> reason = key("reason", TEXT);

        EndingShape() {
            super("ending");
        }

        @Override
        protected Duty.Ending make(In in) {
            return new Duty.Ending(in.get(kind), in.get(at), in.get(reason));
        }

        @Override
        protected void take(Duty.Ending ending, Out out) {
            out.put(kind, ending.kind()).put(at, ending.at()).put(reason, ending.reason());
        }
    }
}
