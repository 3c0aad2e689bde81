package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.FLAG;
import static io.github.opelrules.rules.internal.format.Scalars.LEVEL;
import static io.github.opelrules.rules.internal.format.Scalars.PARAMETER;
import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;

import io.github.opelrules.assess.Level;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.rules.internal.format.EntryShape;
import io.github.opelrules.rules.internal.format.Form;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.MapForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Scalar;
import io.github.opelrules.rules.internal.format.Shape;
import io.github.opelrules.rules.internal.format.Values;
import io.github.opelrules.rules.internal.system.DeclarationShape;
import io.github.opelrules.tier.Declaration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What an escalation remembers of one unit. */
final class UnitStateShape extends Shape<UnitState> {

    private static final Form<Map<OpelLevel, Instant>> TIMES_OF_LEVELS =
            MapForm.of(new EntryShape<>("time-of-level", "level", LEVEL, "since", UTC));
    private static final Form<Map<ParameterId, Stretch>> VALUES =
            MapForm.of(new EntryShape<>("value", "parameter", PARAMETER, "value", StretchShape.STRETCH));

    private static final Form<String> COMPARISON =
            new Scalar<>("comparison", "above 45", Values::exactText).matching("^(above|below) ");

    private final Key<OdsCode> code = key("unit", CODE);
    private final Key<Instant> knownSince = key("knownSince", UTC);
    private final Key<OpelLevel> inForce = key("inForce", LEVEL)
            .optional()
            .says("The level that it is at; not there as long as nothing has forced one.");
    private final Key<Instant> inForceSince = key("inForceSince", UTC).optional();
    private final Key<Map<OpelLevel, Instant>> reached =
            key("reached", TIMES_OF_LEVELS).optional().says("Since when it has been at each level or above.");
    private final Key<Map<OpelLevel, Instant>> below = key("below", TIMES_OF_LEVELS)
            .optional()
            .says("Since when it has been at a better level than each of those that are worse than the one in force.");
    private final Key<Instant> lowerSince =
            key("lowerSince", UTC).optional().says("Since when its level would let it step down.");
    private final Key<UnitState.Latest> latest =
            key("latest", new LatestShape()).optional();
    private final Key<Declaration> declared =
            key("declared", DeclarationShape.of(code)).optional();
    private final Key<Instant> differSince =
            key("differSince", UTC).optional().says("Since when the calculated and the declared level have differed.");
    private final Key<Map<ParameterId, UnitState.ReadingState>> readings =
            key("readings", MapForm.of(new ReadingShape())).optional();

    UnitStateShape() {
        super("unit");
    }

    @Override
    protected UnitState make(In in) {
        return new UnitState(
                in.get(code),
                in.get(knownSince),
                in.orNull(inForce),
                in.get(reached),
                in.get(below),
                in.orNull(inForceSince),
                in.orNull(lowerSince),
                in.orNull(latest),
                in.orNull(declared),
                in.orNull(differSince),
                in.get(readings));
    }

    @Override
    protected void take(UnitState unit, Out out) {
        out.put(code, unit.unit())
                .put(knownSince, unit.knownSince())
                .put(inForce, unit.inForce())
                .put(inForceSince, unit.inForceSince())
                .put(reached, unit.reached())
                .put(below, unit.below())
                .put(lowerSince, unit.lowerSince())
                .put(latest, unit.latest())
                .put(declared, unit.declared())
                .put(differSince, unit.differSince())
                .put(readings, unit.readings());
    }

    private static final class LatestShape extends Shape<UnitState.Latest> {

        private final Key<Level> level = key("level", LevelForm.OUTCOME);
        private final Key<Instant> observedAt = key("observedAt", UTC);
        private final Key<Instant> recordedAt = key("recordedAt", UTC).optional();
        private final Key<String> basis = key("basis", TEXT);
        private final Key<List<ParameterId>> unknown =
                key("unknown", ListForm.of(PARAMETER)).optional();
        private final Key<UnitState.Restart> restart = key("restart", new RestartShape())
                .optional()
                .says("What is measured since midnight, and so restarted then.");

        LatestShape() {
            super("latest");
        }

        @Override
        protected UnitState.Latest make(In in) {
            return new UnitState.Latest(
                    in.get(level),
                    in.get(observedAt),
                    in.orNull(recordedAt),
                    in.get(basis),
                    in.get(unknown),
                    in.orNull(restart));
        }

        @Override
        protected void take(UnitState.Latest latest, Out out) {
            out.put(level, latest.level())
                    .put(observedAt, latest.observedAt())
                    .put(recordedAt, latest.recordedAt())
                    .put(basis, latest.basis())
                    .put(unknown, latest.unknown())
                    .put(restart, latest.restart());
        }
    }

    private static final class RestartShape extends Shape<UnitState.Restart> {

        private final Key<Map<ParameterId, Stretch>> readings =
                key("readings", VALUES).optional().says("The usable readings of it in the latest report.");
        private final Key<Map<ParameterId, Stretch>> before =
                key("before", VALUES).optional().says("Those in the last report before that midnight.");
        private final Key<Level> levelAsBefore = key("levelAsBefore", LevelForm.OUTCOME)
                .optional()
                .says("The level with those readings as they were before midnight.");
        private final Key<Boolean> told = key("told", FLAG)
                .optional()
                .says("That it was told that the restart alone lowers no level and ends no action.");

        RestartShape() {
            super("restart");
        }

        @Override
        protected UnitState.Restart make(In in) {
            return new UnitState.Restart(in.get(readings), in.get(before), in.orNull(levelAsBefore), in.get(told));
        }

        @Override
        protected void take(UnitState.Restart restart, Out out) {
            out.put(readings, restart.readings())
                    .put(before, restart.before())
                    .put(levelAsBefore, restart.levelAsBefore())
                    .put(told, restart.told());
        }
    }

    private static final class ReadingShape extends Shape<Map.Entry<ParameterId, UnitState.ReadingState>> {

        private final Key<ParameterId> parameter = key("parameter", PARAMETER);
        private final Key<Stretch> value = key("value", StretchShape.STRETCH).optional();
        private final Key<Instant> unknownSince = key("unknownSince", UTC).optional();
        private final Key<Boolean> stale = key("stale", FLAG).optional();
        private final Key<Map<String, Instant>> since = key(
                        "since",
                        MapForm.of(new EntryShape<>("time-of-comparison", "comparison", COMPARISON, "since", UTC)))
                .optional();

        ReadingShape() {
            super("reading");
        }

        @Override
        protected Map.Entry<ParameterId, UnitState.ReadingState> make(In in) {
            return Map.entry(
                    in.get(parameter),
                    new UnitState.ReadingState(
                            in.orNull(value), in.orNull(unknownSince), in.get(stale), in.get(since)));
        }

        @Override
        protected void take(Map.Entry<ParameterId, UnitState.ReadingState> entry, Out out) {
            UnitState.ReadingState reading = entry.getValue();
            out.put(parameter, entry.getKey())
                    .put(value, reading.value())
                    .put(unknownSince, reading.unknownSince())
                    .put(stale, reading.stale())
                    .put(since, reading.since());
        }
    }
}
