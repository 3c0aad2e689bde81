package io.github.opelrules.testkit.coverage;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoreRange;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.tier.TierScale;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One ICS with a provider of some types, each of which reports its level itself; and the scores that makes. */
final class TierSystem {

    private static final String ICS = "QXX";

    private final Map<ProviderType, OpelLevel> reported;
    private final ScoreRange score;

    private TierSystem(Map<ProviderType, OpelLevel> reported, ScoreRange score) {
        this.reported = reported;
        this.score = score;
    }

    /** A single provider, with the scores of the level that it reports. */
    static TierSystem of(TierScale scale, Map<ProviderType, OpelLevel> reported) {
        return new TierSystem(
                reported, covered(scale, reported.values().iterator().next()));
    }

    /** An ICS of such providers. */
    static TierSystem of(TierScale scale, Map<ProviderType, OpelLevel> reported, TierRules rules) {
        List<ScoreRange.Weighted> parts = new ArrayList<>();
        reported.forEach((type, level) -> parts.add(
                new ScoreRange.Weighted(rules.pillars().getOrDefault(type, BigDecimal.ONE), covered(scale, level))));
        return new TierSystem(reported, ScoreRange.mean(parts));
    }

    private static ScoreRange covered(TierScale scale, OpelLevel level) {
        return scale.of(new Level.Exact(level)).orElseThrow();
    }

    /** {@code above 11 to 22}. */
    String text() {
        return score.toString();
    }

    CaseText ofProvider(String name) {
        return of(name, code(0));
    }

    CaseText ofIcs(String name) {
        return of(name, ICS);
    }

    /** That a provider counts in some way, whose level was declared so long ago. */
    CaseText ofAge(String name, Duration age, String code) {
        return of(name, level -> "{ level: " + level.number() + ", age: " + age + " }")
                .expect(code(0), CaseText.map(Map.of("code", code)));
    }

    private CaseText of(String name, String unit) {
        return of(name, level -> String.valueOf(level.number())).expect(unit, CaseText.map(Map.of("score", text())));
    }

    private CaseText of(String name, Function<OpelLevel, String> declaration) {
        List<String> units = new ArrayList<>(List.of("{ unit: " + ICS + ", is: ics }"));
        Map<String, String> declared = new LinkedHashMap<>();
        reported.forEach((type, level) -> {
            String code = code(declared.size());
            units.add("{ unit: " + code + ", is: " + type.id() + ", of: " + ICS + " }");
            declared.put(code, declaration.apply(level));
        });
        return new CaseText(name)
                .with("system", "[" + String.join(", ", units) + "]")
                .with("declared", CaseText.map(declared));
    }

    private static String code(int index) {
        return ICS + "0" + (index + 1);
    }
}
