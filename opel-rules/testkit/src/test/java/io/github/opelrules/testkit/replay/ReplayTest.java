package io.github.opelrules.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.ReportHistory;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.EditedCopy;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.PublishedSchemas;
import io.github.opelrules.tier.Declaration;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final OpelEngine BUNDLED = OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
    private static final OpelEngine DRAFT =
            OpelRules.builder().bundled().allowDrafts().build().pinnedTo(FrameworkId.of("nhse-opel-2024-26"));
    private static final String[] BEDS_FROM_90 = {
        "- { upTo: 92, points: 0 }", "- { upTo: 90, points: 0 }",
        "- { above: 92, upTo: 95, points: 2 }", "- { above: 90, upTo: 95, points: 2 }"
    };

    @TempDir
    private Path folder;

    /** A report of 10 points, everything at its best but for two parameters, and with the beds given. */
    private static SituationReport tenPoints(String organisation, String day, String beds) {
        return SituationReport.of(OdsCode.of(organisation), ProviderType.ACUTE)
                .observedAt(day + "T08:00:00Z")
                .reading("ambulance-handover-mean", "0")
                .reading("ed-four-hour-performance", "100")
                .reading("ed-attendance-variation", "0")
                .reading("majors-resus-occupancy", "130")
                .reading("median-time-to-treatment", "250")
                .reading("ed-over-12-hours", "0")
                .reading("ga-bed-occupancy", beds)
                .reading("escalation-beds", "0")
                .reading("no-criteria-to-reside", "0")
                .build();
    }

    private static SituationReport missing(SituationReport report, String parameter) {
        return report.with(ParameterId.of(parameter), Reading.missing(MissingReason.NOT_SUBMITTED));
    }

    private static ReplayResult replay(OpelEngine before, OpelEngine after, SituationReport... reports) {
        return Replay.between(before, after).addAll(List.of(reports).iterator()).result();
    }

    private OpelEngine bedsFrom90() throws IOException {
        return EditedCopy.engine(folder.resolve("beds"), BEDS_FROM_90);
    }

    private static Run run(String from, String to, long reports) {
        return new Run(LocalDate.parse(from), LocalDate.parse(to), reports);
    }

    @Test
    void the_same_rules_flip_nothing() {
        ReplayResult result = replay(BUNDLED, BUNDLED, tenPoints("RXX", "2024-01-08", "91"));

        assertThat(result.flips()).isZero();
        assertThat(result.rescored()).isZero();
        assertThat(result.firstFlip()).isNull();
        assertThat(result.toText())
                .startsWith(
                        "nhse-opel-2023-24 1.1.0 → nhse-opel-2023-24 1.1.0\n1 report of 1 organisation, 2024-01-08 to"
                                + " 2024-01-08. Of 1 report that both scored, 0 differ in points and 0 in level (0 %).\n");
    }

    @Test
    void a_flip_names_where_from_and_where_to_and_the_parameter_that_drove_it() throws IOException {
        ReplayResult result = replay(
                BUNDLED,
                bedsFrom90(),
                tenPoints("RXX", "2024-01-08", "89"),
                tenPoints("RXX", "2024-01-09", "91"),
                tenPoints("RYY", "2024-01-10", "91"));

        assertThat(result.transitions())
                .extracting(Transition::before, Transition::after, Transition::reports)
                .extracting(Object::toString)
                .containsExactly("(OPEL 1, OPEL 1, 1L)", "(OPEL 1, OPEL 2, 2L)");
        Transition flip = result.transitions().get(1);
        assertThat(flip.drivers()).containsExactly(new Transition.Driver("ga-bed-occupancy", "G&A bed occupancy", 2));
        assertThat(flip.byCuts()).isZero();
        assertThat(flip.organisation()).hasToString("RXX");
        assertThat(flip.observedAt()).isEqualTo("2024-01-09T08:00:00Z");
        assertThat(result.raised()).isEqualTo(2);
        assertThat(result.lowered()).isZero();
        assertThat(result.rescored()).isEqualTo(2);
        assertThat(result.firstFlip()).isEqualTo("2024-01-09");
        assertThat(result.lastFlip()).isEqualTo("2024-01-10");
        assertThat(result.days())
                .containsExactly(
                        new DayReplay(LocalDate.parse("2024-01-08"), 1, 0),
                        new DayReplay(LocalDate.parse("2024-01-09"), 1, 1),
                        new DayReplay(LocalDate.parse("2024-01-10"), 1, 1));
        assertThat(result.organisations())
                .extracting(each -> each.organisation().value(), OrganisationReplay::reports, OrganisationReplay::flips)
                .containsExactly(tuple("RXX", 2L, 1L), tuple("RYY", 1L, 1L));
    }

    @Test
    void a_range_that_widens_or_narrows_is_a_flip_but_certain_in_no_direction() throws IOException {
        String[] cutAt17 = {"upTo: 11", "upTo: 17", "above: 11", "above: 17"};
        OpelEngine fewerPoints = EditedCopy.engine(
                folder.resolve("few"),
                "upTo: 11",
                "upTo: 17",
                "above: 11",
                "above: 17",
                "- { above: 98, points: 8 }",
                "- { above: 98, points: 5 }",
                "8: corroborated",
                "5: corroborated",
                "above: 33, upTo: 44",
                "above: 33, upTo: 41");

        ReplayResult result = replay(
                EditedCopy.engine(folder.resolve("cut"), cutAt17),
                fewerPoints,
                missing(tenPoints("RXX", "2024-01-08", "91"), "ga-bed-occupancy"));

        Transition flip = result.transitions().get(0);
        assertThat(flip.before()).hasToString("OPEL 1 to 2");
        assertThat(flip.after()).hasToString("OPEL 1");
        assertThat(flip.isFlip()).isTrue();
        assertThat(flip.drivers()).extracting(Transition.Driver::parameter).containsExactly("ga-bed-occupancy");
        assertThat(result.flips()).isEqualTo(1);
        assertThat(result.raised()).isZero();
        assertThat(result.lowered()).isZero();
    }

    @Test
    void a_flip_that_no_parameter_drove_is_the_work_of_the_level_cuts() throws IOException {
        OpelEngine lowerCut = EditedCopy.engine(folder, "upTo: 11", "upTo: 9", "above: 11", "above: 9");

        ReplayResult result = replay(
                BUNDLED,
                lowerCut,
                tenPoints("RXX", "2024-01-08", "80"),
                missing(tenPoints("RXX", "2024-01-09", "80"), "ga-bed-occupancy"));

        assertThat(result.rescored()).isZero();
        assertThat(result.transitions())
                .extracting(Transition::before, Transition::after, Transition::byCuts)
                .extracting(Object::toString)
                .containsExactly("(OPEL 1, OPEL 2, 1L)", "(OPEL 1 to 2, OPEL 2, 1L)");
        assertThat(result.transitions())
                .allSatisfy(flip -> assertThat(flip.drivers()).isEmpty());
        assertThat(result.raised()).isEqualTo(1);
        assertThat(result.toText()).contains("the level cuts (1)");
    }

    @Test
    void a_parameter_that_moved_the_other_way_is_no_driver() throws IOException {
        OpelEngine both = EditedCopy.engine(
                folder,
                "- { above: 120, points: 6 }",
                "- { above: 120, points: 12 }",
                "- { from: 120, points: 4 }",
                "- { from: 120, points: 3 }",
                "above: 33, upTo: 44",
                "above: 33, upTo: 49");

        Transition flip = replay(BUNDLED, both, tenPoints("RXX", "2024-01-08", "91"))
                .transitions()
                .get(0);

        assertThat(flip.after()).hasToString("OPEL 2");
        assertThat(flip.drivers()).extracting(Transition.Driver::parameter).containsExactly("majors-resus-occupancy");
    }

    @Test
    void where_points_are_cut_one_more_that_can_be_scored_drives_nothing() throws IOException {
        OpelEngine stricter = EditedCopy.engine(
                folder,
                "- { above: 98, points: 8 }",
                "- { above: 98, points: 9 }",
                "points: { 0: corroborated, 2: assumed, 4: assumed, 8: corroborated }",
                "points: { 0: corroborated, 2: assumed, 4: assumed, 9: corroborated }",
                "- { level: 1, upTo: 11 }",
                "- { level: 1, upTo: 9 }",
                "above: 11, upTo: 22",
                "above: 9, upTo: 22",
                "above: 33, upTo: 44",
                "above: 33, upTo: 45");

        Transition flip = replay(BUNDLED, stricter, tenPoints("RXX", "2024-01-08", "91"))
                .transitions()
                .get(0);

        assertThat(flip.after()).hasToString("OPEL 2");
        assertThat(flip.drivers()).isEmpty();
        assertThat(flip.byCuts()).isEqualTo(1);
    }

    @Test
    void points_of_frameworks_with_different_totals_are_compared_as_shares() {
        // 10 of 44 points is OPEL 1; 6 of 30 and up to 6 more that are not known are 20 to 40 %, OPEL 2.
        Transition flip = replay(
                        BUNDLED,
                        DRAFT,
                        tenPoints("RXX", "2024-01-08", "91")
                                .without(List.of(ParameterId.of("ed-attendance-variation"))))
                .transitions()
                .get(0);

        assertThat(flip.before()).hasToString("OPEL 1 to 2");
        assertThat(flip.after()).hasToString("OPEL 2");
        assertThat(flip.drivers()).extracting(Transition.Driver::parameter).containsExactly("median-time-to-treatment");
    }

    @Test
    void a_level_that_becomes_undetermined_is_put_down_to_the_parameters_that_are_not_known() throws IOException {
        Path draft = EditedCopy.in(folder, """
                    bands:
                      - { upTo: 92, points: 0 }
                      - { above: 92, upTo: 95, points: 2 }
                      - { above: 95, upTo: 98, points: 4 }
                      - { above: 98, points: 8 }
                    assurance:
                      cuts: unverified
                      sides: unverified
                      # Nobody graded 0 by itself. It follows from the total, whose range from 0 to 44 is corroborated.
                      points: { 0: corroborated, 2: assumed, 4: assumed, 8: corroborated }
                """, "    bands: expected\n");
        // A framework whose bands are not all known is a draft.
        Path manifest = draft.resolve("framework.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace("status: published", "status: draft"));
        OpelEngine open =
                OpelRules.builder().folder(draft).allowDrafts().build().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));

        Transition flip = replay(BUNDLED, open, tenPoints("RXX", "2024-01-08", "91"))
                .transitions()
                .get(0);

        assertThat(flip.after()).hasToString("undetermined");
        assertThat(flip.drivers()).extracting(Transition.Driver::parameter).containsExactly("ga-bed-occupancy");
    }

    @Test
    void a_run_is_days_in_a_row_at_one_level_that_is_known() {
        List<SituationReport> reports = new ArrayList<>();
        for (String day : List.of("08", "09", "09", "10", "12", "13", "14", "15")) {
            reports.add(tenPoints("RXX", "2024-01-" + day, "91"));
        }
        reports.set(2, at(reports.get(2), "2024-01-09T20:00:00Z"));
        // The 14th is not known exactly, so that it ends the run.
        reports.set(6, missing(reports.get(6), "ga-bed-occupancy"));
        reports.add(tenPoints("RXX", "2024-01-16", "97"));
        reports.add(tenPoints("RXX", "2024-01-17", "97"));

        ReplayResult result = replay(BUNDLED, BUNDLED, reports.toArray(SituationReport[]::new));

        assertThat(result.organisations().get(0).longestBefore())
                .isEqualTo(result.organisations().get(0).longestAfter())
                .isEqualTo(Map.of(
                        OpelLevel.OPEL_1, run("2024-01-08", "2024-01-10", 4),
                        OpelLevel.OPEL_2, run("2024-01-16", "2024-01-17", 2)));
        assertThat(result.toText())
                .containsPattern("OPEL 1 +RXX, 3 days from 2024-01-08 +RXX, 3 days from 2024-01-08\n");
    }

    @Test
    void it_comes_to_the_same_in_whatever_order_the_reports_come() {
        List<SituationReport> reports = new ArrayList<>();
        for (String day : List.of("08", "09", "10", "12")) {
            reports.add(tenPoints("RXX", "2024-01-" + day, "91"));
            reports.add(missing(tenPoints("RYY", "2024-01-" + day, "97"), "escalation-beds"));
        }
        ReplayResult inOrder = replay(BUNDLED, DRAFT, reports.toArray(SituationReport[]::new));
        Collections.reverse(reports);

        assertThat(replay(BUNDLED, DRAFT, reports.toArray(SituationReport[]::new)))
                .isEqualTo(inOrder);
    }

    private static SituationReport at(SituationReport report, String observedAt) {
        return new SituationReport(
                report.organisation(), report.providerType(), Instant.parse(observedAt), report.readings());
    }

    private static SituationReport recorded(SituationReport report, String recordedAt) {
        return new SituationReport(
                report.organisation(),
                report.providerType(),
                report.observedAt(),
                report.readings(),
                Instant.parse(recordedAt));
    }

    @Test
    void an_amended_report_counts_once_by_its_last_version() throws IOException {
        SituationReport first = tenPoints("RXX", "2024-01-08", "91");
        SituationReport amended = recorded(tenPoints("RXX", "2024-01-08", "97"), "2024-01-09T10:00:00Z");

        ReplayResult result = replay(
                BUNDLED,
                bedsFrom90(),
                first,
                tenPoints("RXX", "2024-01-09", "91"),
                amended,
                recorded(first, "2024-01-08T11:00:00Z"));

        assertThat(result.reports()).isEqualTo(2);
        assertThat(result.leftAside()).isEqualTo(2);
        assertThat(result.transitions())
                .extracting(Transition::before, Transition::after, Transition::reports)
                .extracting(Object::toString)
                .containsExactly("(OPEL 1, OPEL 2, 1L)", "(OPEL 2, OPEL 2, 1L)");
        assertThat(result.days())
                .containsExactly(
                        new DayReplay(LocalDate.parse("2024-01-08"), 1, 0),
                        new DayReplay(LocalDate.parse("2024-01-09"), 1, 1));
        assertThat(result.organisations().get(0).firstFlip()).isEqualTo("2024-01-09");
        assertThat(result.toText())
                .contains("\n2 reports of 1 organisation, 2024-01-08 to 2024-01-09. Of 2 reports that both scored, 1"
                        + " differ in points and 1 in level (50.0 %): 1 certainly worse, 0 certainly better. 2 earlier"
                        + " versions of them were left aside.\n");
    }

    @Test
    void a_version_that_could_not_be_scored_is_no_refusal_once_it_is_amended() {
        SituationReport slip = tenPoints("RXX", "2024-01-08", "91")
                .with(ParameterId.of("ga-bed-ocupancy"), Reading.of(BigDecimal.TEN));
        SituationReport other = tenPoints("RYY", "2024-01-08", "91")
                .with(ParameterId.of("ga-bed-ocupancy"), Reading.of(BigDecimal.TEN));

        ReplayResult mended = replay(BUNDLED, DRAFT, slip, tenPoints("RXX", "2024-01-08", "91"));
        ReplayResult oneLeft = replay(BUNDLED, DRAFT, slip, other, tenPoints("RXX", "2024-01-08", "91"));

        assertThat(mended.refusals()).isEmpty();
        assertThat(mended.leftAside()).isEqualTo(1);
        assertThat(oneLeft.refusals())
                .extracting(Refusal::side, Refusal::reports, Refusal::first)
                .containsExactly(
                        tuple(Refusal.Side.BEFORE, 1L, "RYY, 2024-01-08T08:00:00Z"),
                        tuple(Refusal.Side.AFTER, 1L, "RYY, 2024-01-08T08:00:00Z"));
    }

    /** In whatever order versions come, what they come to is what those come to that a history has in the end. */
    @Test
    void versions_count_as_a_history_orders_them() {
        Random random = new Random(13);
        for (int round = 0; round < 40; round++) {
            List<SituationReport> versions = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                SituationReport report = tenPoints(
                        random.nextBoolean() ? "RXX" : "RYY",
                        "2024-01-0" + (1 + random.nextInt(9)),
                        String.valueOf(89 + random.nextInt(10)));
                versions.add(
                        random.nextInt(3) == 0
                                ? report
                                : recorded(report, "2024-01-1" + random.nextInt(4) + "T08:00:00Z"));
            }
            List<SituationReport> latest = ReportHistory.of(versions).latest();

            ReplayResult result = replay(BUNDLED, DRAFT, versions.toArray(SituationReport[]::new));

            assertThat(result.leftAside()).isEqualTo(60 - latest.size());
            assertThat(withoutLeftAside(result.toJson()))
                    .isEqualTo(withoutLeftAside(replay(BUNDLED, DRAFT, latest.toArray(SituationReport[]::new))
                            .toJson()));
        }
    }

    private static String withoutLeftAside(String json) {
        return json.replaceFirst("\"leftAside\":\\d+,", "");
    }

    @Test
    void days_are_those_of_london() {
        SituationReport lateInJune = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt("2024-06-30T23:30:00Z")
                .build();

        assertThat(replay(BUNDLED, BUNDLED, lateInJune).days())
                .extracting(DayReplay::day)
                .containsExactly(LocalDate.parse("2024-07-01"));
    }

    @Test
    void a_parameter_that_only_one_has_is_left_out_for_the_other_and_counted() {
        SituationReport report = tenPoints("RXX", "2024-01-08", "91")
                .with(ParameterId.of("ed-referred-to-service"), Reading.of(new BigDecimal("3")));

        ReplayResult result = replay(BUNDLED, DRAFT, report, tenPoints("RXX", "2024-01-09", "91"));

        assertThat(result.scored()).isEqualTo(2);
        assertThat(result.leftOut())
                .extracting(LeftOut::parameter, LeftOut::side, LeftOut::reports)
                .extracting(Object::toString)
                .containsExactly("(ed-referred-to-service, BEFORE, 1L)", "(ed-attendance-variation, AFTER, 2L)");
        assertThat(result.toText())
                .containsPattern("ed-attendance-variation +2 +nhse-opel-2024-26 1.1.0 \\(draft\\)\n");
    }

    @Test
    void a_parameter_that_neither_has_is_a_fault_of_the_report() {
        SituationReport slip = tenPoints("RXX", "2024-01-08", "91")
                .with(ParameterId.of("ga-bed-ocupancy"), Reading.of(BigDecimal.TEN));

        ReplayResult result = replay(BUNDLED, DRAFT, slip);

        assertThat(result.scored()).isZero();
        assertThat(result.leftOut()).isEmpty();
        assertThat(result.transitions())
                .extracting(Transition::before, Transition::after)
                .containsExactly(tuple(Standing.NOT_SCORED, Standing.NOT_SCORED));
        assertThat(result.refusals())
                .extracting(Refusal::side, Refusal::code, Refusal::reports)
                .containsExactly(
                        tuple(Refusal.Side.BEFORE, ReportProblem.Code.UNKNOWN_PARAMETER, 1L),
                        tuple(Refusal.Side.AFTER, ReportProblem.Code.UNKNOWN_PARAMETER, 1L));
        assertThat(result.refusals().get(0).first())
                .startsWith(
                        "RXX, 2024-01-08T08:00:00Z: readings.ga-bed-ocupancy: nhse-opel-2023-24 has no such parameter"
                                + " for acute providers. Did you mean \"ga-bed-occupancy\"?");
        assertThat(result.before()).isEmpty();
        assertThat(result.toText())
                .startsWith("nothing scored → nothing scored\n1 report of 1 organisation, ")
                .containsPattern("the rules before +1 +unknown parameter +RXX, 2024-01-08T08:00:00Z: readings\\.");
    }

    @Test
    void reports_that_one_cannot_score_are_counted_by_the_reason() {
        SituationReport community = SituationReport.of(OdsCode.of("RXX"), ProviderType.COMMUNITY)
                .observedAt("2024-01-08T08:00:00Z")
                .build();
        SituationReport ofLater = tenPoints("RYY", "2030-01-08", "91");

        ReplayResult result =
                replay(OpelRules.bundled(), BUNDLED, community, ofLater, at(ofLater, "2030-01-08T20:00:00Z"));

        assertThat(result.refusals())
                .extracting(Refusal::side, Refusal::code, Refusal::reports)
                .containsExactly(
                        tuple(Refusal.Side.BEFORE, ReportProblem.Code.NO_FRAMEWORK, 3L),
                        tuple(Refusal.Side.AFTER, ReportProblem.Code.WRONG_PROVIDER_TYPE, 1L));
        assertThat(result.transitions())
                .extracting(Transition::before, Transition::after, Transition::reports)
                .extracting(Object::toString)
                .containsExactly("(not scored, OPEL 1, 2L)", "(not scored, not scored, 1L)");
        assertThat(result.flips()).isZero();
    }

    @Test
    void a_report_that_cannot_be_read_is_counted_with_its_place() {
        Replay replay = Replay.between(BUNDLED, BUNDLED);
        replay.addUnreadable(
                "winter.jsonl:17",
                new InvalidReportException(
                        "report",
                        List.of(new ReportProblem(ReportProblem.Code.NOT_JSON, "line 17, column 1", "is not JSON."))));

        ReplayResult result = replay.result();

        assertThat(result.reports()).isEqualTo(1);
        assertThat(result.scored()).isZero();
        assertThat(result.refusals())
                .containsExactly(new Refusal(
                        Refusal.Side.BOTH,
                        ReportProblem.Code.NOT_JSON,
                        1,
                        "winter.jsonl:17: line 17, column 1: is not JSON."));
        assertThat(result.toText()).containsPattern("either +1 +not json +winter.jsonl:17");
    }

    @Test
    void both_are_held_against_what_was_declared_in_the_day_before() throws IOException {
        List<Declaration> declared = List.of(
                declared("RXX", OpelLevel.OPEL_2, "2024-01-09T07:00:00Z"),
                declared("RXX", OpelLevel.OPEL_4, "2024-01-09T09:00:00Z"));
        Replay replay = Replay.between(BUNDLED, bedsFrom90(), declared);
        List.of("08", "09", "10", "11").forEach(day -> replay.add(tenPoints("RXX", "2024-01-" + day, "91")));
        replay.add(tenPoints("RYY", "2024-01-09", "91"));

        ReplayResult result = replay.result();

        assertThat(result.declaredBefore().byDifference()).isEqualTo(Map.of(1, 1L, 3, 1L));
        assertThat(result.declaredAfter().byDifference()).isEqualTo(Map.of(0, 1L, 2, 1L));
        assertThat(result.declaredAfter().agreeing()).isEqualTo(1);
        assertThat(result.toText())
                .containsPattern("the calculated one +0 \\(0 %\\) +1 \\(50.0 %\\)\n")
                .containsPattern("3 levels worse +1 \\(50.0 %\\) +0 \\(0 %\\)\n")
                .containsPattern(
                        "always the level declared most often +1 \\(50.0 %\\), OPEL 2 +1 \\(50.0 %\\), OPEL 2\n")
                .containsPattern("Cohen's kappa +0.00 +0.00\n");
        assertThat(result.toJson())
                .contains(
                        "\"after\":{\"reports\":2,\"agreeing\":1,\"inRange\":0,\"mostDeclared\":{\"level\":2,\"reports\":1},\"exact\":2,"
                                + "\"kappa\":\"0.0000\",\"incomparable\":0,");
    }

    private static Declaration declared(String unit, OpelLevel level, String at) {
        return new Declaration(OdsCode.of(unit), level, "site manager", Instant.parse(at), null);
    }

    @Test
    void it_comes_to_the_same_in_one_batch_or_many_and_holds_no_report_that_is_done_with() {
        Replay many = Replay.between(BUNDLED, BUNDLED);
        List<WeakReference<SituationReport>> done = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            SituationReport report = at(
                    tenPoints("RXX", "2024-01-08", i % 2 == 0 ? "91" : "97"),
                    Instant.parse("2024-01-08T08:00:00Z").plusSeconds(i).toString());
            done.add(new WeakReference<>(report));
            many.add(report);
        }
        System.gc();

        assertThat(done.subList(0, 1000))
                .allSatisfy(report -> assertThat(report.get()).isNull());
        assertThat(many.result().transitions()).extracting(Transition::reports).containsExactly(600L, 600L);
    }

    @Test
    void its_JSON_is_valid_under_its_schema_which_refuses_other_keys() throws IOException {
        Replay replay =
                Replay.between(BUNDLED, DRAFT, List.of(declared("RXX", OpelLevel.OPEL_2, "2024-01-08T07:00:00Z")));
        replay.add(tenPoints("RXX", "2024-01-08", "91"));
        replay.add(missing(tenPoints("RXX", "2024-01-09", "91"), "ga-bed-occupancy"));
        replay.add(tenPoints("RXX", "2024-01-10", "91").with(ParameterId.of("no-such"), Reading.of(BigDecimal.ONE)));
        String json = replay.result().toJson();
        Schema schema = PublishedSchemas.schema("opel.replay-1");

        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        for (String place :
                List.of("\"format\"", "\"id\"", "\"drivers\"", "\"days\":1", "\"declaredAbove\"", "\"code\"")) {
            assertThat(json).contains(place);
            assertThat(schema.validate(json.replaceFirst(place, "\"other\":1," + place), InputFormat.JSON))
                    .as(place)
                    .isNotEmpty();
        }
        assertThat(replay.result().toJson()).isEqualTo(json);
    }
}
