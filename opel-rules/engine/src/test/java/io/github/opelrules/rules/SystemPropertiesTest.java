package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.report.Reading;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every system, whatever its shape. */
class SystemPropertiesTest {

    private static final OpelEngine ENGINE = OpelRules.bundled();
    private static final RandomSystems SYSTEMS = new RandomSystems(ENGINE);

    @Property(tries = 60)
    void a_mean_lies_between_its_lowest_and_its_highest_part(@ForAll @IntRange(max = 100_000) int seed) {
        assess(next(seed)).stream().filter(part -> !part.parts().isEmpty()).forEach(part -> {
            assertThat(part.score().min())
                    .isBetween(
                            part.parts().stream()
                                    .map(child -> child.score().min())
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow(),
                            part.parts().stream()
                                    .map(child -> child.score().min())
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow());
            assertThat(part.score().max())
                    .isLessThanOrEqualTo(part.parts().stream()
                            .map(child -> child.score().max())
                            .max(Comparator.naturalOrder())
                            .orElseThrow());
        });
    }

    @Property(tries = 60)
    void a_worse_provider_never_makes_anything_better(@ForAll @IntRange(max = 100_000) int seed) {
        RandomSystems.RandomSystem system = next(seed);
        for (int i = 0; i < system.assessments().size(); i++) {
            Assessment assessment = system.assessments().get(i);
            List<Assessment> worse = new ArrayList<>(system.assessments());
            worse.set(
                    i,
                    ENGINE.assess(assessment
                            .report()
                            .with(
                                    assessment
                                            .contributions()
                                            .get(6)
                                            .parameter()
                                            .id(),
                                    Reading.of(new BigDecimal("99")))));
            if (worse.get(i).score().min() < assessment.score().min()
                    || worse.get(i).score().max() < assessment.score().max()) {
                continue; // what was not known before has become known
            }
            SystemAssessment after =
                    assess(new RandomSystems.RandomSystem(system.hierarchy(), worse, system.declarations()));
            assess(system).stream().filter(part -> part.pillar() == null).forEach(before -> {
                TierAssessment now = after.unit(before.unit().code()).orElseThrow();
                assertThat(now.score().min())
                        .isGreaterThanOrEqualTo(before.score().min());
                assertThat(now.score().max())
                        .isGreaterThanOrEqualTo(before.score().max());
                assertThat(worst(now)).isGreaterThanOrEqualTo(worst(before));
            });
        }
    }

    @Property(tries = 60)
    void taking_a_report_away_only_widens(@ForAll @IntRange(max = 100_000) int seed) {
        RandomSystems.RandomSystem system = next(seed);
        SystemAssessment known = assess(system);
        for (Assessment away : system.assessments()) {
            List<Assessment> fewer = new ArrayList<>(system.assessments());
            fewer.remove(away);
            OdsCode code = away.report().organisation();
            SystemAssessment less = assess(new RandomSystems.RandomSystem(
                    system.hierarchy(),
                    fewer,
                    system.declarations().stream()
                            .filter(declaration -> !declaration.unit().equals(code))
                            .toList()));
            known.stream()
                    .forEach(part -> assertThat(less.unit(part.unit().code())
                                    .orElseThrow()
                                    .score()
                                    .contains(part.score()))
                            .as("%s without %s", part.name(), code)
                            .isTrue());
        }
    }

    @Property(tries = 60)
    void order_does_not_matter_and_the_same_again_is_equal_to_the_byte(@ForAll @IntRange(max = 100_000) int seed) {
        RandomSystems.RandomSystem system = next(seed);
        List<Assessment> assessments = new ArrayList<>(system.assessments());
        List<Unit> units = new ArrayList<>(system.hierarchy().units());
        Collections.shuffle(assessments, new Random(seed));
        Collections.shuffle(units, new Random(seed));

        String once = OpelJson.write(assess(system));

        assertThat(OpelJson.write(assess(system))).isEqualTo(once);
        assertThat(OpelJson.write(assess(new RandomSystems.RandomSystem(
                        new Hierarchy(system.hierarchy().weights(), units), assessments, system.declarations()))))
                .isEqualTo(once);
    }

    @Property(tries = 60)
    void weights_in_another_unit_give_the_same(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 2, max = 1000) int factor) {
        RandomSystems.RandomSystem system = next(seed);
        List<Unit> scaled = system.hierarchy().units().stream()
                .map(unit -> new Unit(
                        unit.code(),
                        unit.name(),
                        unit.tier(),
                        unit.providerType(),
                        unit.memberships().stream()
                                .map(membership -> new Membership(
                                        membership.parent(),
                                        membership.weight().multiply(BigDecimal.valueOf(factor)),
                                        membership.dates()))
                                .toList()))
                .toList();
        SystemAssessment after = assess(new RandomSystems.RandomSystem(
                new Hierarchy(Hierarchy.Weights.RELATIVE, scaled), system.assessments(), system.declarations()));

        assertThat(after.stream().map(part -> part.score() + " " + part.level()))
                .containsExactlyElementsOf(assess(system).stream()
                        .map(part -> part.score() + " " + part.level())
                        .toList());
    }

    @Property(tries = 20)
    void a_level_does_not_count_where_anything_below_it_was_pinned(@ForAll @IntRange(max = 100_000) int seed) {
        RandomSystems.RandomSystem system = next(seed);
        OpelEngine pinned = ENGINE.pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
        List<Assessment> again = pinned.assessAll(
                system.assessments().stream().map(Assessment::report).toList());
        SystemAssessment whatIf =
                assess(new RandomSystems.RandomSystem(system.hierarchy(), again, system.declarations()));

        assertThat(assess(system).isWhatIf()).isFalse();
        assertThat(OpelJson.write(assess(system))).doesNotContain("\"whatIf\"");
        assertThat(whatIf.isWhatIf()).isEqualTo(!whatIf.assessments().isEmpty());
        assertThat(OpelJson.write(whatIf).contains(",\"whatIf\":true,")).isEqualTo(whatIf.isWhatIf());
        whatIf.stream()
                .forEach(part -> assertThat(part.isWhatIf())
                        .isEqualTo(part.stream().anyMatch(below -> below.assessment() != null)));
    }

    private static OpelLevel worst(TierAssessment part) {
        return part.level().atWorst().orElseThrow();
    }

    private static RandomSystems.RandomSystem next(int seed) {
        return SYSTEMS.next(seed);
    }

    private static SystemAssessment assess(RandomSystems.RandomSystem system) {
        return ENGINE.aggregate(system.hierarchy(), RandomSystems.AT, system.assessments(), system.declarations());
    }
}
