package io.github.opelrules.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
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

    @Test
    void a_system_is_shown_as_a_tree_and_its_level_explained() {
        String output = Output.of(() -> SystemToday.main(new String[0]));

        assertThat(output)
                .contains(
                        "    Bristol example ICS (EXB): between OPEL 3 and OPEL 4, 22.954 to 36.418 of 44; declared OPEL 4;"
                                + " driven by EXB01 and EXB02; assumed\n",
                        "      Bristol site 3 (EXB03): no report, so any score\n",
                        "not counted by nhse-opel-2023-24: Bristol community services (EXB10), community;",
                        "Bristol site 3 (EXB03) may have 0 to 44 of 44. At its lowest the level would be OPEL 3, at its"
                                + " highest OPEL 4.");
    }

    @Test
    void the_regions_are_shown_day_by_day() {
        String output = Output.of(() -> RegionsOfEngland.main(new String[0]));

        assertThat(output.lines().filter(line -> line.startsWith("2022-12-") || line.startsWith("2023-01-")))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.contains("OPEL"));
    }

    @Test
    void a_whole_winter_of_england_is_scored_where_its_figures_are_at_hand() {
        Path winter = Path.of("..", "..", "shared", "data", "winter_2022_23.csv");
        assumeThat(winter).exists();

        String output = Output.of(() -> RegionsOfEngland.main(new String[] {winter.toString()}));

        assertThat(output.lines().filter(line -> line.startsWith("20"))).hasSize(119 * 7);
    }
}
