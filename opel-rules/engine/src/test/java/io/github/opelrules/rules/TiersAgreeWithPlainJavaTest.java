package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Fraction;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.Unit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tiers of 2023/24 written out by hand, with numbers typed a second time, against the rules. */
class TiersAgreeWithPlainJavaTest {

    private static final int SYSTEMS = 10_000;
    private static final int[] FIRST = {0, 11, 22, 33};
    private static final int[] LAST = {11, 22, 33, 44};

    @Test
    void rules_and_plain_java_give_every_unit_the_same_score_and_level() {
        OpelEngine engine = OpelRules.bundled();
        RandomSystems systems = new RandomSystems(engine);
        int compared = 0;
        for (int i = 0; i < SYSTEMS; i++) {
            RandomSystems.RandomSystem random = systems.next(i);
            SystemAssessment system =
                    engine.aggregate(random.hierarchy(), RandomSystems.AT, random.assessments(), random.declarations());
            for (TierAssessment part : system.stream().toList()) {
                End low = end(random, part.unit(), true);
                End high = end(random, part.unit(), false);
                assertThat(part.score().min()).isEqualTo(low.fraction());
                assertThat(part.score().max()).isEqualTo(high.fraction());
                assertThat(part.score().minIncluded()).isEqualTo(low.included);
                assertThat(part.score().maxIncluded()).isEqualTo(high.included);
                assertThat(part.level()).isEqualTo(Level.between(level(low, true), level(high, false)));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(SYSTEMS * 5);
    }

    /** One end of a range: a fraction that is never reduced, and whether the end itself is possible. */
    private record End(BigInteger over, BigInteger under, boolean included) {

        Fraction fraction() {
            return new Fraction(over, under);
        }

        int compareTo(int points) {
            return over.compareTo(under.multiply(BigInteger.valueOf(points)));
        }
    }

    private static End end(RandomSystems.RandomSystem system, Unit unit, boolean lower) {
        if (unit.tier() == Tier.PROVIDER) {
            return provider(system, unit.code(), lower);
        }
        List<Hierarchy.Member> members = new ArrayList<>();
        for (Unit other : system.hierarchy().units()) {
            other.memberships().stream()
                    .filter(membership -> membership.parent().equals(unit.code()))
                    .forEach(membership -> members.add(new Hierarchy.Member(other, membership.weight())));
        }
        if (members.isEmpty()) {
            return whole(lower ? 0 : 44, true);
        }
        BigInteger over = BigInteger.ZERO;
        BigInteger under = BigInteger.ONE;
        BigInteger weights = BigInteger.ZERO;
        boolean included = true;
        for (Hierarchy.Member member : members) {
            End part = end(system, member.unit(), lower);
            BigInteger weight = member.weight().toBigIntegerExact();
            over = over.multiply(part.under).add(part.over.multiply(under).multiply(weight));
            under = under.multiply(part.under);
            weights = weights.add(weight);
            included &= part.included;
        }
        return new End(over, under.multiply(weights), included);
    }

    private static End provider(RandomSystems.RandomSystem system, OdsCode code, boolean lower) {
        for (Assessment assessment : system.assessments()) {
            if (assessment.report().organisation().equals(code)) {
                return whole(
                        lower ? assessment.score().min() : assessment.score().max(), true);
            }
        }
        for (Declaration declaration : system.declarations()) {
            if (declaration.unit().equals(code)) {
                int number = declaration.level().number();
                return lower ? whole(FIRST[number - 1], number == 1) : whole(LAST[number - 1], true);
            }
        }
        return whole(lower ? 0 : 44, true);
    }

    private static End whole(int points, boolean included) {
        return new End(BigInteger.valueOf(points), BigInteger.ONE, included);
    }

    private static OpelLevel level(End end, boolean lower) {
        for (int i = 0; i < 3; i++) {
            int comparison = end.compareTo(LAST[i]);
            if (comparison < 0 || (comparison == 0 && !(lower && !end.included))) {
                return OpelLevel.values()[i];
            }
        }
        return OpelLevel.OPEL_4;
    }
}
