package io.github.opelrules.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.testkit.replay.ReplayResult;
import io.github.opelrules.testkit.replay.Standing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                                + " readings missing or not usable. Lowest evidence grade of any value used: unverified.");
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
    void a_day_in_the_scc_is_a_timeline_of_what_happens_and_a_log_of_the_actions() {
        String output = Output.of(() -> ADayInTheSCC.main(new String[0]));

        assertThat(output)
                .contains(
                        "15:00  action transferred   EXB03  SCC duty manager of evening-desk: coordinate the response",
                        "16:00  data missing         EXB03  Bristol site 3 (EXB03) no longer sends a usable reading of"
                                + " escalation-beds.\n",
                        "17:45  level escalated      EXB    Bristol example ICS (EXB) went from OPEL 3 to OPEL 4\n",
                        "17:45  action raised        EXB    SCC duty manager of evening-desk: engage higher authority, so that"
                                + " critical decisions are made promptly\n",
                        "18:00  action transferred   EXB    ICB director on call: engage higher authority,",
                        "18:00  mutual aid proposed  EXB03  These could help Bristol site 3 (EXB03): Neighbour hospital"
                                + " (EXC01), 55 minutes away",
                        "18:30  action escalated     EXB    ICB executive: engage higher authority",
                        "19:00  action escalated     EXB03  ICB executive, to consider: arranging mutual aid",
                        "20:30  no report            EXB02  for more than an hour, so it may have any score",
                        "21:45  level de escalated   EXB    Bristol example ICS (EXB) went from OPEL 4 to OPEL 3\n",
                        "The actions of the day\n",
                        "18:00  EXB03  ICB executive                    done at 19:45    arranging mutual aid");
    }

    @Test
    void a_winter_in_the_scc_moves_levels_only_as_far_as_published_figures_force_them() {
        String output = Output.of(() -> AWinterInTheSCC.main(new String[0]));

        assertThat(output)
                .contains("2022-12-19  Trust RVJ (RVJ) is at OPEL 2\n")
                .contains("actions are open at the end, since nobody does them here.")
                .contains("licensed under the Open Government Licence v3.0");
    }

    @Test
    void a_whole_winter_of_england_is_scored_where_its_figures_are_at_hand() {
        Path winter = Path.of("..", "..", "shared", "data", "winter_2022_23.csv");
        assumeThat(winter).exists();

        String output = Output.of(() -> RegionsOfEngland.main(new String[] {winter.toString()}));

        assertThat(output.lines().filter(line -> line.startsWith("20"))).hasSize(119 * 7);
    }

    @Test
    void the_rows_of_a_winter_become_report_lines() throws IOException {
        String lines = Output.of(() -> WinterReports.main(new String[0]));

        assertThat(lines).isEqualTo(Files.readString(Shipped.file("sample_2022_23.jsonl")));
        assertThat(lines.lines())
                .hasSize(30)
                .first()
                .isEqualTo(
                        "{\"format\":\"opel.report/1\",\"organisation\":\"RA7\",\"providerType\":\"acute\",\"observedAt\":"
                                + "\"2022-12-19T08:00:00Z\",\"readings\":{\"ed-four-hour-performance\":{\"value\":\"53.41\","
                                + "\"roundedTo\":\"0.01\"},\"ga-bed-occupancy\":{\"value\":\"93.36\",\"roundedTo\":\"0.01\"},"
                                + "\"no-criteria-to-reside\":{\"value\":\"21.13\",\"roundedTo\":\"0.01\"}}}");
    }

    @Test
    void a_compressed_file_reads_as_the_plain_one(@TempDir Path folder) throws IOException {
        Path compressed = folder.resolve("winter.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(Shipped.file("sample_2022_23.csv"), out);
        }

        assertThat(Output.of(() -> WinterReports.main(new String[] {compressed.toString()})))
                .isEqualTo(Output.of(() -> WinterReports.main(new String[0])));
    }

    @Test
    void winters_are_replayed_under_the_draft() {
        assertThat(Output.of(() -> ReplayWinters.main(new String[0])))
                .startsWith("nhse-opel-2023-24 1.1.0 → nhse-opel-2024-26 1.1.0 (draft)\n30 reports of 6 organisations,"
                        + " 2022-12-19 to 2023-01-03. Of 30 reports that both scored, 30 differ in points and ")
                .contains("\nLevel changes\n", "licensed under the Open Government Licence v3.0");
    }

    @Test
    void a_replay_comes_to_the_same_as_assessing_one_by_one() throws IOException {
        assertReplayedAsOneByOne(Shipped.file("sample_2022_23.csv"), 30);
        assertReplayedAsOneByOne(Shipped.file("sample_2025_26.csv"), 35);
    }

    @ParameterizedTest
    @CsvSource({"winter_2022_23.csv, 16303", "winters_2015_to_2023.csv.gz, 118462"})
    void so_do_whole_winters_where_their_figures_are_at_hand(String file, long trustDays) throws IOException {
        Path winters = Path.of("..", "..", "shared", "data", file);
        assumeThat(winters).exists();

        assertReplayedAsOneByOne(winters, trustDays);
    }

    private static void assertReplayedAsOneByOne(Path file, long trustDays) throws IOException {
        OpelEngine engine = OpelRules.builder().bundled().allowDrafts().build();
        OpelEngine before = engine.pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
        OpelEngine after = engine.pinnedTo(FrameworkId.of("nhse-opel-2024-26"));
        Map<String, Long> oneByOne = new TreeMap<>();
        try (Stream<SituationReport> reports = WinterReports.of(file)) {
            reports.forEach(report -> oneByOne.merge(
                    before.assess(report).level() + " → " + after.assess(report).level(), 1L, Long::sum));
        }

        ReplayResult replayed = ReplayWinters.replay(file);

        assertThat(replayed.scored()).isEqualTo(trustDays);
        assertThat(replayed.transitions())
                .hasSameSizeAs(oneByOne.keySet())
                .allSatisfy(transition -> assertThat(oneByOne)
                        .containsEntry(
                                level(transition.before()) + " → " + level(transition.after()), transition.reports()));
    }

    private static String level(Standing standing) {
        String[] ends = standing.label().split(" to ");
        return ends.length == 1 ? standing.toString() : "between OPEL " + ends[0] + " and OPEL " + ends[1];
    }
}
