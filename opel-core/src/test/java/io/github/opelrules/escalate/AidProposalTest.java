package io.github.opelrules.escalate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Stretch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AidProposalTest {

    private static final Instant SINCE = Instant.parse("2024-01-08T08:00:00Z");

    private static AidProposal proposal(List<Role> agreement) {
        return new AidProposal(
                OdsCode.of("RB1"),
                Duration.ofMinutes(40),
                OpelLevel.OPEL_2,
                SINCE,
                new Stretch(new BigDecimal("92.5"), new BigDecimal("92.5")),
                agreement,
                "it has beds");
    }

    @Test
    void itKeepsWhoMustAgreeWhateverBecomesOfTheList() {
        List<Role> roles = new ArrayList<>(List.of(Role.ICB_DIRECTOR_ON_CALL));

        AidProposal proposal = proposal(roles);
        roles.clear();

        assertThat(proposal.agreement()).containsExactly(Role.ICB_DIRECTOR_ON_CALL);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> proposal(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("agreement");
    }
}
