package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.DIGEST;
import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;
import static io.github.opelrules.rules.internal.format.Scalars.wholeNumber;

import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.rules.internal.digest.Sha256;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Format;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Json;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Scalar;
import io.github.opelrules.rules.internal.format.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What an escalation remembers from one step to the next. */
final class StateShape extends Shape<EscalationState> {

    static final Format<EscalationState> STATE = new Summed(new StateShape(true));

    /** A state that somebody edited on purpose. */
    static final Format<EscalationState> EDITED = new Summed(new StateShape(false));

    private final Key<Instant> at = key("at", UTC).optional();
    private final Key<Integer> rounds = key("rounds", wholeNumber("1", 1, Integer.MAX_VALUE))
            .optional()
            .says("How often something happened, or could have, at exactly that time.");
    private final Key<List<String>> frameworks = key("frameworks", ListForm.of(DIGEST))
            .optional()
            .says("The digests of the frameworks whose protocols the last step was made by.");
    private final Key<List<UnitState>> units =
            key("units", ListForm.of(new UnitStateShape())).optional();
    private final Key<List<EscalationState.Cause>> causes =
            key("causes", ListForm.of(new CauseShape())).optional();
    private final Key<List<Action>> actions = key("actions", ListForm.of(ActionShape.ACTION))
            .optional()
            .says("The open actions, in the order in which they were raised.");
    private final Key<List<Notice>> notices =
            key("notices", ListForm.of(NoticeShape.NOTICE)).optional();
    private final Key<List<EscalationState.Given>> given = key("given", ListForm.of(new GivenShape()))
            .optional()
            .says(
                    "Which inputs were given in the last 48 hours, by the step that each was last given with. One that is given"
                            + " again changes nothing and tells nothing.");
    private final Key<String> sum = key("sum", DIGEST)
            .alwaysWritten()
            .says(
                    "The SHA-256 sum of the state as the library writes it without this key. It tells mistakes, not attackers.");
    private final boolean asWritten;

    /** @param asWritten whether the sum must be that of what is read */
    private StateShape(boolean asWritten) {
        super("state");
        this.asWritten = asWritten;
    }

    @Override
    protected @Nullable EscalationState make(In in) {
        Map<OdsCode, UnitState> byCode = new TreeMap<>();
        for (UnitState unit : in.get(units)) {
            if (byCode.put(unit.unit(), unit) != null) {
                throw new IllegalArgumentException("Unit " + unit.unit() + " stands in the state twice");
            }
        }
        Integer round = in.orNull(rounds);
        EscalationState state = new EscalationState(
                in.orNull(at),
                round == null ? 0 : round,
                byCode,
                in.get(causes),
                in.get(actions),
                in.get(notices),
                in.get(given),
                new TreeSet<>(in.get(frameworks)));
        return asWritten && !isItsSum(in, state) ? null : state;
    }

    private boolean isItsSum(In in, EscalationState state) {
        String expected = Sha256.of(new Summed(this).withoutSum(state));
        if (expected.equals(in.orNull(sum))) {
            return true;
        }
        in.wrong(
                FormCode.SUM_DIFFERS,
                sum,
                (in.has(sum) ? "The state is not what its sum says" : "The state has no sum")
                        + ", so it was changed after it was written. Expected the sum " + expected
                        + " of what stands here. Take the state as it was written, such as the last one that was kept;"
                        + " to take on one that was edited on purpose, read it with readEditedEscalationState.");
        return false;
    }

    @Override
    protected void take(EscalationState state, Out out) {
        out.put(at, state.at())
                .put(rounds, state.rounds() == 0 ? null : state.rounds())
                .put(frameworks, List.copyOf(state.frameworks()))
                .put(units, List.copyOf(state.units().values()))
                .put(causes, state.causes())
                .put(actions, state.actions())
                .put(notices, state.notices())
                .put(given, state.given());
    }

    /** A state with a sum of all that stands in it, which comes last. */
    private static final class Summed extends Format<EscalationState> {

        Summed(StateShape shape) {
            super(
                    "opel.escalation-state/1",
                    "the state",
                    "What an escalation remembers from one step to the next",
                    shape);
        }

        String withoutSum(EscalationState state) {
            return super.toJson(state);
        }

        @Override
        public String toJson(EscalationState state) {
            return Json.summed(withoutSum(state));
        }

        @Override
        public void write(EscalationState state, JsonGenerator json) {
            json.writeRawValue(toJson(state));
        }
    }

    private static final class CauseShape extends Shape<EscalationState.Cause> {

        private final Key<String> rule = key("rule", TEXT);
        private final Key<OdsCode> unit = key("unit", CODE);
        private final Key<Instant> since = key("since", UTC);

        CauseShape() {
            super("cause");
            says("A rule that holds for a unit.");
        }

        @Override
        protected EscalationState.Cause make(In in) {
            return new EscalationState.Cause(in.get(rule), in.get(unit), in.get(since));
        }

        @Override
        protected void take(EscalationState.Cause cause, Out out) {
            out.put(rule, cause.rule()).put(unit, cause.unit()).put(since, cause.since());
        }
    }

    private static final class GivenShape extends Shape<EscalationState.Given> {

        private final Key<Instant> at = key("at", UTC);
        private final Key<List<String>> sums = key(
                        "sums",
                        ListForm.of(Scalar.exact("short sum", "…", FormCode.BAD_TEXT, text -> text)
                                .matching("^[A-Za-z0-9_-]{12}$")))
                .says("A short digest of what each of them says.");

        GivenShape() {
            super("given");
        }

        @Override
        protected EscalationState.Given make(In in) {
            return new EscalationState.Given(in.get(at), new TreeSet<>(in.get(sums)));
        }

        @Override
        protected void take(EscalationState.Given given, Out out) {
            out.put(at, given.at()).put(sums, List.copyOf(given.sums()));
        }
    }
}
