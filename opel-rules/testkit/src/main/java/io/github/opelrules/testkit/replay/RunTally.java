package io.github.opelrules.testkit.replay;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.OpelLevel;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The longest runs at each level, of the reports of one organisation in the order of their times. */
final class RunTally {

    private final Map<OpelLevel, Run> longest = new EnumMap<>(OpelLevel.class);
    private @Nullable OpelLevel level;
    private @Nullable Run run;

    void count(LocalDate day, @Nullable Level known) {
        if (!(known instanceof Level.Exact exact)) {
            run = null;
            return;
        }
        Run before = run;
        boolean goesOn = before != null
                && exact.level() == level
                && !day.isAfter(before.to().plusDays(1));
        Run now = goesOn && before != null ? new Run(before.from(), day, before.reports() + 1) : new Run(day, day, 1);
        level = exact.level();
        run = now;
        longest.merge(exact.level(), now, (most, next) -> next.isLongerThan(most) ? next : most);
    }

    Map<OpelLevel, Run> longest() {
        return longest;
    }
}
