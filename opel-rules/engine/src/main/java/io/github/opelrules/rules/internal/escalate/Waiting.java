package io.github.opelrules.rules.internal.escalate;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the rules wait for: when they ask whether something has lasted for a time, and it has not yet, it is noted when it will have. */
final class Waiting {

    private final NavigableSet<Instant> ends = new TreeSet<>();

    /** Whether something has lasted for so long; it has not where it is not so. */
    boolean hasLasted(@Nullable Instant since, Duration time, Instant now) {
        if (since == null) {
            return false;
        }
        Instant end = since.plus(time);
        if (now.isBefore(end)) {
            ends.add(end);
            return false;
        }
        return true;
    }

    void forget() {
        ends.clear();
    }

    /** The first time after one at which something that was asked about will have lasted for long enough; null where there is none. */
    @Nullable
    Instant firstAfter(Instant after) {
        return ends.higher(after);
    }
}
