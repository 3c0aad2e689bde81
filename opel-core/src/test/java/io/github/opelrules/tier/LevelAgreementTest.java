package io.github.opelrules.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.tier.LevelAgreement.Pair;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelAgreementTest {

    /** Cells such as {@code 3/4 x20}: calculated, declared, how often; {@code 2-4/3} for a range. */
    private static LevelAgreement of(String cells) {
        SortedMap<Pair, Long> counts = new TreeMap<>();
        for (String cell : cells.split(", ")) {
            String[] parts = cell.split("[/x]");
            String[] range = parts[0].split("-");
            counts.put(
                    new Pair(level(range[0]), level(range[range.length - 1]), level(parts[1].strip())),
                    Long.valueOf(parts[2]));
        }
        return new LevelAgreement(counts, 0);
    }

    private static OpelLevel level(String number) {
        return OpelLevel.ofNumber(Integer.parseInt(number)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 0",
        "1, 1, 3, 2",
        "3, 3, 1, -2",
        "2, 4, 1, -1",
        "2, 4, 2, 0",
        "2, 4, 3, 0",
        "2, 4, 4, 0",
        "1, 3, 4, 1"
    })
    void a_declared_level_within_the_range_agrees_and_outside_it_differs_from_the_nearest_end(
            String best, String worst, String declared, int difference) {
        assertThat(LevelAgreement.difference(Level.between(level(best), level(worst)), level(declared)))
                .hasValue(difference);
    }

    @Test
    void nothing_is_compared_where_no_level_can_be_given() {
        Level unknown = new Level.Undetermined(List.of("Bands are not known"));

        assertThat(LevelAgreement.difference(unknown, OpelLevel.OPEL_1)).isEmpty();
        assertThat(Pair.of(unknown, OpelLevel.OPEL_1)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pair(OpelLevel.OPEL_2, OpelLevel.OPEL_1, OpelLevel.OPEL_1))
                .withMessage("A level cannot be between OPEL 2 and OPEL 1");
    }

    /**
     * The example that every textbook has, with two levels: 20 and 15 of 50 agree. One says yes 25 times and the other 30 times, so by
     * chance 0.5 × 0.6 + 0.5 × 0.4 = 0.5 agree; (0.7 - 0.5) / (1 - 0.5) = 0.4.
     */
    @Test
    void kappa_is_as_worked_by_hand() {
        LevelAgreement agreement = of("3/3 x20, 3/4 x5, 4/3 x10, 4/4 x15");

        assertThat(agreement.agreeing()).isEqualTo(35);
        assertThat(agreement.kappa()).hasValue(new BigDecimal("0.4000"));
        assertThat(agreement.mostDeclared()).hasValue(OpelLevel.OPEL_3);
        assertThat(agreement.agreeingWithMostDeclared()).isEqualTo(30);
        assertThat(agreement.toText("days"))
                .isEqualTo(
                        "35 of 50 days (70.0 %); always saying OPEL 3 would agree on 30 (60.0 %); Cohen's kappa 0.40");
    }

    /**
     * Three levels, of 100 days: calculated 30, 40 and 30 times, declared 25, 45 and 30 times; 75 agree. By chance 0.3 × 0.25 + 0.4 ×
     * 0.45 + 0.3 × 0.3 = 0.345 do; (0.75 - 0.345) / 0.655 = 0.61832…
     */
    @Test
    void kappa_of_three_levels_is_as_worked_by_hand() {
        assertThat(of("1/1 x20, 1/2 x10, 2/1 x5, 2/2 x30, 2/3 x5, 3/2 x5, 3/3 x25")
                        .kappa())
                .hasValue(new BigDecimal("0.6183"));
    }

    @Test
    void kappa_is_1_where_all_agree_0_where_one_of_the_two_never_changes_and_less_where_they_contradict() {
        assertThat(of("1/1 x3, 2/2 x1").kappa()).hasValue(new BigDecimal("1.0000"));
        assertThat(of("3/3 x8, 3/4 x2").kappa()).hasValue(new BigDecimal("0.0000"));
        assertThat(of("3/4 x5, 4/3 x5").kappa()).hasValue(new BigDecimal("-1.0000"));
    }

    @Test
    void kappa_is_not_defined_where_both_are_always_at_one_level() {
        LevelAgreement agreement = of("3/3 x9");

        assertThat(agreement.kappa()).isEmpty();
        assertThat(agreement.toText("days"))
                .isEqualTo(
                        "9 of 9 days (100 %); always saying OPEL 3 would agree on 9 (100 %); Cohen's kappa is not defined");
    }

    @Test
    void two_that_are_always_apart_at_one_level_each_agree_as_chance_has_it() {
        assertThat(of("3/4 x9").kappa()).hasValue(new BigDecimal("0.0000"));
    }

    @Test
    void kappa_is_of_exact_levels_alone_and_says_of_how_many() {
        LevelAgreement agreement = of("3/3 x20, 3/4 x5, 4/3 x10, 4/4 x15, 1-4/2 x50");

        assertThat(agreement.compared()).isEqualTo(100);
        assertThat(agreement.agreeing()).isEqualTo(85);
        assertThat(agreement.agreeingInRange()).isEqualTo(50);
        assertThat(agreement.exact()).isEqualTo(50);
        assertThat(agreement.kappa()).hasValue(new BigDecimal("0.4000"));
        assertThat(agreement.toText("days"))
                .isEqualTo(
                        "85 of 100 days (85.0 %), 50 of them within a range; always saying OPEL 2 would agree on 50 (50.0 %);"
                                + " Cohen's kappa 0.40, of the 50 days with an exact level");
    }

    @Test
    void nothing_compared_is_nothing_said() {
        LevelAgreement agreement = new LevelAgreement(new TreeMap<>(), 4);

        assertThat(agreement.kappa()).isEmpty();
        assertThat(agreement.mostDeclared()).isEmpty();
        assertThat(agreement.agreeingWithMostDeclared()).isZero();
        assertThat(agreement.toText("days")).isEqualTo("0 of 0 days");
    }

    @Test
    void of_two_levels_that_were_declared_equally_often_the_better_is_told() {
        assertThat(of("1/4 x2, 1/2 x2").mostDeclared()).hasValue(OpelLevel.OPEL_2);
    }

    /** By the definition, in floating point and from the single days. */
    @Property
    void kappa_is_what_its_definition_says(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 15) Integer> days) {
        SortedMap<Pair, Long> counts = new TreeMap<>();
        double agreeing = 0;
        double[] calculated = new double[4];
        double[] declared = new double[4];
        for (int day : days) {
            OpelLevel one = OpelLevel.values()[day / 4];
            OpelLevel other = OpelLevel.values()[day % 4];
            counts.merge(new Pair(one, one, other), 1L, Long::sum);
            agreeing += one == other ? 1.0 / days.size() : 0;
            calculated[one.ordinal()] += 1.0 / days.size();
            declared[other.ordinal()] += 1.0 / days.size();
        }
        double byChance = 0;
        for (int level = 0; level < 4; level++) {
            byChance += calculated[level] * declared[level];
        }
        LevelAgreement agreement = new LevelAgreement(counts, 0);

        if (days.stream().distinct().count() == 1 && agreeing > 0) {
            assertThat(agreement.kappa()).isEmpty();
        } else {
            double kappa = (agreeing - byChance) / (1 - byChance);
            assertThat(agreement.kappa().orElseThrow().doubleValue()).isBetween(kappa - 6e-5, kappa + 6e-5);
        }
    }
}
