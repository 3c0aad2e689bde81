package io.github.opelrules.escalate;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import java.util.Objects;

/**
 * A team that staffs system coordination centres (SCCs): an ICB's own, or one that sells it hours.
 *
 * @param id lower-case words joined by hyphens, such as {@code evening-desk}, or an ODS code: that of an ICB is its own team
 */
public record Team(String id) {

    /** @throws IllegalArgumentException if the id is not of that form */
    public Team {
        Objects.requireNonNull(id, "id");
        if (!isId(id)) {
            throw new IllegalArgumentException(Words.quoted(id) + " is not the id of a team: expected lower-case words"
                    + " joined by hyphens, such as evening-desk, or the ODS code of an organisation, such as QXX.");
        }
    }

    /** The own team of an ICB. */
    public static Team ownOf(OdsCode ics) {
        return new Team(ics.value());
    }

    /** Whether a text is of the {@linkplain Team form of an id}. */
    public static boolean isId(String text) {
        return Forms.isId(text) || OdsCode.isCode(text);
    }

    @Override
    public String toString() {
        return id;
    }
}
