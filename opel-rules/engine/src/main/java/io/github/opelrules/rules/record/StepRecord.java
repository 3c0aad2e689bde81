package io.github.opelrules.rules.record;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.StepTooLongException;
import io.github.opelrules.escalate.TimeGoesBackwardsException;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.rules.internal.json.RecordWriter;
import io.github.opelrules.tier.Hierarchy;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The decision record of a step of an escalation.
 *
 * <p>Names of units, who declared a level and why, and replies to what is no id of an action are free text.
 * They change no level and no action, and a record does not have them: units are called by their codes. Why an action was raised
 * speaks of both, so it stands, by codes, in the record of the step that raised it and in no later one. Who replied is one of
 * the {@link io.github.opelrules.framework.Role roles}, and is recorded.
 */
public final class StepRecord {

    /** The longest way in a file of a hierarchy. */
    private static final Duration LONGEST_WAY = Duration.ofDays(1);

    private StepRecord() {}

    /** Takes a step of an escalation. */
    interface Advance {

        EscalationStep step(EscalationState state, EscalationInputs inputs, Instant now);
    }

    /**
     * Takes a step of an escalation, and writes it with all that it is made from.
     *
     * @param engine the engine that takes it
     * @param state the state before, as the last step left it
     * @param inputs what has become known since
     * @param now the time of the step
     * @return one line of JSON in the format {@code opel.record/1}, without a line end
     * @throws TimeGoesBackwardsException if {@link OpelEngine#advance} throws it
     * @throws StepTooLongException if {@link OpelEngine#advance} throws it
     * @throws IllegalArgumentException if the levels of a system were made from another hierarchy than that of the inputs, or if
     *     a way between neighbours is not one of whole minutes, up to a day
     * @throws NoFrameworkException if no framework is in force for a unit
     */
    public static String write(OpelEngine engine, EscalationState state, EscalationInputs inputs, Instant now) {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(inputs, "inputs");
        Forms.requireTime(now, "now");
        return write(engine::advance, state, inputs, now);
    }

    static String write(Advance advance, EscalationState state, EscalationInputs inputs, Instant now) {
        inputs.hierarchy().links().forEach(StepRecord::requireWholeMinutes);
        EscalationState before = Nameless.state(state);
        EscalationInputs learnt = Nameless.inputs(inputs);
        return RecordWriter.write(before, learnt, now, advance.step(before, learnt, now));
    }

    private static void requireWholeMinutes(Hierarchy.Link link) {
        Duration travel = link.travel();
        if (!Duration.ofMinutes(travel.toMinutes()).equals(travel) || travel.compareTo(LONGEST_WAY) > 0) {
            throw new IllegalArgumentException("The way from " + link.one() + " to " + link.other() + " takes " + travel
                    + ", and a record holds ways of whole minutes, up to a day. Round it.");
        }
    }
}
