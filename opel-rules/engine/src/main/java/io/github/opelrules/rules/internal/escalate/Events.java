package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationEvent.Kind;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Role;
import io.github.opelrules.internal.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happens in a step, in order, each with its id. */
final class Events {

    private final List<EscalationEvent> all = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private Instant found = Instant.MIN;
    private String foundText = "";
    private int round;

    /**
     * Begins a round.
     *
     * @param at when
     * @param before how many rounds were at that time before
     */
    void begin(Instant at, int before) {
        found = at;
        foundText = at.toString();
        round = before;
    }

    /**
     * Tells of something that time or people had happen.
     *
     * @param what by what it differs from others of the kind, of the unit and of the time: not in what units are called, so that the
     *     record of a step has the same ids
     */
    void tell(Kind kind, OdsCode unit, Instant at, String text, @Nullable Object... what) {
        all.add(new EscalationEvent(id(kind, unit, at, what), kind, unit, at, text, null, null, null, null, List.of()));
    }

    /** Tells of an action, and of the rule that had it happen, if one did. */
    void tell(Kind kind, @Nullable ProtocolRule rule, Action action, Instant at, String text) {
        Action.Ending ending = action.ending();
        all.add(new EscalationEvent(
                id(
                        kind,
                        action.unit(),
                        at,
                        id(rule),
                        action.id(),
                        action.role(),
                        action.dueAt(),
                        action.handovers().size(),
                        action.acknowledgedAt(),
                        action.overdue(),
                        ending == null ? null : ending.kind()),
                kind,
                action.unit(),
                at,
                text,
                id(rule),
                action.citation(),
                null,
                action,
                List.of()));
    }

    /** @param of what the role is informed of */
    void tellInformed(ProtocolRule rule, @Nullable Role informed, String of, OdsCode unit, Instant at, String text) {
        all.add(new EscalationEvent(
                id(Kind.ROLE_INFORMED, unit, at, rule.id(), informed, of),
                Kind.ROLE_INFORMED,
                unit,
                at,
                text,
                rule.id(),
                rule.citation(),
                informed,
                null,
                List.of()));
    }

    void tellOfAid(@Nullable ProtocolRule rule, OdsCode unit, Instant at, String text, List<AidProposal> proposals) {
        String what = proposals.stream()
                .map(proposal ->
                        InputDigest.of(proposal.helper(), proposal.level(), proposal.since(), proposal.occupancy()))
                .collect(Collectors.joining());
        all.add(new EscalationEvent(
                id(Kind.MUTUAL_AID_PROPOSED, unit, at, id(rule), what),
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

    private String id(Kind kind, OdsCode unit, Instant at, @Nullable Object... what) {
        String event = Words.hyphenated(kind) + "/" + unit + "/" + (at.equals(found) ? foundText : at) + "/";
        @Nullable Object[] all = Arrays.copyOf(what, what.length + 3);
        all[what.length] = foundText;
        all[what.length + 1] = round;
        for (int n = 1; ; n++) {
            all[what.length + 2] = n;
            String id = event + InputDigest.of(all);
            if (ids.add(id)) {
                return id;
            }
        }
    }

    private static @Nullable String id(@Nullable ProtocolRule rule) {
        return rule == null ? null : rule.id();
    }

    List<EscalationEvent> all() {
        return all;
    }
}
