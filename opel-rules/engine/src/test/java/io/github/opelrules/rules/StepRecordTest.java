package io.github.opelrules.rules;

import static io.github.opelrules.rules.Escalations.ICS;
import static io.github.opelrules.rules.Escalations.MONDAY;
import static io.github.opelrules.rules.Escalations.NEIGHBOUR;
import static io.github.opelrules.rules.Escalations.ONE;
import static io.github.opelrules.rules.Escalations.OTHER_ICS;
import static io.github.opelrules.rules.Escalations.TWO;
import static io.github.opelrules.rules.record.Records.assertEveryDigitCounts;
import static io.github.opelrules.rules.record.Records.assertHolds;
import static io.github.opelrules.rules.record.Records.summedAnew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
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
import io.github.opelrules.escalate.StaffedHours.Days;
import io.github.opelrules.escalate.StaffedHours.Shift;
import io.github.opelrules.escalate.StepTooLongException;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.json.JsonParts;
import io.github.opelrules.rules.record.RecordVerifier;
import io.github.opelrules.rules.record.StepRecord;
import io.github.opelrules.rules.record.Verdict;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Hierarchy.Link;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The decision records of steps of an escalation. */
class StepRecordTest {

    private static final OpelEngine BUNDLED = OpelRules.bundled();
    private static final OpelEngine ENGINE = BUNDLED.pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
    private static final RecordVerifier VERIFIER =
            new RecordVerifier(BUNDLED.frameworks().frameworks());

    /** How long it is from one step to the next, again and again. */
    private static final List<Duration> PACE = List.of(
            Duration.ofMinutes(15),
            Duration.ofMinutes(50),
            Duration.ofHours(6),
            Duration.ofHours(30),
            Duration.ofDays(24));

    private static final int STEPS = 60;

    /** Free text. */
    private static final String TYPED = "A. Name";

    private static final Hierarchy HIERARCHY = new Hierarchy(
            Escalations.HIERARCHY.weights(),
            Escalations.HIERARCHY.units().stream()
                    .map(unit -> new Unit(
                            unit.code(), TYPED + " Unit", unit.tier(), unit.providerType(), unit.memberships()))
                    .toList(),
            Escalations.HIERARCHY.links());

    private static final StaffedHours HOURS = StaffedHours.standard()
            .with(
                    OTHER_ICS,
                    new Shift(Team.ownOf(OTHER_ICS), Days.WEEKDAYS, LocalTime.of(7, 30), LocalTime.MIDNIGHT),
                    new Shift(new Team("evening-desk"), Days.BANK_HOLIDAYS, LocalTime.of(10, 0), LocalTime.of(16, 0)));

    private static final StaffedHours MORE_HOLIDAYS =
            new StaffedHours(HOURS.shifts(), HOURS.bankHolidays().with(LocalDate.of(2024, 9, 2)));

    /**
     * One step of the year.
     *
     * @param taken what came of it
     * @param record its record
     */
    private record Played(EscalationStep taken, String record) {}

    private static final List<Played> YEAR = new ArrayList<>();

    @TempDir
    private Path folder;

    /** A year with something of everything. */
    @BeforeAll
    static void play() {
        EscalationState state = EscalationState.none();
        Instant now = MONDAY;
        for (int i = 0; i < STEPS; i++) {
            EscalationInputs inputs = inputs(i, state, now);
            EscalationStep step = ENGINE.advance(state, inputs, now);
            YEAR.add(new Played(step, StepRecord.write(ENGINE, state, inputs, now)));
            state = step.state();
            now = now.plus(PACE.get(i % PACE.size()));
        }
    }

    private static EscalationInputs inputs(int i, EscalationState state, Instant now) {
        EscalationInputs inputs = EscalationInputs.of(HIERARCHY, i % 2 == 0 ? HOURS : MORE_HOLIDAYS)
                .withReplies(replies(i, state, now));
        if (i % 7 == 6) {
            return inputs;
        }
        List<Assessment> assessments = new ArrayList<>();
        for (int provider = 0; provider < 4; provider++) {
            int level = provider == 3 ? 1 : 1 + (i + provider) / 2 % 4;
            assessments.add(Escalations.assessment(ENGINE, Escalations.PROVIDERS.get(provider), now, level));
        }
        Declaration ics = new Declaration(ICS, OpelLevel.OPEL_4, TYPED, now, TYPED + " says so");
        inputs = i % 3 == 0
                ? inputs.withAssessments(assessments)
                        .withAssessments(List.of(ENGINE.assess(Escalations.report(ONE, now.minusSeconds(3600), 2)
                                .recordedAt(now))))
                : inputs.withSystem(ENGINE.aggregate(HIERARCHY, now, assessments, List.of(ics)));
        return switch (i % 4) {
            case 0 ->
                inputs.withDeclarations(
                        List.of(new Declaration(TWO, OpelLevel.OPEL_3, TYPED, now.minusSeconds(60), null)));
            case 1 ->
                inputs.withNotices(List.of(
                        new Notice(ICS, Notice.Kind.CRITICAL_INCIDENT, now, now.plusSeconds(7200)),
                        new Notice(OTHER_ICS, Notice.Kind.PUBLIC_EVENT, now, null)));
            case 2 -> inputs.askingAidFor(Set.of(ONE, TWO, NEIGHBOUR));
            default -> inputs;
        };
    }

    private static List<ActionReply> replies(int i, EscalationState state, Instant now) {
        List<ActionReply> replies = new ArrayList<>(List.of(
                ActionReply.done(TYPED, Role.ICB_EXECUTIVE, now.minusSeconds(1)),
                ActionReply.done("ICS-3-01/QAA/2023-01-01T00:00:00Z", Role.ICB_EXECUTIVE, now)));
        state.actions().stream()
                .limit(2)
                .map(Action::id)
                .map(action -> i % 3 == 0
                        ? ActionReply.done(action, Role.ICB_EXECUTIVE, now)
                        : ActionReply.acknowledged(action, Role.ICB_EXECUTIVE, now))
                .forEach(replies::add);
        return replies;
    }

    private static JsonParts parts(String record) {
        return JsonParts.of(record).orElseThrow();
    }

    /** What somebody does who knows how the sum is made. */
    /** The record of the first step of a day, which is short. */
    private static String firstRecord(OpelEngine engine) {
        EscalationInputs inputs = EscalationInputs.of(HIERARCHY, HOURS)
                .withAssessments(List.of(Escalations.assessment(engine, ONE, MONDAY, 4)));
        return StepRecord.write(engine, EscalationState.none(), inputs, MONDAY);
    }

    @Test
    void every_step_of_a_year_is_computed_again_to_the_byte() {
        assertThat(YEAR).hasSize(STEPS).allSatisfy(played -> assertHolds(VERIFIER, played.record()));
        assertThat(YEAR.stream()
                        .flatMap(played -> played.taken().events().stream())
                        .map(EscalationEvent::kind))
                .as("this year shows nearly everything")
                .containsAll(EnumSet.complementOf(
                        EnumSet.of(EscalationEvent.Kind.ACTION_WITHDRAWN, EscalationEvent.Kind.INPUT_NOT_USED)));
    }

    @Test
    void a_record_holds_the_step_that_was_taken_but_for_the_texts_that_it_leaves_out() {
        for (Played played : YEAR) {
            JsonParts parts = parts(played.record());
            EscalationState after = OpelJson.readEscalationState(parts.objects().get("$.step.state"));
            EscalationState taken = played.taken().state();
            assertThat(after.at()).isEqualTo(taken.at());
            assertThat(after.causes()).isEqualTo(taken.causes());
            assertThat(after.notices()).isEqualTo(taken.notices());
            assertThat(after.actions().stream().map(Action::toString))
                    .isEqualTo(taken.actions().stream().map(Action::toString).toList());
            taken.units().forEach((code, unit) -> {
                assertThat(after.unit(code).orElseThrow())
                        .usingRecursiveComparison()
                        .ignoringFields("declared.by", "declared.reason")
                        .isEqualTo(unit);
            });
            List<EscalationEvent> events = played.taken().events();
            for (int i = 0; i < events.size(); i++) {
                EscalationEvent event = events.get(i);
                String path = "$.step.events[" + i + "].";
                assertThat(List.of(
                                parts.values().get(path + "kind"),
                                parts.values().get(path + "unit"),
                                parts.values().get(path + "at")))
                        .isEqualTo(List.of(
                                event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                event.unit().value(),
                                event.at().toString()));
            }
            assertThat(parts.objects()).doesNotContainKey("$.step.events[" + events.size() + "]");
        }
    }

    @Test
    void a_record_has_all_that_the_step_was_made_from() {
        EscalationStep step = ENGINE.advance(
                EscalationState.none(),
                EscalationInputs.of(Escalations.HIERARCHY)
                        .withAssessments(List.of(Escalations.assessment(ENGINE, ONE, MONDAY, 4))),
                MONDAY);
        JsonParts parts = parts(firstRecord(ENGINE));

        assertThat(parts.values())
                .containsEntry("$.now", "2024-01-08T10:00:00Z")
                .containsEntry("$.state.format", "opel.escalation-state/1")
                .containsEntry("$.hierarchy.links[1].minutes", "30")
                .containsEntry("$.hours.centres[0].shifts[0].until", "00:00")
                .containsEntry("$.hours.bankHolidays.moved[0]", "2012-05-28")
                .containsEntry("$.step.library", "0.1.0")
                .containsEntry("$.step.frameworks[0].framework.id", "nhse-opel-2023-24")
                .containsEntry("$.step.frameworks[0].units[7]", "Y01");
        assertThat(parts.objects().get("$.assessments[0].report"))
                .isEqualTo(OpelJson.write(Escalations.report(ONE, MONDAY, 4).build()));
        assertThat(withoutSum(parts.objects().get("$.step")))
                .isEqualTo(withoutSum(OpelJson.write(step)).replace("Unit ", ""));
    }

    /** A step without the sum of its state, which is of the names in it too. */
    private static String withoutSum(String step) {
        return step.replaceFirst(",\"sum\":\"sha256:[0-9a-f]{64}\"", "");
    }

    @Test
    void every_digit_counts() {
        assertEveryDigitCounts(VERIFIER, firstRecord(ENGINE));
    }

    @Test
    void every_input_counts_as_the_result_does() {
        String all = YEAR.stream().map(Played::record).collect(Collectors.joining("\n"));
        for (String change : List.of(
                "\"inForce\":4 > \"inForce\":3",
                "\"minutes\":30 > \"minutes\":31",
                "\"from\":\"07:30\" > \"from\":\"07:31\"",
                "\"added\":[\"2011-04-29\" > \"added\":[\"2011-04-28\"",
                "\"ga-bed-occupancy\":\"99\" > \"ga-bed-occupancy\":\"98\"",
                "\"kind\":\"critical incident\" > \"kind\":\"industrial action\"",
                "\"kind\":\"done\",\"by\":\"ICB executive\" > \"kind\":\"done\",\"by\":\"NHS England region\"",
                "\"aidAskedFor\":[\"RA1\", > \"aidAskedFor\":[",
                "\"unit\":\"RA2\",\"level\":3 > \"unit\":\"RA2\",\"level\":2",
                "\"text\":\"RA1 (RA1) > \"text\":\"RA2 (RA1)")) {
            String[] parts = change.split(" > ");
            String record = all.lines()
                    .filter(line -> line.contains(parts[0]))
                    .findFirst()
                    .orElseThrow();
            String changed = record.replace(parts[0], parts[1]);
            Verdict verdict = VERIFIER.verify(changed);
            assertThat(verdict.outcome()).as(change).isEqualTo(Verdict.Outcome.DIFFERS);
            assertThat(verdict.details().get(0)).as(change).isEqualTo("was changed after it was written");
        }
    }

    @Test
    void a_changed_result_is_named_with_its_path() {
        Verdict verdict = VERIFIER.verify(summedAnew(firstRecord(ENGINE).replace("\"inForce\":4", "\"inForce\":3")));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.DIFFERS);
        assertThat(verdict.details())
                .startsWith(
                        "is as it was written, but does not come out the same",
                        "$.step.state.units[3].inForce is \"3\" in the record and \"4\" when computed again");
    }

    @Test
    void a_name_that_is_put_into_a_record_is_found_although_it_changes_nothing_else() {
        String record = YEAR.get(8).record();
        assertThat(record).contains("\"by\":\"a role not recorded\"", "\"name\":\"RA1\"");

        assertThat(VERIFIER.verify(summedAnew(record.replace("\"by\":\"a role not recorded\"", "\"by\":\"A. Name\"")))
                        .outcome())
                .isEqualTo(Verdict.Outcome.DIFFERS);
        assertThat(VERIFIER.verify(summedAnew(record.replace("\"name\":\"RA1\"", "\"name\":\"A. Name\"")))
                        .outcome())
                .isEqualTo(Verdict.Outcome.DIFFERS);
    }

    @Test
    void what_cannot_be_taken_is_said_to_be_so() {
        String record = firstRecord(ENGINE);

        assertThat(VERIFIER.verify(YEAR.get(8).record().replaceFirst("\"now\":\"202\\d", "\"now\":\"2001"))
                        .details()
                        .get(0))
                .startsWith("cannot be computed again: The last step was at ");
        assertThat(VERIFIER.verify(record.replace("\"units\":[\"ENG\",", "\"units\":["))
                        .details())
                .containsExactly("cannot be computed again: $.step.frameworks names none for ENG");
        assertThat(VERIFIER.verify(record.replace("\"days\":\"weekdays\"", "\"days\":\"fridays\""))
                        .details())
                .containsExactly(
                        "cannot be computed again: $.hours.centres[0].shifts[0].days is \"fridays\", which is none");
        assertThat(VERIFIER.verify(YEAR.get(8)
                                .record()
                                .replace(
                                        "\"state\":{\"format\":\"opel.escalation-state/1\",\"at\":\"2024",
                                        "\"state\":{\"format\":\"opel.escalation-state/1\",\"at\":\"0024"))
                        .details()
                        .get(0))
                .startsWith("cannot be computed again: The last step was at 0024-");
    }

    @Test
    void a_record_of_rules_that_are_not_here_is_unverifiable_and_not_wrong() {
        RecordVerifier draftAlone =
                new RecordVerifier(List.of(BUNDLED.frameworks().frameworks().get(1)));
        EscalationState none = EscalationState.none();
        String ofTimeAlone = StepRecord.write(ENGINE, none, EscalationInputs.of(HIERARCHY), MONDAY);

        for (String record : List.of(firstRecord(ENGINE), ofTimeAlone)) {
            assertThat(draftAlone.verify(record).outcome()).isEqualTo(Verdict.Outcome.UNVERIFIABLE);
            assertThat(draftAlone.verify(record).details().get(0))
                    .startsWith(
                            "the rules that made it are not here: \"nhse-opel-2023-24 1.1.0\" with the digest sha256:");
        }
    }

    @Test
    void a_record_of_another_version_of_the_library_is_unverifiable() {
        Verdict verdict =
                VERIFIER.verify(firstRecord(ENGINE).replace("\"library\":\"0.1.0\"", "\"library\":\"0.0.9\""));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.UNVERIFIABLE);
        assertThat(verdict.details().get(0))
                .startsWith("it was made by version \"0.0.9\" of this library, and this is 0.1.0,");
    }

    @Test
    void a_record_holds_where_units_are_under_several_frameworks() throws IOException {
        Path adoptions = Files.writeString(folder.resolve("adoptions.yaml"), """
                format: opel.adoptions/1
                adoptions:
                  - { organisation: QAA, framework: nhse-opel-2024-26, from: 2025-06-18 }
                  - { organisation: RA1, framework: nhse-opel-2024-26, from: 2025-06-18 }
                """);
        OpelEngine engine =
                OpelRules.builder().bundled().allowDrafts().adoptions(adoptions).build();
        Instant now = Instant.parse("2025-03-03T10:00:00Z");
        List<Assessment> assessments = List.of(
                engine.assess(Escalations.report(ONE, now, 4)), Escalations.assessment(ENGINE, NEIGHBOUR, now, 3));
        SystemAssessment system = engine.aggregate(HIERARCHY, now, assessments, List.of());
        String record = StepRecord.write(
                engine, EscalationState.none(), EscalationInputs.of(HIERARCHY).withSystem(system), now);

        assertThat(parts(record).values())
                .containsEntry("$.step.frameworks[0].framework.id", "nhse-opel-2024-26")
                .containsEntry("$.step.frameworks[1].framework.id", "nhse-opel-2023-24")
                .containsEntry("$.step.frameworks[1].units[0]", "QAA")
                .containsEntry("$.systems[0].frameworks[1].units[0]", "QAA");
        assertHolds(VERIFIER, record);

        EscalationState state = engine.advance(
                        EscalationState.none(), EscalationInputs.of(HIERARCHY).withSystem(system), now)
                .state();
        String across =
                StepRecord.write(engine, state, EscalationInputs.of(HIERARCHY), Instant.parse("2025-06-18T10:00:00Z"));
        assertThat(parts(across).values())
                .containsEntry("$.step.frameworksUntil[0].until", "2025-06-17T23:00:00Z")
                .containsEntry("$.step.frameworksUntil[0].frameworks[1].units[0]", "QAA")
                .containsEntry("$.step.frameworks[0].framework.id", "nhse-opel-2024-26")
                .containsEntry("$.step.frameworks[0].units[1]", "QAA");
        assertHolds(VERIFIER, across);
    }

    @Test
    void a_long_id_of_an_action_and_a_system_of_fewer_units_do_no_harm() {
        ActionReply reply = ActionReply.done("A" + "-A".repeat(20_000) + "/QAA/2024", Role.ICB_EXECUTIVE, MONDAY);

        assertHolds(
                VERIFIER,
                StepRecord.write(
                        ENGINE,
                        EscalationState.none(),
                        EscalationInputs.of(HIERARCHY).withReplies(List.of(reply)),
                        MONDAY));

        Hierarchy fewer = new Hierarchy(
                HIERARCHY.weights(),
                HIERARCHY.units().stream()
                        .filter(unit ->
                                !unit.code().equals(OTHER_ICS) && !unit.code().equals(NEIGHBOUR))
                        .toList());
        SystemAssessment system = ENGINE.aggregate(fewer, MONDAY, List.of(), List.of());
        assertThatThrownBy(() -> StepRecord.write(
                        ENGINE,
                        EscalationState.none(),
                        EscalationInputs.of(HIERARCHY).withSystem(system),
                        MONDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are not those of the hierarchy that is given with them");
    }

    @Test
    void a_record_holds_where_a_provider_does_not_count() {
        List<Unit> units = new ArrayList<>(HIERARCHY.units());
        units.add(new Unit(
                OdsCode.of("RC1"),
                "Community",
                Tier.PROVIDER,
                ProviderType.COMMUNITY,
                List.of(new Membership(ICS, BigDecimal.ONE, new DateRange(LocalDate.of(2020, 1, 1), null)))));
        Hierarchy hierarchy = new Hierarchy(HIERARCHY.weights(), units, HIERARCHY.links());
        SystemAssessment system =
                ENGINE.aggregate(hierarchy, MONDAY, List.of(Escalations.assessment(ENGINE, ONE, MONDAY, 4)), List.of());

        String record = StepRecord.write(
                ENGINE, EscalationState.none(), EscalationInputs.of(hierarchy).withSystem(system), MONDAY);

        assertHolds(VERIFIER, record);
    }

    @Test
    void a_record_holds_where_trusts_change_hands_within_the_step() {
        List<Assessment> assessments = Escalations.PROVIDERS.stream()
                .map(provider -> Escalations.assessment(ENGINE, provider, MONDAY, 4))
                .toList();
        EscalationInputs inputs = EscalationInputs.of(Escalations.MERGING).withAssessments(assessments);
        EscalationState state =
                ENGINE.advance(EscalationState.none(), inputs, MONDAY).state();

        String record = StepRecord.write(
                ENGINE, state, EscalationInputs.of(Escalations.MERGING), MONDAY.plus(Duration.ofDays(3)));

        assertThat(parts(record).values())
                .containsEntry("$.step.frameworksUntil[0].until", "2024-01-09T00:00:00Z")
                .containsEntry("$.step.frameworksUntil[1].until", "2024-01-10T00:00:00Z");
        assertHolds(VERIFIER, record);
    }

    @Test
    void a_record_of_local_rules_holds_where_those_are_known() {
        OpelEngine local = Escalations.engine(folder, """
                rule "ONE-1 Call"
                when
                    a provider enters OPEL 4
                then
                    the provider duty manager must "call the centre" within 15 minutes
                    citing "Local plan", "page 1", which is assumed
                end
                """, "");
        String record = firstRecord(local);

        assertThat(record).contains("\"text\":\"call the centre\"");
        assertHolds(new RecordVerifier(local.frameworks().frameworks()), record);
        assertThat(VERIFIER.verify(record).outcome()).isEqualTo(Verdict.Outcome.UNVERIFIABLE);
    }

    @Test
    void what_a_record_cannot_hold_is_refused() {
        EscalationState late = ENGINE.advance(EscalationState.none(), EscalationInputs.of(HIERARCHY), MONDAY)
                .state();
        EscalationInputs elsewhere = EscalationInputs.of(
                        new Hierarchy(HIERARCHY.weights(), HIERARCHY.units().subList(0, 1)))
                .withSystem(ENGINE.aggregate(HIERARCHY, MONDAY, List.of(), List.of()));
        EscalationInputs seconds = EscalationInputs.of(new Hierarchy(
                HIERARCHY.weights(), HIERARCHY.units(), List.of(new Link(ONE, TWO, Duration.ofSeconds(90)))));

        assertThatThrownBy(() -> StepRecord.write(
                        ENGINE, late, EscalationInputs.of(HIERARCHY), MONDAY.plus(Duration.ofDays(367))))
                .isInstanceOf(StepTooLongException.class);
        assertThatThrownBy(() -> StepRecord.write(ENGINE, EscalationState.none(), elsewhere, MONDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The levels of the system at 2024-01-08T10:00:00Z are not those of the hierarchy that is given"
                                + " with them. Aggregate with that hierarchy.");
        assertThatThrownBy(() -> StepRecord.write(ENGINE, EscalationState.none(), seconds, MONDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The way from RA1 to RA2 takes PT1M30S, and a record holds ways of whole minutes, up to a day."
                                + " Round it.");
    }

    @Test
    void records_are_valid_under_their_schema_which_refuses_other_keys_and_names() {
        Schema schema = PublishedSchemas.schema("opel.record-1");
        for (Played played : YEAR) {
            assertThat(schema.validate(played.record(), InputFormat.JSON)).isEmpty();
        }
        String record = YEAR.get(8).record();
        for (String place : List.of(
                "\"format\"", "\"shifts\"", "\"added\"", "\"frameworks\"", "\"action\"", "\"kind\"", "\"sum\"")) {
            assertThat(schema.validate(record.replaceFirst(place, "\"who\":\"A. Name\"," + place), InputFormat.JSON))
                    .as(place)
                    .isNotEmpty();
        }
        for (String typed : List.of(
                "\"by\":\"a role not recorded\"",
                "\"by\":\"ICB executive\"",
                "\"name\":\"RA1\"",
                "\"because\":\"see the record of the step that raised it\"",
                "\"action\":\"not recorded\"")) {
            String key = typed.substring(0, typed.indexOf(':'));
            assertThat(record).contains(typed);
            assertThat(schema.validate(record.replace(typed, key + ":\"A. Name\""), InputFormat.JSON))
                    .as(typed)
                    .isNotEmpty();
        }
    }

    @Test
    void nothing_that_anybody_typed_is_in_a_record() {
        String all = YEAR.stream().map(played -> OpelJson.write(played.taken())).collect(Collectors.joining());

        assertThat(all)
                .as("while it is all over the steps")
                .contains(TYPED + " Unit", TYPED + " declared", TYPED + " says so");
        assertThat(YEAR).allSatisfy(played -> assertThat(played.record()).doesNotContain(TYPED));
    }

    /** What a schema lets be any text is a text of the rules or of this library, or is fixed in a record. */
    @Test
    void nothing_in_a_record_has_room_for_a_person() {
        assertThat(Stream.of("opel.escalation-state-1", "opel.escalation-step-1")
                        .flatMap(StepRecordTest::texts))
                .containsOnly(
                        // of the rule files: ids of rules, what they call for, where they come from
                        "rule",
                        "text",
                        "document",
                        "place",
                        // of local additions: what deviates, and who answers for it, in the words of the rule files
                        "what",
                        "owner",
                        // made by this library, of codes, times, numbers, roles and the above
                        "library",
                        "id",
                        "basis",
                        "reasons",
                        "because",
                        // why an action ended, likewise; why a level was declared, which a record leaves out
                        "reason",
                        // who declared a level, which a record leaves out
                        "by");
    }

    /** The names of the properties that a schema of escalations lets be any text. */
    private static Stream<String> texts(String schema) {
        Map<String, String> values = PublishedSchemas.values(schema);
        return values.entrySet().stream()
                .filter(entry ->
                        (entry.getKey().endsWith(".$ref") && entry.getValue().equals("#/$defs/text"))
                                || (entry.getKey().endsWith(".pattern")
                                        && entry.getValue().equals("\\S")))
                .map(entry -> entry.getKey()
                        .replaceAll(".*\\.properties\\.", "")
                        .replaceAll("(\\.items)?\\.(\\$ref|pattern)$", ""));
    }
}
