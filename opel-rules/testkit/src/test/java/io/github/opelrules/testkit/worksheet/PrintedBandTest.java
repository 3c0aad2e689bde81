package io.github.opelrules.testkit.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Interval;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedBandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <=15                      | up to 15
            ≤15                       | up to 15
            =<15                      | up to 15
            >15 to 30                 | above 15 and up to 30
            > 15 – 30 %               | above 15 and up to 30
            >15 ≤30                   | above 15 and up to 30
            > 15, <= 30               | above 15 and up to 30
            above 15 and up to 30     | above 15 and up to 30
            more than 15 but less than 30 | above 15 and below 30
            15 < x <= 30              | above 15 and up to 30
            60 to <90                 | from 60 and below 90
            ≥60 and <90               | from 60 and below 90
            from 76 and below 95      | from 76 and below 95
            15%–30%                   | from 15 and up to 30
            15.1 - 30                 | from 15.1 and up to 30
            4 to 6                    | from 4 and up to 6
            4 — 6                     | from 4 and up to 6
            between 4 and 6           | from 4 and up to 6
            −5 to 5                   | from -5 and up to 5
            -10 - -5                  | from -10 and up to -5
            0                         | from 0 and up to 0
            >=21                      | from 21
            21 or more                | from 21
            100+                      | from 100
            1,440 or more             | from 1440
            less than 5 %             | below 5
            less than or equal to 5   | up to 5
            up to and including 5     | up to 5
            5 per cent or fewer       | up to 5
            any value                 | any value
            """)
    void what_documents_print_is_understood(String printed, String meant) {
        assertThat(PrintedBand.parse(printed, "%", false)).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <=15 min            | the unit of this row is "%"
            15 30               | no band that can be understood
            30 to 15            | begins above its end. Write the lower number first: "15 to 30"
            15,1                | Write a point before decimals: "15.1"
            15..30              | is no number
            >15 to 15           | holds no value
            <                   | no band that can be understood
            15 or so            | no band that can be understood
            ~15                 | no band that can be understood
            """)
    void what_could_be_something_else_is_answered(String printed, String said) {
        assertThatThrownBy(() -> PrintedBand.parse(printed, "%", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            >15,5 to 30     | above 15.5 and up to 30
            <=0,25          | up to 0.25
            """)
    void decimal_commas_are_understood_where_semicolons_part_the_columns(String printed, String meant) {
        assertThat(PrintedBand.parse(printed, "%", true)).hasToString(meant);
        assertThatThrownBy(() -> PrintedBand.parse("<=1,440", "%", true)).hasMessageContaining("can be 1440 or 1.440");
    }

    @Property(tries = 500)
    void what_is_printed_in_signs_is_read_as_the_same_values(@ForAll("intervals") Interval interval) {
        Interval read = PrintedBand.parse(PrintedBand.print(interval), "min", false);

        assertThat(read).hasToString(interval.toString());
    }

    /** Typed as people type: other dashes, signs, blanks, capitals, the unit after the numbers. */
    @Property(tries = 500)
    void however_it_is_typed_it_means_the_same(@ForAll("intervals") Interval interval, @ForAll("typists") int typist) {
        String typed = PrintedBand.print(interval);
        typed = (typist & 1) == 0 ? typed : typed.replace("≤", "<=").replace("≥", "≧");
        typed = (typist & 2) == 0 ? typed : typed.replace(" to ", " – ");
        typed = (typist & 4) == 0 ? typed : typed.replaceAll("(?<=\\d)(?= |$)", " min");
        typed = (typist & 8) == 0 ? typed : typed.replace(" ", "\u00a0 ");
        typed = (typist & 16) == 0 ? typed : typed.toUpperCase(java.util.Locale.UK);

        assertThat(PrintedBand.parse(typed, "min", false)).as(typed).hasToString(interval.toString());
    }

    @Provide
    Arbitrary<Integer> typists() {
        return Arbitraries.integers().between(0, 31);
    }

    @Provide
    Arbitrary<Interval> intervals() {
        Arbitrary<BigDecimal> cuts = Arbitraries.integers()
                .between(-2000, 20_000)
                .map(tenths -> BigDecimal.valueOf(tenths, 1).stripTrailingZeros())
                .map(cut -> cut.scale() < 0 ? cut.setScale(0) : cut);
        return Combinators.combine(cuts, cuts, Arbitraries.of(0, 1, 2), Arbitraries.of(0, 1, 2))
                .as((a, b, lower, upper) -> {
                    Edge from = edge(a.min(b), lower, Edge.Kind.FROM, Edge.Kind.ABOVE);
                    Edge to = edge(a.max(b), upper, Edge.Kind.UP_TO, Edge.Kind.BELOW);
                    boolean point = a.compareTo(b) == 0 && from != null && to != null;
                    return point
                            ? new Interval(
                                    edge(a, 1, Edge.Kind.FROM, Edge.Kind.FROM),
                                    edge(a, 1, Edge.Kind.UP_TO, Edge.Kind.UP_TO))
                            : new Interval(from, to);
                });
    }

    private static @Nullable Edge edge(BigDecimal cut, int which, Edge.Kind inclusive, Edge.Kind exclusive) {
        return which == 0
                ? null
                : new Edge(which == 1 ? inclusive : exclusive, cut, Assurance.ASSUMED, Assurance.ASSUMED);
    }
}
