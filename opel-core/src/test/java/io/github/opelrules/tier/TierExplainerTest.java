package io.github.opelrules.tier;

import static io.github.opelrules.tier.Systems.busy;
import static io.github.opelrules.tier.Systems.declared;
import static io.github.opelrules.tier.Systems.ics;
import static io.github.opelrules.tier.Systems.mean;
import static io.github.opelrules.tier.Systems.pressed;
import static io.github.opelrules.tier.Systems.reporting;
import static io.github.opelrules.tier.Systems.score;
import static io.github.opelrules.tier.Systems.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.assess.Explanation;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.internal.Library;
import java.util.List;
import org.junit.jupiter.api.Test;

class TierExplainerTest {

    private static final TierAssessment KNOWN =
            ics(score("15.75", "15.75"), null, pressed("R01", "3"), busy("R02", "1"));
    private static final TierAssessment OPEN = ics(
            score("9.25", "16.25"),
            declared("QXX", OpelLevel.OPEL_3),
            pressed("R01", "2"),
            silent("R02", "1"),
            reporting("R03", "1"));

    @Test
    void the_first_line_says_the_level_the_mean_and_what_raises_it() {
        assertThat(KNOWN.explain().sentence())
                .isEqualTo("Example QXX (QXX): OPEL 3, weighted mean 15.75 of 22: Example R01 (R01) (OPEL 4, 18),"
                        + " Example R02 (R02) (OPEL 2, 9). Lowest evidence grade of any value used: unverified.");
        assertThat(KNOWN.explain().code()).isEqualTo(ReasonCode.LEVEL_EXACT);
        assertThat(OPEN.explain().sentence())
                .contains("; 1 provider without a report. Declared: OPEL 3 by director on call from"
                        + " 2024-01-08T08:00:00Z. Lowest evidence grade");
        assertThat(OPEN.explain().code()).isEqualTo(ReasonCode.LEVEL_BETWEEN);
    }

    @Test
    void each_part_says_its_score_its_weight_and_the_rule_by_which_it_counts() {
        assertThat(OPEN.explain().all(ReasonCode.ASSESSED))
                .extracting(Explanation::sentence)
                .containsExactly(
                        "Example R01 (R01): OPEL 4, 18 of 22; weight 2. A provider counts with its own score.");
        assertThat(OPEN.explain().all(ReasonCode.LEVEL_REPORTED))
                .extracting(Explanation::sentence)
                .containsExactly("Example R03 (R03): OPEL 2, above 5 to 11 of 22; weight 1. A provider counts with the"
                        + " level it reports.");
        assertThat(OPEN.explain().all(ReasonCode.NO_REPORT).get(0).data())
                .containsEntry("unit", "R02")
                .containsEntry("min", "0")
                .containsEntry("max", "22")
                .containsEntry("weight", "1");
    }

    @Test
    void what_is_not_known_says_what_it_could_do_to_the_level() {
        assertThat(OPEN.explain().all(ReasonCode.UNCERTAIN_PART))
                .extracting(Explanation::sentence)
                .containsExactly(
                        "Example R02 (R02) may have 0 to 22 of 22. At its lowest the level would be between OPEL 2 and"
                                + " OPEL 3, at its highest between OPEL 3 and OPEL 4.",
                        "Example R03 (R03) may have above 5 to 11 of 22. At its lowest the level would be between OPEL 2"
                                + " and OPEL 3, at its highest between OPEL 3 and OPEL 4.");
        assertThat(KNOWN.explain().all(ReasonCode.UNCERTAINTY)).isEmpty();
    }

    @Test
    void the_nearest_changes_of_one_part_say_from_which_score_and_to_which_level() {
        assertThat(KNOWN.explain().all(ReasonCode.SINGLE_CHANGE))
                .extracting(Explanation::sentence)
                .containsExactly(
                        "Example R01 (R01) at 19 or more, now 18: the level would be OPEL 4.",
                        "Example R01 (R01) at 11 or less, now 18: the level would be OPEL 2.",
                        "Example R02 (R02) at 11 or more, now 9: the level would be OPEL 4.");
    }

    @Test
    void the_provenance_cites_the_framework_every_rule_and_the_means_of_all_tiers_below() {
        TierAssessment region = mean("Y01", Tier.REGION, null, score("15.75", "15.75"), null, List.of(), KNOWN);

        assertThat(region.explain().toText()).contains("""

                        Provenance
                          Framework: Example framework example-2023-24 (example-2023-24 1.0.0).
                          Rule: The score is the weighted mean of the parts: Example, tiers.
                          Rule: The mean decides the level: Example, tiers.
                          Rule: A provider counts with its own score: Example, tiers.
                          The mean of a region: Example library, the ICS rule once more (assumed).
                          The mean of an ICS: Example framework, ICS score (corroborated).
                        """).endsWith("scored by OPEL Rules " + Library.VERSION + ".\n");
    }

    @Test
    void the_weights_of_pillars_are_cited() {
        TierAssessment acute =
                mean("QXX", Tier.ICS, ProviderType.ACUTE, score("18", "18"), null, List.of(), pressed("R01", "1"));

        TierAssessment ics = ics(score("18", "18"), null, acute);

        assertThat(ics.explain().toText())
                .contains("The weights of the provider types: Example library, the ICS rule once more (assumed).")
                .contains("    Example R01 (R01): OPEL 4, 18 of 22; weight 1. A provider counts with its own score.\n");
        assertThat(ics.explain().all(ReasonCode.WEIGHTED_MEAN).get(0).data()).containsEntry("pillar", "acute");
    }

    @Test
    void a_region_says_beside_each_ics_what_that_declared() {
        TierAssessment region = mean("Y01", Tier.REGION, null, score("9.25", "16.25"), null, List.of(), OPEN);

        assertThat(region.explain().all(ReasonCode.WEIGHTED_MEAN).get(0).sentence())
                .endsWith("; weight 1. Declared: OPEL 3 by director on call from 2024-01-08T08:00:00Z.");
        assertThat(region.explain().all(ReasonCode.LEVEL_REPORTED).get(0).sentence())
                .as("a level that counts is not repeated as one that was declared")
                .doesNotContain("Declared");
    }

    @Test
    void as_markdown_the_parts_are_a_list_and_names_cannot_turn_into_markup() {
        TierAssessment named = new TierAssessment(
                new Unit(OPEN.unit().code(), "*Our* <b>ICS</b>", Tier.ICS, null, List.of()),
                null,
                OPEN.weight(),
                OPEN.framework(),
                OPEN.code(),
                OPEN.score(),
                OPEN.scoreRule(),
                OPEN.level(),
                OPEN.levelRule(),
                OPEN.assurance(),
                null,
                null,
                null,
                OPEN.parts(),
                List.of(),
                null);

        assertThat(named.explain().toMarkdown())
                .startsWith(
                        "**\\*Our\\* \\<b\\>ICS\\</b\\> (QXX): between OPEL 2 and OPEL 4, weighted mean 9.25 to 16.25")
                .contains(
                        "\n### What it is the mean of\n\n- Example R01 (R01): OPEL 4, 18 of 22; weight 2.",
                        "\n### What is not known\n\n- Example R02 (R02) may have 0 to 22 of 22.",
                        "\n### Which change of one part would move the level\n\n- Example R01 (R01) at ",
                        "\n### Provenance\n\n- Framework: ");
    }
}
