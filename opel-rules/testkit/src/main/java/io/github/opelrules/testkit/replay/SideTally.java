package io.github.opelrules.testkit.replay;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.LevelAgreement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is counted of one of the two alone. */
final class SideTally {

    private final ReplaySide side;
    private final Set<String> frameworks = new LinkedHashSet<>();
    private final Map<ParameterId, Long> leftOut = new TreeMap<>();
    private final SortedMap<LevelAgreement.Pair, Long> agreement = new TreeMap<>();
    private long incomparable;

    SideTally(ReplaySide side) {
        this.side = side;
    }

    /**
     * Counts what came of a report.
     *
     * @param declared what was declared last of its provider; how old that may be the framework says that scored the report
     * @param at when it was observed
     */
    void count(Outcome.OnSide outcome, Optional<Declaration> declared, Instant at) {
        outcome.leftOut().forEach(parameter -> leftOut.merge(parameter, 1L, Long::sum));
        Level level = outcome.level();
        String framework = outcome.framework();
        if (level == null || framework == null) {
            return;
        }
        frameworks.add(framework);
        declared.filter(said -> !said.at()
                        .isBefore(at.minus(side.framework(framework).maxAge().value())))
                .ifPresent(said -> LevelAgreement.Pair.of(level, said.level())
                        .ifPresentOrElse(pair -> agreement.merge(pair, 1L, Long::sum), () -> incomparable++));
    }

    List<Framework> frameworks() {
        return frameworks.stream().map(side::framework).toList();
    }

    List<LeftOut> leftOut() {
        List<LeftOut> all = new ArrayList<>();
        leftOut.forEach((parameter, reports) -> all.add(new LeftOut(parameter, side.side(), reports)));
        return all;
    }

    LevelAgreement agreement() {
        return new LevelAgreement(agreement, incomparable);
    }
}
