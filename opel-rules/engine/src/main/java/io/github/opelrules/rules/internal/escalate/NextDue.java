package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.escalate.Escalation.Earliest;
import io.github.opelrules.rules.internal.escalate.Escalation.Order;
import io.github.opelrules.rules.internal.escalate.Escalation.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds when time alone next changes something.
 *
 * <p>Of some moments that is certain: an action's time is over, a notice ends. At others the rules may have something else to say or not:
 * then the step to that moment is tried.
 */
final class NextDue {

    /** The last second that a state can be of. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Order order;
    private final EscalationInputs passing;
    private final Instant horizon;
    private Taken taken;

    /** Which teams were on at some moment since anything but the hours changed; with them, the rules say what they said. */
    private final Map<OdsCode, Set<Optional<Team>>> seen = new HashMap<>();

    private NextDue(Order order, Taken taken, EscalationInputs passing, Instant now) {
        this.order = order;
        this.passing = passing;
        Instant yearAhead = now.plus(Escalation.LONGEST);
        this.horizon = yearAhead.isAfter(LAST) ? LAST : yearAhead;
        this.taken = taken;
    }

    /**
     * When time alone next changes something after a step; null where it does not.
     *
     * @param passing the hierarchy and the hours, and nothing new
     */
    static @Nullable Instant after(Order order, Taken taken, EscalationInputs passing) {
        Instant now = taken.step().state().at();
        return now == null ? null : new NextDue(order, taken, passing, now).find(now);
    }

    private @Nullable Instant find(Instant now) {
        Instant after = now;
        see(after);
        while (true) {
            Instant certain = taken.by().nextChange(after, horizon);
            Instant upTo = certain == null ? horizon : certain;
            Instant possible = nextPossible(after, upTo);
            if (possible == null || possible.equals(certain)) {
                return certain;
            }
            Taken tried;
            try {
                tried = Escalation.take(order, taken.step().state(), passing, possible, true);
            } catch (NoFrameworkException nothingIsKnown) {
                return null;
            }
            if (isChanged(taken.step().state(), tried.step())) {
                return possible;
            }
            taken = tried;
            after = possible;
        }
    }

    private @Nullable Instant nextPossible(Instant after, Instant upTo) {
        Escalation here = taken.by();
        Instant change = dayOfChange(after, upTo);
        Instant moment = here.nextMoment(after, upTo);
        if (change == null && (moment == null || moment.equals(upTo))) {
            return null;
        }
        Earliest next = new Earliest(after, upTo);
        next.offer(change);
        if (!here.isSettled()) {
            next.offer(moment);
            return next.found;
        }
        next.offer(here.nextQuestion(after, upTo));
        Instant first = next.found == null ? upTo : next.found;
        Instant hours = here.hoursMatter() ? nextUnseenHours(after, first) : null;
        if (hours != null && !hours.equals(next.found)) {
            see(hours);
            return hours;
        }
        if (next.found != null) {
            seen.clear();
            see(next.found);
        }
        return next.found;
    }

    private @Nullable Instant dayOfChange(Instant after, Instant upTo) {
        Earliest next = new Earliest(after, upTo);
        for (LocalDate day : order.daysOfChange()) {
            next.offer(LondonTime.startOf(day));
        }
        return next.found;
    }

    /** The next moment after one, up to another, at which a team is on that was not yet since anything else changed. */
    private @Nullable Instant nextUnseenHours(Instant after, Instant upTo) {
        Units units = taken.by().units();
        Instant change = units.nextChangeOfHours(after, upTo).orElse(null);
        while (change != null && isSeen(change)) {
            change = units.nextChangeOfHours(change, upTo).orElse(null);
        }
        return change;
    }

    private boolean isSeen(Instant at) {
        Units units = taken.by().units();
        return units.all().stream()
                .filter(unit -> unit.unit().tier() == Tier.ICS)
                .allMatch(ics -> seen.getOrDefault(ics.code(), Set.of()).contains(units.teamOn(ics.code(), at)));
    }

    private void see(Instant at) {
        Units units = taken.by().units();
        units.all().stream()
                .filter(unit -> unit.unit().tier() == Tier.ICS)
                .forEach(ics -> seen.computeIfAbsent(ics.code(), code -> new HashSet<>())
                        .add(units.teamOn(ics.code(), at)));
    }

    private static boolean isChanged(EscalationState before, EscalationStep step) {
        EscalationState after = step.state();
        return !step.events().isEmpty()
                || !after.units().equals(before.units())
                || !after.causes().equals(before.causes())
                || !after.actions().equals(before.actions())
                || !after.notices().equals(before.notices())
                || !after.frameworks().equals(before.frameworks());
    }
}
