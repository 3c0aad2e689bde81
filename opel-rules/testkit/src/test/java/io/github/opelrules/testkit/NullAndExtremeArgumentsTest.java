package io.github.opelrules.testkit;

import static io.github.opelrules.rules.Escalations.HIERARCHY;
import static io.github.opelrules.rules.Escalations.ICS;
import static io.github.opelrules.rules.Escalations.MONDAY;
import static io.github.opelrules.rules.Escalations.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.ReportHistory;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.Escalations;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.SystemFiles;
import io.github.opelrules.rules.record.RecordVerifier;
import io.github.opelrules.rules.record.StepRecord;
import io.github.opelrules.rules.record.SystemRecord;
import io.github.opelrules.testkit.conform.ConformanceKit;
import io.github.opelrules.testkit.diff.FrameworkDiff;
import io.github.opelrules.testkit.replay.Replay;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.Unit;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no caller should give is refused where it is given, by its name. */
class NullAndExtremeArgumentsTest {

    private static final OpelEngine ENGINE = OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));

    /** Years that RFC 3339 cannot write. */
    private static final List<Instant> EXTREMES = List.of(
            Instant.MIN, Instant.parse("-0001-12-31T23:59:59Z"), Instant.parse("+10000-01-01T00:00:00Z"), Instant.MAX);

    private static Stream<Record> values() {
        EscalationStep step = ENGINE.advance(
                EscalationState.none(),
                EscalationInputs.of(HIERARCHY).withAssessments(List.of(Escalations.assessment(ENGINE, ONE, MONDAY, 4))),
                MONDAY);
        Action action = step.state().actions().get(0);
        return Stream.of(
                new Declaration(ICS, OpelLevel.OPEL_4, "ICB executive", MONDAY, null),
                new Notice(ICS, Notice.Kind.PUBLIC_EVENT, MONDAY, null),
                ActionReply.done(action.id(), Role.ICB_EXECUTIVE, MONDAY),
                action,
                new Action.Handover(
                        action.holder(),
                        Action.Holder.of(Role.ICB_EXECUTIVE),
                        MONDAY,
                        Action.Handover.Reason.NOT_ACKNOWLEDGED),
                action.holder(),
                Team.ownOf(ICS),
                StaffedHours.standard(),
                new StaffedHours.Shift(
                        Team.ownOf(ICS), StaffedHours.Days.WEEKDAYS, LocalTime.of(8, 0), LocalTime.of(18, 0)),
                new Action.Ending(Action.Ending.Kind.DONE, MONDAY, "it was done"),
                action.citation(),
                action.citation().source(),
                step,
                step.state(),
                new EscalationState.Cause("ICS-3-01", ICS, MONDAY),
                step.state().given().get(0),
                step.state().unit(ONE).orElseThrow(),
                new EscalationEvent(
                        "an id",
                        EscalationEvent.Kind.LEVEL_KNOWN,
                        ONE,
                        MONDAY,
                        "so it is",
                        null,
                        null,
                        null,
                        null,
                        List.of()),
                EscalationInputs.of(HIERARCHY),
                HIERARCHY,
                HIERARCHY.links().get(0),
                HIERARCHY.units().get(1),
                new Membership(ICS, BigDecimal.ONE, new DateRange(LocalDate.EPOCH, null)),
                new DateRange(LocalDate.EPOCH, null),
                Escalations.report(ONE, MONDAY, 4).build());
    }

    /** A record whose parts are those of another one, but for one that is null. */
    private static @Nullable Throwable without(Record value, RecordComponent left) throws ReflectiveOperationException {
        List<Class<?>> types = new ArrayList<>();
        List<@Nullable Object> parts = new ArrayList<>();
        for (RecordComponent part : value.getClass().getRecordComponents()) {
            types.add(part.getType());
            parts.add(
                    part.getName().equals(left.getName())
                            ? null
                            : part.getAccessor().invoke(value));
        }
        Constructor<? extends Record> constructor =
                value.getClass().getDeclaredConstructor(types.toArray(Class[]::new));
        return thrownBy(() -> constructor.newInstance(parts.toArray()));
    }

    /** Calls something. */
    private interface Call {

        void make() throws ReflectiveOperationException;
    }

    private static @Nullable Throwable thrownBy(Call call) throws ReflectiveOperationException {
        try {
            call.make();
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_part_of_a_value_that_is_null_is_named(Record value) throws ReflectiveOperationException {
        for (RecordComponent part : value.getClass().getRecordComponents()) {
            boolean nullable =
                    part.getType().isPrimitive() || part.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!nullable) {
                assertThat(without(value, part))
                        .as(value.getClass().getSimpleName() + " without " + part.getName())
                        .isInstanceOf(NullPointerException.class)
                        .hasMessage(part.getName());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                OpelJson.class,
                SystemFiles.class,
                RuleSource.class,
                FrameworkDiff.class,
                Replay.class,
                ConformanceKit.class,
                StepRecord.class,
                SystemRecord.class
            })
    void a_null_that_is_given_to_a_function_is_named(Class<?> type) throws ReflectiveOperationException {
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && method.getParameterCount() > 0) {
                assertThat(thrownBy(() -> method.invoke(null, new Object[method.getParameterCount()])))
                        .as(method.toString())
                        .isInstanceOf(NullPointerException.class)
                        .hasMessage(method.getParameters()[0].getName());
            }
        }
    }

    @Test
    void a_null_that_is_given_to_an_engine_is_named() throws ReflectiveOperationException {
        for (OpelEngine engine : List.of(ENGINE, OpelRules.builder().bundled().buildReloadable())) {
            for (Method method : OpelEngine.class.getMethods()) {
                if (method.getParameterCount() > 0 && !Modifier.isStatic(method.getModifiers())) {
                    assertThat(thrownBy(() -> method.invoke(engine, new Object[method.getParameterCount()])))
                            .as(method.toString())
                            .isInstanceOf(NullPointerException.class)
                            .hasMessage(method.getParameters()[0].getName());
                }
            }
        }
        assertThatThrownBy(() -> new RecordVerifier(ENGINE.frameworks().frameworks()).verify(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("record");
        assertThatThrownBy(() -> OpelRules.builder().folder(null)).hasMessage("folder");
        assertThatThrownBy(() -> OpelRules.builder().adoptions((Path) null)).hasMessage("file");
        assertThatThrownBy(() -> OdsCode.of(null)).hasMessage("value");
    }

    @Test
    void a_null_in_a_list_is_named_with_its_place() {
        Assessment assessment = Escalations.assessment(ENGINE, ONE, MONDAY, 4);
        List<@Nullable Assessment> assessments = Arrays.asList(assessment, null);
        List<@Nullable SituationReport> reports = Arrays.asList(assessment.report(), null);
        List<@Nullable Declaration> declarations = Collections.singletonList(null);
        EscalationInputs inputs = EscalationInputs.of(HIERARCHY);

        assertNull("reports[1]", () -> ENGINE.assessAll(reports));
        assertNull("versions[1]", () -> ReportHistory.of(reports));
        assertNull("assessments[1]", () -> ENGINE.aggregate(HIERARCHY, MONDAY, assessments, List.of()));
        assertNull("declarations[0]", () -> ENGINE.aggregate(HIERARCHY, MONDAY, List.of(), declarations));
        assertNull("assessments[1]", () -> inputs.withAssessments(assessments));
        assertNull("declarations[0]", () -> inputs.withDeclarations(declarations));
        assertNull("others[0]", () -> inputs.withOnlyReplies(Collections.singletonList(null)));
        assertNull("providers[0]", () -> inputs.askingAidFor(Collections.singletonList(null)));
        assertNull("more", () -> inputs.withNotices(null));
        assertNull("system", () -> inputs.withSystem(null));
    }

    @Test
    void a_null_in_a_report_is_named() {
        SituationReport.Builder report = SituationReport.of(ONE, ProviderType.ACUTE);

        assertNull("organisation", () -> SituationReport.of(null, ProviderType.ACUTE));
        assertNull("providerType", () -> SituationReport.of(ONE, null));
        assertNull("parameter", () -> report.reading(null, "98"));
        assertNull("value", () -> report.reading("ga-bed-occupancy", (String) null));
        assertNull("value", () -> report.reading("ga-bed-occupancy", (BigDecimal) null));
        assertNull("reading", () -> report.reading("ga-bed-occupancy", (Reading) null));
        assertNull("reason", () -> report.missing("ga-bed-occupancy", null));
        assertNull(
                "before", () -> Escalations.assessment(ENGINE, ONE, MONDAY, 4).differenceFrom(null));
    }

    private static void assertNull(String name, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(NullPointerException.class).hasMessage(name);
    }

    @Test
    void fewer_drivers_than_none_are_refused() {
        assertThatThrownBy(() -> Escalations.assessment(ENGINE, ONE, MONDAY, 4).topDrivers(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n is -1. Expected how many at most, from 0 on.");
    }

    @Test
    void a_time_of_no_year_that_can_be_written_is_refused() {
        EscalationInputs inputs = EscalationInputs.of(HIERARCHY);
        for (Instant time : EXTREMES) {
            assertRefused("now", time, () -> ENGINE.advance(EscalationState.none(), inputs, time));
            assertRefused("now", time, () -> StepRecord.write(ENGINE, EscalationState.none(), inputs, time));
            assertRefused("at", time, () -> ENGINE.aggregate(HIERARCHY, time, List.of(), List.of()));
            assertRefused("at", time, () -> new Declaration(ICS, OpelLevel.OPEL_4, "ICB executive", time, null));
            assertRefused("at", time, () -> ActionReply.done("an id", Role.ICB_EXECUTIVE, time));
            assertRefused("from", time, () -> new Notice(ICS, Notice.Kind.PUBLIC_EVENT, time, null));
            assertThatThrownBy(() -> SituationReport.of(ONE, ProviderType.ACUTE)
                            .observedAt(time)
                            .build())
                    .isInstanceOf(InvalidReportException.class)
                    .hasMessage("The report of \"RA1\" has 1 problem:\n  - observedAt: The time \"observedAt\" is "
                            + time + ". Expected one in the years 0000 to 9999, such as 2026-01-08T09:30:00Z.");
        }
    }

    private static void assertRefused(String name, Instant time, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The time \"" + name + "\" is " + time
                        + ". Expected one in the years 0000 to 9999, such as 2026-01-08T09:30:00Z.");
    }

    @Test
    void the_first_and_the_last_time_that_can_be_written_are_taken() {
        for (String text : List.of("0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z")) {
            Instant time = Instant.parse(text);
            Hierarchy timeless = new Hierarchy(
                    Hierarchy.Weights.EQUAL, List.of(new Unit(ICS, "Example ICS", Tier.ICS, null, List.of())));
            EscalationState state = ENGINE.advance(
                            EscalationState.none(),
                            EscalationInputs.of(timeless)
                                    .withAssessments(List.of(ENGINE.assess(Escalations.report(ONE, time, 4))))
                                    .withDeclarations(List.of(
                                            new Declaration(ICS, OpelLevel.OPEL_4, "ICB executive", time, null))),
                            time)
                    .state();
            assertThat(OpelJson.readEscalationState(OpelJson.write(state))).isEqualTo(state);
        }
    }
}
