package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.framework.Role;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a protocol rule calls for.
 *
 * @param kind what
 * @param role of whom; null where that is no role's
 * @param text what to do or to know, or the rule whose duties are stood down
 * @param within in what time; null where there is none
 */
record Call(
        Kind kind,
        @Nullable Role role,
        String text,
        @Nullable Duration within) {

    enum Kind {
        MUST,
        MUST_CONSIDER,
        INFORM,
        INFORM_BY_EXCEPTION,
        STAND_DOWN,
        PROPOSE_AID
    }
}
