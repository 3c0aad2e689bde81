package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is new of the inputs of a step, and what of them cannot be used. What was given before, or is given twice, is in neither:
 * it changes nothing and is not told again.
 */
final class Inbox {

    /** An input that cannot be used, and why. */
    record Unused(OdsCode unit, String sum, String why) {}

    /** What is new of one unit, the earliest first: the last holds. */
    record OfUnit(UnitNow unit, List<News> news) {}

    private static final Comparator<Declaration> DECLARATIONS = Comparator.comparing(Declaration::at)
            // Of two of one time, the worse one holds.
            .thenComparing(Declaration::level)
            .thenComparing(Declaration::unit)
            .thenComparing(Declaration::by)
            .thenComparing(Declaration::reason, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Comparator<Notice> NOTICES = Comparator.comparing(
                    Notice::until, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Notice::from)
            .thenComparing(Notice::unit)
            .thenComparing(Notice::kind);

    private static final Comparator<ActionReply> REPLIES = Comparator.comparing(ActionReply::at)
            .thenComparing(ActionReply::action)
            .thenComparing(ActionReply::kind)
            .thenComparing(ActionReply::by);

    private final Units units;
    private final Memory memory;
    private final Instant now;
    private final Instant latestTime;
    private final List<Unused> unused = new ArrayList<>();
    private final List<OfUnit> news;
    private final List<Declaration> declarations;
    private final List<Notice> notices;
    private final List<OdsCode> aidAskedFor;

    /** @param inputs those of a step, their replies aside */
    Inbox(EscalationInputs inputs, Units units, Memory memory, Instant now) {
        this.units = units;
        this.memory = memory;
        this.now = now;
        this.latestTime = now.plus(inputs.clockTolerance());
        this.notices = inputs.notices().stream()
                .sorted(NOTICES)
                .filter(notice -> isOfOurs(
                        notice.unit(),
                        InputDigest.of(notice),
                        "notice of " + notice.kind().title()))
                .filter(notice -> memory.isNew(InputDigest.of(notice)))
                .toList();
        this.news = news(inputs);
        Stream<Declaration> ofSystems =
                inputs.systems().stream().map(SystemAssessment::declarations).flatMap(List::stream);
        Set<String> seen = new HashSet<>();
        this.declarations = Stream.concat(inputs.declarations().stream(), ofSystems)
                .sorted(DECLARATIONS)
                .filter(declaration -> seen.add(InputDigest.of(declaration)))
                .filter(declaration -> isOfOurs(declaration.unit(), InputDigest.of(declaration), "declaration"))
                .filter(declaration -> isInTime(
                        declaration.at(),
                        declaration.unit(),
                        InputDigest.of(declaration),
                        "declaration of " + declaration.unit()))
                .filter(this::isNew)
                .toList();
        this.aidAskedFor = inputs.aidAskedFor().stream()
                .sorted()
                .filter(code -> isOfOurs(code, InputDigest.of("aid", code), "request for aid"))
                .toList();
    }

    /**
     * The replies of some inputs that are new, the earliest first. One that is a little ahead of the time of the step counts as of
     * then; one that is further ahead is left as it is.
     */
    static List<ActionReply> newReplies(EscalationInputs inputs, Memory memory, Instant now) {
        Instant latestTime = now.plus(inputs.clockTolerance());
        return inputs.replies().stream()
                .filter(reply -> reply.at().isAfter(latestTime) || memory.isNew(InputDigest.of(reply)))
                .map(reply -> reply.at().isAfter(now) && !reply.at().isAfter(latestTime)
                        ? new ActionReply(reply.action(), reply.kind(), reply.by(), now)
                        : reply)
                .sorted(REPLIES)
                .toList();
    }

    /** Takes note that a reply is too far ahead of the time of the step. */
    void tooEarly(ActionReply reply, OdsCode unit) {
        isInTime(reply.at(), unit, InputDigest.of(reply), "reply to action " + reply.action());
    }

    private List<OfUnit> news(EscalationInputs inputs) {
        Map<OdsCode, Map<String, News>> byUnit = new TreeMap<>();
        Stream<News> ofProviders = inputs.assessments().stream()
                .map(News::of)
                .filter(news ->
                        isInTime(news.latest().observedAt(), news.unit(), news.sum(), "assessment of " + news.unit()));
        Stream<News> ofSystems =
                inputs.systems().stream().filter(this::isInTime).flatMap(News::of);
        Stream.concat(ofProviders, ofSystems)
                .filter(each -> isOfOurs(each.unit(), each.sum(), "assessment"))
                .forEach(each -> byUnit.computeIfAbsent(each.unit(), unit -> new TreeMap<>())
                        .put(each.sum(), each));
        List<OfUnit> all = new ArrayList<>();
        byUnit.forEach((code, given) -> {
            UnitNow unit = units.find(code).orElseThrow();
            List<News> fresh = given.values().stream()
                    .filter(each -> !memory.knows(each.sum()) || unit.latest() == null)
                    .sorted(News.EARLIEST_FIRST)
                    .toList();
            List<News> used = withoutConflicts(unit, fresh);
            used.forEach(each -> memory.remember(each.sum()));
            if (!used.isEmpty()) {
                all.add(new OfUnit(unit, used));
            }
        });
        return all;
    }

    /** Those of which no two different ones are of one time, with nothing to tell which of them holds. */
    private List<News> withoutConflicts(UnitNow unit, List<News> sorted) {
        List<News> used = new ArrayList<>();
        for (int i = 0; i < sorted.size(); ) {
            News first = sorted.get(i);
            List<News> ofOneTime = sorted.stream()
                    .filter(each -> News.EARLIEST_FIRST.compare(each, first) == 0)
                    .toList();
            if (ofOneTime.size() == 1) {
                used.add(first);
            } else {
                String sums = ofOneTime.stream().map(News::sum).sorted().collect(Collectors.joining());
                notUsed(
                        unit.code(),
                        InputDigest.of("conflict", sums),
                        "Of " + ofOneTime.size() + " different assessments of " + unit + ", all of "
                                + first.latest().observedAt()
                                + ", none is used: nothing tells which holds. Give the one"
                                + " that does, or say when each report was recorded.");
            }
            i += ofOneTime.size();
        }
        return used;
    }

    /** Whether a declaration was not given before, or its unit has been forgotten since, so that it counts again. */
    private boolean isNew(Declaration declaration) {
        boolean isNew = memory.isNew(InputDigest.of(declaration));
        UnitNow unit = units.find(declaration.unit()).orElseThrow();
        boolean isForgotten = unit.declared() == null && unit.counts(declaration.at(), now);
        return isNew || isForgotten;
    }

    private boolean isOfOurs(OdsCode unit, String sum, String what) {
        boolean ours = units.find(unit).isPresent();
        if (!ours && !memory.knows(sum)) {
            notUsed(
                    unit,
                    InputDigest.of("nobody's", sum),
                    (what.startsWith("a") ? "An " : "A ") + what + " of " + unit
                            + " is not used: it belongs to nothing in the hierarchy.");
        }
        return ours;
    }

    private boolean isInTime(SystemAssessment system) {
        OdsCode top = system.tops().isEmpty()
                ? units.hierarchy().units().get(0).code()
                : system.tops().get(0).unit().code();
        return isInTime(system.at(), top, InputDigest.of("system", top), "assessment of the system of " + top);
    }

    private boolean isInTime(Instant at, OdsCode unit, String sum, String what) {
        boolean inTime = !at.isAfter(latestTime);
        if (!inTime) {
            notUsed(
                    unit,
                    InputDigest.of("ahead", at, sum),
                    "The " + what + " is of " + at
                            + ", after the time of this step, and not used. Give it again with a step" + " of " + at
                            + " or later.");
        }
        return inTime;
    }

    private void notUsed(OdsCode unit, String sum, String why) {
        if (memory.isNew(sum)) {
            unused.add(new Unused(unit, sum, why));
        }
    }

    /** Whether nothing is new, nothing cannot be used, and nobody asks for anything. */
    boolean isEmpty() {
        return unused.isEmpty()
                && news.isEmpty()
                && declarations.isEmpty()
                && notices.isEmpty()
                && aidAskedFor.isEmpty();
    }

    List<Unused> unused() {
        return unused;
    }

    /** Unit by unit. */
    List<OfUnit> news() {
        return news;
    }

    /** The earliest first, and of one time the better. */
    List<Declaration> declarations() {
        return declarations;
    }

    /** Those that are not over yet first, then those that are over first. */
    List<Notice> notices() {
        return notices;
    }

    /** Requests are no news: each is answered whenever it is made. */
    List<OdsCode> aidAskedFor() {
        return aidAskedFor;
    }
}
