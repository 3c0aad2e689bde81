package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.Duty;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationEvent.Kind;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.OdsCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens in a step, in order. */
final class Events {

    private final List<EscalationEvent> all = new ArrayList<>();

    void tell(Kind kind, OdsCode unit, Instant at, String text) {
        tell(kind, unit, at, text, null, List.of());
    }

    void tell(Kind kind, Duty duty, Instant at, String text) {
        all.add(new EscalationEvent(kind, duty.unit(), at, text, duty.citation(), duty, List.of()));
    }

    void tell(
            Kind kind,
            OdsCode unit,
            Instant at,
            String text,
            @Nullable Citation citation,
            List<AidProposal> proposals) {
        all.add(new EscalationEvent(kind, unit, at, text, citation, null, proposals));
    }

    List<EscalationEvent> all() {
        return all;
    }
}
