package io.github.opelrules;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.DrawScorer;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.StepTooLongException;
import io.github.opelrules.escalate.TimeGoesBackwardsException;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Instant;
import java.util.Collection;

/**
 * Scores situation reports and explains the result.
 *
 * <p>An engine is thread-safe; create one and share it. It reads no clock: equal reports give equal assessments, always,
 * as long as its rules are the same, and those change only where the host has it reload them.
 */
public interface OpelEngine extends Scorer {

    /** The frameworks that this engine scores by. */
    FrameworkSet frameworks();

    /**
     * An engine that scores every report by one framework, whatever the report's time.
     *
     * @throws NoFrameworkException if this engine has no such framework, or it is a draft and drafts are not allowed
     */
    OpelEngine pinnedTo(FrameworkId framework);

    /**
     * Builds a report and scores it. What is wrong with the report in itself and what is wrong with it under the framework
     * is listed together, where building it first would list the former alone.
     *
     * @throws InvalidReportException if the report cannot be scored, listing everything that is wrong with it
     * @throws NoFrameworkException if no framework was in force at the report's time
     */
    Assessment assess(SituationReport.Builder report);

    /**
     * Scores possible futures of a provider's readings in bulk: the base of forecasts.
     *
     * @param organisation the provider
     * @param providerType what kind of provider it is
     * @param at the time that chooses the framework
     * @throws NoFrameworkException if no framework was in force at that time, or the one that was does not score such providers
     */
    DrawScorer draws(OdsCode organisation, ProviderType providerType, Instant at);

    /**
     * The levels of a system at a time: each ICS, region and nation of a hierarchy, with the providers that make it up.
     *
     * <p>Of each unit, the latest assessment counts that is not after that time and {@linkplain Framework#maxAge() not too old}; of
     * two of one time, the one that was recorded later. The latest declaration that is not after that time is shown beside the
     * unit, and takes the place of an assessment that there is not while it is not too old itself. What a provider counts in
     * says how old that is: where several frameworks meet, that of its ICS. A provider without either may have any score, which
     * widens everything that it is a part of.
     *
     * @param hierarchy who belongs to whom
     * @param at the time
     * @param assessments of providers, in any order
     * @param declarations of any unit, in any order
     * @throws NoFrameworkException if no framework was in force at that time, or the one that was says nothing of tiers
     * @throws IllegalArgumentException if the latest two assessments, or declarations, of a unit are of one time and differ
     */
    SystemAssessment aggregate(
            Hierarchy hierarchy, Instant at, Collection<Assessment> assessments, Collection<Declaration> declarations);

    /**
     * Takes a step of an escalation: who must do what by when, what is overdue, whom it is passed to, and what ends.
     *
     * <p>A pure function. Of each unit the latest assessment counts, by the time at which it was observed; the protocol that
     * applies to it is that of the framework in force for it. Every time limit between the last step and this one is kept to
     * the instant, so that it makes no difference whether time passes in one step or in many. What the inputs bring takes
     * effect at {@code now}; what a role said of an action counts from when it was said. Who belongs to whom, and which framework
     * is in force, is that of each day that passes; days of which no framework is known are passed under the next.
     *
     * <p>An input that was given before, in the last two days, changes nothing and tells nothing. One that cannot be used is an
     * event, {@link EscalationEvent.Kind#INPUT_NOT_USED}, told once: one of a unit that belongs to nothing in the hierarchy, a
     * reply to no open action, one of a time after {@code now} and the tolerance, or each of two different reports of one provider
     * and time in one step where nothing says which was recorded later. In a later step such a report amends the first.
     *
     * @param state what the last step left, or {@link EscalationState#none()}
     * @param inputs what has become known since
     * @param now the time of this step; up to the {@linkplain EscalationInputs#clockTolerance() tolerance} before that of the last,
     *     it counts as that
     * @throws TimeGoesBackwardsException if it is further before the last step
     * @throws StepTooLongException if it is more than 366 days after the last step
     * @throws NoFrameworkException if no framework is in force for a unit
     */
    EscalationStep advance(EscalationState state, EscalationInputs inputs, Instant now);
}
