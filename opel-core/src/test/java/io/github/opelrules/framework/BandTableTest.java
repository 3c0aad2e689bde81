package io.github.opelrules.framework;

import static io.github.opelrules.Frameworks.band;
import static io.github.opelrules.Frameworks.domain;
import static io.github.opelrules.Frameworks.interval;
import static io.github.opelrules.Frameworks.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.Frameworks;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BandTableTest {

    private static final Domain TENTHS = domain("0", "100", "0.1");
    private static final Domain WHOLE = domain("0", "100", "1");

    private static List<Flaw> flaws(Domain domain, Band... bands) {
        return BandTable.flaws(domain, Parameter.Direction.HIGHER, List.of(bands));
    }

    @Test
    void bands_that_meet_have_no_flaw_in_whatever_order_they_stand() {
        assertThat(flaws(TENTHS, band("above 30", 4), band("up to 15", 0), band("above 15 and up to 30", 2)))
                .isEmpty();
        assertThat(flaws(TENTHS, band("below 15", 0), band("from 15 and below 30", 2), band("from 30", 4)))
                .isEmpty();
        assertThat(flaws(TENTHS, band("from 0 and up to 50", 0), band("above 50 and up to 100", 1)))
                .isEmpty();
        assertThat(flaws(TENTHS, band("any value", 0))).isEmpty();
        assertThat(flaws(TENTHS, band("below 50", 0), band("from 50 and up to 50", 1), band("above 50", 2)))
                .isEmpty();
    }

    @Test
    void a_value_between_two_bands_is_a_gap() {
        assertThat(flaws(WHOLE, band("up to 10", 0), band("from 12", 1)))
                .containsExactly(new Flaw(
                        Flaw.Code.BAND_GAP,
                        1,
                        "11 is in no band, between \"up to 10\" and \"from 12\". Let the first end \"below 12\", or the"
                                + " second begin \"above 10\", or add a band \"above 10 and below 12\"."));
        assertThat(flaws(WHOLE, band("below 10", 0), band("above 10", 1)))
                .containsExactly(new Flaw(
                        Flaw.Code.BAND_GAP,
                        1,
                        "10 is in no band, between \"below 10\" and \"above 10\". Let the first end \"up to 10\", or the"
                                + " second begin \"from 10\"."));
    }

    @Test
    void whether_11_5_is_a_gap_depends_on_the_precision() {
        Band low = band("up to 11", 0);
        Band high = band("from 12", 1);

        assertThat(flaws(WHOLE, low, high)).isEmpty();
        assertThat(flaws(TENTHS, low, high))
                .extracting(flaw -> flaw.message().substring(0, 19))
                .containsExactly("11.1 is in no band,");
        assertThat(flaws(domain("0", "100", "0.5"), low, high))
                .extracting(flaw -> flaw.message().substring(0, 19))
                .containsExactly("11.5 is in no band,");
    }

    @Test
    void a_value_finer_than_the_precision_between_two_bands_touches_both() {
        Parameter parameter = parameter(
                1,
                "some-count",
                "some count",
                "patients",
                WHOLE,
                Parameter.Direction.HIGHER,
                band("up to 11", 0),
                band("from 12 and up to 20", 1),
                band("above 20", 2));

        assertThat(touching(parameter, "11")).containsExactly("up to 11");
        assertThat(touching(parameter, "11.5")).containsExactly("up to 11", "from 12 and up to 20");
        assertThat(touching(parameter, "12")).containsExactly("from 12 and up to 20");
        assertThat(touching(parameter, "20")).containsExactly("from 12 and up to 20");
        assertThat(touching(parameter, "20.01")).containsExactly("above 20");
        assertThat(parameter.reachOf(parameter.bands().get(0))).hasToString("below 12");
        assertThat(parameter.reachOf(parameter.bands().get(1))).hasToString("above 11 and up to 20");
        assertThat(parameter.reachOf(parameter.bands().get(2))).hasToString("above 20");
    }

    private static List<String> touching(Parameter parameter, String value) {
        return parameter.bands().stream()
                .filter(band -> parameter.reachOf(band).contains(new BigDecimal(value)))
                .map(band -> band.interval().toString())
                .toList();
    }

    @Test
    void only_a_band_of_the_parameter_has_a_reach() {
        Parameter parameter = parameter(
                1, "some-count", "some count", "patients", WHOLE, Parameter.Direction.HIGHER, band("any value", 0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter.reachOf(band("from 3", 0)))
                .withMessage("from 3 is not a band of some-count");
        assertThat(parameter.reachOf(parameter.bands().get(0))).isEqualTo(interval("any value"));
    }

    @Test
    void a_value_at_either_end_of_the_domain_must_be_in_a_band_too() {
        assertThat(flaws(WHOLE, band("from 1 and up to 50", 0), band("above 50 and below 100", 1)))
                .containsExactly(
                        new Flaw(
                                Flaw.Code.BAND_GAP,
                                0,
                                "0 is in no band. Begin the band \"from 1 and up to 50\" there, or add a band \"below 1\", or begin the domain later."),
                        new Flaw(
                                Flaw.Code.BAND_GAP,
                                1,
                                "100 is in no band. Extend the band \"above 50 and below 100\" to it, or add a band \"from 100\", or end the domain earlier."));
    }

    @Test
    void a_value_in_two_bands_is_an_overlap() {
        assertThat(flaws(WHOLE, band("up to 15", 0), band("from 15", 1)))
                .containsExactly(new Flaw(
                        Flaw.Code.BAND_OVERLAP,
                        1,
                        "15 is in two bands, \"up to 15\" and \"from 15\". Let the second begin \"above 15\", or the first"
                                + " end \"below 15\"."));
        assertThat(flaws(WHOLE, band("any value", 0), band("from 15", 1)))
                .extracting(Flaw::message)
                .containsExactly("15 is in two bands, \"any value\" and \"from 15\". Let the first end \"below 15\".");
        assertThat(flaws(WHOLE, band("up to 20", 0), band("up to 50", 1), band("above 50", 2)))
                .extracting(Flaw::message)
                .containsExactly(
                        "0 is in two bands, \"up to 20\" and \"up to 50\". Let the second begin \"above 20\".");
    }

    @Test
    void the_counter_example_of_an_overlap_is_in_both_bands_even_where_a_cut_is_not() {
        assertThat(flaws(WHOLE, band("up to 20", 0), band("above 10", 1)))
                .extracting(Flaw::message)
                .containsExactly(
                        "11 is in two bands, \"up to 20\" and \"above 10\". Let the second begin \"above 20\", or the"
                                + " first end \"up to 10\".");
        assertThat(flaws(WHOLE, band("up to 10.5", 0), band("above 10", 1)))
                .extracting(Flaw::message)
                .containsExactly(
                        "10.25 is in two bands, \"up to 10.5\" and \"above 10\". Let the second begin \"above 10.5\", or"
                                + " the first end \"up to 10\".");
        assertThat(flaws(WHOLE, band("from -20 and up to 50", 0), band("from -10", 1)))
                .extracting(Flaw::message)
                .containsExactly("0 is in two bands, \"from -20 and up to 50\" and \"from -10\"."
                        + " Let the second begin \"above 50\", or the first end \"below -10\".");
        assertThat(flaws(domain("0", "100.5", "1"), band("any value", 0), band("above 100", 1)))
                .extracting(Flaw::message)
                .containsExactly("100.25 is in two bands, \"any value\" and \"above 100\"."
                        + " Let the first end \"up to 100\".");
    }

    @Test
    void a_band_inside_another_overlaps_it_and_so_does_the_next() {
        assertThat(flaws(WHOLE, band("up to 80", 0), band("from 10 and up to 20", 0), band("from 50 and up to 60", 0)))
                .extracting(flaw ->
                        flaw.code() + " " + flaw.index() + " " + flaw.message().substring(0, 18))
                .containsExactly(
                        "BAND_OVERLAP 1 10 is in two bands",
                        "BAND_OVERLAP 2 50 is in two bands",
                        "BAND_GAP 0 100 is in no band.");
    }

    @Test
    void a_band_that_no_reading_reaches_lies_outside_the_domain() {
        assertThat(flaws(WHOLE, band("below 0", 0), band("from 0 and up to 100", 0), band("above 100", 9)))
                .extracting(flaw -> flaw.code() + " " + flaw.index())
                .containsExactly("BAND_OUTSIDE_DOMAIN 0", "BAND_OUTSIDE_DOMAIN 2");
        assertThat(flaws(WHOLE, band("any value", 0), band("from 101", 1)))
                .containsExactly(new Flaw(
                        Flaw.Code.BAND_OUTSIDE_DOMAIN,
                        1,
                        "The band \"from 101\" lies outside the domain 0 to 100, so no reading reaches it."
                                + " Remove the band or widen the domain."));
    }

    @Test
    void worse_values_never_score_less_whichever_way_is_worse() {
        List<Band> rising = List.of(band("up to 15", 0), band("above 15 and up to 30", 2), band("above 30", 1));

        assertThat(BandTable.flaws(WHOLE, Parameter.Direction.HIGHER, rising))
                .containsExactly(
                        new Flaw(
                                Flaw.Code.BAND_NOT_MONOTONE,
                                2,
                                "\"above 15 and up to 30\" scores 2 and \"above 30\" scores 1, but higher values are declared"
                                        + " worse, and a worse value must not score less. Swap the points or change the direction."));
        assertThat(BandTable.flaws(WHOLE, Parameter.Direction.LOWER, rising))
                .containsExactly(
                        new Flaw(
                                Flaw.Code.BAND_NOT_MONOTONE,
                                1,
                                "\"up to 15\" scores 0 and \"above 15 and up to 30\" scores 2, but lower values are declared"
                                        + " worse, and a worse value must not score less. Swap the points or change the direction."));
        assertThat(flaws(WHOLE, band("up to 15", 2), band("above 15", 2)))
                .as("equal points are no fall")
                .isEmpty();
    }

    @Test
    void a_parameter_refuses_bands_with_a_flaw_and_sorts_those_without() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter(
                        1,
                        "some-count",
                        "some count",
                        "patients",
                        WHOLE,
                        Parameter.Direction.HIGHER,
                        band("up to 10", 0),
                        band("from 12", 1)))
                .withMessageStartingWith(
                        "Parameter some-count: 11 is in no band, between \"up to 10\" and \"from 12\". ");

        Parameter parameter = parameter(
                1,
                "some-count",
                "some count",
                "patients",
                WHOLE,
                Parameter.Direction.LOWER,
                band("above 60 and up to 76", 2),
                band("above 76", 1),
                band("up to 60", 4));
        assertThat(parameter.bands()).extracting(Band::points).containsExactly(4, 2, 1);
        assertThat(parameter.bandsFromBest()).extracting(Band::points).containsExactly(1, 2, 4);
        assertThat(parameter.points()).isEqualTo(new PointsRange(1, 4));
        assertThat(parameter.isExpected()).isFalse();
    }

    @Test
    void a_parameter_without_bands_scores_nothing_and_says_that_they_are_expected() {
        Parameter expected = parameter(1, "some-count", "some count", "patients", WHOLE, Parameter.Direction.HIGHER);

        assertThat(expected.isExpected()).isTrue();
        assertThat(expected.isOpen()).isTrue();
        assertThat(expected.points()).isEqualTo(new PointsRange(0, 0));
        assertThat(expected.bandsFromBest()).isEmpty();
    }

    @Test
    void a_parameter_without_bands_could_score_all_the_same() {
        ExpectedPoints upToThree = new ExpectedPoints(3, Assurance.UNVERIFIED);
        Parameter expected = Frameworks.expecting(
                upToThree, parameter(1, "some-count", "some count", "patients", WHOLE, Parameter.Direction.HIGHER));

        assertThat(expected.isExpected()).isTrue();
        assertThat(expected.isOpen()).isFalse();
        assertThat(expected.points()).isEqualTo(new PointsRange(0, 3));
        assertThat(expected.assurance()).isEqualTo(Assurance.UNVERIFIED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frameworks.expecting(
                        upToThree,
                        parameter(
                                1,
                                "some-count",
                                "some count",
                                "patients",
                                WHOLE,
                                Parameter.Direction.HIGHER,
                                band("any value", 1))))
                .withMessage("Parameter some-count: its bands say what it scores, so there is nothing left to expect");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedPoints(0, Assurance.ASSUMED))
                .withMessage("A parameter could score up to 1 to 100 points, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedPoints(101, Assurance.ASSUMED));
    }

    @Test
    void bands_that_cannot_be_parted_by_a_cut_of_either_are_one_too_many() {
        assertThat(flaws(WHOLE, band("any value", 0), band("any value", 0)))
                .extracting(Flaw::message)
                .containsExactly("0 is in two bands, \"any value\" and \"any value\". Remove one of the two.");
        assertThat(flaws(WHOLE, band("up to 80", 0), band("from 10 and up to 20", 0), band("above 80", 0)))
                .extracting(Flaw::message)
                .containsExactly("10 is in two bands, \"up to 80\" and \"from 10 and up to 20\"."
                        + " Let the first end \"below 10\".");
    }

    @Test
    void neighbours_that_score_the_same_are_odd() {
        assertThat(BandTable.warnings(
                        WHOLE, List.of(band("above 30", 2), band("up to 15", 0), band("above 15 and up to 30", 2))))
                .containsExactly(new Flaw(
                        Flaw.Code.BAND_SAME_POINTS,
                        0,
                        "\"above 15 and up to 30\" and \"above 30\" both score 2 points, so the cut between them changes"
                                + " nothing. Correct the points, or make one band of the two."));
    }

    @Test
    void a_band_between_two_values_at_the_precision_is_odd() {
        List<Band> bands = List.of(band("up to 15", 0), band("above 15 and below 16", 1), band("from 16", 2));

        assertThat(BandTable.warnings(TENTHS, bands)).isEmpty();
        assertThat(BandTable.warnings(WHOLE, bands))
                .containsExactly(new Flaw(
                        Flaw.Code.BAND_UNREACHED,
                        1,
                        "No value with the precision 1 is \"above 15 and below 16\", so only a finer reading reaches the"
                                + " band. Widen the band or remove it."));
    }

    @Test
    void an_end_of_the_domain_reaches_a_band_even_off_the_precision() {
        assertThat(BandTable.warnings(
                        domain("0.5", "9.5", "1"),
                        List.of(band("below 0.7", 0), band("from 0.7 and below 9.2", 1), band("from 9.2", 2))))
                .isEmpty();
        assertThat(BandTable.warnings(
                        domain("0.5", "9.4", "1"),
                        List.of(band("up to 9", 0), band("above 9 and below 9.4", 1), band("from 9.4", 2))))
                .extracting(flaw -> flaw.code() + " " + flaw.index())
                .containsExactly("BAND_UNREACHED 1");
    }

    @Test
    void flaw_codes_have_stable_ids() {
        assertThat(Stream.of(Flaw.Code.values()).map(Flaw.Code::id))
                .containsExactly(
                        "OPEL-101",
                        "OPEL-102",
                        "OPEL-103",
                        "OPEL-104",
                        "OPEL-105",
                        "OPEL-106",
                        "OPEL-107",
                        "OPEL-108",
                        "OPEL-201",
                        "OPEL-202",
                        "OPEL-203",
                        "OPEL-204",
                        "OPEL-205",
                        "OPEL-071",
                        "OPEL-072",
                        "OPEL-073");
    }
}
