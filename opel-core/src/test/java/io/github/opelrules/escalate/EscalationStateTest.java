package io.github.opelrules.escalate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Stretch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationStateTest {

    private static final Action ACTION = ActionTest.ACTION;
    private static final OdsCode UNIT = ACTION.unit();
    private static final Instant AT = ActionTest.RAISED;

    private static EscalationState state(Action... actions) {
        return new EscalationState(
                AT,
                1,
                Map.of(UNIT, UnitState.unknown(UNIT, AT)),
                List.of(),
                List.of(actions),
                List.of(),
                List.of(),
                Set.of());
    }

    @Test
    void itKnowsItsUnitsAndItsOpenActions() {
        EscalationState state = state(ACTION);

        assertThat(state.unit(UNIT).map(UnitState::knownSince)).contains(AT);
        assertThat(state.unit(OdsCode.of("QYY"))).isEmpty();
        assertThat(state.action(ACTION.id())).contains(ACTION);
        assertThat(state.action("another")).isEmpty();
        assertThat(state.actionsOf(List.of(UNIT))).containsExactly(ACTION);
        assertThat(EscalationState.none().actionsOf(List.of(UNIT))).isEmpty();
    }

    @Test
    void anActionThatHasEndedOrIsThereTwiceIsRefused() {
        Action ended = ACTION.ended(Action.Ending.Kind.DONE, AT, "so it was said");

        assertThatThrownBy(() -> state(ended)).hasMessage("A state holds open actions, each once");
        assertThatThrownBy(() -> state(ACTION, ACTION)).hasMessage("A state holds open actions, each once");
    }

    @Test
    void aUnitIsHeldAtALevelSinceATimeOrNotAtAll() {
        assertThatThrownBy(() -> new UnitState(
                        UNIT, AT, OpelLevel.OPEL_3, Map.of(), Map.of(), null, null, null, null, null, Map.of()))
                .hasMessage("A unit is at a level since a time, but QXX is at OPEL 3 since null");
    }

    @Test
    void aUnitKeepsWhatItWasGivenAndNothingThatIsAddedLater() {
        Map<OpelLevel, Instant> reached = new EnumMap<>(Map.of(OpelLevel.OPEL_1, AT));
        Map<String, Instant> since = new TreeMap<>(Map.of("above 45", AT));
        Map<ParameterId, UnitState.ReadingState> readings = new TreeMap<>();
        readings.put(
                ParameterId.of("ambulance-handover-mean"),
                new UnitState.ReadingState(Stretch.of(BigDecimal.TEN), null, false, since));
        UnitState.Latest latest = new UnitState.Latest(
                new Level.Exact(OpelLevel.OPEL_1),
                AT,
                null,
                "OPEL 1",
                List.of(ParameterId.of("ga-bed-occupancy")),
                null);
        UnitState unit = new UnitState(
                UNIT,
                AT,
                OpelLevel.OPEL_1,
                reached,
                Map.of(OpelLevel.OPEL_2, AT, OpelLevel.OPEL_3, AT, OpelLevel.OPEL_4, AT),
                AT,
                null,
                latest,
                null,
                null,
                readings);

        reached.clear();
        since.clear();
        readings.clear();

        assertThat(unit.reached()).containsOnlyKeys(OpelLevel.OPEL_1);
        assertThat(unit.below()).containsOnlyKeys(OpelLevel.OPEL_2, OpelLevel.OPEL_3, OpelLevel.OPEL_4);
        assertThatThrownBy(() -> new UnitState(
                        UNIT, AT, OpelLevel.OPEL_1, unit.reached(), Map.of(), AT, null, null, null, null, Map.of()))
                .hasMessage(
                        "It is known since when a unit has been at or below each level, but of QXX, at OPEL 1, not of"
                                + " OPEL 2");
        assertThat(unit.readings().values())
                .singleElement()
                .satisfies(reading -> assertThat(reading.since()).containsOnlyKeys("above 45"));
        assertThat(unit.latest()).isEqualTo(latest);
    }

    @Test
    void aStepTellsTheActionsOfItsEventsAndWhatIsOpen() {
        Action overdue = ACTION.acknowledged(AT).withTimeOver();
        Action done = ACTION.ended(Action.Ending.Kind.DONE, AT, "so it was said");
        EscalationStep step = new EscalationStep(
                state(overdue),
                List.of(
                        event(EscalationEvent.Kind.ACTION_RAISED, ACTION),
                        event(EscalationEvent.Kind.ACTION_ESCALATED, ACTION),
                        event(EscalationEvent.Kind.ACTION_DONE, done),
                        event(EscalationEvent.Kind.ACTION_STOOD_DOWN, done),
                        event(EscalationEvent.Kind.ACTION_WITHDRAWN, done),
                        event(EscalationEvent.Kind.LEVEL_ESCALATED, null)),
                Map.of(),
                Map.of(),
                AT);

        assertThat(step.raised()).containsExactly(ACTION);
        assertThat(step.nextDue()).contains(AT);
        assertThat(step.escalated()).containsExactly(ACTION);
        assertThat(step.done()).containsExactly(done);
        assertThat(step.stoodDown()).containsExactly(done);
        assertThat(step.withdrawn()).containsExactly(done);
        assertThat(step.overdue()).containsExactly(overdue);
        assertThat(step.due()).isEmpty();
        assertThat(step.events(EscalationEvent.Kind.LEVEL_ESCALATED))
                .singleElement()
                .hasToString("2024-01-08T17:30:00Z LEVEL_ESCALATED QXX: text");
    }

    private static EscalationEvent event(EscalationEvent.Kind kind, @Nullable Action action) {
        return new EscalationEvent("an id", kind, UNIT, AT, "text", null, null, null, action, List.of());
    }

    @Test
    void whatItRemembersOfInputsAreTwelveCharactersEach() {
        assertThatThrownBy(() -> new EscalationState.Given(AT, Set.of("a report")))
                .hasMessage("\"a report\" is no digest of an input: expected 12 letters, digits, - and _");
    }

    @Test
    void whatWasGivenIsADigestOfEachInputInAnOrderOfItsOwn() {
        assertThat(new EscalationState.Given(AT, Set.of("zzzzzzzzzzzz", "AAAAAAAAAAAA")).sums())
                .containsExactly("AAAAAAAAAAAA", "zzzzzzzzzzzz");
        assertThatThrownBy(() -> new EscalationState.Given(AT, Set.of("a report")))
                .hasMessage("\"a report\" is no digest of an input: expected 12 letters, digits, - and _");
    }

    @Test
    void aStateInALogIsOneShortLine() {
        assertThat(EscalationState.none()).hasToString("before the first step: 0 units, 0 actions, 0 notices");
        assertThat(state(ACTION)).hasToString("at " + AT + ": 1 unit, 1 action, 0 notices");
    }

    @Test
    void aStateHasSeenNoFewerRoundsThanNone() {
        assertThatThrownBy(() ->
                        new EscalationState(AT, -1, Map.of(), List.of(), List.of(), List.of(), List.of(), Set.of()))
                .hasMessage("A state has seen no fewer rounds than none, but has -1");
    }

    @Test
    void aCauseNamesItsRuleItsUnitAndSinceWhen() {
        EscalationState.Cause cause = new EscalationState.Cause("ICS-3-01", UNIT, AT);

        assertThat(cause.rule()).isEqualTo("ICS-3-01");
        assertThatThrownBy(() -> new EscalationState.Cause("ICS-3-01", UNIT, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("since");
    }

    @Test
    void aStepThatIsTooLongSaysHowLongItMayBe() {
        assertThat(StepTooLongException.step(AT, AT.plus(java.time.Duration.ofDays(400))))
                .hasMessageStartingWith("The last step was at " + AT + ", and this one would be at ")
                .hasMessageContaining("more than 366 days later");
    }
}
