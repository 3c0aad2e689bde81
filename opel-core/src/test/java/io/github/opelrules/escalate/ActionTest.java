package io.github.opelrules.escalate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.escalate.Action.Ending;
import io.github.opelrules.escalate.Action.Handover;
import io.github.opelrules.escalate.Action.Holder;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionTest {

    static final Instant RAISED = Instant.parse("2024-01-08T17:30:00Z");

    static final Action ACTION = new Action(
            "ICS-3-01/QXX/2024-01-08T17:30:00Z",
            "ICS-3-01",
            OdsCode.of("QXX"),
            new Holder(Role.SCC_DUTY_MANAGER, new Team("evening-desk")),
            true,
            "convene a system call",
            RAISED,
            Duration.ofMinutes(30),
            RAISED.plus(Duration.ofMinutes(30)),
            new Citation(new Source("A framework", "ICS actions"), Assurance.UNVERIFIED),
            "the ICS enters OPEL 3",
            List.of(),
            null,
            false,
            null);

    @Test
    void itSaysWhoMustDoWhatByWhen() {
        assertThat(ACTION)
                .hasToString("SCC duty manager of evening-desk must convene a system call by 2024-01-08T18:00:00Z");
    }

    @Test
    void whatMustBeConsideredSaysSo() {
        Action considered = new Action(
                ACTION.id(),
                ACTION.rule(),
                ACTION.unit(),
                ACTION.holder(),
                false,
                "asking for help",
                ACTION.raisedAt(),
                ACTION.within(),
                ACTION.dueAt(),
                ACTION.citation(),
                ACTION.because(),
                List.of(),
                null,
                false,
                null);

        assertThat(considered)
                .hasToString("SCC duty manager of evening-desk must consider asking for help by 2024-01-08T18:00:00Z");
    }

    @Test
    void escalatedItRemembersWhoHadItAndHasAnotherTime() {
        Instant at = ACTION.dueAt();
        Action passed = ACTION.transferred(
                Holder.of(Role.ICB_DIRECTOR_ON_CALL), at, Handover.Reason.NOT_ACKNOWLEDGED, at.plus(ACTION.within()));

        assertThat(passed.role()).isEqualTo(Role.ICB_DIRECTOR_ON_CALL);
        assertThat(passed.dueAt()).isEqualTo(Instant.parse("2024-01-08T18:30:00Z"));
        assertThat(passed.handovers())
                .containsExactly(new Handover(
                        ACTION.holder(), Holder.of(Role.ICB_DIRECTOR_ON_CALL), at, Handover.Reason.NOT_ACKNOWLEDGED));
        assertThat(passed.isOpen()).isTrue();
    }

    @Test
    void itCanBeAcknowledgedAndRunOutOfTimeAndEnds() {
        Action ended = ACTION.acknowledged(RAISED).withTimeOver().ended(Ending.Kind.DONE, RAISED, "so it was said");

        assertThat(ended.acknowledgedAt()).isEqualTo(RAISED);
        assertThat(ended.overdue()).isTrue();
        assertThat(ended.ending()).isEqualTo(new Ending(Ending.Kind.DONE, RAISED, "so it was said"));
        assertThat(ended.isOpen()).isFalse();
    }

    @Test
    void onlyTheManagerOfACentreIsOfATeam() {
        assertThatThrownBy(() -> new Holder(Role.ICB_EXECUTIVE, new Team("evening-desk")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Only the SCC duty manager is of a team, but this is the ICB executive of evening-desk");
    }
}
