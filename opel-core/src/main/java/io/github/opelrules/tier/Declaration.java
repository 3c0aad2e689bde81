package io.github.opelrules.tier;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The level that people say a unit is at. It stands beside what the rules calculate and never replaces it.
 *
 * @param unit the ODS code of the unit
 * @param level the level
 * @param by the role that declared it, such as {@code SCC duty manager}; never a person's name
 * @param at from when it holds, until the next declaration
 * @param reason why, where that was said
 */
public record Declaration(
        OdsCode unit,
        OpelLevel level,
        String by,
        Instant at,
        @Nullable String reason) {

    /** @throws IllegalArgumentException if the role, or a reason that is given, is blank or not one line of plain text, or the time is of
     *     no year from 0000 to 9999 */
    public Declaration {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(by, "by");
        Forms.requireTime(at, "at");
        if (by.isBlank() || (reason != null && reason.isBlank())) {
            throw new IllegalArgumentException("The declaration of " + level + " for " + unit
                    + " needs the role that declared it, and a reason or none");
        }
        if (Words.hasControlCharacter(by) || (reason != null && Words.hasControlCharacter(reason))) {
            throw new IllegalArgumentException("The declaration of " + level + " for " + unit
                    + " has a line break or another control character in its role or reason: write each in one line");
        }
    }
}
