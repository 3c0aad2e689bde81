package io.github.opelrules.rules;

import static io.github.opelrules.rules.Escalations.HIERARCHY;
import static io.github.opelrules.rules.Escalations.ICS;
import static io.github.opelrules.rules.Escalations.MONDAY;
import static io.github.opelrules.rules.Escalations.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.DutyReply;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Role;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.check.InvalidRulesException;
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
            if (!state.duties().isEmpty()) {
                String duty = state.duties().get(0).id();
                inputs = inputs.withReplies(List.of(
                        hour % 3 == 0
                                ? DutyReply.done(duty, Role.ICB_EXECUTIVE, now)
                                : DutyReply.acknowledged(duty, Role.ICB_EXECUTIVE, now)));
            }
            EscalationStep step = ENGINE.advance(state, inputs, now);
            STEPS.add(step);
            state = step.state();
        }
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Escalations.shipped("schema/" + name + ".schema.json"), InputFormat.JSON);
    }

    @Test
    void states_and_steps_are_valid_under_their_schemas_and_with_another_key_they_are_not() {
        Schema state = schema("opel.escalation-state-1");
        Schema step = schema("opel.escalation-step-1");
        StringBuilder all = new StringBuilder();
        for (EscalationStep each : STEPS) {
            String json = OpelJson.write(each);
            all.append(json);
            assertThat(step.validate(json, InputFormat.JSON)).isEmpty();
            assertThat(state.validate(OpelJson.write(each.state()), InputFormat.JSON))
                    .isEmpty();
        }
        for (String key : List.of(
                "held",
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
    void every_state_of_the_day_is_read_as_it_was_written() {
        for (EscalationStep step : STEPS) {
            assertThat(OpelJson.readEscalationState(OpelJson.write(step.state())))
                    .isEqualTo(step.state());
        }
        assertThat(OpelJson.readEscalationState(OpelJson.write(EscalationState.none())))
                .isEqualTo(EscalationState.none());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "format":"opel.escalation-state/1" | "format":"opel.escalation-state/2" | OPEL-012 The format is "opel.escalation-state/2".
            "knownSince":                      | "knowsSince":                      | OPEL-020 "knowsSince" is not a key of an entry of "units". Did you mean "knownSince"?
            "role":"SCC duty manager"          | "role":"porter"                    | "porter" is no role: expected SCC duty manager or such.
            "kind":"industrial action"         | "kind":"picnic"                    | "picnic" is no kind of notice: expected critical incident or such.
            "held":3                           | "held":5                           | OPEL-036
            "within":"PT1H"                    | "within":"an hour"                 | OPEL-037
            "dueAt":"2024                      | "dueAt":"in 2024                   | is not a time with an offset
            "assurance":"unverified"           | "assurance":"sure"                 | OPEL-038
            """)
    void a_state_that_was_tampered_with_is_refused_with_what_is_wrong(String old, String text, String message) {
        String json = STEPS.stream()
                .map(step -> OpelJson.write(step.state()))
                .filter(state -> state.contains(old))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> OpelJson.readEscalationState(json.replaceFirst(Pattern.quote(old), text)))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageContaining(message);
    }

    @Test
    void what_is_no_state_at_all_is_refused() {
        assertThatThrownBy(() -> OpelJson.readEscalationState("[]")).isInstanceOf(InvalidRulesException.class);
        assertThatThrownBy(() -> OpelJson.readEscalationState("{")).isInstanceOf(InvalidRulesException.class);
        assertThatThrownBy(() -> OpelJson.readEscalationState("")).isInstanceOf(InvalidRulesException.class);
    }
}
