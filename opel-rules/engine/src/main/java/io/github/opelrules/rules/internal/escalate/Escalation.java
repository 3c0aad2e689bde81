package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationEvent.Kind;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationState.Cause;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.StepTooLongException;
import io.github.opelrules.escalate.TimeGoesBackwardsException;
import io.github.opelrules.escalate.UnitState.Latest;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.protocol.Call;
import io.github.opelrules.rules.internal.protocol.Called;
import io.github.opelrules.rules.internal.protocol.RuleMeaning;
import io.github.opelrules.tier.Declaration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One step of an escalation.
 *
 * <p>Between the last step and this one it stops at every moment at which time alone changes something: a time that a rule
 * speaks of is over, an action's time is over, another team comes on. So it makes no difference whether the time is passed in one step
 * or in many. What is new is known before it is asked what time has run out at that very moment: a report that comes when it
 * is due is not late.
 */
public final class Escalation {

    /** Far more than any rule needs for any unit. */
    private static final int FIRINGS_PER_RULE_AND_UNIT = 10;

    /** The longest step: a host that is alive leaves out no year. */
    static final Duration LONGEST = Duration.ofDays(366);

    private static final Comparator<Cause> CAUSES =
            Comparator.comparing(Cause::unit).thenComparing(Cause::rule);

    /** What is due at a time is late a second after it, and not before. */
    static final Duration AFTER = Duration.ofSeconds(1);

    /**
     * By what rules time passes.
     *
     * @param frameworks the framework that applies to a unit at a time
     * @param daysOfChange the days on which another may, or the hierarchy changes, in order
     * @param protocols those of the frameworks
     * @param engines what scores by a framework
     */
    record Order(
            BiFunction<OdsCode, Instant, Framework> frameworks,
            Set<LocalDate> daysOfChange,
            Protocols protocols,
            Function<Framework, OpelEngine> engines) {}

    /**
     * A step that was taken.
     *
     * @param by what took it, as it is at its end
     * @param step the step
     */
    record Taken(Escalation by, EscalationStep step) {}

    private final Memory memory;
    private final Inbox inbox;
    private final Instant now;
    private final @Nullable Instant changed;
    private final Units units;
    private final Events events = new Events();
    private final Actions actions;
    private final Deque<ActionReply> replies;
    private final List<Notice> notices;
    private Set<Cause> causes;
    private @Nullable Instant asked;
    private List<Action> askedOf = List.of();
    private Instant lastRound;
    private Instant roundsAt;
    private int rounds;
    private final Set<OdsCode> heard = new HashSet<>();
    private final Map<OdsCode, Instant> corrected = new TreeMap<>();
    private final Midnight midnight;
    private final Map<OdsCode, String> said = new HashMap<>();

    private Escalation(
            Memory memory,
            EscalationState state,
            EscalationInputs inputs,
            Instant now,
            @Nullable Instant changed,
            Units units,
            Function<Framework, OpelEngine> engines) {
        this.memory = memory;
        this.now = now;
        this.changed = changed;
        Instant last = state.at();
        this.lastRound = last == null ? now : last;
        this.roundsAt = lastRound;
        this.rounds = state.rounds();
        this.units = units;
        this.midnight = new Midnight(units, engines);
        this.actions = new Actions(state.actions(), units, events);
        this.causes = new LinkedHashSet<>(state.causes());
        this.notices = new ArrayList<>(state.notices());
        this.inbox = new Inbox(inputs, units, memory, now);
        this.replies = new ArrayDeque<>();
        for (ActionReply reply : inputs.replies()) {
            if (reply.at().isAfter(now)) {
                inbox.tooEarly(reply, actions.unitOf(reply));
            } else {
                replies.add(reply);
            }
        }
    }

    /**
     * Takes a step.
     *
     * @param frameworks the framework that applies to a unit at a time
     * @param daysOfChange the days on which another may
     * @param protocols those of the frameworks
     * @param engines what scores by a framework
     * @throws TimeGoesBackwardsException if it is before the last one by more than clocks may differ
     * @throws StepTooLongException if it is more than 366 days after the last one
     */
    public static EscalationStep advance(
            BiFunction<OdsCode, Instant, Framework> frameworks,
            Collection<LocalDate> daysOfChange,
            Protocols protocols,
            Function<Framework, OpelEngine> engines,
            EscalationState state,
            EscalationInputs inputs,
            Instant now) {
        Set<LocalDate> days = new TreeSet<>(daysOfChange);
        days.addAll(inputs.hierarchy().daysOfChange());
        Order order = new Order(frameworks, days, protocols, engines);
        Taken taken = take(order, state, inputs, now, false);
        EscalationStep step = taken.step();
        return new EscalationStep(
                step.state(),
                step.events(),
                step.frameworks(),
                step.frameworksUntil(),
                NextDue.after(order, taken, EscalationInputs.of(inputs.hierarchy(), inputs.hours())));
    }

    /**
     * Takes a step.
     *
     * @param straight whether nothing changes before its end, so that it need not stop on the way
     */
    static Taken take(Order order, EscalationState state, EscalationInputs inputs, Instant now, boolean straight) {
        Instant end = endOfStep(state, inputs, now);
        Memory memory = new Memory(state, end);
        EscalationState reached = state;
        List<ActionReply> replies = Inbox.newReplies(inputs, memory, end);
        Instant changed = null;
        List<EscalationEvent> events = new ArrayList<>();
        Map<Instant, Map<OdsCode, Framework>> until = new TreeMap<>();
        for (LocalDate day : order.daysOfChange()) {
            Instant change = LondonTime.startOf(day);
            Instant last = reached.at();
            if (last != null && change.isAfter(last) && !change.isAfter(end)) {
                // Until then time passes under the old order, which knows nothing of what is new.
                Instant eve = change.minusNanos(1);
                EscalationInputs old = EscalationInputs.of(inputs.hierarchy(), inputs.hours())
                        .withReplies(replies.stream()
                                .filter(reply -> !reply.at().isAfter(eve))
                                .toList());
                try {
                    EscalationStep step = step(memory, reached, old, eve, changed, order, straight)
                            .step();
                    events.addAll(step.events());
                    until.put(change, step.frameworks());
                    reached = step.state();
                    replies = replies.stream()
                            .filter(reply -> reply.at().isAfter(eve))
                            .toList();
                    changed = change;
                } catch (NoFrameworkException ofTheOldOrder) {
                    // Nothing is known of it any more, so that its time is passed under the next.
                }
            }
        }
        EscalationInputs left = inputs.withOnlyReplies(replies);
        Taken taken = step(memory, reached, left, end, changed, order, straight);
        EscalationStep step = taken.step();
        events.addAll(step.events());
        return new Taken(taken.by(), new EscalationStep(step.state(), events, step.frameworks(), until, null));
    }

    /** @param changed when, since the last step, the order of the system changed; null where it did not */
    private static Taken step(
            Memory memory,
            EscalationState state,
            EscalationInputs inputs,
            Instant now,
            @Nullable Instant changed,
            Order order,
            boolean straight) {
        Instant last = state.at();
        Instant heardOf = changed == null ? last : changed;
        Units units =
                new Units(state, inputs, now, heardOf == null ? now : heardOf, order.frameworks(), order.protocols());
        Escalation escalation = new Escalation(memory, state, inputs, now, changed, units, order.engines());
        return new Taken(escalation, escalation.run(last, straight));
    }

    /** The time of a step: a clock that is a little behind the last one does not take it back. */
    private static Instant endOfStep(EscalationState state, EscalationInputs inputs, Instant now) {
        Instant last = state.at();
        if (last == null || !now.isBefore(last)) {
            if (last != null && now.isAfter(last.plus(LONGEST))) {
                throw StepTooLongException.step(last, now);
            }
            return now;
        }
        if (now.isBefore(last.minus(inputs.clockTolerance()))) {
            throw TimeGoesBackwardsException.step(last, now);
        }
        return last;
    }

    // ---- time

    private EscalationStep run(@Nullable Instant last, boolean straight) {
        actions.withdrawOrphans(changed == null ? now : changed, "its unit no longer belongs to the system");
        Instant reached = last == null ? now : last;
        beginRound(reached);
        takeReplies(reached);
        if (changed == null) {
            // The hours may be others than those of the last step.
            actions.transfer(reached);
        }
        Instant next = straight ? now : nextMoment(reached, now);
        while (next != null && next.isBefore(now)) {
            reached = next;
            pass(reached, false);
            next = nextMoment(reached, now);
        }
        if (last == null || next != null || !inbox.isEmpty()) {
            pass(now, true);
        }
        notices.removeIf(notice -> notice.until() != null && !notice.until().isAfter(now));
        EscalationState state = new EscalationState(
                now,
                roundsAt.equals(now) ? rounds : 0,
                units.states(),
                causes.stream().sorted(CAUSES).toList(),
                actions.open(),
                notices.stream()
                        .sorted(Comparator.comparing(Notice::from)
                                .thenComparing(Notice::unit)
                                .thenComparing(Notice::kind))
                        .toList(),
                memory.given(),
                units.frameworksByUnit().values().stream()
                        .map(Framework::digest)
                        .collect(Collectors.toUnmodifiableSet()));
        return new EscalationStep(state, events.all(), units.frameworksByUnit(), Map.of(), null);
    }

    /** The next moment after one, up to another, at which time alone may change something; null where there is none. */
    @Nullable
    Instant nextMoment(Instant after, Instant upTo) {
        Earliest next = new Earliest(after, upTo);
        next.offer(changed);
        replies.forEach(reply -> next.offer(reply.at()));
        for (Notice notice : notices) {
            next.offer(notice.from());
            next.offer(notice.until());
        }
        Set<Duration> times = new HashSet<>();
        units.frameworks().forEach(framework -> times.addAll(framework.facts().times()));
        for (UnitNow unit : units.all()) {
            for (Instant beginning : unit.beginnings()) {
                for (Duration time : times) {
                    next.offer(beginning.plus(time));
                }
            }
            next.offer(unit.silentFrom());
            next.offer(unit.declarationEnds());
            next.offer(stepDownAt(unit));
            next.offer(unit.restartedUntil());
        }
        for (Action action : actions.open()) {
            for (Duration time : times) {
                next.offer(action.raisedAt().plus(time));
                next.offer(action.transferredAt().plus(time));
            }
            next.offer(action.overdue() ? null : action.dueAt().plus(AFTER));
        }
        if (hoursMatter()) {
            next.offer(units.nextChangeOfHours(after, upTo).orElse(null));
        }
        return next.found;
    }

    /** The next moment after one, up to another, at which time alone changes something for certain. */
    @Nullable
    Instant nextChange(Instant after, Instant upTo) {
        Earliest next = new Earliest(after, upTo);
        notices.forEach(notice -> next.offer(notice.until()));
        for (UnitNow unit : units.all()) {
            next.offer(unit.isExpectedToReport() ? unit.silentFrom() : null);
            next.offer(unit.declarationEnds());
        }
        for (Action action : actions.open()) {
            next.offer(action.overdue() ? null : action.dueAt().plus(AFTER));
        }
        return next.found;
    }

    /** The next moment after one, up to another, for which the rules wait, or at which they may say something else; hours aside. */
    @Nullable
    Instant nextQuestion(Instant after, Instant upTo) {
        Earliest next = new Earliest(after, upTo);
        notices.forEach(notice -> next.offer(notice.from()));
        for (UnitNow unit : units.all()) {
            next.offer(stepDownAt(unit));
            next.offer(unit.restartedUntil());
        }
        next.offer(units.waiting().firstAfter(after));
        return next.found;
    }

    /**
     * Whether the rules, asked at the end of the step, say what they said: what people or a rule made of an action may have them say
     * something else at the next moment, whatever that is. It is known afterwards what they wait for.
     */
    boolean isSettled() {
        if (now.equals(asked) && actions.open().equals(askedOf)) {
            return true;
        }
        List<Notice> inForce =
                notices.stream().filter(notice -> notice.isInForce(now)).toList();
        units.all().forEach(unit -> unit.at(now, inForce, units.isStaffed(unit, now)));
        Set<Cause> holding = ask(causes, now).keySet();
        List<Cause> ended =
                causes.stream().filter(cause -> !holding.contains(cause)).toList();
        return causes.containsAll(holding)
                && (ended.isEmpty() || mayHold(causes, now).containsAll(ended));
    }

    private Map<Cause, List<Call>> ask(Collection<Cause> before, Instant at) {
        units.waiting().forget();
        asked = at;
        askedOf = actions.open();
        return called(before, at);
    }

    Units units() {
        return units;
    }

    /** Whether anything can follow from a change of who staffs an SCC. */
    boolean hoursMatter() {
        return !actions.open().isEmpty()
                || units.frameworks().stream()
                        .anyMatch(framework -> framework.facts().asksWhoStaffs());
    }

    /** The earliest of some instants that is after one, and not after another. */
    static final class Earliest {

        private final Instant after;
        private final Instant upTo;

        @Nullable
        Instant found;

        Earliest(Instant after, Instant upTo) {
            this.after = after;
            this.upTo = upTo;
        }

        void offer(@Nullable Instant moment) {
            if (moment != null
                    && moment.isAfter(after)
                    && !moment.isAfter(upTo)
                    && (found == null || moment.isBefore(found))) {
                found = moment;
            }
        }
    }

    private @Nullable Instant stepDownAt(UnitNow unit) {
        Instant lower = unit.lowerSince();
        return lower == null ? null : lower.plus(unit.protocolFacts().protocol().stepDownAfter());
    }

    /** What happens from here on is found at a moment. */
    private void beginRound(Instant at) {
        rounds = at.equals(roundsAt) ? rounds : 0;
        roundsAt = at;
        events.begin(at, rounds);
    }

    /** Lets everything happen that happens at a moment. */
    private void pass(Instant at, boolean withNews) {
        beginRound(at);
        if (withNews) {
            inbox.unused().forEach(each -> events.tell(Kind.INPUT_NOT_USED, each.unit(), at, each.why(), each.sum()));
            takeNotices(at);
        }
        List<Notice> inForce =
                notices.stream().filter(notice -> notice.isInForce(at)).toList();
        units.all().forEach(unit -> unit.at(at, inForce, units.isStaffed(unit, at)));
        corrected.clear();
        heard.clear();
        takeReplies(at);
        if (withNews) {
            takeAssessments(at);
            takeDeclarations();
        }
        for (UnitNow unit : units.all()) {
            Instant stepDown = stepDownAt(unit);
            if (stepDown != null && !at.isBefore(stepDown)) {
                unit.hold(at, true);
            }
            boolean newlySilent = heard.contains(unit.code()) || unit.counts(unit.silentSince(), lastRound);
            if (unit.isExpectedToReport() && unit.isOutOfDate() && newlySilent) {
                events.tell(
                        Kind.DATA_MISSING,
                        unit.code(),
                        at,
                        unit + " has sent nothing since " + unit.silentSince() + ".",
                        unit.silentSince());
            }
        }
        said.clear();
        units.all().stream().filter(UnitNow::hasMoved).forEach(unit -> tellOfMove(unit, at));
        actions.endTimes(at);
        runRules(at);
        if (withNews) {
            inbox.aidAskedFor().forEach(code -> proposeAid(units.find(code).orElseThrow(), null, at));
        }
        actions.transfer(at);
        lastRound = at;
        rounds++;
    }

    // ---- what is new

    private void takeNotices(Instant at) {
        for (Notice notice : inbox.notices()) {
            boolean ends = notices.removeIf(notice::replaces);
            notices.add(notice);
            if (notice.until() != null && !notice.until().isAfter(at) && !ends) {
                events.tell(
                        Kind.INPUT_NOT_USED,
                        notice.unit(),
                        at,
                        "The notice of " + notice.kind().title() + " from " + notice.from()
                                + " is not used: it was over at " + notice.until() + ".",
                        InputDigest.of(notice));
            }
        }
    }

    private void takeReplies(Instant at) {
        while (!replies.isEmpty() && !replies.getFirst().at().isAfter(at)) {
            actions.take(replies.removeFirst());
        }
    }

    private void takeAssessments(Instant at) {
        for (Inbox.OfUnit each : inbox.news()) {
            UnitNow unit = each.unit();
            int last = each.news().size() - 1;
            for (News superseded : each.news().subList(0, last)) {
                events.tell(
                        Kind.LATE_REPORT,
                        unit.code(),
                        at,
                        unit + " sent a report of " + superseded.latest().observedAt() + " ("
                                + superseded.latest().basis() + ") that came together with a later one, which holds.",
                        superseded.sum());
            }
            take(each.news().get(last), unit, at);
        }
    }

    private void takeDeclarations() {
        for (Declaration declaration : inbox.declarations()) {
            UnitNow unit = units.find(declaration.unit()).orElseThrow();
            if (unit.learn(declaration)) {
                unit.hold(declaration.at(), mayStepDownAtOnce(unit));
            }
        }
    }

    private boolean mayStepDownAtOnce(UnitNow unit) {
        return unit.protocolFacts().protocol().stepDownAfter().isZero();
    }

    private void take(News news, UnitNow unit, Instant at) {
        Latest latest = midnight.withRestart(news, unit);
        Latest before = unit.latest();
        int age = before == null ? 1 : latest.observedAt().compareTo(before.observedAt());
        if (before != null && age < 0) {
            events.tell(
                    Kind.LATE_REPORT,
                    unit.code(),
                    at,
                    unit + " sent a report of " + latest.observedAt() + " (" + latest.basis()
                            + "), older than the one that holds, of " + before.observedAt() + ".",
                    news.sum());
            return;
        }
        boolean amends = age == 0;
        if (before != null && amends && isRecordedBefore(latest, before)) {
            return;
        }
        if (news.assessment() != null) {
            tellOfMissing(unit, before, latest, at);
            learnReadings(unit, news.assessment());
        }
        if (latest.equals(before)) {
            return;
        }
        // What the amended report made of the level is taken back; what others made of it is not.
        boolean takesBack = before != null
                && amends
                && !latest.level().equals(before.level())
                && latest.observedAt().equals(unit.inForceSince())
                && !unit.isDrivenByDeclaration(latest.observedAt());
        unit.learn(latest);
        if (takesBack) {
            unit.takeBack(latest);
            if (unit.hasMoved()) {
                corrected.put(unit.code(), latest.observedAt());
            }
        }
        unit.hold(latest.observedAt(), mayStepDownAtOnce(unit));
        if (unit.isKeptByRestart()) {
            tellOfRestart(unit, at);
        }
        heard.add(unit.code());
    }

    /** Told once after a midnight, and only where it makes a difference. */
    private void tellOfRestart(UnitNow unit, Instant at) {
        if (unit.tellRestart()) {
            events.tell(
                    Kind.READINGS_RESTARTED,
                    unit.code(),
                    at,
                    "What is measured since midnight has restarted, and until " + unit.restartedUntil()
                            + " that alone lowers no level and ends no action: " + unit.facts() + ".");
        }
    }

    private static boolean isRecordedBefore(Latest one, Latest other) {
        return one.recordedAt() != null
                && other.recordedAt() != null
                && one.recordedAt().isBefore(other.recordedAt());
    }

    private void tellOfMissing(UnitNow unit, @Nullable Latest before, Latest latest, Instant at) {
        if (before == null) {
            return;
        }
        String gone = latest.unknown().stream()
                .filter(parameter -> !before.unknown().contains(parameter))
                .map(ParameterId::value)
                .collect(Collectors.joining(", "));
        if (!gone.isEmpty()) {
            events.tell(
                    Kind.DATA_MISSING,
                    unit.code(),
                    at,
                    unit + " no longer sends a usable reading of " + gone + ".",
                    gone);
        }
    }

    private void learnReadings(UnitNow unit, Assessment assessment) {
        ProtocolFacts protocol = unit.protocolFacts();
        for (Contribution contribution : assessment.contributions()) {
            ParameterId parameter = contribution.parameter().id();
            if (protocol.asksAbout(parameter)) {
                unit.learn(
                        parameter,
                        protocol.reading(
                                contribution,
                                unit.reading(parameter).orElse(null),
                                assessment.report().observedAt()));
            }
        }
    }

    // ---- what follows

    private void tellOfMove(UnitNow unit, Instant at) {
        OpelLevel from = unit.movedFrom();
        OpelLevel to = unit.inForce();
        boolean down = from != null && to != null && from.isWorseThan(to);
        Kind up = from == null ? Kind.LEVEL_KNOWN : Kind.LEVEL_ESCALATED;
        Latest latest = unit.latest();
        events.tell(
                down ? Kind.LEVEL_DE_ESCALATED : up,
                unit.code(),
                at,
                said(unit) + ".",
                from,
                to,
                latest == null ? null : InputDigest.of(unit.code(), latest));
    }

    /** What is known of a unit at a moment, once all that is new of it is known. */
    private String said(UnitNow unit) {
        return said.computeIfAbsent(unit.code(), code -> unit.facts());
    }

    private void runRules(Instant at) {
        Set<Cause> before = causes;
        Map<Cause, List<Call>> called = ask(before, at);
        causes = new LinkedHashSet<>(called.keySet());
        // What happens at a moment is over with it.
        causes.removeIf(cause -> meaning(cause).isOfAMoment());
        corrected.forEach((code, since) -> withdrawCorrected(units.find(code).orElseThrow(), since, at));
        endCauses(before, at);
        called.forEach((cause, calls) -> {
            if (!before.contains(cause) && isByRestart(cause, calls)) {
                causes.remove(cause);
            } else if (!before.contains(cause)) {
                answer(cause, calls, at);
            }
        });
    }

    /** What the rules of all frameworks call for; a rule that goes on holding for a unit goes on being one cause. */
    private Map<Cause, List<Call>> called(Collection<Cause> before, Instant at) {
        Map<String, Map<OdsCode, Cause>> known = new HashMap<>();
        before.forEach(cause ->
                known.computeIfAbsent(cause.rule(), rule -> new HashMap<>()).put(cause.unit(), cause));
        Map<Cause, List<Call>> called = new LinkedHashMap<>();
        for (Governing framework : units.frameworks()) {
            CompiledRules rules = framework.rules();
            if (rules != null) {
                collect(framework, run(rules, framework.facts().meanings().size(), at), at, known, called);
            }
        }
        return called;
    }

    private List<Called> run(CompiledRules rules, int number, Instant at) {
        int limit = FIRINGS_PER_RULE_AND_UNIT * (1 + number) * units.all().size();
        return rules.run(
                session -> {
                    units.all().forEach(session::insert);
                    for (Action action : actions.open()) {
                        units.find(action.unit())
                                .ifPresent(unit -> session.insert(new ActionNow(action, unit, at, units.waiting())));
                    }
                },
                limit,
                Called.class);
    }

    /** What the rules of a framework called for, in the order of the rules. Other frameworks' units are not theirs. */
    private void collect(
            Governing framework,
            List<Called> all,
            Instant at,
            Map<String, Map<OdsCode, Cause>> known,
            Map<Cause, List<Call>> called) {
        Map<String, Map<OdsCode, Called>> byRule = new HashMap<>();
        for (Called each : all) {
            if (each.unit() instanceof UnitNow unit && unit.governing().equals(framework)) {
                byRule.computeIfAbsent(each.rule(), rule -> new TreeMap<>()).put(unit.code(), each);
            }
        }
        for (RuleMeaning meaning : framework.facts().meanings().values()) {
            String rule = meaning.rule().id();
            Map<OdsCode, Cause> ofRule = known.getOrDefault(rule, Map.of());
            byRule.getOrDefault(rule, Map.of()).forEach((unit, each) -> {
                Cause cause = ofRule.get(unit);
                called.put(cause == null ? new Cause(rule, unit, at) : cause, each.calls());
            });
        }
    }

    private RuleMeaning meaning(Cause cause) {
        UnitNow unit = units.find(cause.unit()).orElseThrow();
        return unit.protocolFacts().meaning(cause.rule()).orElseThrow();
    }

    private void answer(Cause cause, List<Call> calls, Instant at) {
        UnitNow unit = units.find(cause.unit()).orElseThrow();
        ProtocolRule rule = meaning(cause).rule();
        String because = rule.conditions().stream().map(Sentence::text).collect(Collectors.joining(", and ")) + ": "
                + said(unit);
        int raised = 0;
        for (Call call : calls) {
            switch (call.kind()) {
                case MUST, MUST_CONSIDER -> actions.raise(rule, unit.code(), call, ++raised, rounds, because, at);
                case STAND_DOWN ->
                    actions.standDown(
                            rule,
                            unit.code(),
                            action -> action.rule().equals(call.text()),
                            at,
                            "rule " + rule.id() + ": " + because);
                case PROPOSE_AID -> proposeAid(unit, rule, at);
                case INFORM, INFORM_BY_EXCEPTION ->
                    events.tellInformed(
                            rule,
                            call.role(),
                            call.text(),
                            unit.code(),
                            at,
                            call.role() + " is informed"
                                    + (call.kind() == Call.Kind.INFORM_BY_EXCEPTION ? " by exception" : "") + " that "
                                    + call.text() + ". " + because + ".");
            }
        }
    }

    /** What must be done while something is so need not be done when it is over; what is no longer known is not over. */
    private void endCauses(Set<Cause> before, Instant at) {
        List<Cause> ended = before.stream()
                .filter(cause -> !causes.contains(cause) && isOfAState(cause))
                .sorted(CAUSES)
                .toList();
        Set<Cause> mayHold =
                ended.stream().anyMatch(cause -> meaning(cause).isOpenToDoubt()) ? mayHold(before, at) : Set.of();
        for (Cause cause : ended) {
            if (mayHold.contains(cause)) {
                causes.add(cause);
                UnitNow unit = units.find(cause.unit()).orElseThrow();
                if (hasRestarted(meaning(cause), unit, true)) {
                    tellOfRestart(unit, at);
                }
            } else {
                end(cause, at);
            }
        }
    }

    private boolean isOfAState(Cause cause) {
        return units.find(cause.unit())
                .flatMap(unit -> unit.protocolFacts().meaning(cause.rule()))
                .filter(meaning -> !meaning.isOfAMoment())
                .isPresent();
    }

    /** The same rules are asked again, and what is not known is taken to be as they ask: what may hold is not over. */
    private Set<Cause> mayHold(Collection<Cause> before, Instant at) {
        units.all().forEach(unit -> unit.inDoubt(true));
        Set<Cause> inForce = called(before, at).keySet();
        units.all().forEach(unit -> unit.inDoubt(false));
        return inForce;
    }

    private void end(Cause cause, Instant at) {
        UnitNow unit = units.find(cause.unit()).orElseThrow();
        ProtocolRule rule = meaning(cause).rule();
        actions.standDown(
                null,
                unit.code(),
                // What a rule of the same id in an earlier framework raised is not this rule's.
                action -> action.rule().equals(rule.id()) && action.citation().equals(rule.citation()),
                at,
                "what raised it is over: " + said(unit));
    }

    /** Whether a rule compares a reading that has restarted at midnight, and may have been so, or else not so, before. */
    private static boolean hasRestarted(RuleMeaning meaning, UnitNow unit, boolean so) {
        return meaning.conditions().stream()
                .flatMap(condition -> condition.compared().stream())
                .anyMatch(
                        compared -> unit.mayHaveBeen(compared.above() == so, compared.number(), compared.parameter()));
    }

    /** Whether a rule would stand actions down, and nothing else, by a reading that has just restarted: it waits for that to count. */
    private boolean isByRestart(Cause cause, List<Call> calls) {
        UnitNow unit = units.find(cause.unit()).orElseThrow();
        return calls.stream().anyMatch(call -> call.kind() == Call.Kind.STAND_DOWN)
                && calls.stream().noneMatch(call -> call.kind().isAction())
                && hasRestarted(meaning(cause), unit, false);
    }

    /** What was raised by a level that an amendment has taken back is withdrawn, where the unit is no longer at such a level. */
    private void withdrawCorrected(UnitNow unit, Instant since, Instant at) {
        actions.withdraw(
                unit.code(),
                action -> !action.raisedAt().isBefore(since)
                        && unit.protocolFacts()
                                .meaning(action.rule())
                                .map(RuleMeaning::levels)
                                .filter(levels -> !levels.isEmpty() && !isAtOneOf(unit, levels))
                                .isPresent(),
                at,
                "the report that it rests on was amended: " + unit.facts());
    }

    private static boolean isAtOneOf(UnitNow unit, Set<OpelLevel> levels) {
        OpelLevel inForce = unit.inForce();
        return inForce != null && levels.contains(inForce);
    }

    /** Proposes who could help a provider; of another unit, each of its providers that is as badly off as the whole. */
    private void proposeAid(UnitNow unit, @Nullable ProtocolRule rule, Instant at) {
        if (unit.unit().tier() == Tier.PROVIDER) {
            proposeAidFor(unit, rule, at);
            return;
        }
        OpelLevel level = unit.inForce();
        units.all().stream()
                .filter(other -> other.unit().tier() == Tier.PROVIDER && other.isPartOf(unit))
                .filter(other -> level != null && other.isAtOrAbove(level))
                .forEach(provider -> proposeAidFor(provider, rule, at));
    }

    private void proposeAidFor(UnitNow provider, @Nullable ProtocolRule rule, Instant at) {
        MutualAid aid = new MutualAid(units, provider, at);
        List<AidProposal> proposals = aid.proposals();
        String text = proposals.isEmpty()
                ? "No neighbour of " + provider + " could help: " + aid.whyNone() + "."
                : "These could help " + provider + ": "
                        + proposals.stream().map(AidProposal::because).collect(Collectors.joining("; "))
                        + ". People decide.";
        events.tellOfAid(rule, provider.code(), at, text, proposals);
    }
}
