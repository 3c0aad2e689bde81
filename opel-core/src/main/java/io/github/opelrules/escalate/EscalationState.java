package io.github.opelrules.escalate;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that an escalation has to remember from one step to the next. It is a value: the host keeps it, as JSON or otherwise, and
 * gives it back with the next inputs. Actions that have ended are not in it; the step in which they ended tells of them.
 *
 * @param at the time of the last step; null before the first
 * @param rounds how often something happened, or could have, at exactly that time: in most cases once; by it, what happens at one time
 *     in several steps has ids of its own
 * @param units what is known of each unit
 * @param causes which rules that are about a state hold for which units, and since when: as long as one holds it is one cause
 *     and raises its actions once
 * @param actions the open actions, in the order in which they were raised
 * @param notices the notices that are in force or will be
 * @param given which inputs were given in the last 48 hours, so that one that is given again changes nothing and tells
 *     nothing: by the step that it was last given with, the earliest first
 * @param frameworks the digests of the frameworks whose protocols the last step was made by; other rules take its actions on
 */
public record EscalationState(
        @Nullable Instant at,
        int rounds,
        Map<OdsCode, UnitState> units,
        List<Cause> causes,
        List<Action> actions,
        List<Notice> notices,
        List<Given> given,
        Set<String> frameworks) {

    /**
     * The inputs that were given with one step, and with none since.
     *
     * @param at the time of the step
     * @param sums a short digest of what each of them says, of 12 letters, digits, {@code -} and {@code _}
     */
    public record Given(Instant at, Set<String> sums) {

        private static final Pattern SUM = Pattern.compile("[A-Za-z0-9_-]{12}");

        /** @throws IllegalArgumentException if one is no such digest */
        public Given {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(sums, "sums");
            sums = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(sums)));
            for (String sum : sums) {
                if (!SUM.matcher(sum).matches()) {
                    throw new IllegalArgumentException(
                            "\"" + sum + "\" is no digest of an input: expected 12 letters, digits, - and _");
                }
            }
        }
    }

    /**
     * A rule that holds for a unit.
     *
     * @param rule the id of the rule
     * @param unit the unit
     * @param since since when
     */
    public record Cause(String rule, OdsCode unit, Instant since) {

        public Cause {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(since, "since");
        }
    }

    /**
     * @throws IllegalArgumentException if an action has ended, two have one id, the rounds are below none, or the time is of no
     *     year from 0000 to 9999
     */
    public EscalationState {
        if (at != null) {
            Forms.requireTime(at, "at");
        }
        Objects.requireNonNull(units, "units");
        Objects.requireNonNull(causes, "causes");
        Objects.requireNonNull(actions, "actions");
        Objects.requireNonNull(notices, "notices");
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(frameworks, "frameworks");
        units = Collections.unmodifiableMap(new TreeMap<>(units));
        causes = List.copyOf(causes);
        actions = List.copyOf(actions);
        notices = List.copyOf(notices);
        given = List.copyOf(given);
        frameworks = Collections.unmodifiableSortedSet(new TreeSet<>(frameworks));
        if (rounds < 0) {
            throw new IllegalArgumentException("A state has seen no fewer rounds than none, but has " + rounds);
        }
        if (!actions.stream().allMatch(Action::isOpen)
                || actions.stream().map(Action::id).distinct().count() < actions.size()) {
            throw new IllegalArgumentException("A state holds open actions, each once");
        }
    }

    /** Nothing has happened yet. */
    public static EscalationState none() {
        return new EscalationState(null, 0, Map.of(), List.of(), List.of(), List.of(), List.of(), Set.of());
    }

    /** What is known of a unit, if it has been heard of. */
    public Optional<UnitState> unit(OdsCode code) {
        return Optional.ofNullable(units.get(code));
    }

    /** The open action with this id, if there is one. */
    public Optional<Action> action(String id) {
        return actions.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /** The open actions of some units. */
    public List<Action> actionsOf(Collection<OdsCode> codes) {
        return actions.stream().filter(action -> codes.contains(action.unit())).toList();
    }

    /** One short line: {@code at 2024-01-08T08:00:00Z: 5 units, 2 actions, 1 notice}. */
    @Override
    public String toString() {
        return (at == null ? "before the first step" : "at " + at) + ": " + Words.count(units.size(), "unit") + ", "
                + (actions.size() == 1 ? "1 action" : actions.size() + " actions") + ", "
                + Words.count(notices.size(), "notice");
    }
}
