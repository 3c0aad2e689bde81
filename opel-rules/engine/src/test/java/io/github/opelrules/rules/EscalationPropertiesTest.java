package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.StaffedHours.Days;
import io.github.opelrules.escalate.StaffedHours.Shift;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.drools.CompiledDrl;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.rules.internal.escalate.Protocols;
import io.github.opelrules.rules.internal.protocol.ProtocolDrl;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * What holds of every sequence of steps: two days of a system whose levels, amendments, declarations, replies and notices come
 * at random; in half of the runs trusts change hands meanwhile, and in half of them the declared level drives.
 */
class EscalationPropertiesTest {

    private static final int STEPS = 40;

    private static final List<OpelEngine> ENGINES = new ArrayList<>();

    /** The same, by the rules as they are printed, compiled. */
    private static final Map<OpelEngine, OpelEngine> PRINTED = new HashMap<>();

    @BeforeContainer
    static void readTheProtocol() throws IOException {
        for (String driver : List.of("calculated", "declared")) {
            ENGINES.add(Escalations.engine(
                    Files.createTempDirectory("escalation"),
                    Escalations.shipped("escalation/test.dslr"),
                    "escalation: { driver: " + driver + ", stepDownAfter: PT45M, assurance: assumed }"));
        }
        for (OpelEngine engine : ENGINES) {
            Framework framework = engine.frameworks().frameworks().get(0);
            PRINTED.put(
                    engine, DroolsEngine.by(framework, new Protocols(rules -> CompiledDrl.of(ProtocolDrl.of(rules)))));
        }
    }

    /** One run of random steps. */
    private static final class Run {

        private final Random random;
        private final int mostMinutes;
        private final OpelEngine engine;
        private final Hierarchy hierarchy;
        private final StaffedHours hours;
        private final Map<OdsCode, Assessment> latest = new TreeMap<>();
        private EscalationState state = EscalationState.none();
        private Instant now = Escalations.MONDAY;

        Run(long seed) {
            this(seed, 180);
        }

        /** @param mostMinutes how long a step may be */
        Run(long seed, int mostMinutes) {
            this.mostMinutes = mostMinutes;
            random = new Random(seed);
            engine = ENGINES.get(random.nextInt(2));
            hierarchy = random.nextBoolean() ? Escalations.HIERARCHY : Escalations.MERGING;
            hours = random.nextBoolean() ? StaffedHours.standard() : severalTeams();
        }

        /** Two days of shifts of up to three teams, with and without gaps between them. */
        private StaffedHours severalTeams() {
            StaffedHours all = StaffedHours.standard();
            for (OdsCode ics : List.of(Escalations.ICS, Escalations.OTHER_ICS)) {
                List<Team> teams = List.of(Team.ownOf(ics), new Team("evening-desk"), new Team("night-desk"));
                List<Shift> shifts = new ArrayList<>();
                int from = random.nextInt(180);
                while (from < 1380) {
                    int until = Math.min(1439, from + 30 + random.nextInt(600));
                    Team by = teams.get(random.nextInt(3));
                    shifts.add(new Shift(by, Days.EVERY_DAY, timeOfDay(from), timeOfDay(until)));
                    from = until + (random.nextBoolean() ? 0 : random.nextInt(240));
                }
                all = all.with(ics, shifts.toArray(Shift[]::new));
            }
            return all;
        }

        private static LocalTime timeOfDay(int minutes) {
            return LocalTime.MIDNIGHT.plusMinutes(minutes);
        }

        EscalationStep take(EscalationInputs inputs) {
            return engine.advance(state, inputs, now);
        }

        EscalationInputs next() {
            now = now.plus(Duration.ofMinutes(random.nextInt(6) == 0 ? 0 : random.nextInt(mostMinutes)));
            EscalationInputs inputs = EscalationInputs.of(hierarchy, hours);
            for (OdsCode provider : Escalations.PROVIDERS) {
                if (random.nextInt(3) == 0) {
                    latest.put(provider, Escalations.assessment(engine, provider, now, 1 + random.nextInt(4)));
                } else if (latest.containsKey(provider) && random.nextInt(8) == 0) {
                    Instant observed = latest.get(provider).report().observedAt();
                    latest.put(
                            provider,
                            engine.assess(Escalations.report(provider, observed, 1 + random.nextInt(4))
                                    .recordedAt(now)));
                }
            }
            if (random.nextBoolean()) {
                inputs = inputs.withSystem(engine.aggregate(hierarchy, now, latest.values(), List.of()));
            }
            List<ActionReply> replies = new ArrayList<>();
            for (Action action : state.actions()) {
                Instant at = action.raisedAt().plus(Duration.ofMinutes(random.nextInt(60)));
                if (random.nextInt(4) == 0 && !at.isAfter(now)) {
                    replies.add(
                            random.nextBoolean()
                                    ? ActionReply.acknowledged(action.id(), action.role(), at)
                                    : ActionReply.done(action.id(), action.role(), at));
                }
            }
            inputs = inputs.withReplies(replies);
            if (random.nextInt(6) == 0) {
                inputs = inputs.withNotices(List.of(new Notice(
                        Escalations.ICS,
                        Notice.Kind.INDUSTRIAL_ACTION,
                        now,
                        now.plus(Duration.ofMinutes(random.nextInt(600))))));
            }
            if (random.nextInt(6) == 0) {
                OpelLevel level = OpelLevel.ofNumber(1 + random.nextInt(4)).orElseThrow();
                OdsCode unit = random.nextBoolean() ? Escalations.ICS : Escalations.ONE;
                inputs = inputs.withDeclarations(List.of(new Declaration(unit, level, "ICB executive", now, null)));
            }
            return inputs;
        }
    }

    @Property(tries = 60)
    void no_action_is_lost_and_none_is_raised_twice(@ForAll long seed) {
        Run run = new Run(seed);
        Set<String> raised = new HashSet<>();
        Set<String> ended = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (int i = 0; i < STEPS; i++) {
            EscalationStep step = run.take(run.next());
            for (EscalationEvent event : step.events()) {
                assertThat(told.add(event.id()))
                        .as("told twice: %s", event.id())
                        .isTrue();
                Action action = event.action();
                if (event.kind() == EscalationEvent.Kind.ACTION_RAISED) {
                    assertThat(raised.add(action.id()))
                            .as("raised twice: %s", action.id())
                            .isTrue();
                } else if (action != null && !action.isOpen()) {
                    assertThat(ended.add(action.id()))
                            .as("ended twice: %s", action.id())
                            .isTrue();
                }
            }
            run.state = step.state();
            Set<String> open = new HashSet<>(raised);
            open.removeAll(ended);
            assertThat(run.state.actions()).extracting(Action::id).containsExactlyInAnyOrderElementsOf(open);
        }
    }

    @Property(tries = 60)
    void after_each_step_what_is_for_a_centre_is_with_the_team_that_is_on_and_on_call_only_where_none_is(
            @ForAll long seed) {
        Run run = new Run(seed);
        for (int i = 0; i < STEPS; i++) {
            run.state = run.take(run.next()).state();
            for (Action action : run.state.actions()) {
                Optional<Team> on =
                        icsOf(run.hierarchy, action.unit(), run.now).flatMap(ics -> run.hours.teamOn(ics, run.now));
                if (action.holder().team() != null) {
                    assertThat(on).as("%s", action).contains(action.holder().team());
                }
                if (action.isOnCall()) {
                    assertThat(on).as("%s", action).isEmpty();
                }
                for (int h = 1; h < action.handovers().size(); h++) {
                    assertThat(action.handovers().get(h).from())
                            .isEqualTo(action.handovers().get(h - 1).to());
                }
            }
        }
    }

    /** The ICS that a unit is, or belongs to. */
    private static Optional<OdsCode> icsOf(Hierarchy hierarchy, OdsCode unit, Instant at) {
        return hierarchy.unit(unit).orElseThrow().tier() == Tier.ICS
                ? Optional.of(unit)
                : hierarchy.parent(unit, at).flatMap(parent -> icsOf(hierarchy, parent, at));
    }

    @Property(tries = 40)
    void it_makes_no_difference_whether_time_passes_in_one_step_or_in_many(@ForAll long seed) {
        Run run = new Run(seed);
        Random cuts = new Random(~seed);
        for (int i = 0; i < STEPS; i++) {
            Instant last = run.state.at();
            EscalationInputs inputs = run.next();
            EscalationStep whole = run.take(inputs);
            if (last != null) {
                EscalationState split = run.state;
                Optional<Instant> nextDue = Optional.empty();
                List<EscalationEvent> events = new ArrayList<>();
                long length = Duration.between(last, run.now).toSeconds();
                Instant at = last;
                while (true) {
                    Instant from = at;
                    Instant to = at.plusSeconds(1 + cuts.nextInt((int) length + 1));
                    boolean end = !to.isBefore(run.now);
                    Instant until = end ? run.now : to;
                    // Replies are given with the step in whose time they were given, and all else with the last.
                    EscalationInputs part = (end ? inputs : EscalationInputs.of(run.hierarchy, run.hours));
                    EscalationInputs parts = new EscalationInputs(
                            part.hierarchy(),
                            part.hours(),
                            part.assessments(),
                            part.systems(),
                            part.declarations(),
                            part.notices(),
                            inputs.replies().stream()
                                    .filter(reply -> isFirst(reply, last, from, until))
                                    .toList(),
                            part.aidAskedFor(),
                            part.clockTolerance());
                    EscalationStep step = run.engine.advance(split, parts, until);
                    split = step.state();
                    nextDue = step.nextDue();
                    events.addAll(step.events());
                    at = until;
                    if (end) {
                        break;
                    }
                }
                assertThat(OpelJson.write(withoutMemory(split)))
                        .isEqualTo(OpelJson.write(withoutMemory(whole.state())));
                assertThat(nextDue).isEqualTo(whole.nextDue());
                assertThat(sums(split)).isEqualTo(sums(whole.state()));
                assertThat(events).isEqualTo(whole.events());
            }
            run.state = whole.state();
        }
    }

    @Property(tries = 30)
    void time_alone_changes_nothing_before_the_next_time_that_is_due_and_something_then(@ForAll long seed) {
        Run run = new Run(seed, 600);
        for (int i = 0; i < STEPS; i++) {
            EscalationStep step = run.take(run.next());
            run.state = step.state();
            EscalationInputs passing = EscalationInputs.of(run.hierarchy, run.hours);
            Instant due = step.nextDue().orElse(run.now.plus(Duration.ofDays(60)));
            EscalationStep before = run.engine.advance(run.state, passing, due.minusNanos(1));
            assertThat(before.events()).isEmpty();
            assertThat(known(before.state())).isEqualTo(known(run.state));
            assertThat(before.nextDue()).isEqualTo(step.nextDue());
            if (step.nextDue().isPresent()) {
                EscalationStep then = run.engine.advance(run.state, passing, due);
                assertThat(!then.events().isEmpty() || !known(then.state()).equals(known(run.state)))
                        .as("something changes at %s", due)
                        .isTrue();
            }
        }
    }

    /** What is known in a state, whenever that is. */
    private static List<Object> known(EscalationState state) {
        return List.of(state.units(), state.causes(), state.actions(), state.notices(), state.frameworks());
    }

    /** A state without what it remembers of inputs: when they were given depends on how time is cut. */
    private static EscalationState withoutMemory(EscalationState state) {
        return new EscalationState(
                state.at(),
                state.rounds(),
                state.units(),
                state.causes(),
                state.actions(),
                state.notices(),
                List.of(),
                state.frameworks());
    }

    private static Set<String> sums(EscalationState state) {
        Set<String> sums = new HashSet<>();
        state.given().forEach(given -> assertThat(sums.addAll(given.sums())).isTrue());
        return sums;
    }

    /** Over a month: what is given again within two days of its last time, whole or in part, with other inputs or alone. */
    @Property(tries = 10)
    void an_input_that_is_given_again_changes_nothing_and_tells_nothing(@ForAll long seed) {
        Run run = new Run(seed, 360);
        Random choice = new Random(~seed);
        EscalationState again = run.state;
        Map<EscalationInputs, Instant> givenLast = new LinkedHashMap<>();
        for (int i = 0; i < 240; i++) {
            EscalationInputs inputs = run.next();
            EscalationInputs more = inputs;
            for (Map.Entry<EscalationInputs, Instant> old : givenLast.entrySet()) {
                boolean isRemembered =
                        !old.getValue().plus(Duration.ofHours(48)).isBefore(run.now);
                if (isRemembered && choice.nextInt(6) == 0) {
                    EscalationInputs repeated = old.getKey();
                    more = more.withAssessments(some(repeated.assessments(), choice))
                            .withDeclarations(some(repeated.declarations(), choice))
                            .withNotices(some(repeated.notices(), choice))
                            .withReplies(some(repeated.replies(), choice));
                    for (SystemAssessment system : some(repeated.systems(), choice)) {
                        more = more.withSystem(system).withAssessments(some(system.assessments(), choice));
                    }
                }
            }
            EscalationStep step = run.take(inputs);
            EscalationStep withRepeats = run.engine.advance(again, more, run.now);
            assertThat(withRepeats.events()).isEqualTo(step.events());
            assertThat(withoutMemory(withRepeats.state())).isEqualTo(withoutMemory(step.state()));
            run.state = step.state();
            again = withRepeats.state();
            givenLast.put(inputs, run.now);
        }
    }

    private static <T> List<T> some(List<T> list, Random choice) {
        return list.stream().filter(one -> choice.nextInt(4) > 0).toList();
    }

    private static boolean isFirst(ActionReply reply, Instant last, Instant from, Instant until) {
        boolean late = !reply.at().isAfter(last);
        return late
                ? from.equals(last)
                : reply.at().isAfter(from) && !reply.at().isAfter(until);
    }

    @Property(tries = 40)
    void equal_inputs_in_any_order_give_equal_steps_to_the_byte(@ForAll long seed) {
        Run run = new Run(seed);
        for (int i = 0; i < STEPS; i++) {
            EscalationInputs inputs = run.next();
            EscalationInputs shuffled = new EscalationInputs(
                    inputs.hierarchy(),
                    inputs.hours(),
                    reversed(List.copyOf(run.latest.values())),
                    inputs.systems(),
                    reversed(inputs.declarations()),
                    reversed(inputs.notices()),
                    reversed(inputs.replies()),
                    inputs.aidAskedFor(),
                    inputs.clockTolerance());
            EscalationStep one = run.take(inputs.withAssessments(run.latest.values()));
            EscalationStep other = run.take(shuffled);
            assertThat(OpelJson.write(other)).isEqualTo(OpelJson.write(one));
            run.state = one.state();
        }
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    @Property(tries = 40)
    void a_state_that_is_written_and_read_again_is_the_same(@ForAll long seed) {
        Run run = new Run(seed);
        for (int i = 0; i < STEPS; i++) {
            run.state = run.take(run.next()).state();
            String json = OpelJson.write(run.state);
            EscalationState again = OpelJson.readEscalationState(json);
            assertThat(again).isEqualTo(run.state);
            assertThat(OpelJson.write(again)).isEqualTo(json);
        }
    }

    @Property(tries = 20)
    void the_rules_as_they_are_printed_give_the_same_steps(@ForAll long seed) {
        Run run = new Run(seed);
        OpelEngine printed = PRINTED.get(run.engine);
        for (int i = 0; i < STEPS; i++) {
            EscalationInputs inputs = run.next();
            EscalationStep step = run.take(inputs);
            assertThat(printed.advance(run.state, inputs, run.now)).isEqualTo(step);
            run.state = step.state();
        }
    }
}
