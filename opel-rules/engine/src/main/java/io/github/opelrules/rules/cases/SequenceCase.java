package io.github.opelrules.rules.cases;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sequence in time: what becomes known of a system step by step, and what an escalation protocol must make of it.
 *
 * <p>The levels of ICSs, regions and the nation are made anew in each step that brings reports which are not late, or declared
 * levels, from all that is known then. In the others, time passes.
 *
 * @param name what it shows, as a sentence
 * @param file the folder and the file that it stands in
 * @param line its line there, from 1
 * @param isGenerated whether it was generated from the rules themselves
 * @param hierarchy who belongs to whom, and how far it is between neighbours
 * @param hours when the system coordination centres are staffed
 * @param steps its steps, in the order of time
 */
public record SequenceCase(
        String name,
        String file,
        int line,
        boolean isGenerated,
        Hierarchy hierarchy,
        StaffedHours hours,
        List<SequenceStep> steps)
        implements Case {

    public SequenceCase {
        steps = List.copyOf(steps);
    }

    @Override
    public CaseResult tryWith(OpelEngine engine) {
        return new Course(this, engine).run();
    }

    /** The case as it is being tried. */
    private static final class Course {

        private final SequenceCase tried;
        private final OpelEngine engine;
        private final Map<List<Object>, Assessment> assessments = new LinkedHashMap<>();
        private final Map<List<Object>, Declaration> declarations = new LinkedHashMap<>();
        private final List<EscalationStep> taken = new ArrayList<>();
        private final List<String> differences = new ArrayList<>();
        private EscalationState state = EscalationState.none();

        Course(SequenceCase tried, OpelEngine engine) {
            this.tried = tried;
            this.engine = engine;
        }

        CaseResult run() {
            for (SequenceStep step : tried.steps()) {
                EscalationStep next = engine.advance(state, inputs(step), step.at());
                state = next.state();
                taken.add(next);
                differences.addAll(step.differencesFrom(Outcome.of(next), inForce()));
            }
            return new CaseResult(tried, List.of(), null, taken, differences);
        }

        private EscalationInputs inputs(SequenceStep step) {
            EscalationInputs inputs = EscalationInputs.of(tried.hierarchy(), tried.hours())
                    .withNotices(step.notices())
                    .withReplies(replies(step))
                    .askingAidFor(step.aidAskedFor());
            List<Assessment> reported = engine.assessAll(step.reports());
            boolean isNew = !step.declared().isEmpty() || !reported.stream().allMatch(this::isLate);
            // A report of a time that there is one of already amends that.
            reported.forEach(one -> assessments.put(
                    List.of(one.report().organisation(), one.report().observedAt()), one));
            step.declared().forEach(one -> declarations.put(List.of(one.unit(), one.at()), one));
            inputs = inputs.withAssessments(reported);
            return isNew
                    ? inputs.withSystem(
                            engine.aggregate(tried.hierarchy(), step.at(), assessments.values(), declarations.values()))
                    : inputs;
        }

        /** Whether a later report of the same organisation is known. */
        private boolean isLate(Assessment late) {
            return assessments.values().stream()
                    .map(Assessment::report)
                    .anyMatch(known -> known.organisation().equals(late.report().organisation())
                            && known.observedAt().isAfter(late.report().observedAt()));
        }

        private List<ActionReply> replies(SequenceStep step) {
            List<ActionReply> replies = new ArrayList<>();
            step.acknowledged()
                    .forEach(rule -> open(rule, "acknowledge", step)
                            .forEach(action ->
                                    replies.add(ActionReply.acknowledged(action.id(), action.role(), step.at()))));
            step.done()
                    .forEach(rule -> open(rule, "done", step)
                            .forEach(action -> replies.add(ActionReply.done(action.id(), action.role(), step.at()))));
            return replies;
        }

        private List<Action> open(String rule, String key, SequenceStep step) {
            List<Action> open = state.actions().stream()
                    .filter(action -> action.rule().equals(rule))
                    .toList();
            if (open.isEmpty()) {
                differences.add(step.at() + ": " + key + ": expected an open action of " + rule + ", found none");
            }
            return open;
        }

        private Map<OdsCode, Optional<OpelLevel>> inForce() {
            return state.units().values().stream()
                    .collect(Collectors.toMap(UnitState::unit, unit -> Optional.ofNullable(unit.inForce())));
        }
    }
}
