package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationEvent.Kind;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Declaration;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four of the nine parameters of 2023/24 are measured since midnight. */
class MidnightTest {

    private static final Instant EVENING = Instant.parse("2024-01-08T23:45:00Z");
    private static final Instant NIGHT = Instant.parse("2024-01-09T00:15:00Z");
    private static final Instant FOUR = Instant.parse("2024-01-09T04:00:00Z");
    private static final OdsCode ICS = Escalations.ICS;
    private static final OdsCode ONE = Escalations.ONE;

    /** What an empty department has just after midnight. */
    private static final Map<String, String> RESTARTED = Map.of(
            "ambulance-handover-mean", "10",
            "ed-four-hour-performance", "97",
            "ed-attendance-variation", "0",
            "median-time-to-treatment", "40");

    /** The same four at the end of a hard day. */
    private static final Map<String, String> HARD = Map.of(
            "ambulance-handover-mean", "70",
            "ed-four-hour-performance", "50",
            "ed-attendance-variation", "25",
            "median-time-to-treatment", "150");

    private final OpelEngine bundled = OpelRules.bundled();
    private final List<EscalationEvent> events = new ArrayList<>();
    private EscalationState state = EscalationState.none();

    @TempDir
    private Path folder;

    private EscalationStep step(OpelEngine engine, EscalationInputs inputs, Instant now) {
        EscalationStep step = engine.advance(state, inputs, now);
        state = step.state();
        events.clear();
        events.addAll(step.events());
        return step;
    }

    /** A report of a provider: with what was hard all day 36 points and OPEL 4, with what has restarted 18 and OPEL 2. */
    private static SituationReport.Builder report(OdsCode provider, Instant at, Map<String, String> sinceMidnight) {
        return report(provider, at, 3, "99", sinceMidnight);
    }

    private static SituationReport.Builder report(
            OdsCode provider, Instant at, int others, String occupancy, Map<String, String> sinceMidnight) {
        SituationReport whole = Escalations.report(provider, at, others).build();
        SituationReport.Builder report =
                SituationReport.of(provider, whole.providerType()).observedAt(at);
        whole.readings().forEach((id, reading) -> {
            if (!HARD.containsKey(id.value()) && !id.value().equals("ga-bed-occupancy")) {
                report.reading(id.value(), reading);
            }
        });
        sinceMidnight.forEach(report::reading);
        return report.reading("ga-bed-occupancy", occupancy);
    }

    private EscalationStep take(OpelEngine engine, Instant at, List<Assessment> assessments) {
        return step(engine, Escalations.inputs(engine, at, assessments), at);
    }

    private void allAtFourInTheEvening(OpelEngine engine) {
        take(
                engine,
                EVENING,
                Escalations.PROVIDERS.stream()
                        .map(provider -> engine.assess(report(provider, EVENING, HARD)))
                        .toList());
    }

    private void allRestart(OpelEngine engine, Instant at) {
        take(
                engine,
                at,
                Escalations.PROVIDERS.stream()
                        .map(provider -> engine.assess(report(provider, at, RESTARTED)))
                        .toList());
    }

    private OpelLevel inForce(OdsCode unit) {
        return state.unit(unit).orElseThrow().inForce();
    }

    private List<Kind> kinds() {
        return events.stream().map(EscalationEvent::kind).distinct().toList();
    }

    @Test
    void readings_that_restart_step_nobody_down_and_end_no_action() {
        allAtFourInTheEvening(bundled);
        assertThat(inForce(ICS)).isEqualTo(OpelLevel.OPEL_4);
        List<String> actions = state.actions().stream().map(Action::id).toList();
        assertThat(actions).hasSizeGreaterThan(5);

        allRestart(bundled, NIGHT);

        assertThat(state.unit(ICS).orElseThrow().latest().level()).hasToString("OPEL 2");
        assertThat(inForce(ICS)).isEqualTo(OpelLevel.OPEL_4);
        assertThat(inForce(ONE)).isEqualTo(OpelLevel.OPEL_4);
        assertThat(state.actions()).extracting(Action::id).containsAll(actions);
        assertThat(kinds()).doesNotContain(Kind.LEVEL_DE_ESCALATED, Kind.ACTION_STOOD_DOWN, Kind.ACTION_WITHDRAWN);
        assertThat(events)
                .filteredOn(event ->
                        event.kind() == Kind.READINGS_RESTARTED && event.unit().equals(ICS))
                .singleElement()
                .extracting(EscalationEvent::text)
                .asString()
                .startsWith(
                        "What is measured since midnight has restarted, and until 2024-01-09T04:00:00Z that alone lowers no"
                                + " level and ends no action: ")
                .contains("as it was before the level would be OPEL 4, so that the restart counts from"
                        + " 2024-01-09T04:00:00Z on");
    }

    @Test
    void it_is_told_once_a_night() {
        allAtFourInTheEvening(bundled);
        allRestart(bundled, NIGHT);

        allRestart(bundled, NIGHT.plusSeconds(900));

        assertThat(kinds()).doesNotContain(Kind.READINGS_RESTARTED);
        assertThat(inForce(ICS)).isEqualTo(OpelLevel.OPEL_4);
    }

    @ParameterizedTest
    @CsvSource({"2024-01-09T03:59:59Z, 4", "2024-01-09T04:00:00Z, 2", "2024-01-09T09:00:00Z, 2"})
    void four_hours_after_midnight_the_restart_counts(Instant now, int level) {
        allAtFourInTheEvening(bundled);
        allRestart(bundled, NIGHT);

        step(bundled, EscalationInputs.of(Escalations.HIERARCHY), now);

        assertThat(inForce(ICS).number()).isEqualTo(level);
        assertThat(inForce(ONE).number()).isEqualTo(level);
        assertThat(state.unit(ICS).orElseThrow().inForceSince()).isEqualTo(level == 4 ? EVENING : FOUR);
        assertThat(kinds().contains(Kind.ACTION_STOOD_DOWN)).isEqualTo(level == 2);
    }

    @Test
    void a_level_that_falls_with_the_readings_of_before_midnight_too_falls_as_far_as_that() {
        allAtFourInTheEvening(bundled);

        take(
                bundled,
                NIGHT,
                Escalations.PROVIDERS.stream()
                        .map(provider -> bundled.assess(report(provider, NIGHT, 2, "90", RESTARTED)))
                        .toList());

        assertThat(state.unit(ICS).orElseThrow().latest().level())
                .as("nothing but what goes on is left")
                .hasToString("OPEL 1");
        assertThat(inForce(ICS)).as("with what was before midnight").isEqualTo(OpelLevel.OPEL_3);
        step(bundled, EscalationInputs.of(Escalations.HIERARCHY), FOUR);
        assertThat(inForce(ICS)).isEqualTo(OpelLevel.OPEL_1);
    }

    @Test
    void escalation_is_at_once_all_the_same() {
        take(bundled, EVENING, List.of(Escalations.assessment(bundled, ONE, EVENING, 1)));

        take(bundled, NIGHT, List.of(Escalations.assessment(bundled, ONE, NIGHT, 4)));

        assertThat(inForce(ONE)).isEqualTo(OpelLevel.OPEL_4);
        assertThat(kinds()).contains(Kind.LEVEL_ESCALATED, Kind.ACTION_RAISED).doesNotContain(Kind.READINGS_RESTARTED);
    }

    @Test
    void what_was_not_known_before_midnight_is_taken_for_anything() {
        SituationReport evening = report(ONE, EVENING, HARD).build();
        SituationReport.Builder unknown =
                SituationReport.of(ONE, evening.providerType()).observedAt(EVENING);
        evening.readings().forEach((id, reading) -> {
            if (!RESTARTED.containsKey(id.value())) {
                unknown.reading(id.value(), reading);
            }
        });
        RESTARTED.keySet().forEach(id -> unknown.missing(id, MissingReason.NOT_SUBMITTED));
        take(bundled, EVENING.minusSeconds(900), List.of(bundled.assess(report(ONE, EVENING.minusSeconds(900), HARD))));
        take(bundled, EVENING, List.of(bundled.assess(unknown)));
        assertThat(inForce(ONE)).isEqualTo(OpelLevel.OPEL_4);

        take(bundled, NIGHT, List.of(bundled.assess(report(ONE, NIGHT, RESTARTED))));

        assertThat(inForce(ONE)).isEqualTo(OpelLevel.OPEL_4);
    }

    @Test
    void what_people_declare_after_midnight_counts_where_it_drives() {
        OpelEngine declared = Escalations.engine(
                folder,
                Escalations.shipped("escalation/test.dslr"),
                "escalation: { driver: declared, stepDownAfter: PT0S, assurance: assumed }");
        allAtFourInTheEvening(declared);
        allRestart(declared, NIGHT);
        assertThat(inForce(ICS)).isEqualTo(OpelLevel.OPEL_4);

        Instant later = NIGHT.plusSeconds(600);
        step(
                declared,
                EscalationInputs.of(Escalations.HIERARCHY)
                        .withDeclarations(
                                List.of(new Declaration(ICS, OpelLevel.OPEL_2, "ICB executive", later, null))),
                later);

        assertThat(inForce(ICS)).isEqualTo(OpelLevel.OPEL_2);
    }

    @Test
    void an_action_about_a_reading_goes_on_while_its_restart_does_not_count() {
        OpelEngine engine = Escalations.engine(
                folder, """
                rule "PRO-3-01 Long handovers"
                when
                    an acute provider is at OPEL 1 or above
                    its ambulance-handover-mean is above 45
                then
                    the provider duty manager must "ring the ambulance trust" within 12 hours
                    citing "tests", "1", which is assumed
                end
                """, "escalation: { driver: calculated, stepDownAfter: PT0S, assurance: assumed }");
        take(engine, EVENING, List.of(engine.assess(report(ONE, EVENING, HARD))));
        assertThat(state.actions()).hasSize(1);

        Optional<Instant> nextDue = take(engine, NIGHT, List.of(engine.assess(report(ONE, NIGHT, RESTARTED))))
                .nextDue();
        assertThat(nextDue).contains(FOUR);
        assertThat(state.actions()).as("the mean has restarted").hasSize(1);
        assertThat(kinds()).contains(Kind.READINGS_RESTARTED);

        step(engine, EscalationInputs.of(Escalations.HIERARCHY), FOUR);
        assertThat(state.actions()).as("now it counts").isEmpty();
    }

    @Test
    void an_action_is_stood_down_by_a_reading_that_restarted_when_the_restart_counts_and_not_before() {
        OpelEngine engine = Escalations.engine(
                folder, """
                rule "PRO-2-01 Long handovers"
                when
                    an acute provider enters OPEL 2 or above
                then
                    the provider duty manager must "ring the ambulance trust" within 12 hours
                    citing "tests", "1", which is assumed
                end

                rule "PRO-2-09 Short handovers"
                when
                    an acute provider is at OPEL 1 or above
                    its ambulance-handover-mean is below 15
                then
                    the action PRO-2-01 is stood down
                    citing "tests", "2", which is assumed
                end
                """, "escalation: { driver: calculated, stepDownAfter: PT0S, assurance: assumed }");
        take(engine, EVENING, List.of(engine.assess(report(ONE, EVENING, HARD))));
        take(engine, NIGHT, List.of(engine.assess(report(ONE, NIGHT, RESTARTED))));
        assertThat(state.actions()).hasSize(1);

        step(engine, EscalationInputs.of(Escalations.HIERARCHY), FOUR.minusSeconds(1));
        assertThat(state.actions()).hasSize(1);
        step(engine, EscalationInputs.of(Escalations.HIERARCHY), FOUR);
        assertThat(state.actions()).isEmpty();
    }

    /** Midnight is that of England: at 23:00 and at 01:00 in UTC nothing restarts where clocks show summer time, or do not. */
    @ParameterizedTest
    @CsvSource({
        // evening, night, the last second before the restart counts; summer time begins at 01:00 on 31 March and ends
        // at 01:00 UTC on 27 October
        "2024-06-10T22:45:00Z, 2024-06-10T23:15:00Z, 2024-06-11T03:00:00Z",
        "2024-03-30T23:45:00Z, 2024-03-31T00:15:00Z, 2024-03-31T04:00:00Z",
        "2024-10-26T22:45:00Z, 2024-10-26T23:15:00Z, 2024-10-27T03:00:00Z"
    })
    void midnight_is_when_clocks_in_england_show_it(Instant evening, Instant night, Instant counts) {
        take(bundled, evening, List.of(bundled.assess(report(ONE, evening, HARD))));
        take(bundled, night, List.of(bundled.assess(report(ONE, night, RESTARTED))));
        assertThat(inForce(ONE)).isEqualTo(OpelLevel.OPEL_4);

        step(bundled, EscalationInputs.of(Escalations.HIERARCHY), counts.minusSeconds(1));
        assertThat(inForce(ONE)).isEqualTo(OpelLevel.OPEL_4);
        step(bundled, EscalationInputs.of(Escalations.HIERARCHY), counts);
        assertThat(inForce(ONE)).isEqualTo(OpelLevel.OPEL_2);
    }

    @Test
    void by_day_a_fall_is_a_fall() {
        Instant noon = Instant.parse("2024-01-09T12:00:00Z");
        allAtFourInTheEvening(bundled);

        allRestart(bundled, noon);

        assertThat(inForce(ICS)).isEqualTo(OpelLevel.OPEL_2);
        assertThat(kinds()).doesNotContain(Kind.READINGS_RESTARTED);
    }

    @Test
    void a_lower_level_that_lasts_long_enough_meanwhile_is_taken_when_the_restart_counts() {
        OpelEngine patient = Escalations.engine(
                folder,
                Escalations.shipped("escalation/test.dslr"),
                "escalation: { driver: calculated, stepDownAfter: PT2H, restartCountsAfter: PT3H, assurance: assumed }");
        allAtFourInTheEvening(patient);
        allRestart(patient, NIGHT);

        Map<Instant, OpelLevel> levels = new HashMap<>();
        for (String time : List.of("02:15", "02:59", "03:00")) {
            Instant now = Instant.parse("2024-01-09T" + time + ":00Z");
            step(patient, EscalationInputs.of(Escalations.HIERARCHY), now);
            levels.put(now, inForce(ICS));
        }

        assertThat(levels.values()).containsExactlyInAnyOrder(OpelLevel.OPEL_4, OpelLevel.OPEL_4, OpelLevel.OPEL_2);
        assertThat(inForce(ICS)).isEqualTo(OpelLevel.OPEL_2);
    }

    @Test
    void a_state_with_a_restart_is_read_back_equal() {
        allAtFourInTheEvening(bundled);
        allRestart(bundled, NIGHT);

        EscalationState read = OpelJson.readEscalationState(OpelJson.write(state));

        assertThat(read).isEqualTo(state);
    }
}
