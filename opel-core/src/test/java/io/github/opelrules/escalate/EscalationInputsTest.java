package io.github.opelrules.escalate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscalationInputsTest {

    private static final OdsCode CODE = OdsCode.of("EXN");
    private static final Instant AT = ActionTest.RAISED;
    private static final Hierarchy HIERARCHY =
            new Hierarchy(Hierarchy.Weights.EQUAL, List.of(new Unit(CODE, "England", Tier.NATION, null, List.of())));

    @Test
    void eachKindOfInputIsAddedToWhatIsThere() {
        SystemAssessment system = new SystemAssessment(AT, List.of(), List.of());
        Declaration declaration = new Declaration(CODE, OpelLevel.OPEL_3, "national operations", AT, null);
        Notice notice = new Notice(CODE, Notice.Kind.INDUSTRIAL_ACTION, AT, null);
        ActionReply one = ActionReply.acknowledged("an action", Role.ICB_EXECUTIVE, AT);
        ActionReply other = ActionReply.done("an action", Role.ICB_EXECUTIVE, AT);

        EscalationInputs inputs = EscalationInputs.of(HIERARCHY)
                .withAssessments(List.of())
                .withSystem(system)
                .withDeclarations(List.of(declaration))
                .withNotices(List.of(notice))
                .withReplies(List.of(one))
                .withReplies(List.of(other))
                .askingAidFor(List.of(CODE));

        assertThat(inputs.hours()).isEqualTo(StaffedHours.standard());
        assertThat(inputs.assessments()).isEmpty();
        assertThat(inputs.systems()).containsExactly(system);
        assertThat(inputs.declarations()).containsExactly(declaration);
        assertThat(inputs.notices()).containsExactly(notice);
        assertThat(inputs.replies()).containsExactly(one, other);
        assertThat(inputs.aidAskedFor()).containsExactly(CODE);
        assertThat(inputs.withOnlyReplies(List.of(other)).replies()).containsExactly(other);
        assertThat(inputs.withOnlyReplies(List.of(other)).notices()).containsExactly(notice);
    }

    @Test
    void aNoticeIsInForceFromItsBeginningUntilItsEnd() {
        Notice notice = new Notice(CODE, Notice.Kind.CRITICAL_INCIDENT, AT, AT.plusSeconds(60));

        assertThat(notice.isInForce(AT.minusSeconds(1))).isFalse();
        assertThat(notice.isInForce(AT)).isTrue();
        assertThat(notice.isInForce(AT.plusSeconds(59))).isTrue();
        assertThat(notice.isInForce(AT.plusSeconds(60))).isFalse();
        assertThat(new Notice(CODE, Notice.Kind.PUBLIC_EVENT, AT, null).isInForce(AT.plusSeconds(1_000_000)))
                .isTrue();
    }

    @Test
    void aNoticeIsReplacedByAnotherOfTheSameBeginning() {
        Notice open = new Notice(CODE, Notice.Kind.CRITICAL_INCIDENT, AT, null);
        Notice over = new Notice(CODE, Notice.Kind.CRITICAL_INCIDENT, AT, AT.plusSeconds(60));

        assertThat(over.replaces(open)).isTrue();
        assertThat(new Notice(CODE, Notice.Kind.PUBLIC_EVENT, AT, null).replaces(open))
                .isFalse();
        assertThat(Notice.Kind.ofTitle("critical incident")).contains(Notice.Kind.CRITICAL_INCIDENT);
        assertThat(Notice.Kind.ofTitle("picnic")).isEmpty();
    }

    @Test
    void aNoticeThatIsOverBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new Notice(CODE, Notice.Kind.PUBLIC_EVENT, AT, AT.minusSeconds(1)))
                .hasMessage("The public event of EXN is over, 2024-01-08T17:29:59Z, before it begins,"
                        + " 2024-01-08T17:30:00Z");
    }

    @Test
    void clocksDifferByAFewSecondsOrAsTheHostSaysUpToFiveMinutes() {
        EscalationInputs inputs = EscalationInputs.of(HIERARCHY);

        assertThat(inputs.clockTolerance()).isEqualTo(Duration.ofSeconds(5));
        assertThat(inputs.withClockTolerance(Duration.ofMinutes(5)).clockTolerance())
                .isEqualTo(Duration.ofMinutes(5));
        assertThatThrownBy(() -> inputs.withClockTolerance(Duration.ofSeconds(301)))
                .hasMessage("Clocks differ by PT0S to PT5M, not by PT5M1S. Set the clock that is further off.");
        assertThatThrownBy(() -> inputs.withClockTolerance(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStepBeforeTheLastOneSaysHowToMendIt() {
        assertThat(TimeGoesBackwardsException.step(AT, AT.minusSeconds(1)))
                .hasMessage("The last step was at 2024-01-08T17:30:00Z, and this one would be at 2024-01-08T17:29:59Z,"
                        + " before it. Give the time as it is now; what is told late counts from its own time.");
    }
}
