package io.github.opelrules.framework;

import static io.github.opelrules.Frameworks.edge;
import static io.github.opelrules.Frameworks.interval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "from 15, false, true, true",
        "above 15, false, false, true",
        "up to 15, true, true, false",
        "below 15, true, false, false"
    })
    void each_kind_of_edge_admits_its_own_side_of_the_cut(String text, boolean below, boolean on, boolean above) {
        Edge edge = edge(text);

        assertThat(edge.admits(new BigDecimal("14.999"))).isEqualTo(below);
        assertThat(edge.admits(new BigDecimal("15"))).isEqualTo(on);
        assertThat(edge.admits(new BigDecimal("15.000")))
                .as("the same number, written longer")
                .isEqualTo(on);
        assertThat(edge.admits(new BigDecimal("15.001"))).isEqualTo(above);
        assertThat(edge).hasToString(text);
    }

    @ParameterizedTest
    @EnumSource(Edge.Kind.class)
    void the_complement_admits_exactly_what_the_edge_does_not(Edge.Kind kind) {
        Edge edge = new Edge(kind, BigDecimal.TEN, Assurance.UNVERIFIED, Assurance.ASSUMED);
        Edge complement = edge.complement();

        for (String value : new String[] {"9.9", "10", "10.1"}) {
            assertThat(complement.admits(new BigDecimal(value)))
                    .as(value)
                    .isNotEqualTo(edge.admits(new BigDecimal(value)));
        }
        assertThat(complement.complement()).isEqualTo(edge);
        assertThat(complement.kind().isLower()).isNotEqualTo(kind.isLower());
    }

    @ParameterizedTest
    @CsvSource({"FROM, from, ≥", "ABOVE, above, >", "UP_TO, upTo, ≤", "BELOW, below, <"})
    void a_kind_of_edge_has_the_key_of_rule_files_and_a_symbol(Edge.Kind kind, String key, String symbol) {
        assertThat(kind.key()).isEqualTo(key);
        assertThat(kind.symbol()).isEqualTo(symbol);
    }

    @ParameterizedTest
    @CsvSource({
        "above 15 and up to 30, 15, false",
        "above 15 and up to 30, 15.1, true",
        "above 15 and up to 30, 30, true",
        "above 15 and up to 30, 30.1, false",
        "from 15 and below 30, 14.9, false",
        "from 15 and below 30, 15, true",
        "from 15 and below 30, 30, false",
        "up to 15, -1000000, true",
        "above 15, 1000000, true",
        "from 15 and up to 15, 15, true",
        "any value, 0, true"
    })
    void an_interval_contains_what_both_its_edges_admit(String text, BigDecimal value, boolean contained) {
        assertThat(interval(text).contains(value)).isEqualTo(contained);
        assertThat(interval(text).touches(Stretch.of(value))).isEqualTo(contained);
        assertThat(interval(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"10, 15, false", "10, 15.1, true", "10, 100, true", "20, 21, true", "30, 40, true", "30.1, 40, false"})
    void an_interval_touches_a_stretch_that_shares_a_value_with_it(BigDecimal low, BigDecimal high, boolean touches) {
        assertThat(interval("above 15 and up to 30").touches(new Stretch(low, high)))
                .isEqualTo(touches);
    }

    @Test
    void a_stretch_does_not_run_backwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stretch(new BigDecimal("2"), new BigDecimal("1.5")))
                .withMessage("A stretch from 2 to 1.5 runs backwards");
    }

    @Test
    void an_upper_edge_cannot_stand_below() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(edge("up to 15"), null))
                .withMessage("\"up to 15\" cannot be a lower edge: expected from or above");
    }

    @Test
    void a_lower_edge_cannot_stand_above() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(null, edge("above 15")))
                .withMessage("\"above 15\" cannot be an upper edge: expected upTo or below");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "above 15 and up to 15",
                "from 15 and below 15",
                "above 15 and below 15",
                "from 16 and up to 15",
                "from 15.0001 and up to 15"
            })
    void edges_that_contradict_each_other_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> interval(text)).withMessage("No value is " + text);
    }

    @Test
    void a_band_is_as_sure_as_the_least_sure_thing_in_it() {
        Edge cut = new Edge(Edge.Kind.ABOVE, new BigDecimal("60"), Assurance.CORROBORATED, Assurance.ASSUMED);
        Edge end = new Edge(Edge.Kind.UP_TO, new BigDecimal("76"), Assurance.UNVERIFIED, Assurance.UNVERIFIED);

        assertThat(band(new Interval(cut, end), Assurance.PUBLISHED).assurance())
                .as("the side of its lower cut")
                .isEqualTo(Assurance.ASSUMED);
        assertThat(band(new Interval(null, end), Assurance.PUBLISHED).assurance())
                .as("its upper cut")
                .isEqualTo(Assurance.UNVERIFIED);
        assertThat(band(interval("any value"), Assurance.ASSUMED).assurance())
                .as("its points")
                .isEqualTo(Assurance.ASSUMED);
        assertThat(band(interval("any value"), Assurance.PUBLISHED).assurance()).isEqualTo(Assurance.PUBLISHED);
    }

    private static Band band(Interval interval, Assurance points) {
        return new Band(interval, 2, points, new Source("Example", "here"));
    }
}
