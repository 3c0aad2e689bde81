package io.github.opelrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExamplesTest {

    @Test
    void one_provider_is_scored_and_explained() {
        String output = Output.of(() -> ScoreOneProvider.main(new String[0]));

        assertThat(output.lines())
                .startsWith(
                        "between OPEL 3 and OPEL 4",
                        "G&A bed occupancy",
                        "Between OPEL 3 and OPEL 4, 24 to 44 of 44 points: G&A bed occupancy (8), mean ambulance handover"
                                + " time (6), majors and resuscitation occupancy (6), ED 4-hour performance (4); 5 of 9"
                                + " readings missing or not usable. Lowest assurance of any value used: unverified.");
    }

    @Test
    void a_winter_is_scored_trust_by_trust_and_day_by_day_and_one_of_them_explained() {
        String output = Output.of(() -> ScoreAWinter.main(new String[0]));

        assertThat(output.lines().filter(line -> line.startsWith("20"))).hasSize(30 + 35);
        assertThat(output)
                .contains(
                        "2022-12-19  RVJ    OPEL 2 to 4  16 to 44  1 3 4 5 6 8       G&A bed occupancy (8), ED 4-hour"
                                + " performance (4), patients with no criteria to reside (4)",
                        "2026-01-03  RK9    OPEL 1 to 4  6 to 42   2 3 4 5 6 7 8     mean ambulance handover time (6)",
                        "Why: RA7 on 2026-01-03",
                        "G&A bed occupancy: 89.77% is stale",
                        "licensed under the Open Government Licence v3.0");
    }
}
