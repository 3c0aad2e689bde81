package io.github.opelrules.testkit.diff;

import static io.github.opelrules.testkit.diff.Edits.BUNDLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.ExpectedPoints;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.rules.check.Finding;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FrameworkDiffTest {

    private static final String HANDOVER = "ambulance-handover-mean";
    private static final Framework HANDOVER_18 =
            Edits.edit(BUNDLED, HANDOVER, parameter -> Edits.moveCut(parameter, "15", "18"));

    private static FrameworkDiff diff(Framework after) {
        return FrameworkDiff.between(BUNDLED, Edits.version(after, "1.2.0"));
    }

    private static TableDiff acute(FrameworkDiff diff) {
        assertThat(diff.tables()).hasSize(1);
        return diff.tables().get(0);
    }

    private static LevelImpact impact(FrameworkDiff diff) {
        return acute(diff).impact().orElseThrow();
    }

    private static ParameterDiff only(FrameworkDiff diff) {
        assertThat(acute(diff).parameters()).hasSize(1);
        return acute(diff).parameters().get(0);
    }

    private static List<String> codes(FrameworkDiff diff) {
        return diff.findings().stream().map(Finding::code).toList();
    }

    @Nested
    class Values {

        @Test
        void a_moved_cut_changes_the_values_it_passes_over() {
            FrameworkDiff diff = diff(HANDOVER_18);

            assertThat(only(diff).scores()).hasToString("[above 15 and up to 18: 2 → 0]");
            assertThat(diff.resultsCanChange()).isTrue();
            assertThat(diff.changes()).isEmpty();
        }

        @Test
        void a_swapped_side_changes_one_value() {
            FrameworkDiff diff = diff(Edits.edit(BUNDLED, HANDOVER, parameter -> Edits.swapSide(parameter, "60")));

            assertThat(only(diff).scores()).hasToString("[exactly 60: 4 → 6]");
            assertThat(impact(diff).extent()).isEqualTo(LevelImpact.Extent.COMPLETE_REPORTS);
            assertThat(diff.toText()).contains("\n    exactly 60 min: 4 → 6\n");
        }

        @Test
        void stretches_that_change_differently_stay_apart_and_those_that_change_alike_are_one() {
            FrameworkDiff diff =
                    diff(Edits.edit(BUNDLED, HANDOVER, parameter -> Edits.points(Edits.points(parameter, 1, 3), 2, 5)));

            assertThat(only(diff).scores()).hasToString("[above 15 and up to 30: 2 → 3, above 30 and up to 60: 4 → 5]");
            assertThat(only(diff(Edits.edit(
                                    BUNDLED,
                                    HANDOVER,
                                    parameter -> Edits.points(Edits.moveCut(parameter, "30", "40"), 2, 4))))
                            .scores())
                    .hasToString("[above 30 and up to 40: 4 → 2]");
        }

        @Test
        void a_gap_finer_than_the_precision_scores_the_points_of_both_bands() {
            FrameworkDiff diff = diff(Edits.edit(BUNDLED, HANDOVER, parameter -> {
                List<Band> bands = Edits.edges(
                        parameter.bands(),
                        edge -> edge.toString().equals("above 15")
                                ? Edits.edge(io.github.opelrules.framework.Edge.Kind.FROM, "15.01")
                                : edge);
                return Edits.bands(parameter, bands);
            }));

            assertThat(only(diff).scores()).hasToString("[above 15 and below 15.01: 2 → 0 to 2]");
            assertThat(diff.toText()).contains("above 15 and below 15.01 min (finer than the precision of 0.01)");
            assertThat(impact(diff).extent()).isEqualTo(LevelImpact.Extent.UNCERTAIN_REPORTS);
            assertThat(impact(diff).moves()).isEmpty();
        }

        @Test
        void a_smaller_domain_makes_values_implausible() {
            FrameworkDiff diff =
                    diff(Edits.edit(BUNDLED, "ga-bed-occupancy", parameter -> Edits.domain(parameter, "0", "120")));

            assertThat(only(diff).scores()).hasToString("[above 120 and up to 150: 8 → 0 to 8 (implausible)]");
            assertThat(only(diff).changes()).hasToString("[domain: 0 to 150 → 0 to 120]");
            assertThat(impact(diff).extent()).isEqualTo(LevelImpact.Extent.UNCERTAIN_REPORTS);
        }

        @Test
        void another_maximum_changes_what_a_missing_reading_counts_for() {
            FrameworkDiff diff = diff(Edits.edit(BUNDLED, HANDOVER, parameter -> Edits.points(parameter, 3, 8)));

            assertThat(only(diff).missingBefore()).isEqualTo(new PointsRange(0, 6));
            assertThat(only(diff).missingAfter()).isEqualTo(new PointsRange(0, 8));
            assertThat(diff.toText()).contains("\n    missing: 0 to 6 → 0 to 8\n");
            assertThat(diff.toMarkdown())
                    .contains("| 1 | mean ambulance handover time | missing |  | 0 to 6 | 0 to 8 |\n");
        }

        @Test
        void other_usual_values_are_told_and_change_no_score() {
            FrameworkDiff diff = diff(Edits.edit(BUNDLED, HANDOVER, parameter -> Edits.usual(parameter, "3", "200")));

            assertThat(only(diff).scores()).isEmpty();
            assertThat(only(diff).changes()).hasToString("[usual values: 3 to 240 → 3 to 200]");
        }

        @Test
        void another_greatest_age_changes_results_though_no_value_scores_differently() {
            FrameworkDiff diff = FrameworkDiff.between(
                    BUNDLED,
                    Edits.version(
                            Edits.edit(BUNDLED, HANDOVER, parameter -> Edits.maxAge(parameter, Duration.ofHours(4))),
                            "1.1.1"));

            assertThat(only(diff).scores()).isEmpty();
            assertThat(only(diff).changes()).hasToString("[greatest age: PT24H → PT4H]");
            assertThat(diff.findings()).hasSize(1);
            assertThat(diff.findings().get(0).message())
                    .contains("but readings of mean ambulance handover time go stale at another age (PT24H → PT4H)");
            assertThat(impact(diff).extent()).isEqualTo(LevelImpact.Extent.UNCERTAIN_REPORTS);
        }
    }

    @Nested
    class Levels {

        @Test
        void the_example_is_complete_and_changes_as_little_as_can_be() {
            ReportExample example = impact(diff(HANDOVER_18)).example().orElseThrow();

            assertThat(example.report().readings()).hasSize(9);
            assertThat(example.parts())
                    .filteredOn(part -> !part.before().equals(part.after()))
                    .hasSize(1);
            assertThat(example.scoreBefore()).hasToString("12");
            assertThat(example.scoreAfter()).hasToString("10");
            assertThat(example.before()).isEqualTo(new Level.Exact(OpelLevel.OPEL_2));
            assertThat(example.after()).isEqualTo(new Level.Exact(OpelLevel.OPEL_1));
            assertThat(impact(diff(HANDOVER_18)).moves())
                    .hasToString("[OPEL 2 → OPEL 1, OPEL 3 → OPEL 2, OPEL 4 → OPEL 3]");
        }

        @Test
        void a_larger_move_of_a_report_that_is_not_complete_goes_before() {
            Framework both = HANDOVER_18;
            for (Parameter parameter :
                    BUNDLED.table(ProviderType.ACUTE).orElseThrow().parameters()) {
                both = Edits.edit(both, parameter.id().value(), old -> Edits.maxAge(old, Duration.ofHours(4)));
            }

            ReportExample example = impact(diff(both)).example().orElseThrow();

            assertThat(example.before()).hasToString("OPEL 4");
            assertThat(example.after().atBest())
                    .hasValueSatisfying(best -> assertThat(best.number()).isLessThan(3));
            assertThat(impact(diff(both)).extent()).isEqualTo(LevelImpact.Extent.COMPLETE_REPORTS);
        }

        @Test
        void moved_level_cuts_are_listed_by_score() {
            FrameworkDiff diff = diff(Edits.levels(BUNDLED, LevelTable.Basis.TOTAL, "12", "22", "33"));

            assertThat(acute(diff).levels()).hasToString("[above 11 and up to 12: OPEL 2 → OPEL 1]");
            assertThat(acute(diff).parameters()).isEmpty();
            assertThat(impact(diff).moves()).hasToString("[OPEL 2 → OPEL 1]");
        }

        @Test
        void a_cut_that_only_a_mean_can_fall_beside_changes_results_but_no_providers_level() {
            FrameworkDiff diff = diff(Edits.levels(BUNDLED, LevelTable.Basis.TOTAL, "11.5", "22", "33"));

            assertThat(acute(diff).levels()).hasToString("[above 11 and up to 11.5: OPEL 2 → OPEL 1]");
            assertThat(impact(diff).extent()).isEqualTo(LevelImpact.Extent.NONE);
            assertThat(diff.toText()).contains("The level of no report can change.");
        }

        @Test
        void another_basis_with_the_same_cuts_in_points_changes_no_result() {
            FrameworkDiff diff = diff(Edits.levels(BUNDLED, LevelTable.Basis.SHARE, "25", "50", "75"));

            assertThat(acute(diff).levels()).isEmpty();
            assertThat(acute(diff).changes())
                    .contains(new Change("basis of the levels", "points", "share of the available points"));
            assertThat(diff.resultsCanChange()).isFalse();
        }

        @Test
        void more_available_points_move_levels_that_are_shares() {
            Framework shares = Edits.levels(BUNDLED, LevelTable.Basis.SHARE, "25", "50", "75");
            FrameworkDiff diff = FrameworkDiff.between(
                    shares, Edits.edit(shares, HANDOVER, parameter -> Edits.points(parameter, 3, 10)));

            assertThat(acute(diff).levels())
                    .hasToString("[above 11.00 and up to 12.00: OPEL 2 → OPEL 1,"
                            + " above 22.00 and up to 24.00: OPEL 3 → OPEL 2,"
                            + " above 33.00 and up to 36.00: OPEL 4 → OPEL 3]");
        }

        @Test
        void a_level_that_can_be_given_under_one_only_changes_for_every_report() {
            FrameworkDiff diff = diff(Edits.edit(BUNDLED, HANDOVER, parameter -> Edits.bands(parameter, List.of())));

            assertThat(impact(diff).extent()).isEqualTo(LevelImpact.Extent.ALL_REPORTS);
            assertThat(impact(diff).example().orElseThrow().after()).isInstanceOf(Level.Undetermined.class);
            assertThat(only(diff).scores()).first().hasToString("below 0: 0 to 6 (implausible) → not known yet");
        }
    }

    @Nested
    class ExpectedBands {

        private final Framework upToSix = Edits.edit(
                BUNDLED, HANDOVER, parameter -> Edits.expecting(parameter, new ExpectedPoints(6, Assurance.ASSUMED)));

        @Test
        void leave_reports_uncertain_where_it_is_known_what_they_could_score() {
            FrameworkDiff diff = diff(upToSix);

            assertThat(only(diff).scores())
                    .first()
                    .hasToString("below 0: 0 to 6 (implausible) → 0 to 6 (not known yet)");
            assertThat(only(diff).changes()).contains(new Change("grade of the expected points", "none", "assumed"));
            assertThat(impact(diff).extent()).isEqualTo(LevelImpact.Extent.UNCERTAIN_REPORTS);
            assertThat(diff.toText())
                    .contains(
                            "The level can change, but only of reports with a reading that is missing, rounded, stale or"
                                    + " implausible, that lies between two bands, or whose bands are not known.");
        }

        @Test
        void that_could_score_more_change_results() {
            Framework upToTen = Edits.edit(
                    BUNDLED,
                    HANDOVER,
                    parameter -> Edits.expecting(parameter, new ExpectedPoints(10, Assurance.ASSUMED)));

            FrameworkDiff diff = FrameworkDiff.between(upToSix, Edits.version(upToTen, "1.2.0"));

            assertThat(only(diff).scores())
                    .hasToString("[any value: 0 to 6 (not known yet) → 0 to 10 (not known yet)]");
            assertThat(only(diff).changes()).isEmpty();
            assertThat(diff.resultsCanChange()).isTrue();
        }
    }

    @Nested
    class Parameters {

        @Test
        void one_that_is_gone_is_left_out_of_the_reports_compared_and_widens_their_range_before() {
            FrameworkDiff diff = diff(Edits.without(BUNDLED, "escalation-beds"));

            assertThat(only(diff).presence()).isEqualTo(Presence.DROPPED);
            assertThat(impact(diff).extent()).isEqualTo(LevelImpact.Extent.UNCERTAIN_REPORTS);
            assertThat(impact(diff).example().orElseThrow().report().readings()).hasSize(8);
            assertThat(diff.toText())
                    .contains("\n  8 escalation beds\n    is gone; it scored 0 to 4 points\n")
                    .contains("they leave out what stands in one of the two only.");
            assertThat(diff.toMarkdown()).contains("| 8 | escalation beds | any |  | 0 to 4 | not there |\n");
        }

        @Test
        void one_that_is_new_widens_the_range_after() {
            FrameworkDiff diff = FrameworkDiff.between(Edits.without(BUNDLED, "escalation-beds"), BUNDLED);

            assertThat(only(diff).presence()).isEqualTo(Presence.ADDED);
            assertThat(diff.toText()).contains("is new, and scores 0 to 4 points");
            assertThat(diff.toMarkdown()).contains("| 8 | escalation beds | any |  | not there | 0 to 4 |\n");
        }

        @Test
        void texts_and_grades_differ_without_any_result() {
            Framework after = Edits.version(
                    Edits.edit(BUNDLED, HANDOVER, parameter -> {
                        List<Band> bands = parameter.bands().stream()
                                .map(band ->
                                        new Band(band.interval(), band.points(), Assurance.PUBLISHED, band.source()))
                                .toList();
                        return Edits.parameter(
                                parameter, "handover", "min", parameter.domain(), parameter.maxAge(), bands);
                    }),
                    "1.1.1");

            FrameworkDiff diff = FrameworkDiff.between(BUNDLED, after);

            assertThat(only(diff).changes())
                    .extracting(Change::toString)
                    .containsExactly(
                            "label: mean ambulance handover time → handover",
                            "grade of 0 points: corroborated → published",
                            "grade of 2 points: corroborated → published",
                            "grade of 4 points: corroborated → published",
                            "grade of 6 points: corroborated → published");
            assertThat(diff.resultsCanChange()).isFalse();
            assertThat(diff.findings()).isEmpty();
            assertThat(impact(diff))
                    .isEqualTo(new LevelImpact(LevelImpact.Extent.NONE, List.of(), java.util.Optional.empty()));
        }

        @Test
        void another_unit_is_a_warning() {
            Framework after = Edits.version(
                    Edits.edit(
                            BUNDLED,
                            HANDOVER,
                            old -> Edits.parameter(old, old.label(), "h", old.domain(), old.maxAge(), old.bands())),
                    "1.1.1");

            FrameworkDiff diff = FrameworkDiff.between(BUNDLED, after);

            assertThat(codes(diff)).containsExactly("OPEL-453");
            assertThat(diff.hasErrors()).isFalse();
            assertThat(diff.toText())
                    .contains("Warning OPEL-453: The unit of mean ambulance handover time was \"min\" and is \"h\".");
        }
    }

    @Nested
    class Sources {

        @Test
        void a_new_cut_under_the_source_of_the_old_one_is_odd_unless_it_is_assumed() {
            Framework kept = Edits.edit(
                    BUNDLED,
                    HANDOVER,
                    old -> Edits.bands(
                            old,
                            Edits.edges(
                                    old.bands(),
                                    edge -> edge.value().intValue() == 15
                                            ? new Edge(
                                                    edge.kind(),
                                                    new BigDecimal("18"),
                                                    edge.assurance(),
                                                    edge.sideAssurance())
                                            : edge)));

            assertThat(diff(kept).findings())
                    .extracting(Finding::toString)
                    .containsExactly(
                            "nhse-opel-2023-24/framework.yaml:1:1: warning OPEL-454 The cut 18 of mean ambulance handover time is"
                                    + " new, and is unverified by the source of the old ones, OPEL Framework 2023/24 (PRN00551), acute"
                                    + " parameter 1. Unless that was misread before, name the source that says it, and how sure that is:"
                                    + " assumed where the number is your own.");
            assertThat(diff(kept).hasErrors()).isFalse();
            assertThat(diff(HANDOVER_18).findings()).isEmpty();
        }

        @Test
        void so_is_a_new_level_cut() {
            assertThat(diff(Edits.levels(BUNDLED, LevelTable.Basis.TOTAL, "12", "22", "33"))
                            .findings())
                    .extracting(Finding::message)
                    .containsExactly(
                            "The cut 12 of levels of acute providers is new, and is unverified by the source of the old"
                                    + " ones, OPEL Framework 2023/24 (PRN00551), level cuts. Unless that was misread before, name the"
                                    + " source that says it, and how sure that is: assumed where the number is your own.");
        }
    }

    @Nested
    class Claims {

        @Test
        void a_patch_that_changes_a_result_is_an_error() {
            FrameworkDiff diff = FrameworkDiff.between(BUNDLED, Edits.version(HANDOVER_18, "1.1.1"));

            assertThat(diff.findings())
                    .containsExactly(new Finding(
                            "OPEL-450",
                            Finding.Severity.ERROR,
                            "nhse-opel-2023-24/framework.yaml",
                            1,
                            1,
                            "Version 1.1.1 is a PATCH of 1.1.0 and so claims that no result changes, but mean ambulance"
                                    + " handover time scores differently (above 15 and up to 18 min: 2 → 0): raise"
                                    + " MINOR, to 1.2.0."));
            assertThat(diff.hasErrors()).isTrue();
        }

        @Test
        void a_minor_or_a_major_may_change_results() {
            assertThat(FrameworkDiff.between(BUNDLED, Edits.version(HANDOVER_18, "1.2.0"))
                            .findings())
                    .isEmpty();
            assertThat(FrameworkDiff.between(BUNDLED, Edits.version(HANDOVER_18, "2.0.0"))
                            .findings())
                    .isEmpty();
        }

        @Test
        void one_version_cannot_have_two_contents() {
            FrameworkDiff results = FrameworkDiff.between(BUNDLED, HANDOVER_18);
            FrameworkDiff texts = FrameworkDiff.between(BUNDLED, Edits.version(BUNDLED, "1.1.0"));

            assertThat(codes(results)).containsExactly("OPEL-451");
            assertThat(results.findings().get(0).message()).endsWith("Raise MINOR, to 1.2.0.");
            assertThat(codes(texts)).containsExactly("OPEL-451");
            assertThat(texts.findings().get(0).message()).endsWith("Raise PATCH, to 1.1.1.");
            assertThat(FrameworkDiff.between(BUNDLED, BUNDLED).findings()).isEmpty();
        }

        @Test
        void a_version_does_not_go_down() {
            FrameworkDiff diff =
                    FrameworkDiff.between(Edits.version(BUNDLED, "1.10.0"), Edits.version(BUNDLED, "1.9.9"));

            assertThat(codes(diff)).containsExactly("OPEL-452");
            assertThat(diff.findings().get(0).message()).startsWith("The version goes down, from 1.10.0 to 1.9.9.");
        }

        @Test
        void nothing_is_claimed_across_frameworks() {
            Framework other = Edits.framework(
                    HANDOVER_18, "trust-2023-24", "1.1.1", BUNDLED.inForce(), BUNDLED.status(), HANDOVER_18.tables());

            FrameworkDiff diff = FrameworkDiff.between(BUNDLED, other);

            assertThat(diff.findings()).isEmpty();
            assertThat(diff.toText())
                    .startsWith("nhse-opel-2023-24 1.1.0 → trust-2023-24 1.1.1\n"
                            + "Results can change. These are different frameworks, so what their versions claim is not"
                            + " checked.\n");
        }

        @Test
        void other_dates_and_another_status_change_which_reports_are_scored() {
            DateRange later = new DateRange(LocalDate.parse("2023-09-01"), null);
            Framework after = Edits.framework(
                    BUNDLED, BUNDLED.id().value(), "1.1.1", later, Framework.Status.DRAFT, BUNDLED.tables());

            FrameworkDiff diff = FrameworkDiff.between(BUNDLED, after);

            assertThat(diff.changes())
                    .hasToString("[status: published → draft,"
                            + " dates: from 2023-08-01 until 2024-12-01 → from 2023-09-01]");
            assertThat(diff.tables()).isEmpty();
            assertThat(diff.findings().get(0).message())
                    .contains("but it applies from 2023-09-01 instead of from 2023-08-01 until 2024-12-01,"
                            + " and 1 more change: raise MINOR, to 1.2.0.");
        }

        @Test
        void another_provider_type_changes_which_reports_are_scored() {
            ScoringTable acute = Edits.acute(BUNDLED);
            ScoringTable community =
                    new ScoringTable(ProviderType.COMMUNITY, acute.parameters(), acute.total(), acute.levels());
            Framework after = Edits.framework(
                    BUNDLED,
                    BUNDLED.id().value(),
                    "1.1.1",
                    BUNDLED.inForce(),
                    BUNDLED.status(),
                    Map.of(ProviderType.ACUTE, acute, ProviderType.COMMUNITY, community));

            FrameworkDiff added = FrameworkDiff.between(BUNDLED, after);

            assertThat(codes(added)).containsExactly("OPEL-450");
            assertThat(added.toText())
                    .endsWith("\ncommunity providers\n"
                            + "  Reports of community providers are scored now; before, they were refused.\n");
            assertThat(FrameworkDiff.between(after, BUNDLED).toMarkdown())
                    .endsWith("\n#### community providers\n\n"
                            + "Reports of community providers are refused now; before, they were scored.\n");
        }
    }

    @Nested
    class Rendering {

        @Test
        void as_text() {
            FrameworkDiff diff = FrameworkDiff.between(BUNDLED, Edits.version(HANDOVER_18, "1.1.1"));

            assertThat(diff.toText()).isEqualTo("""
                            nhse-opel-2023-24 1.1.0 → 1.1.1
                            Results can change.
                            Error OPEL-450: Version 1.1.1 is a PATCH of 1.1.0 and so claims that no result changes, but \
                            mean ambulance handover time scores differently (above 15 and up to 18 min: 2 → 0): raise \
                            MINOR, to 1.2.0.

                            acute providers
                              The level can change, of complete reports too: OPEL 2 → OPEL 1, OPEL 3 → OPEL 2, \
                            OPEL 4 → OPEL 3.
                              1 mean ambulance handover time
                                above 15 and up to 18 min (15.01 to 18.00): 2 → 0
                                grade of the cut 15: unverified → none
                                grade of the side of the cut 15: unverified → none
                                grade of the cut 18: none → assumed
                                grade of the side of the cut 18: none → assumed
                              Example, a made-up report of 2023-08-01T11:00:00Z
                                mean ambulance handover time, 16 min: 2 → 0
                                ED 4-hour performance, 98%: 0
                                ED attendances above expected, -49%: 0
                                majors and resuscitation occupancy, 40%: 0
                                median time to treatment, 30 min: 0
                                patients over 12 hours in ED, 1%: 0
                                G&A bed occupancy, 94%: 2
                                escalation beds, 53%: 4
                                patients with no criteria to reside, 58%: 4
                                score 12 → 10: OPEL 2 → OPEL 1
                            """);
        }

        @Test
        void as_Markdown_in_which_nothing_from_rule_files_is_markup() {
            Framework odd = Edits.edit(HANDOVER_18, HANDOVER, old -> {
                Parameter parameter = old;
                return Edits.parameter(
                        parameter, "<b>*handover*", "min", parameter.domain(), parameter.maxAge(), parameter.bands());
            });
            FrameworkDiff diff = FrameworkDiff.between(BUNDLED, Edits.version(odd, "1.2.0"));

            assertThat(diff.toMarkdown())
                    .startsWith(
                            "### nhse-opel-2023-24 1.1.0 → 1.2.0\n\n**Results can change.**\n\n#### acute providers\n")
                    .contains("| 1 | \\<b\\>\\*handover\\* | above 15 and up to 18 min | 15.01 to 18.00 | 2 | 0 |\n")
                    .endsWith("| score |  | 12 | 10 |\n| level |  | OPEL 2 | OPEL 1 |\n")
                    .doesNotContain("<b>");
        }

        @Test
        void of_two_that_are_equal() {
            FrameworkDiff diff = FrameworkDiff.between(BUNDLED, BUNDLED);

            assertThat(diff.isEmpty()).isTrue();
            assertThat(diff.toText())
                    .isEqualTo("nhse-opel-2023-24 1.1.0 → 1.1.0\nNothing differs that the rules say.\n");
        }
    }
}
