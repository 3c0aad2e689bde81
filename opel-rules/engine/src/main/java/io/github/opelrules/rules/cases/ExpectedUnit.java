package io.github.opelrules.rules.cases;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.tier.TierAssessment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must come out for one unit of a system. What is null may be anything.
 *
 * @param levels the calculated level: one where it must be exact, two for a range from best to worst; null where it may be
 *     anything
 * @param never levels that must not be possible
 * @param score the scores that it may have, as {@linkplain io.github.opelrules.framework.ScoreRange#toString() written}, with up
 *     to four decimals
 * @param code how its score was had
 * @param declared the level that stands beside the calculated one
 */
public record ExpectedUnit(
        @Nullable List<OpelLevel> levels,
        SortedSet<OpelLevel> never,
        @Nullable String score,
        @Nullable ReasonCode code,
        @Nullable OpelLevel declared) {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    public ExpectedUnit {
        levels = levels == null ? null : List.copyOf(levels);
        never = Collections.unmodifiableSortedSet(new TreeSet<>(never));
        score = score == null
                ? null
                : NUMBER.matcher(score)
                        .replaceAll(number -> new BigDecimal(number.group())
                                .stripTrailingZeros()
                                .toPlainString());
    }

    /** What of it a unit does not hold to, each as a sentence without its full stop; empty where it holds. */
    List<String> differencesFrom(UnitName name, TierAssessment unit) {
        List<String> differences = new ArrayList<>();
        ExpectedLevel.differences(levels, never, unit.level())
                .forEach(difference -> differences.add(difference.replaceFirst("^level", "level of " + name)));
        if (score != null && !score.equals(unit.score().toString())) {
            differences.add("score of " + name + ": expected " + score + ", found " + unit.score());
        }
        if (code != null && code != unit.code()) {
            differences.add("code of " + name + ": expected " + code + ", found " + unit.code());
        }
        OpelLevel found = unit.declared() == null ? null : unit.declared().level();
        if (declared != null && declared != found) {
            differences.add("declared level of " + name + ": expected " + declared + ", found "
                    + (found == null ? "none" : found));
        }
        return differences;
    }
}
