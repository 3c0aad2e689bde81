package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.assess.Level;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationState.Cause;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.tier.Declaration;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back to an equal value, whatever characters its texts have, and is valid under its schema. */
class WrittenAndReadTest {

    private static final Schema STATE = PublishedSchemas.schema("opel.escalation-state-1");
    private static final Schema STEP = PublishedSchemas.schema("opel.escalation-step-1");
    private static final Schema EVENT = PublishedSchemas.schema("opel.escalation-event-1");
    private static final Schema ACTION = PublishedSchemas.schema("opel.action-1");
    private static final Schema REPLY = PublishedSchemas.schema("opel.action-reply-1");
    private static final Schema NOTICE = PublishedSchemas.schema("opel.notice-1");
    private static final Schema DECLARATION = PublishedSchemas.schema("opel.declaration-1");

    private static final OdsCode UNIT = OdsCode.of("QXX");
    private static final Framework FRAMEWORK =
            OpelRules.bundled().frameworks().frameworks().get(0);
    private static final Instant AT = Instant.parse("2024-01-08T10:00:00.000000001Z");

    /** Texts of every kind, and all that has ever been read as something else. */
    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(8),
                Arbitraries.of(
                        "",
                        " ",
                        " at both ends ",
                        "“quotes”",
                        "‘quotes’",
                        "`backticks`",
                        "\"straight\"",
                        "back\\slash",
                        "{a: b}",
                        "# no comment",
                        "- no list",
                        "tab\tand\nlines\r",
                        "\u0000",
                        "\u0085",
                        "\u2028\u2029",
                        "\uFFFE",
                        "\uFEFFmark",
                        "😀",
                        "\uD83D",
                        "\uDE00\uD83D",
                        "\uD83D\uD83D\uDE00"));
    }

    @Provide
    static Arbitrary<String> lines() {
        return texts().filter(text -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl));
    }

    private static <T> void assertReadAsWritten(
            T value, Function<T, String> write, Function<String, T> read, Schema schema) {
        String json = write.apply(value);
        String sent = new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(read.apply(sent)).isEqualTo(value);
        assertThat(write.apply(read.apply(sent))).isEqualTo(json);
        assertThat(schema.validate(sent, InputFormat.JSON)).isEmpty();
    }

    private static Action action(String text, String line, boolean ended) {
        return new Action(
                text,
                text + line,
                UNIT,
                ended
                        ? Action.Holder.of(Role.ICB_EXECUTIVE)
                        : new Action.Holder(Role.SCC_DUTY_MANAGER, Team.ownOf(UNIT)),
                !ended,
                line + text,
                AT,
                Duration.ofMinutes(30),
                AT.plusSeconds(1800),
                new Citation(new Source(line, line + text), Assurance.ASSUMED),
                text,
                List.of(new Action.Handover(
                        new Action.Holder(Role.SCC_DUTY_MANAGER, new Team("evening-desk")),
                        Action.Holder.of(Role.ICB_EXECUTIVE),
                        AT,
                        Action.Handover.Reason.OUT_OF_HOURS)),
                ended ? AT : null,
                ended,
                ended ? new Action.Ending(Action.Ending.Kind.STOOD_DOWN, AT, text) : null);
    }

    private static EscalationEvent event(String text, String line, boolean aboutAction) {
        return new EscalationEvent(
                text,
                aboutAction ? EscalationEvent.Kind.ACTION_STOOD_DOWN : EscalationEvent.Kind.MUTUAL_AID_PROPOSED,
                UNIT,
                AT,
                text,
                aboutAction ? null : text,
                new Citation(new Source(line, line), Assurance.PUBLISHED),
                Role.NATIONAL_OPERATIONS,
                aboutAction ? action(text, line, true) : null,
                List.of(new AidProposal(
                        UNIT,
                        Duration.ofMinutes(25),
                        OpelLevel.OPEL_2,
                        AT,
                        Stretch.of(new BigDecimal("91.50")),
                        List.of(Role.ICB_EXECUTIVE),
                        text)));
    }

    private static EscalationState state(String text, String line) {
        UnitState unit = new UnitState(
                UNIT,
                AT,
                OpelLevel.OPEL_1,
                Map.of(OpelLevel.OPEL_1, AT),
                Map.of(OpelLevel.OPEL_2, AT, OpelLevel.OPEL_3, AT, OpelLevel.OPEL_4, AT),
                AT,
                AT,
                new UnitState.Latest(
                        new Level.Undetermined(List.of(text, line)),
                        AT,
                        AT,
                        text,
                        List.of(ParameterId.of("ga-bed-occupancy")),
                        new UnitState.Restart(
                                Map.of(ParameterId.of("ambulance-handover-mean"), Stretch.of(new BigDecimal("4.50"))),
                                Map.of(ParameterId.of("ambulance-handover-mean"), Stretch.of(new BigDecimal("70"))),
                                new Level.Between(OpelLevel.OPEL_2, OpelLevel.OPEL_3),
                                true)),
                new Declaration(UNIT, OpelLevel.OPEL_4, line, AT, line),
                AT,
                Map.of(
                        ParameterId.of("ga-bed-occupancy"),
                        new UnitState.ReadingState(
                                new Stretch(
                                        new BigDecimal("-0.00000000000000000000000000000000005"),
                                        new BigDecimal("1234567890123456789012345678901234567890.5")),
                                AT,
                                true,
                                Map.of("above 45", AT))));
        return new EscalationState(
                AT,
                2,
                Map.of(UNIT, unit),
                List.of(new Cause(text, UNIT, AT)),
                List.of(action(text, line, false)),
                List.of(new Notice(UNIT, Notice.Kind.PUBLIC_EVENT, AT, AT)),
                List.of(new EscalationState.Given(AT, Set.of("XpZ4v9c_1-aB", "abcdefghijkl"))),
                Set.of(FRAMEWORK.digest()));
    }

    @Property(tries = 300)
    void an_action(@ForAll("texts") String text, @ForAll("lines") String line, @ForAll boolean ended) {
        assertReadAsWritten(action(text, line, ended), OpelJson::write, OpelJson::readAction, ACTION);
    }

    @Property(tries = 300)
    void an_event(@ForAll("texts") String text, @ForAll("lines") String line, @ForAll boolean aboutAction) {
        assertReadAsWritten(event(text, line, aboutAction), OpelJson::write, OpelJson::readEscalationEvent, EVENT);
    }

    @Property(tries = 300)
    void a_reply(@ForAll("texts") String action, @ForAll ActionReply.Kind kind, @ForAll Role role) {
        assertReadAsWritten(new ActionReply(action, kind, role, AT), OpelJson::write, OpelJson::readActionReply, REPLY);
    }

    @Property(tries = 100)
    void a_notice(@ForAll Notice.Kind kind, @ForAll boolean ends) {
        assertReadAsWritten(
                new Notice(UNIT, kind, AT, ends ? AT : null), OpelJson::write, OpelJson::readNotice, NOTICE);
    }

    @Property(tries = 300)
    void a_declaration(@ForAll("lines") String by, @ForAll("lines") String reason, @ForAll boolean reasoned) {
        assertReadAsWritten(
                new Declaration(UNIT, OpelLevel.OPEL_3, by, AT, reasoned ? reason : null),
                OpelJson::write,
                OpelJson::readDeclaration,
                DECLARATION);
    }

    @Property(tries = 300)
    void a_state(@ForAll("texts") String text, @ForAll("lines") String line) {
        assertReadAsWritten(state(text, line), OpelJson::write, OpelJson::readEscalationState, STATE);
    }

    @Property(tries = 300)
    void a_step(@ForAll("texts") String text, @ForAll("lines") String line) {
        EscalationStep step = new EscalationStep(
                state(text, line),
                List.of(event(text, line, true), event(text, line, false)),
                Map.of(UNIT, FRAMEWORK),
                Map.of(AT, Map.of(UNIT, FRAMEWORK, OdsCode.of("QYY"), FRAMEWORK)),
                line.isEmpty() ? null : AT);

        assertReadAsWritten(step, OpelJson::write, json -> OpelJson.readEscalationStep(json, List.of(FRAMEWORK)), STEP);
    }
}
