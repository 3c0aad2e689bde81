package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationState.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which inputs were given before this step, and which are with it: each for two days since it was last given. */
final class Memory {

    private static final Duration KEPT = Duration.ofDays(2);

    private final Instant now;
    private final List<Given> before;
    private final Map<Instant, Set<String>> givenAgain = new HashMap<>();
    private final Set<String> givenNow = new TreeSet<>();

    Memory(EscalationState state, Instant now) {
        this.now = now;
        this.before = state.given().stream()
                .filter(given -> !given.at().plus(KEPT).isBefore(now))
                .toList();
    }

    /** Whether an input was given before, be it with this step; if so, it is remembered anew from now. */
    boolean knows(String sum) {
        if (givenNow.contains(sum)) {
            return true;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            Given given = before.get(i);
            if (given.sums().contains(sum)) {
                givenAgain.computeIfAbsent(given.at(), each -> new HashSet<>()).add(sum);
                givenNow.add(sum);
                return true;
            }
        }
        return false;
    }

    void remember(String sum) {
        givenNow.add(sum);
    }

    /** Whether an input is given for the first time; it is remembered either way. */
    boolean isNew(String sum) {
        boolean known = knows(sum);
        remember(sum);
        return !known;
    }

    /** What is remembered after this step. */
    List<Given> given() {
        List<Given> all = new ArrayList<>();
        Set<String> ofNow = new TreeSet<>(givenNow);
        for (Given given : before) {
            Set<String> left = given.sums();
            Set<String> again = givenAgain.get(given.at());
            if (again != null) {
                left = new HashSet<>(left);
                left.removeAll(again);
            }
            if (given.at().equals(now)) {
                ofNow.addAll(left);
            } else if (!left.isEmpty()) {
                all.add(again == null ? given : new Given(given.at(), left));
            }
        }
        if (!ofNow.isEmpty()) {
            all.add(new Given(now, ofNow));
        }
        return all;
    }
}
