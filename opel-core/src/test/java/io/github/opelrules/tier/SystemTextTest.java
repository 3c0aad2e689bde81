package io.github.opelrules.tier;

import static io.github.opelrules.tier.Systems.AT;
import static io.github.opelrules.tier.Systems.busy;
import static io.github.opelrules.tier.Systems.declared;
import static io.github.opelrules.tier.Systems.ics;
import static io.github.opelrules.tier.Systems.mean;
import static io.github.opelrules.tier.Systems.pressed;
import static io.github.opelrules.tier.Systems.reporting;
import static io.github.opelrules.tier.Systems.score;
import static io.github.opelrules.tier.Systems.silent;
import static io.github.opelrules.tier.Systems.system;
import static io.github.opelrules.tier.Systems.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoreRange;
import io.github.opelrules.framework.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemTextTest {

    @Test
    void each_unit_has_a_line_below_what_it_belongs_to_with_its_level_its_score_and_what_drives_it() {
        TierAssessment ics = ics(score("15.75", "15.75"), null, pressed("R01", "3"), busy("R02", "1"));
        TierAssessment region = mean("Y01", Tier.REGION, null, score("15.75", "15.75"), null, List.of(), ics);

        assertThat(system(region).toText()).isEqualTo("""
                        Example Y01 (Y01): OPEL 3, 15.75 of 22; assumed
                          Example QXX (QXX): OPEL 3, 15.75 of 22; driven by R01 and R02; unverified
                            Example R01 (R01): OPEL 4, 18 of 22; driven by G&A bed occupancy, mean ambulance handover time and four-hour performance
                            Example R02 (R02): OPEL 2, 9 of 22; driven by mean ambulance handover time, four-hour performance and G&A bed occupancy
                        """);
    }

    @Test
    void a_provider_without_a_report_and_one_that_reports_its_level_say_so() {
        ScoreRange score = score("9.25", "16.25");

        assertThat(system(ics(score, null, pressed("R01", "2"), silent("R02", "1"), reporting("R03", "1")))
                        .toText())
                .startsWith("Example QXX (QXX): between OPEL 2 and OPEL 4, 9.25 to 16.25 of 22; driven by R01 and R03;")
                .contains("\n  Example R02 (R02): no report, so any score\n")
                .as("the level declared is the level that counts, so it is not said twice")
                .endsWith("\n  Example R03 (R03): OPEL 2, as it reports itself\n");
    }

    @Test
    void a_declared_level_stands_beside_the_calculated_one_and_a_difference_is_pointed_out() {
        TierAssessment part = pressed("R01", "1");

        assertThat(system(ics(score("18", "18"), declared("QXX", OpelLevel.OPEL_4), part))
                        .toText())
                .startsWith("Example QXX (QXX): OPEL 4, 18 of 22; declared OPEL 4; unverified\n");
        assertThat(system(ics(score("18", "18"), declared("QXX", OpelLevel.OPEL_2), part))
                        .toText())
                .startsWith("Example QXX (QXX): OPEL 4, 18 of 22; declared OPEL 2, which differs; unverified\n");
        assertThat(system(ics(score("9", "18"), declared("QXX", OpelLevel.OPEL_3), part))
                        .toText())
                .as("a declared level within the range agrees with it")
                .startsWith(
                        "Example QXX (QXX): between OPEL 2 and OPEL 4, 9 to 18 of 22; declared OPEL 3; unverified\n");
    }

    @Test
    void providers_that_do_not_count_are_named_and_so_is_what_belongs_to_nothing() {
        Unit community = unit("R09", Tier.PROVIDER, ProviderType.COMMUNITY);
        TierAssessment ics =
                mean("QXX", Tier.ICS, null, score("18", "18"), null, List.of(community), pressed("R01", "1"));

        assertThat(new SystemAssessment(AT, List.of(ics), List.of(OdsCode.of("R77"), OdsCode.of("R88"))).toText())
                .endsWith("""
                          not counted by example-2023-24: Example R09 (R09), community
                        Left out, because they belong to nothing at that time or do not count: R77, R88.
                        """);
    }

    @Test
    void pillars_stand_between_an_ics_and_its_providers() {
        TierAssessment acute =
                mean("QXX", Tier.ICS, ProviderType.ACUTE, score("18", "18"), null, List.of(), pressed("R01", "1"));
        TierAssessment community =
                mean("QXX", Tier.ICS, ProviderType.COMMUNITY, score("0", "22"), null, List.of(), silent("R02", "1"));
        TierAssessment ics = ics(score("9", "20"), null, acute, community);

        assertThat(system(ics).toText().lines())
                .contains(
                        "Example QXX (QXX): between OPEL 2 and OPEL 4, 9 to 20 of 22; driven by acute providers; unverified",
                        "  acute providers of Example QXX (QXX): OPEL 4, 18 of 22; unverified",
                        "  community providers of Example QXX (QXX): between OPEL 1 and OPEL 4, 0 to 22 of 22; unverified");
        assertThat(system(ics).unit(OdsCode.of("QXX")))
                .as("a pillar is not the unit itself")
                .contains(ics);
    }
}
