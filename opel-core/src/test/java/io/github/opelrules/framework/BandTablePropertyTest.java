package io.github.opelrules.framework;

import static io.github.opelrules.Frameworks.domain;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Compares {@link BandTable#flaws} with trying every value. Cuts lie on halves of the precision, so all that can happen
 * between two of them happens at a quarter too.
 */
class BandTablePropertyTest {

    private static final Domain DOMAIN = domain("0", "6", "1");
    private static final Source SOURCE = new Source("Example", "here");

    @Provide
    Arbitrary<List<Band>> bands() {
        Arbitrary<@Nullable Edge> lower = edges(Edge.Kind.FROM, Edge.Kind.ABOVE);
        Arbitrary<@Nullable Edge> upper = edges(Edge.Kind.UP_TO, Edge.Kind.BELOW);
        return Combinators.combine(lower, upper, Arbitraries.integers().between(0, 3))
                .filter((from, upTo, points) -> holdsAValue(from, upTo))
                .as((from, upTo, points) -> new Band(new Interval(from, upTo), points, Assurance.PUBLISHED, SOURCE))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** Tables that are nearly right: each band begins where the one before it ends, but for one slip now and then. */
    @Provide
    Arbitrary<List<Band>> nearlyRight() {
        Arbitrary<List<Integer>> cuts = Arbitraries.integers()
                .between(-1, 13)
                .set()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(set -> set.stream().sorted().toList());
        Arbitrary<List<Integer>> slips = Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 1), Tuple.of(1, -1))
                .list()
                .ofSize(5);
        return Combinators.combine(
                        cuts, slips, Arbitraries.of(true, false).list().ofSize(5))
                .as((halves, slip, inclusive) -> {
                    List<Band> bands = new ArrayList<>();
                    for (int i = 0; i <= halves.size(); i++) {
                        Edge from = i == 0
                                ? null
                                : half(
                                        inclusive.get(i - 1) ? Edge.Kind.ABOVE : Edge.Kind.FROM,
                                        halves.get(i - 1) + slip.get(i - 1));
                        Edge upTo = i == halves.size()
                                ? null
                                : half(inclusive.get(i) ? Edge.Kind.UP_TO : Edge.Kind.BELOW, halves.get(i));
                        if (holdsAValue(from, upTo)) {
                            bands.add(new Band(new Interval(from, upTo), i, Assurance.PUBLISHED, SOURCE));
                        }
                    }
                    return bands;
                });
    }

    private static Arbitrary<@Nullable Edge> edges(Edge.Kind inclusive, Edge.Kind exclusive) {
        return Combinators.combine(
                        Arbitraries.of(inclusive, exclusive),
                        Arbitraries.integers().between(-2, 14))
                .as(BandTablePropertyTest::half)
                .injectNull(0.2);
    }

    private static Edge half(Edge.Kind kind, int halves) {
        return new Edge(
                kind, new BigDecimal(halves).multiply(new BigDecimal("0.5")), Assurance.PUBLISHED, Assurance.PUBLISHED);
    }

    private static boolean holdsAValue(@Nullable Edge from, @Nullable Edge upTo) {
        if (from == null || upTo == null) {
            return true;
        }
        int comparison = from.value().compareTo(upTo.value());
        return comparison < 0
                || (comparison == 0 && from.kind().isInclusive() && upTo.kind().isInclusive());
    }

    @Property(tries = 1500)
    void flaws_are_those_that_trying_every_value_finds(
            @ForAll("bands") List<Band> bands, @ForAll Parameter.Direction worse) {
        compareWithTryingEveryValue(bands, worse);
    }

    @Property(tries = 1000)
    void flaws_of_nearly_right_tables_are_those_that_trying_every_value_finds(
            @ForAll("nearlyRight") List<Band> bands, @ForAll Parameter.Direction worse) {
        compareWithTryingEveryValue(bands, worse);
    }

    private static void compareWithTryingEveryValue(List<Band> bands, Parameter.Direction worse) {
        List<Flaw> flaws = BandTable.flaws(DOMAIN, worse, bands);

        Set<Flaw.Code> found = EnumSet.noneOf(Flaw.Code.class);
        flaws.forEach(flaw -> found.add(flaw.code()));
        // Which of two overlapping bands comes first is a matter of taste, and so is whether points fall between them.
        boolean overlap = anyInTwoBands(bands);
        assertThat(found.contains(Flaw.Code.BAND_GAP)).as("gap").isEqualTo(anyInNoBand(bands));
        assertThat(found.contains(Flaw.Code.BAND_OVERLAP)).as("overlap").isEqualTo(overlap);
        assertThat(found.contains(Flaw.Code.BAND_OUTSIDE_DOMAIN)).as("outside").isEqualTo(anyOutside(bands));
        if (!overlap) {
            assertThat(found.contains(Flaw.Code.BAND_NOT_MONOTONE)).as("falls").isEqualTo(anyFalls(bands, worse));
        }
        for (Flaw flaw : flaws) {
            checkCounterExample(flaw, bands);
        }
    }

    private static void checkCounterExample(Flaw flaw, List<Band> bands) {
        assertThat(flaw.index()).isBetween(0, bands.size() - 1);
        if (flaw.code() == Flaw.Code.BAND_GAP || flaw.code() == Flaw.Code.BAND_OVERLAP) {
            BigDecimal example =
                    new BigDecimal(flaw.message().substring(0, flaw.message().indexOf(' ')));
            long holding = bands.stream()
                    .filter(band -> band.interval().contains(example))
                    .count();
            assertThat(example).as(flaw.message()).isBetween(DOMAIN.from(), DOMAIN.upTo());
            if (flaw.code() == Flaw.Code.BAND_GAP) {
                assertThat(holding).as(flaw.message()).isZero();
                assertThat(example.remainder(DOMAIN.precision()))
                        .as(flaw.message())
                        .isZero();
            } else {
                assertThat(holding).as(flaw.message()).isGreaterThan(1);
            }
        }
    }

    @Property(tries = 1000)
    void a_parameter_without_flaws_gives_every_value_one_band_or_two_neighbours(
            @ForAll("nearlyRight") List<Band> bands) {
        if (!BandTable.flaws(DOMAIN, Parameter.Direction.HIGHER, bands).isEmpty()) {
            return;
        }
        Parameter parameter = new Parameter(
                ParameterId.of("some-count"),
                1,
                "some count",
                "what is counted",
                "patients",
                DOMAIN,
                Parameter.Direction.HIGHER,
                Duration.ofDays(1),
                SOURCE,
                bands);
        for (BigDecimal value : quarters()) {
            long own = parameter.bands().stream()
                    .filter(band -> band.interval().contains(value))
                    .count();
            List<Integer> reaching = new ArrayList<>();
            for (int i = 0; i < parameter.bands().size(); i++) {
                if (parameter.reachOf(parameter.bands().get(i)).contains(value)) {
                    reaching.add(i);
                }
            }
            if (own == 1) {
                assertThat(reaching).as("bands that %s touches", value).hasSize(1);
            } else {
                assertThat(own).as("bands that hold %s", value).isZero();
                assertThat(value.remainder(DOMAIN.precision()).signum())
                        .as("%s, which no band holds, is finer than the precision", value)
                        .isNotZero();
                assertThat(reaching).as("bands that %s touches", value).hasSize(2);
                assertThat(reaching.get(1) - reaching.get(0))
                        .as("they are neighbours")
                        .isOne();
            }
        }
    }

    private static List<BigDecimal> quarters() {
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal value = DOMAIN.from();
                value.compareTo(DOMAIN.upTo()) <= 0;
                value = value.add(new BigDecimal("0.25"))) {
            values.add(value);
        }
        return values;
    }

    private static boolean anyInNoBand(List<Band> bands) {
        List<Band> reachable = bands.stream().filter(band -> !isOutside(band)).toList();
        return !reachable.isEmpty()
                && quarters().stream()
                        .filter(value -> value.remainder(DOMAIN.precision()).signum() == 0)
                        .anyMatch(value ->
                                bands.stream().noneMatch(band -> band.interval().contains(value)));
    }

    private static boolean anyInTwoBands(List<Band> bands) {
        return quarters().stream()
                .anyMatch(value -> bands.stream()
                                .filter(band -> band.interval().contains(value))
                                .count()
                        > 1);
    }

    private static boolean anyOutside(List<Band> bands) {
        return bands.stream().anyMatch(BandTablePropertyTest::isOutside);
    }

    private static boolean isOutside(Band band) {
        return quarters().stream().noneMatch(value -> band.interval().contains(value));
    }

    private static boolean anyFalls(List<Band> bands, Parameter.Direction worse) {
        for (BigDecimal low : quarters()) {
            for (BigDecimal high : quarters()) {
                if (low.compareTo(high) < 0) {
                    for (Band one : bands) {
                        for (Band other : bands) {
                            boolean apply = one.interval().contains(low)
                                    && other.interval().contains(high);
                            int rise = other.points() - one.points();
                            if (apply && (worse == Parameter.Direction.HIGHER ? rise < 0 : rise > 0)) {
                                return true;
                            }
                        }
                    }
                }
            }
        }
        return false;
    }
}
