package io.github.opelrules.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void a_third_of_thirty_three_is_eleven_however_it_is_reached() {
        Fraction twoThirds = fraction(32, 3);
        Fraction mean = twoThirds.plus(twoThirds).plus(fraction(35, 3)).dividedBy(Fraction.of(3));

        assertThat(mean).isEqualTo(Fraction.of(11)).hasToString("11");
    }

    @Test
    void equal_values_are_equal_fractions() {
        assertThat(fraction(4, 6)).isEqualTo(fraction(2, 3));
        assertThat(Fraction.of(new BigDecimal("0.50"))).isEqualTo(fraction(1, 2));
        assertThat(Fraction.of(new BigDecimal("1E+2"))).isEqualTo(Fraction.of(100));
        assertThat(fraction(0, 7)).isEqualTo(Fraction.ZERO).hasToString("0");
    }

    @Test
    void as_text_it_has_four_decimals_at_most() {
        assertThat(fraction(1, 3)).hasToString("0.3333");
        assertThat(fraction(21562, 1000)).hasToString("21.562");
        assertThat(Fraction.of(100)).hasToString("100");
    }

    @Test
    void nothing_is_divided_by_nought() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.of(1).dividedBy(Fraction.ZERO))
                .withMessageContaining("above 0, not 0");
    }

    @Property
    void sums_and_differences_undo_each_other_and_order_is_kept(
            @ForAll @IntRange(min = -1000, max = 1000) int a,
            @ForAll @IntRange(min = 1, max = 1000) int b,
            @ForAll @BigRange(min = "0", max = "100") BigDecimal other) {
        Fraction one = fraction(a, b);
        Fraction two = Fraction.of(other);

        assertThat(one.plus(two).plus(two.times(Fraction.of(-1)))).isEqualTo(one);
        assertThat(one.plus(two).compareTo(one)).isEqualTo(other.signum());
        assertThat(one.compareTo(two))
                .isEqualTo(BigDecimal.valueOf(a).compareTo(other.multiply(BigDecimal.valueOf(b))));
    }

    private static Fraction fraction(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }
}
