package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Explanation;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The levels of systems under the draft of 2024 to 2026, whose ICSs are made up of four provider types. */
class PillarsTest {

    private static final Instant AT = Instant.parse("2025-01-08T08:00:00Z");
    private static final OpelEngine DRAFTS =
            OpelRules.builder().bundled().allowDrafts().build();

    /** The worst of all eight parameters whose bands are known: 24 of 30 points, and up to 6 more. */
    private static final Map<String, String> WORST = Map.of(
            "ambulance-handover-mean", "100",
            "ed-four-hour-performance", "40",
            "majors-resus-occupancy", "150",
            "median-time-to-treatment", "300",
            "ed-over-12-hours", "20",
            "ga-bed-occupancy", "99",
            "escalation-beds", "9",
            "no-criteria-to-reside", "30");

    private static final Hierarchy ONE_ICS = new Hierarchy(
            Hierarchy.Weights.SHARES,
            List.of(
                    unit("QAA", Tier.ICS, null, null),
                    unit("R01", Tier.PROVIDER, ProviderType.ACUTE, "QAA"),
                    unit("R02", Tier.PROVIDER, ProviderType.COMMUNITY, "QAA"),
                    unit("R03", Tier.PROVIDER, ProviderType.MENTAL_HEALTH, "QAA")));

    @TempDir
    private Path folder;

    private static SystemAssessment oneIcs() {
        return DRAFTS.aggregate(
                ONE_ICS,
                AT,
                List.of(worst(DRAFTS, "R01")),
                List.of(declared("R02", OpelLevel.OPEL_3), declared("R03", OpelLevel.OPEL_2)));
    }

    @Test
    void an_ics_is_the_mean_of_its_four_pillars_each_with_a_level_of_its_own() {
        assertThat(oneIcs().toText()).isEqualTo("""
                        Example QAA (QAA): between OPEL 2 and OPEL 4, above 32.5 to 77.5 % of the points; driven by acute providers, community providers and mental-health providers; assumed
                          acute providers of Example QAA (QAA): OPEL 4, 80 to 100 % of the points; assumed
                            Example R01 (R01): OPEL 4, 80 to 100 % of the points; driven by mean ambulance handover time, ED 4-hour performance and majors and resuscitation occupancy
                          community providers of Example QAA (QAA): OPEL 3, above 40 to 70 % of the points; assumed
                            Example R02 (R02): OPEL 3, as it reports itself
                          mental-health providers of Example QAA (QAA): OPEL 2, above 10 to 40 % of the points; assumed
                            Example R03 (R03): OPEL 2, as it reports itself
                          nhs-111 providers of Example QAA (QAA): no report, so any score
                        """);
    }

    @Test
    void a_pillar_without_providers_may_have_any_score_and_says_by_which_rule() {
        TierAssessment nhs111 =
                oneIcs().unit(OdsCode.of("QAA")).orElseThrow().parts().get(3);

        assertThat(nhs111.pillar()).isEqualTo(ProviderType.NHS_111);
        assertThat(nhs111.code()).isEqualTo(ReasonCode.NO_REPORT);
        assertThat(nhs111.score()).hasToString("0 to 100");
        assertThat(nhs111.scoreRule().name()).isEqualTo("A unit without providers could have any score");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT24H, true", "PT24H0.000000001S, false"})
    void a_report_of_another_type_than_its_provider_has_is_left_out_and_named_while_it_would_count(
            Duration age, boolean counts) {
        Assessment acute = worst(DRAFTS, "R02");

        SystemAssessment system = DRAFTS.aggregate(ONE_ICS, AT.plus(age), List.of(acute), List.of());

        assertThat(system.leftOut()).isEqualTo(counts ? List.of(OdsCode.of("R02")) : List.of());
        TierAssessment community = system.unit(OdsCode.of("R02")).orElseThrow();
        assertThat(community.assessment()).isNull();
        assertThat(community.assessmentRule()).isNull();
        assertThat(community.code()).isEqualTo(ReasonCode.NO_REPORT);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT24H, true", "PT24H0.000000001S, false"})
    void an_assessment_stands_beside_its_provider_for_as_long_as_a_rule_says_that_it_counts(
            Duration age, boolean counts) {
        Assessment acute = worst(DRAFTS, "R01");

        TierAssessment provider = DRAFTS.aggregate(ONE_ICS, AT.plus(age), List.of(acute), List.of())
                .unit(OdsCode.of("R01"))
                .orElseThrow();

        assertThat(provider.code()).isEqualTo(counts ? ReasonCode.ASSESSED : ReasonCode.NO_REPORT);
        assertThat(provider.assessment()).isEqualTo(counts ? acute : null);
        assertThat(Optional.ofNullable(provider.assessmentRule()).map(Rule::name))
                .isEqualTo(
                        counts
                                ? Optional.of("A provider's report counts while it is recent enough")
                                : Optional.empty());
    }

    @Test
    void equal_weights_of_the_pillars_are_assumed_and_cited_and_so_are_the_known_issues() {
        TierAssessment ics = oneIcs().unit(OdsCode.of("QAA")).orElseThrow();

        assertThat(ics.assurance()).isEqualTo(Assurance.ASSUMED);
        assertThat(ics.explain().toText())
                .contains(
                        "The weights of the provider types: this library, equal weights of the four provider types"
                                + " (assumed).",
                        "Known issue: ICS, region and nation: it is reported that the score of an ICS comes from the four"
                                + " provider types.",
                        Assurance.CAUTION);
    }

    @Test
    void a_provider_that_is_scored_and_gets_no_level_counts_by_the_level_it_reports() {
        Assessment undetermined = DRAFTS.assess(SituationReport.of(OdsCode.of("R02"), ProviderType.COMMUNITY)
                .observedAt(AT)
                .build());

        SystemAssessment system =
                DRAFTS.aggregate(ONE_ICS, AT, List.of(undetermined), List.of(declared("R02", OpelLevel.OPEL_3)));

        TierAssessment provider = system.unit(OdsCode.of("R02")).orElseThrow();
        assertThat(undetermined.level()).hasToString("undetermined");
        assertThat(provider.code()).isEqualTo(ReasonCode.LEVEL_REPORTED);
        assertThat(provider.level()).hasToString("OPEL 3");
    }

    @Test
    void pillars_are_in_the_json_which_is_valid_under_its_schema() throws IOException {
        String json = OpelJson.write(oneIcs());

        assertThat(errors(json)).isEmpty();
        assertThat(json)
                .contains("{\"code\":\"QAA\",\"name\":\"Example QAA\",\"tier\":\"ics\",\"pillar\":\"nhs-111\","
                        + "\"weight\":\"1\",")
                .doesNotContain("countsAs");
    }

    @Test
    void a_region_mixes_icss_of_two_frameworks_by_their_levels() throws IOException {
        SystemAssessment system = twoIcss();

        TierAssessment region = system.unit(OdsCode.of("Y01")).orElseThrow();
        TierAssessment adopted = system.unit(OdsCode.of("QAA")).orElseThrow();
        TierAssessment kept = system.unit(OdsCode.of("QBB")).orElseThrow();
        assertThat(adopted.framework().id()).hasToString("nhse-opel-2024-26");
        assertThat(kept.framework().id()).hasToString("nhse-opel-2023-24");
        assertThat(kept.score()).hasToString("40 to 44");
        assertThat(region.counted(kept)).hasToString("above 70 to 100");
        // 0.5 of above 32.5 to 77.5 and 0.5 of above 70 to 100.
        assertThat(region.score()).hasToString("above 51.25 to 88.75");
        assertThat(region.level()).hasToString("between OPEL 3 and OPEL 4");
        assertThat(region.assurance()).isEqualTo(Assurance.ASSUMED);
    }

    @Test
    void what_was_made_by_another_framework_says_so_wherever_it_is_shown() throws IOException {
        SystemAssessment system = twoIcss();
        Explanation region = system.unit(OdsCode.of("Y01")).orElseThrow().explain();
        String json = OpelJson.write(system);

        assertThat(system.toText())
                .contains("\n  Example QBB (QBB): OPEL 4, 40 to 44 of 44, by nhse-opel-2023-24;")
                .contains("\n    Example R09 (R09): OPEL 4, 40 to 44 of 44; driven by ");
        assertThat(region.sentence()).contains(" Example QBB (QBB) (OPEL 4, above 70 to 100)");
        assertThat(region.toText())
                .contains(
                        "Example QBB (QBB): OPEL 4, weighted mean 40 to 44 of 44; weight 0.5. By nhse-opel-2023-24 1.1.0, so"
                                + " it counts with the scores that its level covers: above 70 to 100 % of the points.",
                        "Example QBB (QBB) may have above 70 to 100 % of the points. At its lowest the level would be ",
                        "Framework: Integrated OPEL framework 2024 to 2026 (nhse-opel-2024-26 1.1.0, draft).",
                        "Framework: OPEL Framework 2023/24 (nhse-opel-2023-24 1.1.0).");
        assertThat(region.all(ReasonCode.DIGEST)).hasSize(2);
        assertThat(json).contains("\"countsAs\":{\"min\":\"70\",\"minIncluded\":false,\"max\":\"100\"}");
        assertThat(errors(json)).isEmpty();
    }

    /** One ICS has adopted the new framework; its neighbour and the hospital in it keep the one before until June. */
    private SystemAssessment twoIcss() throws IOException {
        OpelEngine engine = OpelRules.builder()
                .bundled()
                .allowDrafts()
                .adoptions(Files.writeString(folder.resolve("adoptions.yaml"), """
                        format: opel.adoptions/1
                        adoptions:
                          - { organisation: QAA, framework: nhse-opel-2024-26, from: 2025-01-01 }
                          - { organisation: QBB, framework: nhse-opel-2024-26, from: 2025-06-18 }
                          - { organisation: R09, framework: nhse-opel-2024-26, from: 2025-06-18 }
                        """))
                .build();
        Hierarchy hierarchy = new Hierarchy(
                Hierarchy.Weights.RELATIVE,
                List.of(
                        unit("Y01", Tier.REGION, null, null),
                        unit("QAA", Tier.ICS, null, "Y01", "0.5"),
                        unit("R01", Tier.PROVIDER, ProviderType.ACUTE, "QAA"),
                        unit("R02", Tier.PROVIDER, ProviderType.COMMUNITY, "QAA"),
                        unit("R03", Tier.PROVIDER, ProviderType.MENTAL_HEALTH, "QAA"),
                        unit("QBB", Tier.ICS, null, "Y01", "0.5"),
                        unit("R09", Tier.PROVIDER, ProviderType.ACUTE, "QBB")));
        return engine.aggregate(
                hierarchy,
                AT,
                List.of(worst(engine, "R01"), worst(engine, "R09")),
                List.of(declared("R02", OpelLevel.OPEL_3), declared("R03", OpelLevel.OPEL_2)));
    }

    private static Assessment worst(OpelEngine engine, String code) {
        SituationReport.Builder report =
                SituationReport.of(OdsCode.of(code), ProviderType.ACUTE).observedAt(AT);
        WORST.forEach(report::reading);
        return engine.assess(report);
    }

    private static Declaration declared(String unit, OpelLevel level) {
        return new Declaration(OdsCode.of(unit), level, "site manager", AT, null);
    }

    private static Unit unit(String code, Tier tier, @Nullable ProviderType type, @Nullable String parent) {
        return unit(code, tier, type, parent, "1");
    }

    private static Unit unit(
            String code, Tier tier, @Nullable ProviderType type, @Nullable String parent, String weight) {
        DateRange always = new DateRange(LocalDate.of(2020, 1, 1), null);
        return new Unit(
                OdsCode.of(code),
                "Example " + code,
                tier,
                type,
                parent == null
                        ? List.of()
                        : List.of(new Membership(OdsCode.of(parent), new BigDecimal(weight), always)));
    }

    private static List<com.networknt.schema.Error> errors(String json) {
        return PublishedSchemas.schema("opel.system-1").validate(json, InputFormat.JSON);
    }
}
