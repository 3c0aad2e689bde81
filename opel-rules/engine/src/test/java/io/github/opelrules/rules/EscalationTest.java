package io.github.opelrules.rules;

import static io.github.opelrules.rules.Escalations.HIERARCHY;
import static io.github.opelrules.rules.Escalations.ICS;
import static io.github.opelrules.rules.Escalations.MONDAY;
import static io.github.opelrules.rules.Escalations.NEIGHBOUR;
import static io.github.opelrules.rules.Escalations.ONE;
import static io.github.opelrules.rules.Escalations.OTHER_ICS;
import static io.github.opelrules.rules.Escalations.THREE;
import static io.github.opelrules.rules.Escalations.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.Action.Handover;
import io.github.opelrules.escalate.Action.Holder;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationEvent.Kind;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.StaffedHours.Days;
import io.github.opelrules.escalate.StaffedHours.Shift;
import io.github.opelrules.escalate.StepTooLongException;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.escalate.TimeGoesBackwardsException;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Role;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.TierAssessment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows when levels move, are held, and when time passes. */
class EscalationTest {

    private static OpelEngine engine;

    private EscalationState state = EscalationState.none();
    private final Map<OdsCode, Assessment> latest = new TreeMap<>();

    @BeforeAll
    static void readTheProtocol(@TempDir Path folder) {
        engine = Escalations.engine(folder, Escalations.shipped("escalation/test.dslr"), "");
    }

    /** All providers at these levels at a time, in the order of their codes. */
    private EscalationStep at(Instant now, int one, int two, int three, int neighbour) {
        return step(now, now, one, two, three, neighbour);
    }

    private EscalationStep step(Instant observed, Instant now, int... levels) {
        for (int i = 0; i < levels.length; i++) {
            OdsCode provider = Escalations.PROVIDERS.get(i);
            latest.put(provider, Escalations.assessment(engine, provider, observed, levels[i]));
        }
        return take(Escalations.inputs(engine, observed, latest.values()), now);
    }

    private EscalationStep take(EscalationInputs inputs, Instant now) {
        EscalationStep step = engine.advance(state, inputs, now);
        state = step.state();
        return step;
    }

    private EscalationStep passing(Instant now) {
        return take(EscalationInputs.of(HIERARCHY), now);
    }

    private static Instant after(String time) {
        return MONDAY.plus(Duration.parse(time));
    }

    private static Action only(List<Action> actions, String rule) {
        return actions.stream()
                .filter(action -> action.rule().equals(rule))
                .reduce((one, other) -> {
                    throw new AssertionError("two actions of " + rule);
                })
                .orElseThrow(() -> new AssertionError("no action of " + rule + " in " + actions));
    }

    @Test
    void an_action_says_who_must_do_what_by_when_under_which_rule_and_why() {
        assertThat(at(MONDAY, 2, 2, 2, 1).events(Kind.LEVEL_KNOWN)).hasSize(8);

        Action action = only(at(after("PT1H"), 3, 3, 3, 1).raised(), "ICS-3-01");

        assertThat(action.id()).isEqualTo("ICS-3-01/QAA/2024-01-08T11:00:00Z");
        assertThat(action.unit()).isEqualTo(ICS);
        assertThat(action.role()).isEqualTo(Role.SCC_DUTY_MANAGER);
        assertThat(action.text()).isEqualTo("convene a system call");
        assertThat(action.dueAt()).isEqualTo(after("PT1H30M"));
        assertThat(action.citation()).hasToString("tests, 1 (assumed)");
        assertThat(action.because())
                .isEqualTo("the ICS enters OPEL 3 or above: Unit QAA (QAA) went from OPEL 2 to OPEL 3; its latest"
                        + " assessment, of 2024-01-08T11:00:00Z: OPEL 3, 24 of 44 (nhse-opel-2023-24 1.1.0)");
    }

    @Test
    void an_action_is_raised_once_for_one_cause_and_again_for_another() {
        at(MONDAY, 3, 3, 3, 1);

        assertThat(at(after("PT15M"), 3, 3, 3, 1).raised()).isEmpty();
        assertThat(at(after("PT30M"), 4, 3, 3, 1).raised())
                .extracting(Action::rule)
                .containsExactly("PRO-4-01");
        assertThat(at(after("PT45M"), 2, 2, 2, 1).raised()).isEmpty();
        assertThat(at(after("PT1H"), 3, 3, 3, 1).raised())
                .extracting(Action::rule)
                .containsExactly("ICS-3-01");
    }

    @Test
    void what_is_not_acknowledged_in_time_goes_up_role_by_role_each_with_the_same_time() {
        at(MONDAY, 3, 3, 3, 1);
        Instant limit = after("PT30M");

        assertThat(passing(limit.minusSeconds(1)).events()).isEmpty();
        assertThat(passing(limit).events()).isEmpty();
        EscalationStep late = passing(limit.plusSeconds(1));

        Action action = only(late.escalated(), "ICS-3-01");
        assertThat(action.role()).isEqualTo(Role.ICB_DIRECTOR_ON_CALL);
        assertThat(action.dueAt()).isEqualTo(after("PT1H"));
        assertThat(action.handovers())
                .containsExactly(new Handover(
                        new Holder(Role.SCC_DUTY_MANAGER, Team.ownOf(ICS)),
                        Holder.of(Role.ICB_DIRECTOR_ON_CALL),
                        limit,
                        Handover.Reason.NOT_ACKNOWLEDGED));
        assertThat(only(passing(after("PT1H1S")).escalated(), "ICS-3-01").role())
                .isEqualTo(Role.ICB_EXECUTIVE);
        EscalationStep end = passing(after("PT2H31M"));
        assertThat(end.events(Kind.ACTION_ESCALATED))
                .extracting(event -> event.action().role())
                .containsExactly(Role.NHS_ENGLAND_REGION, Role.NATIONAL_OPERATIONS);
        assertThat(end.events(Kind.ACTION_OVERDUE))
                .singleElement()
                .extracting(EscalationEvent::text)
                .isEqualTo("national operations team has not done in time: convene a system call.");
    }

    @Test
    void what_is_acknowledged_is_not_passed_up_but_its_time_can_be_over() {
        at(MONDAY, 3, 3, 3, 1);
        Action action = only(state.actions(), "ICS-3-01");

        EscalationStep step = take(
                EscalationInputs.of(HIERARCHY)
                        .withReplies(
                                List.of(ActionReply.acknowledged(action.id(), Role.SCC_DUTY_MANAGER, after("PT30M")))),
                after("PT31M"));

        assertThat(step.events())
                .extracting(EscalationEvent::kind)
                .containsExactly(Kind.ACTION_ACKNOWLEDGED, Kind.ACTION_OVERDUE);
        assertThat(step.overdue()).extracting(Action::rule).containsExactly("ICS-3-01");
    }

    @Test
    void what_is_done_ends_and_a_reply_to_what_is_not_open_is_told_and_not_used() {
        at(MONDAY, 3, 3, 3, 1);
        Action action = only(state.actions(), "ICS-3-01");
        ActionReply done = ActionReply.done(action.id(), Role.SCC_DUTY_MANAGER, after("PT20M"));

        EscalationStep step = take(EscalationInputs.of(HIERARCHY).withReplies(List.of(done)), after("PT20M"));
        EscalationStep again = take(EscalationInputs.of(HIERARCHY).withReplies(List.of(done)), after("PT25M"));
        ActionReply another = ActionReply.done(action.id(), Role.ICB_EXECUTIVE, after("PT21M"));
        EscalationStep late = take(EscalationInputs.of(HIERARCHY).withReplies(List.of(another)), after("PT25M"));

        assertThat(step.done())
                .singleElement()
                .extracting(Action::ending)
                .isEqualTo(new Action.Ending(Action.Ending.Kind.DONE, after("PT20M"), "SCC duty manager says so"));
        assertThat(state.actions()).isEmpty();
        assertThat(again.events()).as("it is given again").isEmpty();
        assertThat(late.events())
                .singleElement()
                .hasToString("2024-01-08T10:21:00Z INPUT_NOT_USED QAA: ICB executive says that action"
                        + " ICS-3-01/QAA/2024-01-08T10:00:00Z is done, but no such action is open.");
    }

    @Test
    void a_rule_stands_an_action_down() {
        at(MONDAY, 3, 3, 3, 1);

        EscalationStep step = at(after("PT15M"), 2, 2, 2, 1);

        assertThat(step.stoodDown()).singleElement().satisfies(action -> {
            assertThat(action.rule()).isEqualTo("ICS-3-01");
            assertThat(action.ending().reason())
                    .startsWith("rule ICS-3-09: the ICS falls below OPEL 3: Unit QAA (QAA)"
                            + " went from OPEL 3 to OPEL 2");
        });
    }

    @Test
    void several_providers_at_a_level_count_together_and_one_rule_may_raise_two_actions() {
        assertThat(at(MONDAY, 4, 3, 3, 1).raised()).extracting(Action::rule).doesNotContain("ICS-4-01");

        List<Action> raised = at(after("PT15M"), 4, 4, 3, 1).raised();

        assertThat(raised)
                .filteredOn(action -> action.rule().equals("ICS-4-01"))
                .extracting(Action::id, Action::mandatory, Action::role)
                .containsExactlyInAnyOrder(
                        tuple("ICS-4-01/QAA/2024-01-08T10:15:00Z", false, Role.ICB_EXECUTIVE),
                        tuple("ICS-4-01/QAA/2024-01-08T10:15:00Z/2", true, Role.ICB_DIRECTOR_ON_CALL));
    }

    @Test
    void two_neighbouring_systems_in_trouble_are_seen_from_both_sides() {
        assertThat(at(MONDAY, 3, 3, 3, 1).raised()).extracting(Action::rule).doesNotContain("ICS-4-03");

        assertThat(at(after("PT15M"), 3, 3, 3, 4).raised())
                .filteredOn(action -> action.rule().equals("ICS-4-03"))
                .extracting(Action::unit)
                .containsExactlyInAnyOrder(ICS, OTHER_ICS);
    }

    @Test
    void a_time_that_a_rule_speaks_of_is_over_at_its_end_and_not_before() {
        at(MONDAY, 4, 2, 2, 1);

        assertThat(passing(after("PT2H").minusSeconds(1)).raised())
                .extracting(Action::rule)
                .doesNotContain("PRO-4-02");
        assertThat(passing(after("PT2H")).raised()).extracting(Action::rule).containsExactly("PRO-4-02");
        assertThat(passing(after("PT2H").plusSeconds(1)).raised()).isEmpty();
    }

    @Test
    void how_long_a_level_has_lasted_counts_from_the_time_at_which_it_was_observed() {
        EscalationStep step = step(MONDAY, after("PT2H30M"), 4, 2, 2, 1);

        assertThat(step.raised()).extracting(Action::rule).contains("PRO-4-02");
        assertThat(only(step.raised(), "PRO-4-02").dueAt()).isEqualTo(after("PT3H30M"));
    }

    @Test
    void an_action_that_nobody_does_is_told_to_others() {
        at(MONDAY, 3, 3, 3, 1);

        EscalationStep step = passing(after("PT2H"));

        assertThat(step.events(Kind.ROLE_INFORMED)).singleElement().satisfies(event -> {
            assertThat(event.at()).isEqualTo(after("PT2H"));
            assertThat(event.text())
                    .startsWith("NHS England region is informed by exception that nobody has convened the system.");
            assertThat(event.citation()).hasToString("tests, 4 (assumed)");
        });
    }

    @Test
    void a_reading_that_certainly_stays_above_a_number_is_noticed_and_one_that_may_be_below_is_not() {
        at(MONDAY, 4, 3, 3, 1);
        at(after("PT30M"), 4, 3, 3, 1);

        Action action = only(passing(after("PT1H")).raised(), "PRO-0-01");

        assertThat(action.unit()).isEqualTo(ONE);
        SituationReport rounded = Escalations.report(TWO, after("PT2H"), 2).build();
        latest.put(
                TWO,
                engine.assess(SituationReport.of(TWO, rounded.providerType())
                        .observedAt(after("PT2H"))
                        .rounded("ambulance-handover-mean", "45", "1")));
        take(Escalations.inputs(engine, after("PT2H"), latest.values()), after("PT2H"));
        assertThat(passing(after("PT4H")).raised()).extracting(Action::rule).doesNotContain("PRO-0-01");
    }

    @Test
    void a_reading_that_stays_away_is_told_at_once_and_its_rule_counts_the_time() {
        at(MONDAY, 2, 2, 2, 1);
        SituationReport.Builder report = SituationReport.of(
                        ONE, Escalations.report(ONE, MONDAY, 2).build().providerType())
                .observedAt(after("PT1H"));
        Escalations.report(ONE, MONDAY, 2).build().readings().forEach((parameter, reading) -> {
            if (!parameter.value().equals("ga-bed-occupancy")) {
                report.reading(parameter.value(), reading);
            }
        });
        latest.put(ONE, engine.assess(report.missing("ga-bed-occupancy", MissingReason.NOT_SUBMITTED)));

        EscalationStep step = take(Escalations.inputs(engine, after("PT1H"), latest.values()), after("PT1H"));

        assertThat(step.events(Kind.DATA_MISSING))
                .extracting(EscalationEvent::text)
                .containsExactly("Unit RA1 (RA1) no longer sends a usable reading of ga-bed-occupancy.");
        assertThat(passing(after("PT2H").minusSeconds(1)).raised()).isEmpty();
        assertThat(passing(after("PT2H")).raised()).extracting(Action::rule).containsExactly("PRO-0-02");
    }

    @Test
    void silence_is_noticed_by_the_rule_and_after_a_day_by_the_engine() {
        at(MONDAY, 2, 2, 2, 1);

        assertThat(passing(after("PT3H")).events(Kind.ROLE_INFORMED))
                .extracting(EscalationEvent::unit)
                .containsExactlyInAnyOrder(ONE, TWO, THREE, NEIGHBOUR);
        assertThat(passing(after("PT24H")).events(Kind.DATA_MISSING)).isEmpty();
        assertThat(passing(after("PT24H1S")).events(Kind.DATA_MISSING))
                .extracting(EscalationEvent::text)
                .contains("Unit RA1 (RA1) has sent nothing since 2024-01-08T10:00:00Z.");
        assertThat(passing(after("PT24H2S")).events(Kind.DATA_MISSING)).isEmpty();
    }

    @Test
    void a_report_that_comes_when_it_is_due_is_not_late() {
        at(MONDAY, 2, 2, 2, 1);

        assertThat(at(after("PT3H"), 2, 2, 2, 1).events(Kind.ROLE_INFORMED)).isEmpty();
        assertThat(at(after("PT27H"), 2, 2, 2, 1).events(Kind.DATA_MISSING)).isEmpty(); // a day later, to the second
    }

    @Test
    void a_level_range_moves_the_held_level_only_as_far_as_it_must() {
        at(MONDAY, 3, 3, 3, 1);
        latest.put(
                ONE,
                engine.assess(SituationReport.of(ONE, latest.get(ONE).report().providerType())
                        .observedAt(after("PT15M"))));

        EscalationStep unknown = take(Escalations.inputs(engine, after("PT15M"), latest.values()), after("PT15M"));

        assertThat(unknown.state().unit(ONE).orElseThrow().inForce()).isEqualTo(OpelLevel.OPEL_3);
        assertThat(unknown.events(Kind.LEVEL_DE_ESCALATED)).isEmpty();
        EscalationStep forced = at(after("PT30M"), 1, 3, 3, 1);
        assertThat(forced.state().unit(ONE).orElseThrow().inForce()).isEqualTo(OpelLevel.OPEL_1);
    }

    @Test
    void a_unit_of_which_nothing_certain_is_known_is_held_at_no_level() {
        latest.put(
                ONE,
                engine.assess(SituationReport.of(
                                ONE, Escalations.report(ONE, MONDAY, 1).build().providerType())
                        .observedAt(MONDAY)));

        take(Escalations.inputs(engine, MONDAY, latest.values()), MONDAY);

        assertThat(state.unit(ONE).orElseThrow().inForce()).isNull();
    }

    @Test
    void a_late_report_is_told_and_changes_nothing() {
        at(MONDAY, 3, 3, 3, 1);
        EscalationState before = state;

        EscalationStep step = take(
                EscalationInputs.of(HIERARCHY)
                        .withAssessments(List.of(Escalations.assessment(engine, ONE, MONDAY.minusSeconds(3600), 1))),
                after("PT5M"));

        assertThat(step.events())
                .singleElement()
                .hasToString("2024-01-08T10:05:00Z LATE_REPORT RA1: Unit RA1 (RA1) sent a report of"
                        + " 2024-01-08T09:00:00Z (OPEL 1, 0 of 44 points (nhse-opel-2023-24 1.1.0)), older than the one"
                        + " that holds, of 2024-01-08T10:00:00Z.");
        assertThat(state.units()).isEqualTo(before.units());
        assertThat(state.actions()).isEqualTo(before.actions());
    }

    @Test
    void an_amendment_that_lowers_a_level_withdraws_what_the_report_raised_and_says_why() {
        at(MONDAY, 4, 2, 2, 1);
        Assessment amended = engine.assess(Escalations.report(ONE, MONDAY, 2).recordedAt(after("PT10M")));

        EscalationStep step = take(EscalationInputs.of(HIERARCHY).withAssessments(List.of(amended)), after("PT10M"));

        assertThat(step.withdrawn()).extracting(Action::rule).containsExactly("PRO-4-01");
        assertThat(step.withdrawn().get(0).ending().reason())
                .startsWith("the report that it rests on was amended: Unit RA1 (RA1) went from OPEL 4 to OPEL 2");
        assertThat(step.stoodDown()).isEmpty();
        assertThat(step.events(Kind.LEVEL_DE_ESCALATED)).hasSize(1);
    }

    @Test
    void an_amendment_withdraws_an_action_that_no_rule_stands_down() {
        at(MONDAY, 4, 2, 2, 1);
        passing(after("PT2H"));
        assertThat(state.actions()).extracting(Action::rule).contains("PRO-4-02");
        Assessment amended = engine.assess(Escalations.report(ONE, MONDAY, 2).recordedAt(after("PT2H10M")));

        EscalationStep step = take(EscalationInputs.of(HIERARCHY).withAssessments(List.of(amended)), after("PT2H10M"));

        assertThat(step.withdrawn()).extracting(Action::rule).contains("PRO-4-02");
        assertThat(only(step.withdrawn(), "PRO-4-02").ending().reason())
                .startsWith("the report that it rests on was amended: Unit RA1 (RA1) went from OPEL 4 to OPEL 2");
    }

    @Test
    void an_amendment_that_raises_a_level_withdraws_nothing() {
        at(MONDAY, 3, 3, 3, 1);
        Action action = only(state.actions(), "ICS-3-01");
        latest.put(ONE, engine.assess(Escalations.report(ONE, MONDAY, 4).recordedAt(after("PT5M"))));

        EscalationStep step = take(Escalations.inputs(engine, MONDAY, latest.values()), after("PT5M"));

        assertThat(step.withdrawn()).isEmpty();
        assertThat(state.action(action.id())).isPresent();
    }

    @Test
    void an_action_for_as_long_as_something_is_so_is_stood_down_when_it_is_over_but_not_when_it_is_no_longer_known() {
        at(MONDAY, 4, 2, 2, 1);
        at(after("PT1H"), 4, 2, 2, 1);
        assertThat(state.actions()).extracting(Action::rule).contains("PRO-0-01");
        latest.put(
                ONE,
                engine.assess(SituationReport.of(ONE, latest.get(ONE).report().providerType())
                        .observedAt(after("PT1H15M"))));
        take(Escalations.inputs(engine, after("PT1H15M"), latest.values()), after("PT1H15M"));

        assertThat(state.actions()).extracting(Action::rule).contains("PRO-0-01");
        assertThat(at(after("PT1H30M"), 2, 2, 2, 1).stoodDown())
                .filteredOn(action -> action.rule().equals("PRO-0-01"))
                .singleElement()
                .extracting(action -> action.ending().reason())
                .asString()
                .startsWith("what raised it is over: Unit RA1 (RA1) went from OPEL 4 to OPEL 2");
    }

    @Test
    void what_is_handed_over_is_in_nobodys_hand_until_the_next_role_says_so() {
        at(Instant.parse("2024-01-08T17:45:00Z"), 3, 3, 3, 1);
        Action action = only(state.actions(), "ICS-3-01");
        take(
                EscalationInputs.of(HIERARCHY)
                        .withReplies(List.of(ActionReply.acknowledged(
                                action.id(), Role.SCC_DUTY_MANAGER, Instant.parse("2024-01-08T17:50:00Z")))),
                Instant.parse("2024-01-08T17:50:00Z"));

        passing(Instant.parse("2024-01-08T18:00:00Z"));
        EscalationStep later = passing(Instant.parse("2024-01-08T18:30:01Z"));

        assertThat(only(later.escalated(), "ICS-3-01").role()).isEqualTo(Role.ICB_EXECUTIVE);
    }

    @Test
    void only_who_has_an_action_or_a_higher_role_acknowledges_it_and_not_before_it_was_raised() {
        at(MONDAY, 3, 3, 3, 1);
        Action action = only(state.actions(), "ICS-3-01");
        List<ActionReply> replies = List.of(
                ActionReply.acknowledged(action.id(), Role.PROVIDER_DUTY_MANAGER, after("PT1M")),
                ActionReply.done(action.id(), Role.NATIONAL_OPERATIONS, MONDAY.minusSeconds(1)));

        EscalationStep step = take(EscalationInputs.of(HIERARCHY).withReplies(replies), after("PT2M"));

        assertThat(step.events(Kind.INPUT_NOT_USED))
                .extracting(EscalationEvent::text)
                .containsExactlyInAnyOrder(
                        "What provider duty manager says of action ICS-3-01/QAA/2024-01-08T10:00:00Z is not used: SCC duty"
                                + " manager has it, and it is for that role or a higher one to acknowledge it.",
                        "What national operations team says of action ICS-3-01/QAA/2024-01-08T10:00:00Z is not used: it is of a"
                                + " time before the action was raised, 2024-01-08T10:00:00Z.");
        assertThat(only(state.actions(), "ICS-3-01").acknowledgedAt()).isNull();
    }

    @Test
    void what_comes_of_nobody_that_is_known_or_together_with_something_later_is_told() {
        at(MONDAY, 2, 2, 2, 1);
        EscalationInputs inputs = EscalationInputs.of(HIERARCHY)
                .withAssessments(List.of(
                        Escalations.assessment(engine, OdsCode.of("RZZ"), after("PT1H"), 4),
                        Escalations.assessment(engine, ONE, after("PT15M"), 4),
                        Escalations.assessment(engine, ONE, after("PT45M"), 2)));

        EscalationStep step = take(inputs, after("PT1H"));

        assertThat(step.events())
                .extracting(EscalationEvent::text)
                .contains(
                        "An assessment of RZZ is not used: it belongs to nothing in the hierarchy.",
                        "Unit RA1 (RA1) sent a report of 2024-01-08T10:15:00Z (OPEL 4, 44 of 44 points (nhse-opel-2023-24"
                                + " 1.1.0)) that came together with a later one, which holds.");
    }

    @Test
    void what_was_declared_counts_for_a_day() {
        at(MONDAY, 3, 3, 3, 1);
        Declaration declaration = new Declaration(ICS, OpelLevel.OPEL_4, "ICB executive", MONDAY, null);
        take(EscalationInputs.of(HIERARCHY).withDeclarations(List.of(declaration)), after("PT1M"));

        EscalationStep dayLater = passing(after("PT24H"));
        assertThat(dayLater.state().unit(ICS).orElseThrow().declared()).isEqualTo(declaration);
        assertThat(dayLater.nextDue()).contains(after("PT24H1S"));
        assertThat(passing(after("PT24H1S")).state().unit(ICS).orElseThrow().declared())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"PT23H59M59S, true", "PT24H, true", "PT24H1S, false", "PT25H, false"})
    void what_a_provider_declares_counts_in_its_escalation_for_as_long_as_in_its_system(String age, boolean counts) {
        Declaration declaration = new Declaration(ONE, OpelLevel.OPEL_4, "director on call", MONDAY, null);
        take(EscalationInputs.of(HIERARCHY).withDeclarations(List.of(declaration)), MONDAY);

        UnitState escalated = passing(after(age)).state().unit(ONE).orElseThrow();
        TierAssessment calculated = engine.aggregate(HIERARCHY, after(age), List.of(), List.of(declaration))
                .unit(ONE)
                .orElseThrow();

        assertThat(escalated.declared()).isEqualTo(counts ? declaration : null);
        assertThat(calculated.code()).isEqualTo(counts ? ReasonCode.LEVEL_REPORTED : ReasonCode.NO_REPORT);
    }

    @Test
    void outside_staffed_hours_an_action_goes_to_the_director_on_call() {
        Instant evening = Instant.parse("2024-01-08T17:45:00Z");
        at(evening, 3, 3, 3, 1);
        assertThat(only(state.actions(), "ICS-3-01").role()).isEqualTo(Role.SCC_DUTY_MANAGER);

        EscalationStep closing = passing(Instant.parse("2024-01-08T18:00:00Z"));

        Action handed = only(closing.state().actions(), "ICS-3-01");
        assertThat(handed.role()).isEqualTo(Role.ICB_DIRECTOR_ON_CALL);
        assertThat(handed.dueAt()).isEqualTo(Instant.parse("2024-01-08T18:30:00Z"));
        assertThat(handed.handovers()).extracting(Handover::reason).containsExactly(Handover.Reason.OUT_OF_HOURS);
        assertThat(closing.events(Kind.ACTION_TRANSFERRED)).hasSize(1);
    }

    /** The own team until 17:00, then a desk whose hours are bought until 20:00, then nobody. */
    private static final StaffedHours TWO_TEAMS = StaffedHours.standard()
            .with(
                    ICS,
                    new Shift(Team.ownOf(ICS), Days.WEEKDAYS, LocalTime.of(8, 0), LocalTime.of(17, 0)),
                    new Shift(new Team("desk"), Days.WEEKDAYS, LocalTime.of(17, 0), LocalTime.of(20, 0)));

    private static Instant clock(String time) {
        return Instant.parse("2024-01-08T" + time + ":00Z");
    }

    private EscalationStep underTwoTeams(Instant now) {
        return take(EscalationInputs.of(HIERARCHY, TWO_TEAMS), now);
    }

    private void raisedUnderTwoTeams(Instant now) {
        for (OdsCode provider : List.of(ONE, TWO, THREE)) {
            latest.put(provider, Escalations.assessment(engine, provider, now, 3));
        }
        take(
                EscalationInputs.of(HIERARCHY, TWO_TEAMS)
                        .withSystem(engine.aggregate(HIERARCHY, now, latest.values(), List.of())),
                now);
    }

    @Test
    void when_the_shift_of_another_team_begins_it_has_the_action_and_the_whole_time_for_it_anew() {
        raisedUnderTwoTeams(clock("16:40"));
        Action raised = only(state.actions(), "ICS-3-01");
        take(
                EscalationInputs.of(HIERARCHY, TWO_TEAMS)
                        .withReplies(
                                List.of(ActionReply.acknowledged(raised.id(), Role.SCC_DUTY_MANAGER, clock("16:45")))),
                clock("16:45"));

        EscalationStep change = underTwoTeams(clock("17:00"));

        Action action = only(state.actions(), "ICS-3-01");
        Holder own = new Holder(Role.SCC_DUTY_MANAGER, Team.ownOf(ICS));
        Holder desk = new Holder(Role.SCC_DUTY_MANAGER, new Team("desk"));
        assertThat(raised.holder()).isEqualTo(own);
        assertThat(action.holder()).isEqualTo(desk);
        assertThat(action.handovers())
                .containsExactly(new Handover(own, desk, clock("17:00"), Handover.Reason.CHANGE_OF_TEAM));
        assertThat(action.dueAt()).as("30 minutes, as the first had").isEqualTo(clock("17:30"));
        assertThat(action.acknowledgedAt())
                .as("who had it in hand has it no more")
                .isNull();
        assertThat(change.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.ACTION_TRANSFERRED);
            assertThat(event.at()).isEqualTo(clock("17:00"));
            assertThat(event.action()).isEqualTo(action);
            assertThat(event.text())
                    .isEqualTo("desk staffs the SCC now, so it goes from SCC duty manager of QAA to SCC duty manager of"
                            + " desk: convene a system call.");
        });
    }

    @Test
    void an_action_that_nobody_of_the_new_team_acknowledges_goes_up_from_there() {
        raisedUnderTwoTeams(clock("16:40"));

        EscalationStep evening = underTwoTeams(clock("17:31"));

        assertThat(evening.events())
                .extracting(EscalationEvent::text)
                .contains("SCC duty manager of desk has not"
                        + " acknowledged in time, so it goes to ICB director on call: convene a system call.");
        assertThat(underTwoTeams(clock("17:45")).events())
                .as("what was escalated does not come back to the team")
                .isEmpty();
    }

    @Test
    void an_action_that_the_director_on_call_has_for_a_centre_without_a_team_goes_to_the_team_that_is_on_next() {
        raisedUnderTwoTeams(clock("19:50"));
        String id = only(state.actions(), "ICS-3-01").id();
        EscalationStep closing = underTwoTeams(clock("20:00"));
        assertThat(closing.events())
                .extracting(EscalationEvent::text)
                .containsExactly("The SCC is not staffed, so it goes"
                        + " from SCC duty manager of desk to ICB director on call: convene a system call.");
        assertThat(only(state.actions(), "ICS-3-01").dueAt()).isEqualTo(clock("20:30"));
        take(
                EscalationInputs.of(HIERARCHY, TWO_TEAMS)
                        .withReplies(List.of(ActionReply.acknowledged(id, Role.ICB_DIRECTOR_ON_CALL, clock("20:05")))),
                clock("20:05"));

        Instant morning = Instant.parse("2024-01-09T08:00:00Z");
        EscalationStep night = underTwoTeams(morning.minusSeconds(1));
        EscalationStep opening = underTwoTeams(morning);

        assertThat(night.events(Kind.ACTION_TRANSFERRED)).isEmpty();
        assertThat(opening.events(Kind.ACTION_TRANSFERRED))
                .extracting(EscalationEvent::text)
                .containsExactly("QAA staffs the SCC now, so it goes from ICB director on call to SCC duty manager of"
                        + " QAA: convene a system call.");
        Action action = only(state.actions(), "ICS-3-01");
        assertThat(action.role()).isEqualTo(Role.SCC_DUTY_MANAGER);
        assertThat(action.dueAt()).isEqualTo(morning.plus(Duration.ofMinutes(30)));
        assertThat(action.overdue()).isFalse();
    }

    @Test
    void what_goes_up_to_a_centre_without_a_team_goes_to_the_director_on_call_who_keeps_it_until_a_team_is_on() {
        at(clock("21:00"), 4, 1, 1, 1);
        assertThat(only(state.actions(), "PRO-4-01").role()).isEqualTo(Role.PROVIDER_DUTY_MANAGER);

        passing(clock("22:01"));

        Action action = only(state.actions(), "PRO-4-01");
        assertThat(action.role()).isEqualTo(Role.ICB_DIRECTOR_ON_CALL);
        assertThat(action.handovers())
                .extracting(Handover::reason)
                .containsExactly(Handover.Reason.NOT_ACKNOWLEDGED, Handover.Reason.OUT_OF_HOURS);
        assertThat(action.dueAt()).isEqualTo(clock("23:00"));
    }

    @Test
    void hours_that_change_between_two_steps_change_who_has_an_action() {
        raisedUnderTwoTeams(clock("11:00"));

        EscalationStep step = take(
                EscalationInputs.of(
                        HIERARCHY,
                        TWO_TEAMS.with(
                                ICS,
                                new Shift(new Team("desk"), Days.EVERY_DAY, LocalTime.of(8, 0), LocalTime.of(20, 0)))),
                clock("11:10"));

        assertThat(step.events(Kind.ACTION_TRANSFERRED))
                .extracting(EscalationEvent::at)
                .as("they count from the last step on")
                .containsExactly(clock("11:00"));
        assertThat(only(state.actions(), "ICS-3-01").holder())
                .isEqualTo(new Holder(Role.SCC_DUTY_MANAGER, new Team("desk")));
    }

    @Test
    void an_action_that_is_raised_at_night_names_the_director_on_call_from_the_start() {
        at(Instant.parse("2024-01-08T22:00:00Z"), 3, 3, 3, 1);

        Action action = only(state.actions(), "ICS-3-01");
        assertThat(action.role()).isEqualTo(Role.ICB_DIRECTOR_ON_CALL);
        assertThat(action.handovers()).extracting(Handover::from).containsExactly(Holder.of(Role.SCC_DUTY_MANAGER));
    }

    @Test
    void a_notice_is_in_force_for_all_that_belongs_to_its_unit_while_it_lasts() {
        Notice strike = new Notice(
                Escalations.REGION,
                Notice.Kind.INDUSTRIAL_ACTION,
                Instant.parse("2024-01-08T07:00:00Z"),
                Instant.parse("2024-01-09T07:00:00Z"));
        take(EscalationInputs.of(HIERARCHY).withNotices(List.of(strike)), MONDAY);

        EscalationStep night = passing(Instant.parse("2024-01-08T18:00:00Z"));

        assertThat(night.raised())
                .extracting(Action::rule, Action::unit)
                .containsExactlyInAnyOrder(tuple("ICS-0-01", ICS), tuple("ICS-0-01", OTHER_ICS));
        assertThat(passing(Instant.parse("2024-01-09T19:00:00Z")).raised()).isEmpty();
        assertThat(state.notices()).isEmpty();
    }

    @Test
    void a_notice_for_a_unit_that_there_is_not_is_told_and_not_used() {
        Notice lost = new Notice(OdsCode.of("QZZ"), Notice.Kind.CRITICAL_INCIDENT, MONDAY, null);

        EscalationStep step = take(EscalationInputs.of(HIERARCHY).withNotices(List.of(lost)), MONDAY);

        assertThat(step.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.INPUT_NOT_USED);
            assertThat(event.text())
                    .isEqualTo("A notice of critical incident of QZZ is not used: it belongs to nothing in the"
                            + " hierarchy.");
        });
        assertThat(state.notices()).isEmpty();
    }

    @Test
    void a_notice_of_what_is_over_already_is_told_and_not_used() {
        Notice over = new Notice(ICS, Notice.Kind.CRITICAL_INCIDENT, MONDAY, after("PT30M"));
        passing(MONDAY);

        EscalationStep step = take(EscalationInputs.of(HIERARCHY).withNotices(List.of(over)), after("PT1H"));

        assertThat(step.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.INPUT_NOT_USED);
            assertThat(event.unit()).isEqualTo(ICS);
            assertThat(event.text())
                    .isEqualTo("The notice of critical incident from 2024-01-08T10:00:00Z is not used: it was over at"
                            + " 2024-01-08T10:30:00Z.");
        });
        assertThat(take(EscalationInputs.of(HIERARCHY).withNotices(List.of(over)), after("PT2H"))
                        .events())
                .as("it is given again")
                .isEmpty();
    }

    @Test
    void who_belongs_to_whom_is_that_of_each_day_that_passes_in_a_step() {
        Instant tuesday = Instant.parse("2024-01-09T00:00:00Z");
        for (OdsCode provider : Escalations.PROVIDERS) {
            latest.put(provider, Escalations.assessment(engine, provider, MONDAY, provider.equals(THREE) ? 4 : 1));
        }
        take(
                EscalationInputs.of(Escalations.MERGING)
                        .withSystem(engine.aggregate(Escalations.MERGING, MONDAY, latest.values(), List.of())),
                MONDAY);
        Instant strike = Instant.parse("2024-01-08T22:00:00Z");
        Notice notice = new Notice(OTHER_ICS, Notice.Kind.INDUSTRIAL_ACTION, strike, null);
        take(EscalationInputs.of(Escalations.MERGING).withNotices(List.of(notice)), after("PT1H"));

        EscalationStep days = take(EscalationInputs.of(Escalations.MERGING), Instant.parse("2024-01-10T12:00:00Z"));

        Action longAt4 = only(days.escalated().stream().limit(1).toList(), "PRO-4-01");
        assertThat(longAt4.unit()).isEqualTo(THREE);
        assertThat(state.units()).as("it ceased to be on Wednesday").doesNotContainKey(TWO);
        assertThat(days.events(Kind.DATA_MISSING))
                .filteredOn(event -> event.unit().equals(TWO))
                .as("its reports ran out on Tuesday, when it was still there")
                .extracting(EscalationEvent::at)
                .containsExactly(MONDAY.plus(Duration.ofHours(24)).plusSeconds(1));
        assertThat(MONDAY.plus(Duration.ofHours(24))).isAfter(tuesday);
    }

    @Test
    void a_host_that_changes_its_rules_at_midnight_goes_on_from_the_state_that_it_has() {
        Instant evening = Instant.parse("2024-11-30T23:50:00Z");
        OpelEngine old = OpelRules.builder().bundled("nhse-opel-2023-24").build();
        OpelEngine next =
                OpelRules.builder().bundled("nhse-opel-2024-26").allowDrafts().build();
        EscalationInputs news = EscalationInputs.of(HIERARCHY)
                .withAssessments(List.of(old.assess(Escalations.report(ONE, evening, 4))));
        EscalationState left =
                old.advance(EscalationState.none(), news, evening).state();

        EscalationStep step = next.advance(left, EscalationInputs.of(HIERARCHY), Instant.parse("2024-12-01T00:05:00Z"));

        assertThat(left.actions()).extracting(Action::rule).contains("PRO-3-01", "PRO-4-01");
        assertThat(step.state().actions())
                .as("what the rules before raised is still to be done, though a rule now has the same id")
                .extracting(Action::id)
                .containsAll(left.actions().stream().map(Action::id).toList());
        assertThat(step.frameworksUntil())
                .as("nothing is known of the day before")
                .isEmpty();
        assertThat(next.advance(left, EscalationInputs.of(HIERARCHY), Instant.parse("2024-12-20T12:00:00Z"))
                        .state()
                        .at())
                .isEqualTo("2024-12-20T12:00:00Z");
    }

    @Test
    void a_declared_level_that_differs_is_noticed_when_it_has_differed_for_long_enough() {
        at(MONDAY, 3, 3, 3, 1);
        Declaration declaration = new Declaration(ICS, OpelLevel.OPEL_4, "ICB executive", MONDAY, null);
        take(EscalationInputs.of(HIERARCHY).withDeclarations(List.of(declaration)), after("PT1M"));

        assertThat(state.unit(ICS).orElseThrow().inForce()).isEqualTo(OpelLevel.OPEL_3);
        assertThat(passing(after("PT1H").minusSeconds(1)).raised()).isEmpty();
        assertThat(passing(after("PT1H")).raised()).extracting(Action::rule).contains("ICS-0-02");
    }

    @Test
    void help_is_proposed_the_nearest_first_with_who_must_agree_or_it_is_said_why_nobody_can() {
        at(MONDAY, 2, 2, 2, 1);
        EscalationEvent both =
                at(after("PT1H"), 4, 2, 2, 1).events(Kind.MUTUAL_AID_PROPOSED).get(0);

        assertThat(both.unit()).isEqualTo(ONE);
        assertThat(both.proposals()).extracting(proposal -> proposal.helper()).containsExactly(TWO, NEIGHBOUR);
        assertThat(both.proposals().get(0).agreement()).isEmpty();
        assertThat(both.proposals().get(1).agreement()).containsExactly(Role.ICB_DIRECTOR_ON_CALL);
        assertThat(both.text())
                .isEqualTo(
                        "These could help Unit RA1 (RA1): Unit RA2 (RA2), 30 minutes away, at OPEL 2 since"
                                + " 2024-01-08T10:00:00Z, with 93% of its general and acute beds occupied as it reported at 2024-01-08T11:00:00Z; Unit RB1 (RB1), 50"
                                + " minutes away, at OPEL 1 since 2024-01-08T10:00:00Z, with 90% of its general and acute beds"
                                + " occupied as it reported at 2024-01-08T11:00:00Z, if ICB director on call agrees. People decide.");
        at(after("PT1H15M"), 3, 4, 2, 4);
        EscalationEvent nobody = at(after("PT1H30M"), 4, 4, 2, 4)
                .events(Kind.MUTUAL_AID_PROPOSED)
                .get(0);
        assertThat(nobody.proposals()).isEmpty();
        assertThat(nobody.text())
                .isEqualTo(
                        "No neighbour of Unit RA1 (RA1) could help: Unit RA2 (RA2) is at OPEL 4; Unit RB1 (RB1) is at"
                                + " OPEL 4.");
    }

    @Test
    void who_has_just_become_better_off_was_better_off_before() {
        at(MONDAY, 4, 2, 2, 4);
        at(after("PT50M"), 4, 1, 2, 1);

        EscalationEvent event = take(EscalationInputs.of(HIERARCHY).askingAidFor(List.of(ONE)), after("PT1H"))
                .events(Kind.MUTUAL_AID_PROPOSED)
                .get(0);

        assertThat(event.proposals())
                .as("at OPEL 1 for ten minutes, and below OPEL 3 for an hour")
                .extracting(AidProposal::helper)
                .containsExactly(TWO);
        EscalationEvent none = take(EscalationInputs.of(HIERARCHY).askingAidFor(List.of(NEIGHBOUR)), after("PT1H"))
                .events(Kind.MUTUAL_AID_PROPOSED)
                .get(0);
        assertThat(none.text()).contains("Unit RA1 (RA1) is at OPEL 4");
        assertThat(take(EscalationInputs.of(HIERARCHY).askingAidFor(List.of(ONE)), after("PT1H49M"))
                        .events(Kind.MUTUAL_AID_PROPOSED)
                        .get(0)
                        .proposals())
                .extracting(AidProposal::helper)
                .as("the neighbour has been below OPEL 3 for 59 minutes")
                .containsExactly(TWO);
    }

    @Test
    void an_ics_may_ask_for_help_for_a_provider_itself() {
        at(MONDAY, 3, 2, 2, 1);

        EscalationStep step = take(EscalationInputs.of(HIERARCHY).askingAidFor(List.of(ONE)), after("PT1H"));

        assertThat(step.events(Kind.MUTUAL_AID_PROPOSED))
                .singleElement()
                .extracting(event -> event.proposals().size())
                .isEqualTo(2);
    }

    @Test
    void time_does_not_go_backwards_but_clocks_may_differ_a_little() {
        at(MONDAY, 2, 2, 2, 1);

        assertThatThrownBy(() -> passing(MONDAY.minusSeconds(6)))
                .isInstanceOf(TimeGoesBackwardsException.class)
                .hasMessageStartingWith("The last step was at 2024-01-08T10:00:00Z");
        assertThat(passing(MONDAY.minusSeconds(5)).state().at()).isEqualTo(MONDAY);
        assertThatThrownBy(() ->
                        take(EscalationInputs.of(HIERARCHY).withClockTolerance(Duration.ZERO), MONDAY.minusNanos(1)))
                .isInstanceOf(TimeGoesBackwardsException.class);
    }

    @Test
    void what_is_a_little_ahead_counts_as_of_now_and_what_is_further_ahead_is_not_used_until_it_is_given_again() {
        at(MONDAY, 3, 3, 3, 1);
        Action action = only(state.actions(), "ICS-3-01");
        EscalationInputs ahead = EscalationInputs.of(HIERARCHY)
                .withAssessments(List.of(Escalations.assessment(engine, ONE, after("PT1H"), 4)))
                .withSystem(engine.aggregate(
                        HIERARCHY,
                        after("PT1H"),
                        List.of(Escalations.assessment(engine, TWO, after("PT1H"), 4)),
                        List.of()))
                .withDeclarations(List.of(new Declaration(ICS, OpelLevel.OPEL_4, "ICB executive", after("PT1H"), null)))
                .withReplies(List.of(ActionReply.done(action.id(), Role.ICB_EXECUTIVE, after("PT1H"))));
        Instant early = after("PT1H").minusSeconds(6);

        EscalationStep step = take(ahead, early);

        assertThat(step.events(Kind.INPUT_NOT_USED))
                .extracting(EscalationEvent::text)
                .containsExactlyInAnyOrder(
                        "The assessment of RA1 is of 2024-01-08T11:00:00Z, after the time of this step, and not used. Give it"
                                + " again with a step of 2024-01-08T11:00:00Z or later.",
                        "The assessment of the system of ENG is of 2024-01-08T11:00:00Z, after the time of this step, and not"
                                + " used. Give it again with a step of 2024-01-08T11:00:00Z or later.",
                        "The declaration of QAA is of 2024-01-08T11:00:00Z, after the time of this step, and not used. Give it"
                                + " again with a step of 2024-01-08T11:00:00Z or later.",
                        "The reply to action ICS-3-01/QAA/2024-01-08T10:00:00Z is of 2024-01-08T11:00:00Z, after the time of this"
                                + " step, and not used. Give it again with a step of 2024-01-08T11:00:00Z or later.");
        assertThat(step.done()).isEmpty();
        assertThat(take(ahead, early).events())
                .as("it is given again too early")
                .isEmpty();
        EscalationStep now = take(ahead, early.plusSeconds(1));
        assertThat(now.events(Kind.INPUT_NOT_USED)).isEmpty();
        assertThat(now.done())
                .singleElement()
                .satisfies(done -> assertThat(done.ending().at()).isEqualTo(early.plusSeconds(1)));
        assertThat(now.events(Kind.LEVEL_ESCALATED))
                .extracting(EscalationEvent::unit)
                .contains(ONE, TWO);
        assertThat(state.unit(ICS).orElseThrow().declared()).isNotNull();
    }

    @Test
    void of_two_different_reports_of_one_time_in_one_step_neither_is_used_and_in_a_later_step_one_amends_the_other() {
        at(MONDAY, 2, 2, 2, 1);
        Assessment worse = Escalations.assessment(engine, ONE, after("PT1H"), 4);
        Assessment better = Escalations.assessment(engine, ONE, after("PT1H"), 3);
        EscalationInputs both = EscalationInputs.of(HIERARCHY).withAssessments(List.of(worse, better));

        EscalationStep step = take(both, after("PT1H"));

        assertThat(step.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.INPUT_NOT_USED);
            assertThat(event.text())
                    .isEqualTo(
                            "Of 2 different assessments of Unit RA1 (RA1), all of 2024-01-08T11:00:00Z, none is used:"
                                    + " nothing tells which holds. Give the one that does, or say when each report was recorded.");
        });
        assertThat(take(both, after("PT1H1M")).events())
                .as("they are given again")
                .isEmpty();
        take(EscalationInputs.of(HIERARCHY).withAssessments(List.of(worse)), after("PT1H2M"));
        assertThat(state.unit(ONE).orElseThrow().inForce()).isEqualTo(OpelLevel.OPEL_4);
        EscalationStep amended = take(both, after("PT1H3M"));
        assertThat(amended.state().unit(ONE).orElseThrow().inForce()).isEqualTo(OpelLevel.OPEL_3);
        assertThat(amended.withdrawn()).extracting(Action::rule).containsExactly("PRO-4-01");
    }

    @Test
    void a_report_that_is_given_again_is_no_amendment(@TempDir Path folder) {
        OpelEngine declared = Escalations.engine(
                folder,
                Escalations.shipped("escalation/test.dslr"),
                "escalation: { driver: declared, stepDownAfter: PT2H, assurance: assumed }");
        Assessment report = Escalations.assessment(declared, ONE, MONDAY, 4);
        Declaration declaration = new Declaration(ONE, OpelLevel.OPEL_1, "ICB executive", after("PT10M"), null);
        for (boolean asSystem : new boolean[] {false, true}) {
            state = EscalationState.none();
            EscalationStep first = declared.advance(state, given(declared, report, MONDAY, asSystem), MONDAY);
            assertThat(first.raised()).isNotEmpty();
            EscalationStep second = declared.advance(
                    first.state(),
                    EscalationInputs.of(HIERARCHY).withDeclarations(List.of(declaration)),
                    after("PT10M"));

            EscalationStep third =
                    declared.advance(second.state(), given(declared, report, after("PT15M"), asSystem), after("PT15M"));

            assertThat(third.events()).isEmpty();
            assertThat(third.state().actions()).isEqualTo(first.state().actions());
            assertThat(third.state().unit(ONE)).isEqualTo(second.state().unit(ONE));
            assertThat(third.state().unit(ONE).orElseThrow().inForce()).isEqualTo(OpelLevel.OPEL_4);
            // An amendment takes back what the report made of the level; what was declared since has its time to wait.
            Assessment amended = declared.assess(Escalations.report(ONE, MONDAY, 3));
            EscalationStep fourth =
                    declared.advance(third.state(), given(declared, amended, after("PT20M"), asSystem), after("PT20M"));
            assertThat(fourth.state().unit(ONE).orElseThrow().inForce()).isEqualTo(OpelLevel.OPEL_3);
            assertThat(fourth.state().unit(ONE).orElseThrow().lowerSince()).isEqualTo(after("PT10M"));
        }
    }

    private static EscalationInputs given(OpelEngine engine, Assessment report, Instant now, boolean asSystem) {
        return asSystem
                ? EscalationInputs.of(HIERARCHY)
                        .withSystem(engine.aggregate(HIERARCHY, now, List.of(report), List.of()))
                : EscalationInputs.of(HIERARCHY).withAssessments(List.of(report));
    }

    @Test
    void a_report_counts_again_of_a_unit_that_was_forgotten_meanwhile_and_under_other_rules(@TempDir Path folder) {
        at(MONDAY, 4, 2, 2, 1);
        EscalationInputs report = EscalationInputs.of(HIERARCHY).withAssessments(List.of(latest.get(ONE)));
        Hierarchy without = new Hierarchy(
                Hierarchy.Weights.EQUAL,
                HIERARCHY.units().stream()
                        .filter(unit -> !unit.code().equals(ONE))
                        .toList(),
                List.of());
        EscalationStep gone =
                take(EscalationInputs.of(without).withAssessments(List.of(latest.get(ONE))), after("PT5M"));
        assertThat(gone.events(Kind.INPUT_NOT_USED)).as("it was used before").isEmpty();
        assertThat(gone.withdrawn()).isNotEmpty();

        assertThat(take(report, after("PT10M")).events(Kind.LEVEL_KNOWN)).hasSize(1);
        assertThat(take(report, after("PT15M")).events()).isEmpty();
        OpelEngine edited = Escalations.engine(
                folder,
                Escalations.shipped("escalation/test.dslr"),
                "escalation: { driver: calculated, stepDownAfter: PT1H, assurance: assumed }");
        Assessment under = Escalations.assessment(edited, ONE, MONDAY, 4);
        assertThat(state.given()).extracting(each -> each.sums().size()).isNotEmpty();
        EscalationState before = state;
        take(EscalationInputs.of(HIERARCHY).withAssessments(List.of(under)), after("PT20M"));
        assertThat(state.given().get(state.given().size() - 1).sums())
                .as("the same report under other rules is another input")
                .doesNotContainAnyElementsOf(before.given().stream()
                        .flatMap(each -> each.sums().stream())
                        .toList());
    }

    @Test
    void what_was_given_is_remembered_for_two_days_since_it_was_last_given() {
        at(MONDAY, 2, 2, 2, 1);
        at(after("PT1H"), 2, 2, 2, 1);
        EscalationInputs late = EscalationInputs.of(HIERARCHY)
                .withAssessments(List.of(Escalations.assessment(engine, ONE, MONDAY.minusSeconds(3600), 4)));
        assertThat(take(late, after("PT2H")).events(Kind.LATE_REPORT)).hasSize(1);

        assertThat(take(late, after("PT49H")).events(Kind.LATE_REPORT)).isEmpty();
        assertThat(take(late, after("PT97H")).events(Kind.LATE_REPORT)).isEmpty();
        assertThat(state.given()).singleElement().satisfies(given -> {
            assertThat(given.at()).isEqualTo(after("PT97H"));
            assertThat(given.sums()).hasSize(1);
        });
        passing(after("PT145H1S"));
        assertThat(state.given()).isEmpty();
    }

    @Test
    void a_notice_that_is_given_again_is_not_taken_up_again_after_it_was_ended() {
        Notice notice = new Notice(ICS, Notice.Kind.CRITICAL_INCIDENT, MONDAY, null);
        Notice ended = new Notice(ICS, Notice.Kind.CRITICAL_INCIDENT, MONDAY, after("PT1H"));
        take(EscalationInputs.of(HIERARCHY).withNotices(List.of(notice)), MONDAY);
        take(EscalationInputs.of(HIERARCHY).withNotices(List.of(ended)), after("PT1H"));

        assertThat(take(EscalationInputs.of(HIERARCHY).withNotices(List.of(notice)), after("PT2H"))
                        .state()
                        .notices())
                .isEmpty();
    }

    @Test
    void an_action_that_is_raised_withdrawn_and_raised_again_at_one_time_has_another_id() {
        at(MONDAY, 2, 2, 2, 1);
        List<EscalationEvent> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Assessment version = engine.assess(Escalations.report(ONE, after("PT1H"), i % 2 == 0 ? 4 : 2)
                    .recordedAt(after("PT1H").plusSeconds(i)));
            events.addAll(take(EscalationInputs.of(HIERARCHY).withAssessments(List.of(version)), after("PT1H"))
                    .events());
        }

        assertThat(events)
                .filteredOn(event -> event.kind() == Kind.ACTION_RAISED)
                .extracting(event -> event.action().id())
                .containsExactly("PRO-4-01/RA1/2024-01-08T11:00:00Z", "PRO-4-01/RA1/2024-01-08T11:00:00Z/1/3");
        assertThat(events).extracting(EscalationEvent::id).doesNotHaveDuplicates();
        assertThat(events.get(0).id()).matches("level-escalated/RA1/2024-01-08T11:00:00Z/[A-Za-z0-9_-]{12}");
    }

    @Test
    void that_nobody_has_acknowledged_an_action_counts_from_when_it_was_last_transferred(@TempDir Path folder) {
        OpelEngine telling = Escalations.engine(folder, """
                rule "ICS-3-01 Convene the system"
                when
                    the ICS enters OPEL 3 or above
                then
                    the SCC duty manager must "convene a system call" within 40 minutes
                    citing "tests", "1", which is assumed
                end
                rule "ICS-3-02 Tell of what nobody takes up"
                when
                    the action ICS-3-01 of the ICS has not been acknowledged for 30 minutes
                then
                    the ICB executive is informed by exception that "nobody has it"
                    citing "tests", "2", which is assumed
                end
                """, "");
        List<Assessment> at3 = new ArrayList<>();
        Instant evening = Instant.parse("2024-01-08T17:45:00Z");
        Escalations.PROVIDERS.forEach(provider -> at3.add(Escalations.assessment(telling, provider, evening, 3)));
        EscalationState raised = telling.advance(
                        EscalationState.none(), Escalations.inputs(telling, evening, at3), evening)
                .state();

        EscalationStep later =
                telling.advance(raised, EscalationInputs.of(HIERARCHY), Instant.parse("2024-01-08T19:30:00Z"));

        assertThat(later.events().stream()
                        .filter(event -> event.unit().equals(ICS))
                        .map(event -> event.kind() + " " + event.at()))
                .containsExactly(
                        "ACTION_TRANSFERRED 2024-01-08T18:00:00Z",
                        "ROLE_INFORMED 2024-01-08T18:30:00Z",
                        "ACTION_ESCALATED 2024-01-08T18:40:00Z",
                        "ROLE_INFORMED 2024-01-08T19:10:00Z",
                        "ACTION_ESCALATED 2024-01-08T19:20:00Z");
    }

    @Test
    void a_step_of_more_than_a_year_is_refused() {
        Instant begin = Instant.parse("2023-08-02T10:00:00Z");
        passing(begin);

        assertThatThrownBy(() -> passing(begin.plus(Duration.ofDays(366)).plusNanos(1)))
                .isInstanceOf(StepTooLongException.class)
                .hasMessage(
                        "The last step was at 2023-08-02T10:00:00Z, and this one would be at"
                                + " 2024-08-02T10:00:00.000000001Z, more than 366 days later. Check the time that is given; where nobody"
                                + " took a step for so long, take one for each year, or begin again with EscalationState.none().");
        assertThat(passing(begin.plus(Duration.ofDays(366))).state().at()).isEqualTo("2024-08-02T10:00:00Z");
    }

    @Test
    void a_reply_that_is_given_again_acknowledges_nothing_after_the_action_went_to_another() {
        at(Instant.parse("2024-01-08T17:45:00Z"), 3, 3, 3, 1);
        Action action = only(state.actions(), "ICS-3-01");
        EscalationInputs reply = EscalationInputs.of(HIERARCHY)
                .withReplies(List.of(ActionReply.acknowledged(
                        action.id(), Role.ICB_EXECUTIVE, Instant.parse("2024-01-08T17:50:00Z"))));
        take(reply, Instant.parse("2024-01-08T17:50:00Z"));
        passing(Instant.parse("2024-01-08T18:00:00Z"));

        EscalationStep again = take(reply, Instant.parse("2024-01-08T18:05:00Z"));

        assertThat(again.events()).isEmpty();
        assertThat(only(state.actions(), "ICS-3-01").acknowledgedAt()).isNull();
    }

    @Test
    void a_lower_level_is_taken_when_it_has_lasted_as_long_as_the_framework_says(@TempDir Path folder) {
        OpelEngine stable = Escalations.engine(
                folder,
                Escalations.shipped("escalation/test.dslr"),
                "escalation: { driver: calculated, stepDownAfter: PT1H, assurance: assumed }");
        List<EscalationStep> steps = new ArrayList<>();
        EscalationState now = EscalationState.none();
        for (int[] each : new int[][] {{0, 3}, {15, 2}, {45, 1}, {74, 0}, {75, 0}}) {
            Instant at = MONDAY.plus(Duration.ofMinutes(each[0]));
            EscalationInputs inputs = each[1] == 0
                    ? EscalationInputs.of(HIERARCHY)
                    : EscalationInputs.of(HIERARCHY)
                            .withAssessments(List.of(Escalations.assessment(stable, ONE, at, each[1])));
            steps.add(stable.advance(now, inputs, at));
            now = steps.get(steps.size() - 1).state();
        }

        assertThat(steps)
                .extracting(step -> step.state().unit(ONE).orElseThrow().inForce())
                .containsExactly(
                        OpelLevel.OPEL_3, OpelLevel.OPEL_3, OpelLevel.OPEL_3, OpelLevel.OPEL_3, OpelLevel.OPEL_1);
    }

    @Test
    void the_declared_level_drives_where_the_framework_says_so(@TempDir Path folder) {
        OpelEngine declared = Escalations.engine(
                folder,
                Escalations.shipped("escalation/test.dslr"),
                "escalation: { driver: declared, stepDownAfter: PT0S, assurance: assumed }");
        Declaration declaration = new Declaration(ONE, OpelLevel.OPEL_4, "provider executive", MONDAY, null);

        EscalationStep step = declared.advance(
                EscalationState.none(),
                EscalationInputs.of(HIERARCHY)
                        .withAssessments(List.of(Escalations.assessment(declared, ONE, MONDAY, 2)))
                        .withDeclarations(List.of(declaration)),
                MONDAY);

        assertThat(step.state().unit(ONE).orElseThrow().inForce()).isEqualTo(OpelLevel.OPEL_4);
    }

    @Test
    void other_rules_carry_the_open_actions_on(@TempDir Path before, @TempDir Path after) {
        String call = """
                rule "ONE-1 Call"
                when
                    a provider enters OPEL 4
                then
                    the provider duty manager must "call the centre" within 15 minutes
                    citing "Local plan", "page 1", which is assumed
                end
                """;
        OpelEngine old = Escalations.engine(before, call, "");
        OpelEngine other =
                Escalations.engine(after, call.replace("ONE-1", "TWO-2").replace("OPEL 4", "OPEL 3"), "");
        EscalationState state = old.advance(
                        EscalationState.none(),
                        EscalationInputs.of(HIERARCHY)
                                .withAssessments(List.of(Escalations.assessment(old, ONE, MONDAY, 4))),
                        MONDAY)
                .state();
        Action open = state.actions().get(0);

        EscalationState kept = OpelJson.readEscalationState(OpelJson.write(state));
        EscalationStep step = other.advance(kept, EscalationInputs.of(HIERARCHY), MONDAY.plusSeconds(3600));

        assertThat(state.frameworks())
                .containsExactly(old.frameworks().frameworks().get(0).digest());
        assertThat(step.state().frameworks())
                .containsExactly(other.frameworks().frameworks().get(0).digest());
        assertThat(step.state().action(open.id())).hasValueSatisfying(action -> {
            assertThat(action.rule()).isEqualTo("ONE-1");
            assertThat(action.text()).isEqualTo("call the centre");
            assertThat(action.overdue() || !action.handovers().isEmpty()).isTrue();
        });
        EscalationStep done = other.advance(
                step.state(),
                EscalationInputs.of(HIERARCHY)
                        .withReplies(
                                List.of(ActionReply.done(open.id(), Role.ICB_EXECUTIVE, MONDAY.plusSeconds(3700)))),
                MONDAY.plusSeconds(3700));
        assertThat(done.done()).extracting(Action::id).containsExactly(open.id());
    }
}
