package io.github.opelrules.escalate;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an escalation learns in one step. The order within each list does not matter.
 *
 * @param hierarchy who belongs to whom, and how far it is between neighbours
 * @param hours when the system coordination centres are staffed
 * @param assessments of providers
 * @param systems levels of the tiers above, with the providers in them
 * @param declarations what people declared
 * @param notices critical incidents and the like
 * @param replies what roles said of their actions
 * @param aidAskedFor units for which mutual aid is asked; each request is answered whenever it is made
 * @param clockTolerance how far the clocks of those who send may be ahead: what is of a time at most so far after that of the step
 *     counts as of then, and so does a step that is at most so far before the last one; from nothing to {@value #MOST_TOLERANCE}
 *     minutes, and 5 seconds where nothing else is said. It stands here because who sends, and by which clock, is the host's
 *     matter, and because a step is to be the same from its inputs alone
 */
public record EscalationInputs(
        Hierarchy hierarchy,
        StaffedHours hours,
        List<Assessment> assessments,
        List<SystemAssessment> systems,
        List<Declaration> declarations,
        List<Notice> notices,
        List<ActionReply> replies,
        Set<OdsCode> aidAskedFor,
        Duration clockTolerance) {

    /** The most minutes that clocks may be said to differ by. */
    public static final int MOST_TOLERANCE = 5;

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** @throws IllegalArgumentException if the tolerance is below nothing or above {@value #MOST_TOLERANCE} minutes */
    public EscalationInputs {
        Objects.requireNonNull(hierarchy, "hierarchy");
        Objects.requireNonNull(hours, "hours");
        assessments = Forms.listOf(assessments, "assessments");
        systems = Forms.listOf(systems, "systems");
        declarations = Forms.listOf(declarations, "declarations");
        notices = Forms.listOf(notices, "notices");
        replies = Forms.listOf(replies, "replies");
        Objects.requireNonNull(aidAskedFor, "aidAskedFor");
        Objects.requireNonNull(clockTolerance, "clockTolerance");
        if (clockTolerance.isNegative() || clockTolerance.compareTo(Duration.ofMinutes(MOST_TOLERANCE)) > 0) {
            throw new IllegalArgumentException("Clocks differ by PT0S to PT" + MOST_TOLERANCE + "M, not by "
                    + clockTolerance + ". Set the clock that is further off.");
        }
        aidAskedFor = Set.copyOf(new TreeSet<>(aidAskedFor));
    }

    /** Nothing new: time passes in a system whose centres are staffed as the specification says. */
    public static EscalationInputs of(Hierarchy hierarchy) {
        return of(hierarchy, StaffedHours.standard());
    }

    /** Nothing new: time passes. */
    public static EscalationInputs of(Hierarchy hierarchy, StaffedHours hours) {
        return new EscalationInputs(
                hierarchy, hours, List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(), TOLERANCE);
    }

    /** These, and assessments of providers. */
    public EscalationInputs withAssessments(Collection<Assessment> more) {
        return new EscalationInputs(
                hierarchy,
                hours,
                joined(assessments, more),
                systems,
                declarations,
                notices,
                replies,
                aidAskedFor,
                clockTolerance);
    }

    /** These, and the levels of a system: its providers, ICSs, regions and the nation, with what was declared of them. */
    public EscalationInputs withSystem(SystemAssessment system) {
        Objects.requireNonNull(system, "system");
        return new EscalationInputs(
                hierarchy,
                hours,
                assessments,
                joined(systems, List.of(system)),
                declarations,
                notices,
                replies,
                aidAskedFor,
                clockTolerance);
    }

    /** These, and what people declared. */
    public EscalationInputs withDeclarations(Collection<Declaration> more) {
        return new EscalationInputs(
                hierarchy,
                hours,
                assessments,
                systems,
                joined(declarations, more),
                notices,
                replies,
                aidAskedFor,
                clockTolerance);
    }

    /** These, and notices. */
    public EscalationInputs withNotices(Collection<Notice> more) {
        return new EscalationInputs(
                hierarchy,
                hours,
                assessments,
                systems,
                declarations,
                joined(notices, more),
                replies,
                aidAskedFor,
                clockTolerance);
    }

    /** These, and what roles said of their actions. */
    public EscalationInputs withReplies(Collection<ActionReply> more) {
        return new EscalationInputs(
                hierarchy,
                hours,
                assessments,
                systems,
                declarations,
                notices,
                joined(replies, more),
                aidAskedFor,
                clockTolerance);
    }

    /** These, with other replies in place of theirs. */
    public EscalationInputs withOnlyReplies(Collection<ActionReply> others) {
        return new EscalationInputs(
                hierarchy,
                hours,
                assessments,
                systems,
                declarations,
                notices,
                Forms.listOf(others, "others"),
                aidAskedFor,
                clockTolerance);
    }

    /** These, and providers for which their ICS asks for mutual aid. */
    public EscalationInputs askingAidFor(Collection<OdsCode> providers) {
        Set<OdsCode> all = new TreeSet<>(aidAskedFor);
        all.addAll(Forms.listOf(providers, "providers"));
        return new EscalationInputs(
                hierarchy, hours, assessments, systems, declarations, notices, replies, all, clockTolerance);
    }

    /** These, from clocks that may be so far ahead. */
    public EscalationInputs withClockTolerance(Duration tolerance) {
        return new EscalationInputs(
                hierarchy, hours, assessments, systems, declarations, notices, replies, aidAskedFor, tolerance);
    }

    private static <T> List<T> joined(List<T> some, Collection<? extends T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(Objects.requireNonNull(more, "more"));
        return all;
    }

    /** One short line: how many there are of each. */
    @Override
    public String toString() {
        return hierarchy + ", " + Words.count(assessments.size(), "assessment") + ", "
                + Words.count(systems.size(), "system") + ", "
                + Words.count(declarations.size(), "declaration") + ", " + Words.count(notices.size(), "notice") + ", "
                + (replies.size() == 1 ? "1 reply" : replies.size() + " replies");
    }
}
