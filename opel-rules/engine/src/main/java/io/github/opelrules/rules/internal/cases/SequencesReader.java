package io.github.opelrules.rules.internal.cases;

import io.github.opelrules.escalate.BankHolidays;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.StaffedHours.Shift;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.internal.Words;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.cases.ExpectedEvent;
import io.github.opelrules.rules.cases.SequenceCase;
import io.github.opelrules.rules.cases.SequenceStep;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.Values;
import io.github.opelrules.rules.internal.system.HoursShape;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Unit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads worked examples that are sequences in time: what becomes known step by step, and what a protocol makes of it. */
final class SequencesReader {

    static final List<String> KEYS = List.of("case", "system", "links", "steps");

    private static final List<String> STEP_KEYS =
            List.of("at", "reports", "declared", "notices", "acknowledge", "done", "askAid", "expect");
    private static final List<String> NOTICE_KEYS = List.of("unit", "is", "from", "until");
    private static final List<String> EVENT_KEYS = List.of("rule", "unit", "role", "team", "due", "helpers");
    private static final List<String> EXPECT_KEYS = Stream.concat(
                    Stream.of(ExpectedEvent.Kind.values()).map(ExpectedEvent.Kind::key), Stream.of("inForce", "never"))
            .toList();
    private static final String STEPS =
            "[{ reports: { RXX: 3 }, expect: { raised: [{ rule: PRO-3-01, unit: RXX }] } }]";
    private static final String EXAMPLE_OF_EXPECT = "{ raised: [{ rule: ICS-3-01, unit: QXX }] }";
    private static final String ALL = "all";

    private final SystemCasesReader systems;
    private final Framework framework;
    private final Findings findings;
    private final Instant begin;
    private final boolean isGenerated;
    private final StaffedHours hours;
    private final List<String> rules;

    /** @param file the keys of the file, of which {@code centres} are for all its cases */
    SequencesReader(
            SystemCasesReader systems,
            Framework framework,
            Findings findings,
            Instant begin,
            boolean isGenerated,
            Fields file) {
        this.systems = systems;
        this.framework = framework;
        this.findings = findings;
        this.begin = begin;
        this.isGenerated = isGenerated;
        this.hours = file.has("centres")
                ? new StaffedHours(HoursShape.centres(file, findings), BankHolidays.england())
                : StaffedHours.standard();
        Protocol protocol = framework.protocol();
        this.rules = protocol == null
                ? List.of()
                : protocol.rules().stream().map(ProtocolRule::id).toList();
    }

    @Nullable
    Case read(Fields fields, @Nullable Hierarchy shared) {
        int before = findings.errors();
        String name = fields.text("case", "an action that nobody acknowledges is escalated");
        if (rules.isEmpty()) {
            findings.add(
                    FormCode.BAD_CASE,
                    fields.placeOf("steps"),
                    framework.id()
                            + " has no escalation protocol, so no sequence in time can come to anything. Add one in"
                            + " the folder \"protocol\", or take the case away.");
        }
        if (fields.has("links") && !fields.has("system")) {
            findings.add(
                    FormCode.KEY_OUT_OF_PLACE,
                    fields.placeOf("links"),
                    "Links belong to a \"system\", and this case has none of its own. Put them beside the system of the"
                            + " file, or give the case its own.");
        }
        Hierarchy hierarchy = systems.hierarchy(fields, shared);
        if (hierarchy == null) {
            return null;
        }
        List<SequenceStep> steps = new ArrayList<>();
        Instant time = begin;
        for (Node entry : fields.entries("steps", STEPS)) {
            Fields step = Fields.of(entry, "a step", findings, STEP_KEYS);
            Instant at = step == null || !step.has("at") ? time : time(step, "at", time);
            if (step != null && at != null) {
                time = inOrder(time, at, step);
                steps.add(step(step, time, hierarchy));
            }
        }
        boolean nothing = steps.stream()
                .allMatch(step -> step.expected().isEmpty()
                        && step.inForce().isEmpty()
                        && step.never() != null
                        && step.never().isEmpty());
        if (nothing && findings.errors() == before) {
            findings.add(
                    FormCode.NO_VALUE,
                    fields.place(),
                    "Nothing is expected in any step, so the case proves nothing. Expect something of one of them, such as"
                            + " \"expect: " + EXAMPLE_OF_EXPECT + "\".");
        }
        return name == null || findings.errors() > before
                ? null
                : new SequenceCase(name, findings.file(), fields.place().line(), isGenerated, hierarchy, hours, steps);
    }

    // When.

    private Instant inOrder(Instant before, Instant at, Fields step) {
        if (at.isBefore(before)) {
            findings.add(
                    FormCode.BAD_CASE,
                    step.placeOf("at"),
                    "This step is at " + at + ", before the one above it, " + before
                            + ". Put the steps in the order of time.");
            return before;
        }
        return at;
    }

    /** A time: with its day and offset, or the next one, from another on, at which clocks in England show it. */
    private @Nullable Instant time(Fields fields, String key, Instant from) {
        String text = fields.text(key, "\"10:30\"");
        if (text == null) {
            return null;
        }
        try {
            if (text.length() > "10:30".length()) {
                return OffsetDateTime.parse(text).toInstant();
            }
            ZonedDateTime start = from.atZone(LondonTime.ZONE);
            LocalTime clock = LocalTime.parse(text);
            ZonedDateTime sameDay = start.toLocalDate().atTime(clock).atZone(LondonTime.ZONE);
            return sameDay.isBefore(start)
                    ? start.toLocalDate()
                            .plusDays(1)
                            .atTime(clock)
                            .atZone(LondonTime.ZONE)
                            .toInstant()
                    : sameDay.toInstant();
        } catch (DateTimeException e) {
            findings.add(
                    FormCode.BAD_DATE,
                    fields.placeOf(key),
                    Words.quoted(text)
                            + " is not a time. Expected hours and minutes in England, such as \"10:30\", which is"
                            + " the next time that clocks show it, or RFC 3339, such as \"2024-01-09T10:30:00Z\".");
            return null;
        }
    }

    // What becomes known.

    private SequenceStep step(Fields fields, Instant at, Hierarchy hierarchy) {
        List<SituationReport> reports = systems.reports(fields, hierarchy, Map.of(), at);
        List<Declaration> declared = systems.declared(fields, hierarchy, at);
        reports.forEach(report -> requireNotAfter(at, report.observedAt(), fields.placeOf("reports")));
        declared.forEach(declaration -> requireNotAfter(at, declaration.at(), fields.placeOf("declared")));
        List<Notice> notices = new ArrayList<>();
        for (Node entry : entries(fields, "notices", "[{ unit: QXX, is: industrial action }]")) {
            Fields one = Fields.of(entry, "a notice", findings, NOTICE_KEYS);
            Notice notice = one == null ? null : notice(one, at, hierarchy);
            if (notice != null) {
                notices.add(notice);
            }
        }
        Fields expect = fields.has("expect") ? fields.fields("expect", EXAMPLE_OF_EXPECT, EXPECT_KEYS) : null;
        return new SequenceStep(
                at,
                reports,
                declared,
                notices,
                rules(fields, "acknowledge"),
                rules(fields, "done"),
                new HashSet<>(units(fields, "askAid", hierarchy)),
                expect == null ? List.of() : expected(expect, at, hierarchy),
                expect == null ? Map.of() : inForce(expect, hierarchy),
                expect == null ? Set.of() : never(expect));
    }

    private void requireNotAfter(Instant at, Instant of, Place place) {
        if (of.isAfter(at)) {
            findings.add(
                    FormCode.BAD_CASE,
                    place,
                    "What is of " + of + " is not known yet in this step, which is at " + at
                            + ". Move it to a later step.");
        }
    }

    private @Nullable Notice notice(Fields fields, Instant at, Hierarchy hierarchy) {
        OdsCode unit = unit(fields, hierarchy);
        Notice.Kind kind = known(fields, "is", Notice.Kind.values(), Notice.Kind::title, "a kind of notice");
        Instant from = fields.has("from") ? time(fields, "from", at) : at;
        Instant until = fields.has("until") ? time(fields, "until", at) : null;
        if (unit == null || kind == null || from == null) {
            return null;
        }
        if (until != null && until.isBefore(from)) {
            findings.add(
                    FormCode.DATES_REVERSED,
                    fields.placeOf("until"),
                    "The notice is over, " + until + ", before it begins, " + from + ". Correct one of the two.");
            return null;
        }
        return new Notice(unit, kind, from, until);
    }

    private List<String> rules(Fields fields, String key) {
        List<String> named = new ArrayList<>();
        for (Node entry : entries(fields, key, "[ICS-3-01]")) {
            String rule = new Values(findings).text(entry, key, "ICS-3-01");
            if (rule != null && isRule(rule, entry.place())) {
                named.add(rule);
            }
        }
        return named;
    }

    private boolean isRule(String id, Place place) {
        if (!rules.contains(id)) {
            addUnknown(id, rules, "a rule of the protocol", place);
        }
        return rules.contains(id);
    }

    private List<OdsCode> units(Fields fields, String key, Hierarchy hierarchy) {
        List<OdsCode> codes = new ArrayList<>();
        for (Node entry : entries(fields, key, "[RXX]")) {
            String text = new Values(findings).text(entry, key, "RXX");
            Unit unit = text == null ? null : systems.unit(text, entry.place(), hierarchy);
            if (unit != null) {
                codes.add(unit.code());
            }
        }
        return codes;
    }

    // What must come out.

    private List<ExpectedEvent> expected(Fields fields, Instant at, Hierarchy hierarchy) {
        List<ExpectedEvent> expected = new ArrayList<>();
        for (ExpectedEvent.Kind kind : ExpectedEvent.Kind.values()) {
            for (Node entry : entries(fields, kind.key(), "[{ rule: ICS-3-01, unit: QXX }]")) {
                Fields one = Fields.of(entry, "an event", findings, EVENT_KEYS);
                if (one != null) {
                    expected.add(event(kind, one, at, hierarchy));
                }
            }
        }
        return expected;
    }

    private ExpectedEvent event(ExpectedEvent.Kind kind, Fields fields, Instant at, Hierarchy hierarchy) {
        String rule = fields.has("rule") ? fields.text("rule", "ICS-3-01") : null;
        return new ExpectedEvent(
                kind,
                rule == null || !isRule(rule, fields.placeOf("rule")) ? null : rule,
                fields.has("unit") ? unit(fields, hierarchy) : null,
                fields.has("role") ? known(fields, "role", Role.values(), Role::title, "a role") : null,
                fields.has("team") ? team(fields, hierarchy) : null,
                fields.has("due") ? time(fields, "due", at) : null,
                fields.has("helpers") ? helpers(fields, hierarchy) : null);
    }

    private List<OdsCode> helpers(Fields fields, Hierarchy hierarchy) {
        if (fields.node("helpers", "[RXX]") instanceof Node.Scalar) {
            fields.word("helpers", Nobody.values());
            return List.of();
        }
        return units(fields, "helpers", hierarchy);
    }

    private enum Nobody {
        NONE
    }

    private @Nullable Team team(Fields fields, Hierarchy hierarchy) {
        Team[] teams = Stream.concat(
                        hierarchy.units().stream()
                                .filter(unit -> unit.tier() == Tier.ICS)
                                .map(unit -> Team.ownOf(unit.code())),
                        hours.shifts().values().stream().flatMap(List::stream).map(Shift::by))
                .distinct()
                .toArray(Team[]::new);
        return known(fields, "team", teams, Team::id, "a team that staffs an SCC here");
    }

    private Map<OdsCode, OpelLevel> inForce(Fields fields, Hierarchy hierarchy) {
        Map<OdsCode, OpelLevel> inForce = new TreeMap<>();
        systems.each(fields, "inForce", "{ QXX: 3 }", hierarchy, (unit, node) -> {
            Integer level = new Values(findings).wholeNumber(node, unit.code().value(), "3", 1, 4);
            if (level != null) {
                inForce.put(unit.code(), OpelLevel.ofNumber(level).orElseThrow());
            }
        });
        return inForce;
    }

    /** The rules and kinds of events that must not be; null for all of them. */
    private @Nullable Set<String> never(Fields fields) {
        if (!fields.has("never")) {
            return Set.of();
        }
        if (fields.node("never", ALL) instanceof Node.Scalar scalar
                && scalar.text().equals(ALL)) {
            return null;
        }
        Set<String> never = new TreeSet<>();
        for (Node entry : fields.entries("never", "[ICS-3-01], or \"all\"")) {
            String text = new Values(findings).text(entry, "never", "ICS-3-01");
            if (text != null && ExpectedEvent.Kind.ofKey(text).isEmpty() && !rules.contains(text)) {
                addUnknown(
                        text,
                        Stream.concat(
                                        rules.stream(),
                                        Stream.of(ExpectedEvent.Kind.values()).map(ExpectedEvent.Kind::key))
                                .toList(),
                        "a rule of the protocol or a kind of event",
                        entry.place());
            } else if (text != null) {
                never.add(text);
            }
        }
        return never;
    }

    // What occurs in several places.

    private static List<Node> entries(Fields fields, String key, String example) {
        return fields.has(key) ? fields.entries(key, example) : List.of();
    }

    private @Nullable OdsCode unit(Fields fields, Hierarchy hierarchy) {
        String text = fields.text("unit", "QXX");
        Unit unit = text == null ? null : systems.unit(text, fields.placeOf("unit"), hierarchy);
        return unit == null ? null : unit.code();
    }

    private <E> @Nullable E known(Fields fields, String key, E[] values, Function<E, String> title, String what) {
        List<String> titles = Stream.of(values).map(title).toList();
        String text = fields.text(key, titles.get(0));
        int index = text == null ? -1 : titles.indexOf(text);
        if (text != null && index < 0) {
            addUnknown(text, titles, what, fields.placeOf(key));
        }
        return index < 0 ? null : values[index];
    }

    private void addUnknown(String found, List<String> known, String what, Place place) {
        findings.add(
                FormCode.UNKNOWN_WORD,
                place,
                Words.quoted(found) + " is not " + what + "." + Words.didYouMean(found, known) + " Expected one of: "
                        + String.join(", ", known) + ".");
    }
}
