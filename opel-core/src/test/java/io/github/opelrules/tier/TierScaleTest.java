package io.github.opelrules.tier;

import static io.github.opelrules.Frameworks.interval;
import static io.github.opelrules.tier.Systems.scale;
import static io.github.opelrules.tier.Systems.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.Assessments;
import io.github.opelrules.Frameworks;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Fraction;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoreRange;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.framework.TierRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierScaleTest {

    private static final Framework SHARES = Frameworks.withTiers(
            Frameworks.acute(), Map.of(ProviderType.ACUTE, BigDecimal.ONE), Frameworks.shares("10", "40", "70"));

    @Test
    void of_points_the_highest_is_what_a_provider_can_score_and_of_shares_a_hundred_percent() {
        assertThat(scale().all()).hasToString("0 to 22");
        assertThat(scale().unit()).isEqualTo(" of 22");
        assertThat(shares().all()).hasToString("0 to 100");
        assertThat(shares().unit()).isEqualTo(" % of the points");
    }

    @Test
    void an_assessment_counts_with_its_points_or_with_their_share() {
        Assessment assessment = Assessments.assess("40", "70", "93", "3");

        assertThat(scale().of(assessment)).hasToString("9");
        assertThat(shares().of(assessment).min()).isEqualTo(Fraction.of(900).dividedBy(Fraction.of(22)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0 to 5", "2, 2, above 5 to 11", "4, 4, above 16 to 22", "1, 3, 0 to 16", "2, 4, above 5 to 22"})
    void a_level_covers_the_scores_between_its_cuts(int best, int worst, String scores) {
        Level level = Level.between(
                OpelLevel.ofNumber(best).orElseThrow(),
                OpelLevel.ofNumber(worst).orElseThrow());

        assertThat(scale().of(level)).map(ScoreRange::toString).contains(scores);
        assertThat(scale().level(scale().of(level).orElseThrow())).isEqualTo(level);
    }

    @Test
    void where_no_level_can_be_given_there_are_no_scores() {
        assertThat(scale().of(new Level.Undetermined(List.of("Bands are not known"))))
                .isEmpty();
    }

    @Test
    void one_range_of_scores_contains_another_if_it_has_all_of_it_and_its_ends() {
        ScoreRange open = new ScoreRange(Fraction.of(5), false, Fraction.of(11), false);

        assertThat(score("5", "11").contains(open)).isTrue();
        assertThat(open.contains(open)).isTrue();
        assertThat(open.contains(score("6", "10"))).isTrue();
        assertThat(open.contains(score("5", "10"))).isFalse();
        assertThat(open.contains(score("6", "11"))).isFalse();
        assertThat(open).hasToString("above 5 to below 11");
        assertThat(open.touches(interval("up to 5"))).isFalse();
        assertThat(open.touches(interval("from 11"))).isFalse();
        assertThat(open.touches(interval("above 5 and below 11"))).isTrue();
    }

    @Test
    void cuts_outside_what_can_be_scored_are_cut_off() {
        assertThat(ScoreRange.of(interval("from -3 and up to 50"), Fraction.of(22)))
                .isEqualTo(score("0", "22"));
    }

    @Test
    void a_range_without_a_score_in_it_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score("12", "11"))
                .withMessage("No score lies between 12 and 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreRange(Fraction.of(5), true, Fraction.of(5), false))
                .withMessage("No score lies between 5 and 5");
    }

    @Test
    void tiers_need_a_provider_type_that_counts_and_a_mean_for_each_tier() {
        TierRules rules = SHARES.tiers();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TierRules(Map.of(), rules.pillarCitation(), rules.means(), rules.levels()))
                .withMessageStartingWith("At least one provider type counts in an ICS, and its weight is above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TierRules(
                        Map.of(ProviderType.ACUTE, BigDecimal.ZERO),
                        rules.pillarCitation(),
                        rules.means(),
                        rules.levels()))
                .withMessageEndingWith("but the weights are {acute=0}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TierRules(rules.pillars(), rules.pillarCitation(), Map.of(), rules.levels()))
                .withMessage("Each of [ics, region, nation] needs its mean, but there are []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.mean(Tier.PROVIDER))
                .withMessage("There is no mean of a provider");
    }

    @Test
    void tiers_are_made_up_of_the_one_before() {
        assertThat(Tier.PROVIDER.above()).contains(Tier.ICS);
        assertThat(Tier.ICS.above()).contains(Tier.REGION);
        assertThat(Tier.REGION.above()).contains(Tier.NATION);
        assertThat(Tier.NATION.above()).isEmpty();
        assertThat(Tier.ofId("region")).contains(Tier.REGION);
        assertThat(Tier.ofId("Region")).isEmpty();
        assertThat(Tier.ICS.withArticle()).isEqualTo("an ICS");
    }

    private static TierScale shares() {
        return TierScale.of(SHARES, SHARES.tiers());
    }
}
