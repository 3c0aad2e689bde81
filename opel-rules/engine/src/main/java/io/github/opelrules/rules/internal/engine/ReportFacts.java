package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.rules.internal.engine.fact.Award;
import io.github.opelrules.rules.internal.engine.fact.Doubtful;
import io.github.opelrules.rules.internal.engine.fact.Notice;
import io.github.opelrules.rules.internal.engine.fact.ScoredLevel;
import io.github.opelrules.rules.internal.engine.fact.ScoredParameter;
import io.github.opelrules.rules.internal.engine.fact.Sum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rules said of one report. */
final class ReportFacts {

    private final Map<ScoredParameter, Award> awards = new HashMap<>();
    private final Map<@Nullable ScoredParameter, Sum> sums = new HashMap<>();
    private final Map<ScoredParameter, Doubtful> doubts = new HashMap<>();
    private final Map<ScoredParameter, List<Notice>> notices = new HashMap<>();
    private @Nullable ScoredLevel verdict;

    /** @throws IllegalStateException if they said two things of one */
    ReportFacts(Collection<?> facts) {
        for (Object fact : facts) {
            Object other = null;
            if (fact instanceof Award award) {
                other = awards.put(award.parameter(), award);
            } else if (fact instanceof Doubtful doubtful) {
                other = doubts.put(doubtful.parameter(), doubtful);
            } else if (fact instanceof Sum sum) {
                other = sums.put(sum.next(), sum);
            } else if (fact instanceof ScoredLevel decided) {
                other = verdict;
                verdict = decided;
            } else if (fact instanceof Notice notice) {
                notices.computeIfAbsent(notice.parameter(), parameter -> new ArrayList<>(1))
                        .add(notice);
            }
            if (other != null) {
                throw new IllegalStateException("The scoring rules say both " + other + " and " + fact);
            }
        }
    }

    /** @throws IllegalStateException if they said nothing of that */
    Award award(ScoredParameter parameter) {
        return required(awards.get(parameter), "what " + parameter + " scores");
    }

    /** That its reading is doubtful; null where it is not. */
    @Nullable
    Doubtful doubt(ScoredParameter parameter) {
        return doubts.get(parameter);
    }

    /** The points of all parameters before one, or of all: the same exception. */
    Sum sum(@Nullable ScoredParameter next) {
        return required(sums.get(next), "what the points add up to");
    }

    /** The level: the same exception. */
    ScoredLevel verdict() {
        return required(verdict, "the level");
    }

    /** What there is to tell of the thresholds on a parameter. */
    List<Notice> notices(ScoredParameter parameter) {
        return notices.getOrDefault(parameter, List.of());
    }

    private static <T> T required(@Nullable T fact, String what) {
        if (fact == null) {
            throw new IllegalStateException("The scoring rules do not say " + what + ": they are incomplete");
        }
        return fact;
    }
}
