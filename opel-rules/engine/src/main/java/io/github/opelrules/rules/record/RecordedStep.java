package io.github.opelrules.rules.record;

import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.BankHolidays;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.StaffedHours.Shift;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Role;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.rules.internal.escalate.Escalation;
import io.github.opelrules.rules.internal.json.EscalationFormats;
import io.github.opelrules.rules.internal.tier.TierEngine;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the record of a step says it was made from, and the step that the rules take from there. */
final class RecordedStep {

    private final RecordedInputs record;
    private final KnownRules rules;

    RecordedStep(RecordedInputs record, KnownRules rules) {
        this.record = record;
        this.rules = rules;
    }

    String computedAgain() {
        NavigableMap<Instant, Function<OdsCode, Framework>> before = new TreeMap<>();
        record.objects("$.step.frameworksUntil", path -> before.put(time(path + ".until"), frameworks(path)));
        Instant end = time("$.now");
        Function<OdsCode, Framework> after = frameworks("$.step");
        BiFunction<OdsCode, Instant, Framework> frameworks = (unit, at) -> {
            Map.Entry<Instant, Function<OdsCode, Framework>> old = before.higherEntry(at);
            if (old == null && at.isBefore(end)) {
                throw new NoFrameworkException("The record names no framework of " + unit + " at " + at);
            }
            return (old == null ? after : old.getValue()).apply(unit);
        };
        EscalationState state = EscalationFormats.EDITED_STATE.fromJson(record.object("$.state"), "escalation state");
        return StepRecord.write(
                (from, inputs, now) -> Escalation.advance(
                        frameworks,
                        daysOfChange(before.keySet()),
                        rules.protocols(),
                        DroolsEngine::by,
                        from,
                        inputs,
                        now),
                state,
                inputs(),
                end);
    }

    private static List<LocalDate> daysOfChange(Set<Instant> changes) {
        return changes.stream().map(LondonTime::dayOf).toList();
    }

    private EscalationInputs inputs() {
        Hierarchy hierarchy = record.hierarchy();
        return new EscalationInputs(
                hierarchy,
                hours(),
                record.assessments("$"),
                record.objects("$.systems", path -> system(path, hierarchy)),
                record.declarations("$"),
                record.objects("$.notices", this::notice),
                record.objects("$.replies", this::reply),
                Set.copyOf(record.texts("$.aidAskedFor", OdsCode::of)),
                Duration.parse(record.value("$.clockTolerance")));
    }

    private SystemAssessment system(String path, Hierarchy hierarchy) {
        return TierEngine.aggregate(
                frameworks(path), hierarchy, time(path + ".at"), record.assessments(path), record.declarations(path));
    }

    /** The framework that the record says each unit was under. */
    private Function<OdsCode, Framework> frameworks(String of) {
        Map<OdsCode, Framework> byUnit = new TreeMap<>();
        record.objects(of + ".frameworks", path -> {
            Framework framework = rules.framework(record.value(path + ".framework.digest"));
            return record.texts(path + ".units", code -> byUnit.put(OdsCode.of(code), framework));
        });
        return unit -> Optional.ofNullable(byUnit.get(unit))
                .orElseThrow(() -> new IllegalArgumentException(of + ".frameworks names none for " + unit));
    }

    private StaffedHours hours() {
        Map<OdsCode, List<Shift>> shifts = new TreeMap<>();
        record.objects(
                "$.hours.centres",
                path -> shifts.put(
                        OdsCode.of(record.value(path + ".ics")), record.objects(path + ".shifts", this::shift)));
        return new StaffedHours(
                shifts, new BankHolidays(days("$.hours.bankHolidays.added"), days("$.hours.bankHolidays.moved")));
    }

    private Shift shift(String path) {
        return new Shift(
                new Team(record.value(path + ".by")),
                known(
                        path + ".days",
                        text -> Stream.of(StaffedHours.Days.values())
                                .filter(days -> days.toString().equals(text))
                                .findFirst()),
                LocalTime.parse(record.value(path + ".from")),
                LocalTime.parse(record.value(path + ".until")));
    }

    private SortedSet<LocalDate> days(String list) {
        return new TreeSet<>(record.texts(list, LocalDate::parse));
    }

    private Notice notice(String path) {
        String until = record.value(path + ".until");
        return new Notice(
                OdsCode.of(record.value(path + ".unit")),
                known(path + ".kind", Notice.Kind::ofTitle),
                time(path + ".from"),
                until.isEmpty() ? null : Instant.parse(until));
    }

    private ActionReply reply(String path) {
        return new ActionReply(
                record.value(path + ".action"),
                known(
                        path + ".kind",
                        text -> Stream.of(ActionReply.Kind.values())
                                .filter(kind -> kind.name().equalsIgnoreCase(text))
                                .findFirst()),
                known(path + ".by", Role::ofTitle),
                time(path + ".at"));
    }

    private <T> T known(String path, Function<String, Optional<T>> reading) {
        String text = record.value(path);
        return reading.apply(text)
                .orElseThrow(
                        () -> new IllegalArgumentException(path + " is " + Words.quoted(text) + ", which is none"));
    }

    private Instant time(String path) {
        return Instant.parse(record.value(path));
    }
}
