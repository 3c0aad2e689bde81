package io.github.opelrules.testkit.replay;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Declaration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scores the same reports by two engines and counts what differs.
 *
 * <p>Reports can come in any order. Those of one provider, one provider type and one observed time are versions of one report, as a
 * {@link io.github.opelrules.report.ReportHistory} has them: the last version counts, and the others are left aside and counted as such.
 *
 * <p>Reports are taken one after the other and forgotten: of each provider and time what is kept are some numbers, at most 64 bytes;
 * beside that what grows with the organisations, the days, and the different things that can come of a report.
 *
 * <p>A parameter that one of the two does not have is left out where that one scores, and counted. A report that names a
 * parameter which neither has is not scored: that is most likely a slip, and to leave it out would pass the slip off as a
 * reading that was not submitted.
 *
 * <p>Not thread-safe.
 */
public final class Replay {

    /** Enough to gain all that scoring together gains, and little enough to hold in memory. */
    private static final int BATCH = 500;

    private final ReplaySide before;
    private final ReplaySide after;
    private final Declared declared;
    private final List<Pending> batch = new ArrayList<>();
    private final LatestVersions versions = new LatestVersions();
    private final Numbers<OrganisationKey> organisations = new Numbers<>();
    private final Numbers<Outcome> outcomes = new Numbers<>();
    private final Map<ParameterId, String> labels = new HashMap<>();
    private final Refusals unreadable = new Refusals();
    private long unread;

    private Replay(OpelEngine before, OpelEngine after, Collection<Declaration> declarations) {
        this.declared = new Declared(declarations);
        this.before = new ReplaySide(before, Refusal.Side.BEFORE);
        this.after = new ReplaySide(after, Refusal.Side.AFTER);
    }

    /** A report and what each of the two is to score of it. */
    private record Pending(SituationReport report, ReplaySide.Task before, ReplaySide.Task after) {}

    /** Different things, numbered as they come. */
    private static final class Numbers<T> {

        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> all = new ArrayList<>();

        int of(T thing) {
            Integer number = numbers.putIfAbsent(thing, all.size());
            if (number == null) {
                all.add(thing);
                return all.size() - 1;
            }
            return number;
        }

        T get(int number) {
            return all.get(number);
        }
    }

    private record OrganisationKey(OdsCode organisation, ProviderType type) implements Comparable<OrganisationKey> {

        @Override
        public int compareTo(OrganisationKey other) {
            int byCode = organisation.compareTo(other.organisation);
            return byCode == 0 ? type.compareTo(other.type) : byCode;
        }
    }

    /**
     * Begins a replay.
     *
     * @param before an engine; pinned to a framework, or choosing one for each report
     * @param after the engine to compare with it
     */
    public static Replay between(OpelEngine before, OpelEngine after) {
        return between(before, after, List.of());
    }

    /**
     * Begins a replay that holds both against what people declared. Of each organisation the latest declaration counts that is
     * not after its report and {@linkplain Framework#maxAge() not too old} under the framework that scored it: each of the two has its
     * own say.
     *
     * @param declarations in any order
     */
    public static Replay between(OpelEngine before, OpelEngine after, Collection<Declaration> declarations) {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(declarations, "declarations");
        return new Replay(before, after, declarations);
    }

    /** Replays reports, each read only when the one before it is done with. */
    public Replay addAll(Iterator<SituationReport> reports) {
        Objects.requireNonNull(reports, "reports");
        reports.forEachRemaining(this::add);
        return this;
    }

    /** Replays one report. */
    public void add(SituationReport report) {
        Objects.requireNonNull(report, "report");
        Obstacles here = before.obstacles(report);
        Obstacles there = after.obstacles(report);
        batch.add(
                new Pending(report, ReplaySide.Task.of(report, here, there), ReplaySide.Task.of(report, there, here)));
        if (batch.size() == BATCH) {
            scoreBatch();
        }
    }

    /**
     * Counts a report that cannot be read.
     *
     * @param place where it stands, such as {@code winter.jsonl:17}
     * @param reason what is wrong with it
     */
    public void addUnreadable(String place, InvalidReportException reason) {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reason, "reason");
        unread++;
        ReportProblem first = reason.problems().get(0);
        unreadable.count(Refusal.Side.BOTH, first.code(), place + ": " + first);
    }

    private void scoreBatch() {
        Iterator<Assessment> assessedBefore = before.assess(batch.stream().map(Pending::before));
        Iterator<Assessment> assessedAfter = after.assess(batch.stream().map(Pending::after));
        for (Pending pending : batch) {
            take(
                    pending,
                    pending.before().report() == null ? null : assessedBefore.next(),
                    pending.after().report() == null ? null : assessedAfter.next());
        }
        batch.clear();
    }

    private void take(Pending pending, @Nullable Assessment earlier, @Nullable Assessment later) {
        SituationReport report = pending.report();
        Outcome outcome = new Outcome(
                pending.before().outcome(earlier),
                pending.after().outcome(later),
                earlier != null && later != null && !earlier.score().equals(later.score()),
                earlier == null || later == null || Standing.of(earlier.level()).equals(Standing.of(later.level()))
                        ? List.of()
                        : drivers(earlier, later));
        int entry = versions.put(
                organisations.of(new OrganisationKey(report.organisation(), report.providerType())),
                report.observedAt(),
                report.recordedAt(),
                outcomes.of(outcome));
        if (entry >= 0) {
            before.took(entry, report, pending.before().problem());
            after.took(entry, report, pending.after().problem());
        }
    }

    private List<ParameterId> drivers(Assessment earlier, Assessment later) {
        List<Parameter> drivers = Drivers.between(earlier, later);
        drivers.forEach(parameter -> labels.putIfAbsent(parameter.id(), parameter.label()));
        return drivers.stream().map(Parameter::id).toList();
    }

    /** What it came to, of all reports so far. */
    public ReplayResult result() {
        scoreBatch();
        Tally tally = new Tally(labels);
        SideTally sideBefore = new SideTally(before);
        SideTally sideAfter = new SideTally(after);
        Refusals refusals = unreadable.copy();
        Map<OrganisationKey, OrganisationTally> replayed = new TreeMap<>();
        versions.inOrder(Comparator.comparing(organisations::get)).forEach(entry -> {
            OrganisationKey key = organisations.get(versions.unit(entry));
            Instant at = versions.at(entry);
            LocalDate day = LondonTime.dayOf(at);
            Outcome outcome = outcomes.get(versions.outcome(entry));
            tally.count(key.organisation(), at, day, outcome);
            replayed.computeIfAbsent(key, each -> new OrganisationTally()).count(day, outcome);
            Optional<Declaration> said = declared.latest(key.organisation(), at);
            sideBefore.count(outcome.before(), said, at);
            sideAfter.count(outcome.after(), said, at);
            count(refusals, before, outcome.before(), key.organisation(), at);
            count(refusals, after, outcome.after(), key.organisation(), at);
        });
        List<OrganisationReplay> replays = new ArrayList<>();
        replayed.forEach((key, each) -> replays.add(each.result(key.organisation(), key.type())));
        List<LeftOut> leftOut = new ArrayList<>(sideBefore.leftOut());
        leftOut.addAll(sideAfter.leftOut());
        return new ReplayResult(
                sideBefore.frameworks(),
                sideAfter.frameworks(),
                tally.reports() + unread,
                versions.leftAside(),
                tally.transitions(),
                tally.rescored(),
                tally.raised(),
                tally.lowered(),
                replays,
                tally.days(),
                leftOut,
                refusals.all(),
                declared.isEmpty() ? null : sideBefore.agreement(),
                declared.isEmpty() ? null : sideAfter.agreement());
    }

    private static void count(
            Refusals refusals, ReplaySide side, Outcome.OnSide outcome, OdsCode organisation, Instant at) {
        ReportProblem.Code code = outcome.refusal();
        if (code != null) {
            refusals.count(side.side(), code, side.example(code, organisation, at));
        }
    }
}
