package io.github.opelrules.rules;

import static io.github.opelrules.rules.Escalations.HIERARCHY;
import static io.github.opelrules.rules.Escalations.ICS;
import static io.github.opelrules.rules.Escalations.MONDAY;
import static io.github.opelrules.rules.Escalations.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Role;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.tier.Declaration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States and steps as JSON. */
class EscalationJsonTest {

    private static final OpelEngine ENGINE = OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
    private static final List<Framework> FRAMEWORKS = ENGINE.frameworks().frameworks();
    private static final List<EscalationStep> STEPS = new ArrayList<>();

    /** A day with something of everything. */
    @BeforeAll
    static void play() {
        EscalationState state = EscalationState.none();
        for (int hour = 0; hour < 26; hour++) {
            Instant now = MONDAY.plus(Duration.ofHours(hour));
            List<Assessment> assessments = new ArrayList<>();
            for (int i = 0; i < 4 && hour != 12; i++) {
                int level = i == 3 ? 1 : 1 + (hour + i) / 3 % 4;
                SituationReport.Builder report = Escalations.report(Escalations.PROVIDERS.get(i), now, level);
                assessments.add(ENGINE.assess(
                        hour == 5 && i == 0
                                ? SituationReport.of(ONE, report.build().providerType())
                                        .observedAt(now)
                                        .recordedAt(now)
                                : report));
            }
            EscalationInputs inputs = hour == 12
                    ? EscalationInputs.of(HIERARCHY)
                    : Escalations.inputs(ENGINE, now, assessments)
                            .withDeclarations(List.of(
                                    new Declaration(ICS, OpelLevel.OPEL_4, "ICB executive", now, "ambulances wait")))
                            .withNotices(List.of(
                                    new Notice(ICS, Notice.Kind.INDUSTRIAL_ACTION, now, now.plusSeconds(7200))));
            if (!state.actions().isEmpty()) {
                String action = state.actions().get(0).id();
                inputs = inputs.withReplies(List.of(
                        hour % 3 == 0
                                ? ActionReply.done(action, Role.ICB_EXECUTIVE, now)
                                : ActionReply.acknowledged(action, Role.ICB_EXECUTIVE, now)));
            }
            EscalationStep step = ENGINE.advance(state, inputs, now);
            STEPS.add(step);
            state = step.state();
        }
    }

    @Test
    void states_and_steps_are_valid_under_their_schemas_and_with_another_key_they_are_not() {
        Schema state = PublishedSchemas.schema("opel.escalation-state-1");
        Schema step = PublishedSchemas.schema("opel.escalation-step-1");
        StringBuilder all = new StringBuilder();
        for (EscalationStep each : STEPS) {
            String json = OpelJson.write(each);
            all.append(json);
            assertThat(step.validate(json, InputFormat.JSON)).isEmpty();
            assertThat(state.validate(OpelJson.write(each.state()), InputFormat.JSON))
                    .isEmpty();
        }
        for (String key : List.of(
                "inForce",
                "reached",
                "below",
                "latest",
                "unknown",
                "declared",
                "differSince",
                "handovers",
                "ending",
                "proposals",
                "notices",
                "causes",
                "acknowledgedAt",
                "overdue",
                "recordedAt",
                "readings",
                "reason")) {
            assertThat(all).as("this day shows everything").contains("\"" + key + "\":");
        }
        String json = OpelJson.write(STEPS.get(9));
        for (String place : List.of("\"format\"", "\"knownSince\"", "\"observedAt\"", "\"kind\"", "\"document\"")) {
            assertThat(step.validate(json.replaceFirst(place, "\"other\":\"1\"," + place), InputFormat.JSON))
                    .as(place)
                    .isNotEmpty();
        }
    }

    @Test
    void every_state_step_and_event_of_the_day_is_read_as_it_was_written() {
        for (EscalationStep step : STEPS) {
            assertThat(OpelJson.readEscalationState(OpelJson.write(step.state())))
                    .isEqualTo(step.state());
            assertThat(OpelJson.readEscalationStep(OpelJson.write(step), FRAMEWORKS))
                    .isEqualTo(step);
            assertThat(step.events())
                    .allSatisfy(event -> assertThat(OpelJson.readEscalationEvent(OpelJson.write(event)))
                            .isEqualTo(event));
        }
        assertThat(OpelJson.readEscalationState(OpelJson.write(EscalationState.none())))
                .isEqualTo(EscalationState.none());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "format":"opel.escalation-state/1" | "format":"opel.escalation-state/2" | OPEL-012 The format is "opel.escalation-state/2".
            "knownSince":                      | "knowsSince":                      | OPEL-020 "knowsSince" is not a key of an entry of "units". Did you mean "knownSince"?
            "role":"SCC duty manager"          | "role":"porter"                    | "porter" is not known for "role". Known: provider duty manager, SCC duty manager,
            "kind":"industrial action"         | "kind":"picnic"                    | "picnic" is not known for "kind". Known: critical incident, industrial action,
            "mandatory":true                   | "mandatory":"yes"                  | "mandatory" is "yes". Expected true or false.
            "since":                           | "since":null,"since":              | OPEL-021 "since" stands twice, first in line 1.
            "inForce":3                           | "inForce":5                           | OPEL-036
            "within":"PT1H"                    | "within":"an hour"                 | OPEL-037
            "dueAt":"2024                      | "dueAt":"in 2024                   | is not a time with an offset
            "assurance":"unverified"           | "assurance":"sure"                 | "sure" is not known for "assurance".
            """)
    void a_state_that_was_tampered_with_is_refused_with_what_is_wrong(String old, String text, String message) {
        String json = STEPS.stream()
                .map(step -> OpelJson.write(step.state()))
                .filter(state -> state.contains(old))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> OpelJson.readEscalationState(json.replaceFirst(Pattern.quote(old), text)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void everything_that_is_wrong_with_a_state_is_listed_with_its_place() {
        String json = OpelJson.write(STEPS.get(9).state());
        String wrong = json.replace("\"inForce\":", "\n\"inforce\":").replace("\"role\":\"", "\n\"role\":\"chief ");

        assertThatThrownBy(() -> OpelJson.readEscalationState(wrong))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.what()).isEqualTo("escalation state");
                    assertThat(e.findings().stream().map(Finding::code)).contains("OPEL-020", "OPEL-039");
                    assertThat(e.findings().stream().map(Finding::line).distinct())
                            .hasSizeGreaterThan(3);
                })
                .hasMessageStartingWith("The escalation state cannot be used because of ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "dueAt":"2024-         | "dueAt":"2099-
            "mandatory":true       | "mandatory":false
            "rule":"               | "rule":"X
            ,"sum":"sha256:        | ,"sum":"sha256:0
            """)
    void a_state_that_was_edited_is_taken_on_only_on_purpose(String old, String text) {
        String json = OpelJson.write(STEPS.get(9).state());
        assertThat(json).contains(old);
        String edited = json.replaceFirst(Pattern.quote(old), text);

        assertThatThrownBy(() -> OpelJson.readEscalationState(edited))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "The escalation state cannot be used because of 1 problem:\n  escalation state:1:")
                .hasMessageContaining(
                        "OPEL-017 The state is not what its sum says, so it was changed after it was written.")
                .hasMessageEndingWith(
                        "to take on one that was edited on purpose, read it with readEditedEscalationState.");
        EscalationState taken = OpelJson.readEditedEscalationState(edited);
        assertThat(OpelJson.readEscalationState(OpelJson.write(taken))).isEqualTo(taken);
    }

    @Test
    void a_state_without_a_sum_is_refused_and_one_that_was_only_laid_out_anew_is_not() {
        String json = OpelJson.write(STEPS.get(9).state());

        assertThatThrownBy(() -> OpelJson.readEscalationState(json.replaceFirst(",\"sum\":\"[^\"]*\"", "")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The state has no sum");
        assertThat(OpelJson.readEscalationState(json.replace("\":", "\" :\n\t")))
                .isEqualTo(STEPS.get(9).state());
    }

    @Test
    void a_step_of_frameworks_that_are_not_given_is_refused() {
        assertThatThrownBy(() -> OpelJson.readEscalationStep(OpelJson.write(STEPS.get(9)), List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("It was made by \"nhse-opel-2023-24\" \"1.1.0\" with the digest sha256:")
                .hasMessageContaining("and no framework that is given has it. Give those that made it.");
    }

    @Test
    void what_is_no_state_at_all_is_refused() {
        assertRefused("[]", "1:1: OPEL-023 Found a list where the state belongs.");
        assertRefused("{", "1:2: OPEL-016 This is not JSON: the text ends before an object");
        assertRefused("", "1:1: OPEL-005 There is nothing here.");
        assertRefused("{} {}", "1:4: OPEL-016 This is not JSON: more follows here behind the end.");
        assertRefused("{\"at\": nothing}", "1:8: OPEL-016 This is not JSON: it cannot go on with \"nothing}\".");
        assertRefused("{'at': 1}", "OPEL-016 This is not JSON: it cannot go on with");
        assertRefused("[".repeat(100_000), "OPEL-010 Values are nested deeper than 20 levels here.");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> OpelJson.readEscalationState(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("escalation state:" + (message.startsWith("1") ? message : "1:"))
                .hasMessageContaining(message);
    }
}
