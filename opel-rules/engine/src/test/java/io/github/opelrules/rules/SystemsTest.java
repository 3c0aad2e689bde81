package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.report.ReportHistory;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import io.github.opelrules.tier.Agreement;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.PartChange;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The levels of systems under OPEL 2023/24. */
class SystemsTest {

    private static final OpelEngine ENGINE = OpelRules.bundled();
    private static final Instant AT = Instant.parse("2024-01-08T08:00:00Z");
    private static final DateRange ALWAYS = new DateRange(LocalDate.of(2020, 1, 1), null);
    private static final OdsCode ICS = OdsCode.of("QXX");

    @ParameterizedTest
    @CsvSource({
        // Two providers of equal weight, then of the weights that bring their mean just past the cut.
        "11, 11, 1, 1, 11, 1",
        "11, 12, 1, 1, 11.5, 2",
        "11, 12, 999, 1, 11.001, 2",
        "22, 22, 1, 1, 22, 2",
        "22, 23, 999, 1, 22.001, 3",
        "22, 23, 1, 1, 22.5, 3",
        "33, 33, 1, 1, 33, 3",
        "33, 34, 999999, 1, 33, 4", // 33.000001 of which four decimals are shown
        "34, 34, 1, 1, 34, 4"
    })
    void the_mean_is_not_rounded_before_the_cuts_are_applied(
            int first, int second, int firstWeight, int secondWeight, String shown, int level) {
        Hierarchy hierarchy =
                hierarchy(acute("R01", Integer.toString(firstWeight)), acute("R02", Integer.toString(secondWeight)));

        TierAssessment ics = ics(hierarchy, List.of(assessment("R01", first), assessment("R02", second)), List.of());

        assertThat(ics.score()).hasToString(shown);
        assertThat(ics.level())
                .isEqualTo(new Level.Exact(OpelLevel.ofNumber(level).orElseThrow()));
    }

    @Test
    void a_provider_without_a_report_widens_the_range_by_its_whole_span_and_is_named() {
        Hierarchy hierarchy = hierarchy(acute("R01", "3"), acute("R02", "1"));

        TierAssessment ics = ics(hierarchy, List.of(assessment("R01", 24)), List.of());

        assertThat(ics.score()).hasToString("18 to 29");
        assertThat(ics.level()).hasToString("between OPEL 2 and OPEL 3");
        assertThat(ics.unknown()).extracting(part -> part.unit().code().value()).containsExactly("R02");
        assertThat(ics.explain().toText())
                .startsWith("Example QXX (QXX): between OPEL 2 and OPEL 3, weighted mean 18 to 29 of 44:"
                        + " Example R01 (R01) (OPEL 3, 24); 1 provider without a report.")
                .contains(
                        "Example R02 (R02): no report, 0 to 44 of 44; weight 1. A provider without a recent report"
                                + " could have any score.",
                        "Example R02 (R02) may have 0 to 44 of 44. At its lowest the level would be OPEL 2, at its"
                                + " highest OPEL 3.");
    }

    @Test
    void a_level_that_a_provider_reports_itself_counts_as_the_scores_it_covers() {
        Hierarchy hierarchy = hierarchy(acute("R01", "1"), acute("R02", "1"));

        TierAssessment ics =
                ics(hierarchy, List.of(assessment("R01", 22)), List.of(declared("R02", OpelLevel.OPEL_3, AT)));

        assertThat(ics.parts().get(1).code()).isEqualTo(ReasonCode.LEVEL_REPORTED);
        assertThat(ics.parts().get(1).score()).hasToString("above 22 to 33");
        assertThat(ics.score()).hasToString("above 22 to 27.5");
        assertThat(ics.level()).as("the mean is above 22, never 22 itself").hasToString("OPEL 3");
    }

    @Test
    void what_was_declared_stands_beside_what_is_calculated_and_changes_nothing() {
        Hierarchy hierarchy = hierarchy(acute("R01", "1"));

        TierAssessment ics = ics(
                hierarchy,
                List.of(assessment("R01", 24)),
                List.of(declared("QXX", OpelLevel.OPEL_4, AT), declared("R01", OpelLevel.OPEL_1, AT)));

        assertThat(ics.level()).hasToString("OPEL 3");
        assertThat(ics.declared()).isEqualTo(declared("QXX", OpelLevel.OPEL_4, AT));
        assertThat(ics.parts().get(0).level()).hasToString("OPEL 3");
        assertThat(ics.explain().sentence())
                .contains(" Declared: OPEL 4 by director on call from 2024-01-08T08:00:00Z.");
    }

    @Test
    void what_is_older_than_a_day_or_from_later_does_not_count() {
        Hierarchy hierarchy = hierarchy(acute("R01", "1"));
        Assessment assessment = assessment("R01", 24);

        Instant dayLater = AT.plus(Duration.ofHours(24));
        assertThat(ENGINE.aggregate(hierarchy, dayLater, List.of(assessment), List.of())
                        .unit(ICS))
                .map(TierAssessment::level)
                .contains(new Level.Exact(OpelLevel.OPEL_3));
        for (Instant at : List.of(dayLater.plusSeconds(1), AT.minusSeconds(1))) {
            assertThat(ENGINE.aggregate(hierarchy, at, List.of(assessment), List.of())
                            .unit(ICS))
                    .map(TierAssessment::level)
                    .contains(Level.between(OpelLevel.OPEL_1, OpelLevel.OPEL_4));
        }
    }

    @Test
    void a_day_is_24_hours_also_where_the_clocks_go_back() {
        // On 29 October 2023 the day of London has 25 hours; 08:00 on the day before is 07:00 in UTC.
        Instant morning = Instant.parse("2023-10-28T07:00:00Z");
        Hierarchy hierarchy = hierarchy(acute("R01", "1"));
        List<Assessment> assessments = List.of(assessment("R01", 24, morning));

        assertThat(ENGINE.aggregate(hierarchy, Instant.parse("2023-10-29T07:00:00Z"), assessments, List.of())
                        .unit(ICS))
                .map(TierAssessment::level)
                .contains(new Level.Exact(OpelLevel.OPEL_3));
        assertThat(ENGINE.aggregate(hierarchy, Instant.parse("2023-10-29T08:00:00Z"), assessments, List.of())
                        .unit(ICS))
                .as("08:00 again, and 25 hours later")
                .map(TierAssessment::level)
                .contains(Level.between(OpelLevel.OPEL_1, OpelLevel.OPEL_4));
    }

    @Test
    void a_merger_takes_place_at_midnight_in_london_also_where_the_clocks_go_back_that_night() {
        LocalDate day = LocalDate.of(2023, 10, 29);
        Unit provider = new Unit(
                OdsCode.of("R01"),
                "Example R01",
                Tier.PROVIDER,
                ProviderType.ACUTE,
                List.of(
                        new Membership(ICS, BigDecimal.ONE, new DateRange(LocalDate.of(2020, 1, 1), day)),
                        new Membership(OdsCode.of("QYY"), BigDecimal.ONE, new DateRange(day, null))));
        Hierarchy hierarchy = new Hierarchy(
                Hierarchy.Weights.EQUAL,
                List.of(
                        provider,
                        new Unit(ICS, "Example QXX", Tier.ICS, null, List.of()),
                        new Unit(OdsCode.of("QYY"), "Example QYY", Tier.ICS, null, List.of())));
        List<Assessment> assessments = List.of(assessment("R01", 24, Instant.parse("2023-10-28T22:00:00Z")));

        // Midnight is an hour before that of UTC: summer time ends at 02:00 only.
        SystemAssessment before =
                ENGINE.aggregate(hierarchy, Instant.parse("2023-10-28T22:59:59Z"), assessments, List.of());
        SystemAssessment after =
                ENGINE.aggregate(hierarchy, Instant.parse("2023-10-28T23:00:00Z"), assessments, List.of());

        assertThat(before.unit(ICS).orElseThrow().level()).hasToString("OPEL 3");
        assertThat(before.unit(OdsCode.of("QYY")).orElseThrow().parts()).isEmpty();
        assertThat(after.unit(OdsCode.of("QYY")).orElseThrow().level()).hasToString("OPEL 3");
        assertThat(after.unit(ICS).orElseThrow().parts()).isEmpty();
    }

    @Test
    void an_amended_report_changes_the_level_of_an_ics_from_when_it_was_recorded() {
        Hierarchy hierarchy = hierarchy(acute("R01", "1"));
        ReportHistory history = ReportHistory.of(
                List.of(recorded("R01", 22, "2024-01-08T10:30:00Z"), recorded("R01", 24, "2024-01-12T09:00:00Z")));

        assertThat(knownAt(history, hierarchy, "2024-01-12T08:59:59Z")).hasToString("OPEL 2");
        assertThat(knownAt(history, hierarchy, "2024-01-12T09:00:00Z")).hasToString("OPEL 3");
        assertThat(knownAt(history, hierarchy, "2024-01-08T10:00:00Z"))
                .as("before anything was recorded")
                .hasToString("between OPEL 1 and OPEL 4");
    }

    private static SituationReport recorded(String code, int points, String at) {
        SituationReport report = ReportsOf.points(OdsCode.of(code), AT, points);
        return OpelJson.readReport(OpelJson.write(report)).recordedAt(at).build();
    }

    private static Level knownAt(ReportHistory history, Hierarchy hierarchy, String known) {
        List<Assessment> assessments = ENGINE.assessAll(history.asKnownAt(Instant.parse(known)));
        return ics(hierarchy, assessments, List.of()).level();
    }

    @Test
    void the_latest_of_several_counts_and_two_of_one_time_are_refused() {
        Hierarchy hierarchy = hierarchy(acute("R01", "1"));
        Assessment earlier = assessment("R01", 24, AT.minusSeconds(60));
        Assessment now = assessment("R01", 40);

        assertThat(ics(hierarchy, List.of(now, earlier, now), List.of()).level())
                .hasToString("OPEL 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ics(hierarchy, List.of(now, assessment("R01", 24)), List.of()))
                .withMessage("Two different assessments of R01 are of 2024-01-08T08:00:00Z. Give the one that holds.");
    }

    @Test
    void two_that_differ_do_not_matter_where_a_later_one_holds_whatever_their_order() {
        Hierarchy hierarchy = hierarchy(acute("R01", "1"));
        Assessment one = assessment("R01", 24, AT.minusSeconds(60));
        Assessment other = assessment("R01", 12, AT.minusSeconds(60));
        Assessment now = assessment("R01", 40);

        for (List<Assessment> order :
                List.of(List.of(one, other, now), List.of(one, now, other), List.of(now, one, other))) {
            assertThat(ics(hierarchy, order, List.of()).level()).hasToString("OPEL 4");
        }
    }

    @Test
    void of_two_reports_of_one_time_the_one_recorded_later_counts() {
        Hierarchy hierarchy = hierarchy(acute("R01", "1"));
        Assessment first = ENGINE.assess(recorded("R01", 40, "2024-01-08T08:10:00Z"));
        Assessment amended = ENGINE.assess(recorded("R01", 24, "2024-01-08T08:30:00Z"));

        assertThat(ics(hierarchy, List.of(first, amended), List.of()).level()).hasToString("OPEL 3");
        assertThat(ics(hierarchy, List.of(amended, first), List.of()).level()).hasToString("OPEL 3");
    }

    @Test
    void what_is_given_of_a_provider_that_does_not_count_is_left_out_and_named() {
        Hierarchy hierarchy =
                hierarchy(acute("R01", "1"), unit("R09", Tier.PROVIDER, ProviderType.COMMUNITY, "QXX", "1"));

        assertThat(ENGINE.aggregate(
                                hierarchy,
                                AT,
                                List.of(assessment("R01", 24), assessment("R09", 24)),
                                List.of(declared("R09", OpelLevel.OPEL_4, AT)))
                        .leftOut())
                .containsExactly(OdsCode.of("R09"));
        assertThat(ENGINE.aggregate(hierarchy, AT, List.of(assessment("R01", 24)), List.of())
                        .leftOut())
                .isEmpty();
    }

    @Test
    void only_acute_providers_count_and_the_others_are_named() {
        Unit community = unit("R09", Tier.PROVIDER, ProviderType.COMMUNITY, "QXX", "1");
        Hierarchy hierarchy = hierarchy(acute("R01", "1"), community);

        TierAssessment ics = ics(hierarchy, List.of(assessment("R01", 24)), List.of());

        assertThat(ics.notCounted()).containsExactly(community);
        assertThat(ics.level()).hasToString("OPEL 3");
    }

    @Test
    void an_ics_without_providers_may_have_any_score() {
        TierAssessment ics = ics(hierarchy(), List.of(), List.of());

        assertThat(ics.code()).isEqualTo(ReasonCode.NO_REPORT);
        assertThat(ics.level()).hasToString("between OPEL 1 and OPEL 4");
        assertThat(ics.scoreRule().name()).isEqualTo("A unit without providers could have any score");
    }

    @Test
    void organisations_that_belong_to_nothing_are_named() {
        SystemAssessment system = ENGINE.aggregate(
                hierarchy(acute("R01", "1")),
                AT,
                List.of(assessment("R01", 24), assessment("R02", 24)),
                List.of(declared("QZZ", OpelLevel.OPEL_2, AT)));

        assertThat(system.leftOut()).containsExactly(OdsCode.of("QZZ"), OdsCode.of("R02"));
        assertThat(system.toText())
                .endsWith("Left out, because they belong to nothing at that time or do not count: QZZ, R02.\n");
    }

    @Test
    void region_and_nation_are_assumed_and_say_so() {
        Hierarchy hierarchy = new Hierarchy(
                Hierarchy.Weights.SHARES,
                List.of(
                        new Unit(OdsCode.of("ENG"), "England", Tier.NATION, null, List.of()),
                        unit("Y01", Tier.REGION, null, "ENG", "1"),
                        unit("QXX", Tier.ICS, null, "Y01", "1"),
                        acute("R01", "1")));

        SystemAssessment system = ENGINE.aggregate(hierarchy, AT, List.of(assessment("R01", 24)), List.of());

        assertThat(system.stream().map(part -> part.unit().code() + " " + part.assurance()))
                .containsExactly("ENG assumed", "Y01 assumed", "QXX unverified", "R01 unverified");
        assertThat(system.unit(OdsCode.of("Y01")).orElseThrow().explain().toText())
                .contains("The mean of a region: this library, the ICS rule applied to regions (assumed).");
    }

    @Test
    void equal_weights_are_assumed() {
        List<Unit> units =
                List.of(new Unit(ICS, "Example QXX", Tier.ICS, null, List.of()), acute("R01", "1"), acute("R02", "1"));
        List<Assessment> assessments = List.of(assessment("R01", 20), assessment("R02", 30));

        TierAssessment ics = ENGINE.aggregate(new Hierarchy(Hierarchy.Weights.EQUAL, units), AT, assessments, List.of())
                .unit(ICS)
                .orElseThrow();

        assertThat(ics.score()).hasToString("25");
        assertThat(ics.assurance()).isEqualTo(Assurance.ASSUMED);
    }

    @Test
    void the_explanation_says_which_change_of_one_provider_would_move_the_level() {
        Hierarchy hierarchy = hierarchy(acute("R01", "1"), acute("R02", "1"));

        TierAssessment ics = ics(hierarchy, List.of(assessment("R01", 24), assessment("R02", 18)), List.of());

        assertThat(ics.level()).hasToString("OPEL 2");
        assertThat(ics.singleChanges())
                .extracting(change -> change.part().unit().code() + " " + change.score() + " " + change.level())
                .containsExactly("R01 27 OPEL 3", "R01 4 OPEL 1", "R02 21 OPEL 3");
        assertThat(ics.explain().toText())
                .contains("Example R01 (R01) at 27 or more, now 24: the level would be OPEL 3.")
                .contains("Example R01 (R01) at 4 or less, now 24: the level would be OPEL 1.");
        assertThat(ics.singleChanges()).extracting(PartChange::rises).containsExactly(true, false, true);
    }

    @Test
    void a_provider_scored_by_another_framework_counts_with_its_level() {
        Hierarchy hierarchy = hierarchy(acute("R01", "1"));
        Assessment assessment = assessment("R01", 24);
        OpelEngine other = OpelRules.builder()
                .folder(edited("acute.yaml", "upTo: 60, points: 4", "upTo: 60, points: 5"))
                .build();

        TierAssessment ics = other.aggregate(hierarchy, AT, List.of(assessment), List.of())
                .unit(ICS)
                .orElseThrow();

        assertThat(ics.parts().get(0).code()).isEqualTo(ReasonCode.OTHER_FRAMEWORK);
        assertThat(ics.parts().get(0).score()).hasToString("above 22 to 33");
        assertThat(ics.level()).hasToString("OPEL 3");
    }

    @Test
    void a_framework_that_says_nothing_of_tiers_says_how_to_mend_that() {
        OpelEngine engine = OpelRules.builder()
                .folder(edited("framework.yaml", "(?s)\ntiers:.*", "\n"))
                .build();

        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> engine.aggregate(hierarchy(acute("R01", "1")), AT, List.of(), List.of()))
                .withMessage(
                        "nhse-opel-2023-24 1.1.0 does not say how the level of an ICS is made. Add \"tiers\" to its"
                                + " framework.yaml, or pin another framework.");
    }

    @Test
    void agreement_counts_days_levels_direction_and_how_long() {
        Hierarchy hierarchy = hierarchy(acute("R01", "1"));
        List<SystemAssessment> series = new ArrayList<>();
        int[] points = {24, 24, 36, 12, 12};
        int[] levels = {3, 4, 3, 3, 3};
        for (int day = 0; day < points.length; day++) {
            Instant at = AT.plus(Duration.ofDays(day));
            series.add(ENGINE.aggregate(
                    hierarchy,
                    at,
                    List.of(assessment("R01", points[day], at)),
                    List.of(declared("QXX", OpelLevel.ofNumber(levels[day]).orElseThrow(), at))));
        }
        series.add(ENGINE.aggregate(hierarchy, AT.plus(Duration.ofDays(9)), List.of(), List.of()));

        Agreement agreement = Agreement.over(series, ICS);

        assertThat(agreement)
                .asString()
                .startsWith("1 of 5 days (20.0 %); always saying OPEL 3 would agree on 4 (80.0 %); Cohen's kappa ");
        assertThat(agreement.levels().byDifference())
                .containsEntry(1, 3L)
                .containsEntry(0, 1L)
                .containsEntry(-1, 1L);
        assertThat(agreement.levels().incomparable()).isEqualTo(1);
        assertThat(agreement.current()).isEqualTo(1);
        assertThat(agreement.since()).isEqualTo("2024-01-11");
    }

    @TempDir
    private Path folder;

    /** A copy of the bundled framework with one file edited. */
    private Path edited(String file, String from, String to) {
        FrameworkFolder bundled = FrameworkFolder.bundled("nhse-opel-2023-24");
        try {
            for (String name : List.of("framework.yaml", "acute.yaml")) {
                String text = new String(bundled.read(name).orElseThrow(), StandardCharsets.UTF_8);
                String edited = name.equals(file) ? text.replaceFirst(from, to) : text;
                assertThat(edited.equals(text)).isEqualTo(!name.equals(file));
                Files.writeString(folder.resolve(name), edited);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static TierAssessment ics(
            Hierarchy hierarchy, List<Assessment> assessments, List<Declaration> declarations) {
        return ENGINE.aggregate(hierarchy, AT, assessments, declarations)
                .unit(ICS)
                .orElseThrow();
    }

    private static Declaration declared(String unit, OpelLevel level, Instant at) {
        return new Declaration(OdsCode.of(unit), level, "director on call", at, null);
    }

    private static Hierarchy hierarchy(Unit... providers) {
        List<Unit> units = new ArrayList<>(List.of(providers));
        units.add(new Unit(ICS, "Example QXX", Tier.ICS, null, List.of()));
        return new Hierarchy(Hierarchy.Weights.RELATIVE, units);
    }

    private static Unit acute(String code, String weight) {
        return unit(code, Tier.PROVIDER, ProviderType.ACUTE, "QXX", weight);
    }

    private static Unit unit(String code, Tier tier, ProviderType type, String parent, String weight) {
        return new Unit(
                OdsCode.of(code),
                "Example " + code,
                tier,
                type,
                List.of(new Membership(OdsCode.of(parent), new BigDecimal(weight), ALWAYS)));
    }

    private static Assessment assessment(String code, int points) {
        return assessment(code, points, AT);
    }

    /** A full report that scores so many points: the parameters are made worse one by one until they add up. */
    private static Assessment assessment(String code, int points, Instant at) {
        return ENGINE.assess(ReportsOf.points(OdsCode.of(code), at, points));
    }

    /** Reports that score a wanted number of points. */
    private static final class ReportsOf {

        /** Of each parameter its values from best to worst, and what each scores. */
        private static final String[][] VALUES = {
            {"ambulance-handover-mean", "0:10", "2:20", "4:40", "6:70"},
            {"ed-four-hour-performance", "0:96", "1:80", "2:70", "4:50"},
            {"ed-attendance-variation", "0:0", "1:5", "2:15", "4:30"},
            {"majors-resus-occupancy", "0:50", "2:90", "4:110", "6:130"},
            {"median-time-to-treatment", "0:30", "1:70", "2:100", "4:130"},
            {"ed-over-12-hours", "0:1", "1:4", "2:8", "4:12"},
            {"ga-bed-occupancy", "0:90", "2:94", "4:97", "8:99"},
            {"escalation-beds", "0:1", "1:3", "2:5", "4:8"},
            {"no-criteria-to-reside", "0:5", "1:11", "2:14", "4:20"}
        };

        static SituationReport points(OdsCode code, Instant at, int wanted) {
            SituationReport.Builder report =
                    SituationReport.of(code, ProviderType.ACUTE).observedAt(at);
            int left = wanted;
            for (String[] parameter : VALUES) {
                String chosen = "";
                for (int i = 1; i < parameter.length; i++) {
                    String[] option = parameter[i].split(":");
                    if (Integer.parseInt(option[0]) <= left) {
                        chosen = parameter[i];
                    }
                }
                left -= Integer.parseInt(chosen.split(":")[0]);
                report.reading(parameter[0], chosen.split(":")[1]);
            }
            assertThat(left).isZero();
            return report.build();
        }
    }
}
