package io.github.opelrules.testkit.diff;

import static io.github.opelrules.testkit.diff.Edits.BUNDLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.rules.PublishedSchemas;
import io.github.opelrules.rules.check.Finding;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What differs in how the levels of ICS, region and nation are made. */
class TiersDiffTest {

    private static final TierRules TIERS = Objects.requireNonNull(BUNDLED.tiers());

    @Test
    void cuts_that_move_are_given_as_the_means_that_make_another_level() {
        FrameworkDiff diff = diff(cut(LevelTable.Basis.TOTAL, "12", "22", "33"));

        TiersDiff tiers = diff.tiers().orElseThrow();
        assertThat(tiers.levels()).hasToString("[above 11 and up to 12: OPEL 2 → OPEL 1]");
        assertThat(tiers.resultsCanChange()).isTrue();
        assertThat(diff.tables()).as("providers are scored as before").isEmpty();
        assertThat(diff.resultsCanChange()).isTrue();
        assertThat(diff.toText())
                .contains("\nICS, region and nation\n  mean\n    above 11 and up to 12: OPEL 2 → OPEL 1\n");
        assertThat(diff.toMarkdown())
                .contains("\n#### ICS, region and nation\n\n| Mean | Before | After |\n|---|---|---|\n"
                        + "| above 11 and up to 12 | OPEL 2 | OPEL 1 |\n");
    }

    @Test
    void another_weight_changes_results_and_is_named() {
        FrameworkDiff diff = diff(weights("1", "0.5"));

        assertThat(diff.tiers().orElseThrow().changes()).hasToString("[weight of community providers: none → 0.5]");
        assertThat(diff.resultsCanChange()).isTrue();
        assertThat(diff(weights("1.0", null)).isEmpty()).as("1 and 1.0 are one").isTrue();
    }

    @Test
    void another_basis_changes_results() {
        FrameworkDiff diff = diff(cut(LevelTable.Basis.SHARE, "25", "50", "75"));

        assertThat(diff.tiers().orElseThrow().levels()).isEmpty();
        assertThat(diff.toText()).contains("    basis of the levels: points → share of the available points\n");
        assertThat(diff.resultsCanChange()).isTrue();
    }

    @Test
    void another_source_or_grade_is_named_and_changes_no_result() {
        Map<Tier, Citation> means = new EnumMap<>(TIERS.means());
        means.put(Tier.REGION, new Citation(new Source("Another document", "page 9"), Assurance.UNVERIFIED));

        FrameworkDiff diff = diff(new TierRules(TIERS.pillars(), TIERS.pillarCitation(), means, TIERS.levels()));

        assertThat(diff.resultsCanChange()).isFalse();
        assertThat(diff.toText()).contains("""

                        ICS, region and nation
                          rules on the mean
                            source of the mean of a region: this library, the ICS rule applied to regions → Another document, page 9
                            grade of the mean of a region: assumed → unverified
                        """);
    }

    @Test
    void tiers_that_are_new_or_gone_change_results() {
        Framework without = Edits.tiers(BUNDLED, null);

        assertThat(FrameworkDiff.between(without, BUNDLED).toText())
                .contains("\n  Levels of ICS, region and nation are given now; before, there were none.\n");
        assertThat(FrameworkDiff.between(BUNDLED, without).toMarkdown())
                .contains("\nLevels of ICS, region and nation are no longer given; before, they were.\n");
        assertThat(FrameworkDiff.between(BUNDLED, without).resultsCanChange()).isTrue();
        assertThat(FrameworkDiff.between(without, without).tiers()).isEmpty();
    }

    @Test
    void a_patch_that_changes_the_level_of_a_system_claims_too_little() {
        Framework patched = Edits.version(Edits.tiers(BUNDLED, cut(LevelTable.Basis.TOTAL, "12", "22", "33")), "1.1.1");

        assertThat(FrameworkDiff.between(BUNDLED, patched).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "nhse-opel-2023-24/framework.yaml:1:1: OPEL-450 Version 1.1.1 is a PATCH of 1.1.0 and so"
                                + " claims that no result changes, but means of ICS, region and nation make other levels (above 11"
                                + " and up to 12: OPEL 2 → OPEL 1): raise MINOR, to 1.2.0.",
                        "nhse-opel-2023-24/framework.yaml:1:1: warning OPEL-454 The cut 12 of levels of ICS, region and nation is"
                                + " new, and is unverified by the source of the old ones, OPEL Framework 2023/24 (PRN00551), level"
                                + " cuts. Unless that was misread before, name the source that says it, and how sure that is:"
                                + " assumed where the number is your own.");
    }

    @Test
    void as_json_it_is_valid_under_its_schema() {
        String json = diff(cut(LevelTable.Basis.TOTAL, "12", "22", "33")).toJson();

        assertThat(json)
                .contains("\"tiers\":{\"presence\":\"both\",\"resultsCanChange\":true,\"changes\":[")
                .contains("\"levels\":[{\"scores\":{\"above\":\"11\",\"upTo\":\"12\"},\"before\":2,\"after\":1}]");
        assertThat(PublishedSchemas.schema("opel.diff-1").validate(json, InputFormat.JSON))
                .isEmpty();
    }

    private static FrameworkDiff diff(TierRules tiers) {
        return FrameworkDiff.between(BUNDLED, Edits.tiers(BUNDLED, tiers));
    }

    private static TierRules cut(LevelTable.Basis basis, String first, String second, String third) {
        Framework cut = Edits.levels(BUNDLED, basis, first, second, third);
        LevelTable levels = cut.tables().get(ProviderType.ACUTE).levels();
        return new TierRules(TIERS.pillars(), TIERS.pillarCitation(), TIERS.means(), levels);
    }

    private static TierRules weights(String acute, @Nullable String community) {
        Map<ProviderType, BigDecimal> weights = new EnumMap<>(ProviderType.class);
        weights.put(ProviderType.ACUTE, new BigDecimal(acute));
        if (community != null) {
            weights.put(ProviderType.COMMUNITY, new BigDecimal(community));
        }
        return new TierRules(weights, TIERS.pillarCitation(), TIERS.means(), TIERS.levels());
    }
}
