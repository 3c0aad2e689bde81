package io.github.opelrules.rules.replay;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Declaration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scores the same reports by two engines and counts what differs.
 *
 * <p>Reports are taken one after the other and forgotten, so that there can be any number of them: what it holds grows with the
 * organisations and the days, not with the reports. Runs at a level are told in the order in which the reports come; give
 * those of each organisation in the order of their times.
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
    private final Tally tally = new Tally();
    private final Map<OrganisationKey, OrganisationTally> organisations = new TreeMap<>();
    private final Refusals refusals = new Refusals();

    private Replay(OpelEngine before, OpelEngine after, Collection<Declaration> declarations) {
        this.declared = new Declared(declarations);
        this.before = new ReplaySide(before, Refusal.Side.BEFORE, declared);
        this.after = new ReplaySide(after, Refusal.Side.AFTER, declared);
    }

    /** A report and what each of the two is to score of it; null where that one cannot. */
    private record Pending(
            SituationReport report,
            @Nullable SituationReport before,
            @Nullable SituationReport after) {}

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
     * not after its report and at most {@linkplain OpelEngine#MAX_AGE a day} older.
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
        batch.add(new Pending(report, scorable(before, report, here, there), scorable(after, report, there, here)));
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
        tally.unreadable();
        ReportProblem first = reason.problems().get(0);
        refusals.count(Refusal.Side.BOTH, first.code(), place + ": " + first);
    }

    /** What it came to, of all reports so far. */
    public ReplayResult result() {
        scoreBatch();
        List<OrganisationReplay> replays = new ArrayList<>();
        organisations.forEach((key, each) -> replays.add(each.result(key.organisation(), key.type())));
        List<LeftOut> leftOut = new ArrayList<>(before.leftOut());
        leftOut.addAll(after.leftOut());
        return new ReplayResult(
                before.frameworks(),
                after.frameworks(),
                tally.reports(),
                tally.transitions(),
                tally.rescored(),
                tally.raised(),
                tally.lowered(),
                replays,
                tally.days(),
                leftOut,
                refusals.all(),
                organisations.values().stream()
                        .mapToLong(OrganisationTally::outOfOrder)
                        .sum(),
                declared.isEmpty() ? null : before.agreement(),
                declared.isEmpty() ? null : after.agreement());
    }

    /** What one of the two is to score of a report, given what keeps it and the other from scoring it as it is. */
    private @Nullable SituationReport scorable(
            ReplaySide side, SituationReport report, Obstacles own, Obstacles others) {
        ReportProblem fatal = own.fatalUnless(others::knows);
        if (fatal != null) {
            refusals.count(
                    side.side(), fatal.code(), report.organisation() + ", " + report.observedAt() + ": " + fatal);
            return null;
        }
        return own.unknown().isEmpty() ? report : side.without(own.unknown().keySet(), report);
    }

    private void scoreBatch() {
        Iterator<Assessment> assessedBefore = before.assess(batch.stream().map(Pending::before));
        Iterator<Assessment> assessedAfter = after.assess(batch.stream().map(Pending::after));
        for (Pending pending : batch) {
            count(
                    pending.report(),
                    pending.before() == null ? null : assessedBefore.next(),
                    pending.after() == null ? null : assessedAfter.next());
        }
        batch.clear();
    }

    private void count(SituationReport report, @Nullable Assessment earlier, @Nullable Assessment later) {
        LocalDate day = LondonTime.dayOf(report.observedAt());
        boolean flips = tally.count(report, day, earlier, later);
        organisations
                .computeIfAbsent(
                        new OrganisationKey(report.organisation(), report.providerType()),
                        key -> new OrganisationTally())
                .count(day, flips, earlier, later);
        before.compare(report, earlier);
        after.compare(report, later);
    }
}
