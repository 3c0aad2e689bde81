package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.Duty;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationEvent.Kind;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens in a step, in order. */
final class Events {

    private final List<EscalationEvent> all = new ArrayList<>();

    /** Tells of something that time or people had happen. */
    void tell(Kind kind, OdsCode unit, Instant at, String text) {
        all.add(EscalationEvent.of(kind, unit, at, text));
    }

    /** Tells of a duty, and of the rule that had it happen, if one did. */
    void tell(Kind kind, @Nullable ProtocolRule rule, Duty duty, Instant at, String text) {
        all.add(new EscalationEvent(kind, duty.unit(), at, text, id(rule), duty.citation(), null, duty, List.of()));
    }

    void tellInformed(ProtocolRule rule, @Nullable Role informed, OdsCode unit, Instant at, String text) {
        all.add(new EscalationEvent(
                Kind.ROLE_INFORMED, unit, at, text, rule.id(), rule.citation(), informed, null, List.of()));
    }

    void tellOfAid(@Nullable ProtocolRule rule, OdsCode unit, Instant at, String text, List<AidProposal> proposals) {
        all.add(new EscalationEvent(
                Kind.MUTUAL_AID_PROPOSED,
                unit,
                at,
                text,
                id(rule),
                rule == null ? null : rule.citation(),
                null,
                null,
                proposals));
    }

    private static @Nullable String id(@Nullable ProtocolRule rule) {
        return rule == null ? null : rule.id();
    }

    List<EscalationEvent> all() {
        return all;
    }
}
