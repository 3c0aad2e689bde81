package io.github.opelrules.escalate;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A neighbour that could help. It is a proposal: people decide.
 *
 * @param helper the provider that could help
 * @param travel how far it is
 * @param level the level that it is at
 * @param since since when it has been at just that level
 * @param occupancy its own reading of the occupancy of its general and acute beds, in percent
 * @param agreement the roles that must agree, because the way leads across a border; none within one ICS
 * @param because why it could help, as a sentence
 */
public record AidProposal(
        OdsCode helper,
        Duration travel,
        OpelLevel level,
        Instant since,
        Stretch occupancy,
        List<Role> agreement,
        String because) {

    public AidProposal {
        Objects.requireNonNull(helper, "helper");
        Objects.requireNonNull(travel, "travel");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(occupancy, "occupancy");
        Objects.requireNonNull(agreement, "agreement");
        Objects.requireNonNull(because, "because");
        agreement = List.copyOf(agreement);
    }
}
