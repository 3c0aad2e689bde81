package io.github.opelrules.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.cases.CaseEngine;
import io.github.opelrules.rules.cases.CaseResult;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.cases.OneFile;
import io.github.opelrules.rules.internal.cases.CaseFiles;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class MutationTest {

    static final List<String> BUNDLED = FrameworkFolder.BUNDLED;

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void the_cases_of_what_the_library_ships_notice_every_changed_number(String id) {
        MutationRun run = MutationRun.of(RuleSource.bundled(FrameworkId.of(id)).tryCases());

        assertThat(run.toText()).doesNotContain("NOT NOTICED");
        assertThat(run.holds()).isTrue();
    }

    static List<Framework> frameworks() {
        return Stream.concat(
                        BUNDLED.stream().map(FrameworkFolder::bundled),
                        Stream.of(FrameworkFolder.of(Path.of(
                                "../engine/src/test/resources/io/github/opelrules/rules/internal/load/overlay"))))
                .map(FrameworkLoader::load)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void each_suggested_case_can_be_pasted_holds_and_notices_its_change(Framework framework) {
        CaseEngine engine = new CaseEngine(framework);
        assertThat(Mutants.of(framework).all()).hasSizeGreaterThan(150);

        for (Mutant mutant : Mutants.of(framework).all()) {
            Case pasted = pasted(framework, mutant);

            assertThat(engine.tryOut(pasted).differences()).as(mutant.killer()).isEmpty();
            assertThat(new CaseEngine(mutant.framework()).tryOut(pasted).differences())
                    .as(mutant.what() + "\n" + mutant.killer())
                    .isNotEmpty();
        }
    }

    private static Case pasted(Framework framework, Mutant mutant) {
        String type = mutant.what().substring(0, mutant.what().indexOf(','));
        String file = "format: opel.cases/1\n" + (type.equals("tiers") ? "" : "providerType: " + type + "\n")
                + "cases:\n" + mutant.killer();
        CaseFiles files = CaseFiles.of(OneFile.of("cases/pasted.yaml", file), framework);
        assertThat(files.findings()).as(file).isEmpty();
        return files.cases().get(0);
    }

    @Test
    void a_changed_number_that_nothing_notices_is_listed_with_the_case_that_would() {
        CaseRun run = RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")).tryCases();
        List<CaseResult> rest = run.results().stream()
                .filter(result -> !result.tried().name().contains("60.01 min scores 6"))
                .toList();

        MutationRun mutation = MutationRun.of(new CaseRun(run.framework(), rest));

        assertThat(mutation.holds()).isFalse();
        assertThat(mutation.toText()).isEqualTo("""
                        Changed numbers: 334 of 335 noticed; left out 1 change that no report can show, and 25 that would not load.
                        NOT NOTICED acute, ambulance-handover-mean: "up to 60" changed to "up to 60.01". This case would notice it:
                          - case: ambulance-handover-mean of 60.01 scores 6
                            readings: { ambulance-handover-mean: 60.01 }
                            others: best
                            expect: { points: { ambulance-handover-mean: 6 }, codes: { ambulance-handover-mean: band-matched } }
                        """);
    }

    @Test
    void a_changed_rule_of_the_protocol_that_nothing_notices_is_listed_with_the_frame_of_a_case() {
        CaseRun run = RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")).tryCases();
        List<CaseResult> rest = run.results().stream()
                .filter(result -> !result.tried().name().startsWith("a notice of industrial action"))
                .toList();

        MutationRun mutation = MutationRun.of(new CaseRun(run.framework(), rest));

        assertThat(mutation.survivors())
                .extracting(MutationRun.Survivor::what)
                .containsExactly(
                        "protocol, ICS-0-01: dropped",
                        "protocol, ICS-0-01: \"the SCC duty manager must \"coordinate the response to the industrial action\""
                                + " within 4 hours\" changed to \"the ICB director on call must \"coordinate the response"
                                + " to the industrial action\" within 4 hours\"",
                        "protocol, ICS-0-01: \"the SCC duty manager must \"coordinate the response to the industrial action\""
                                + " within 4 hours\" changed to \"the SCC duty manager must \"coordinate the response to"
                                + " the industrial action\" within 241 minutes\"",
                        "protocol, ICS-0-01: \"the SCC duty manager must \"coordinate the response to the industrial action\""
                                + " within 4 hours\" changed to \"the SCC duty manager must \"coordinate the response to"
                                + " the industrial action\" within 239 minutes\"");
        assertThat(mutation.survivors().get(1).killingCase()).isEqualTo("""
                          - case: … ICS-0-01 …
                            steps:
                              # until a notice of industrial action is in force for the ICS, and not before
                              - expect: { never: [ICS-0-01] }
                              - at: …
                                expect: { raised: [{ rule: ICS-0-01, unit: …, role: … }] }
                        """);
    }

    private static final String STEPS_DOWN = """
            format: opel.cases/1
            observedAt: "2024-01-08T10:00:00Z"
            system: [{ unit: EXA, is: ics }, { unit: EXA01, is: acute, of: EXA }]
            cases:
              - case: a provider steps down when a lower level has lasted for 2 hours
                steps:
                  - reports: { EXA01: 4 }
                  - at: "10:15"
                    reports: { EXA01: 3 }
                  - at: "12:14"
                    expect: { inForce: { EXA01: 4 } }
                  - at: "12:15"
                    expect: { inForce: { EXA01: 3 } }
            """;

    /** The settings that can be changed unnoticed by a case of a framework that lets a lower level last for 2 hours. */
    private static List<MutationRun.Survivor> settingsNotNoticedBy(String text) {
        Framework bundled = FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2023-24"));
        Protocol protocol = bundled.protocol();
        Framework framework = Mutant.changed(
                bundled,
                bundled.tables(),
                bundled.tiers(),
                new Protocol(protocol.rules(), protocol.driver(), Duration.ofHours(2), protocol.assurance()));
        CaseFiles files = CaseFiles.of(OneFile.of("cases/ours.yaml", text), framework);
        assertThat(files.findings()).isEmpty();
        return MutationRun.of(CaseRun.of(framework, files.cases())).survivors().stream()
                .filter(survivor -> survivor.what().matches("protocol, (stepDownAfter|driver) .*"))
                .toList();
    }

    @Test
    void a_case_to_the_minute_notices_another_time_that_a_lower_level_has_to_last() {
        assertThat(settingsNotNoticedBy(STEPS_DOWN))
                .containsExactly(new MutationRun.Survivor("protocol, driver changed from calculated to declared", """
                          - case: … is at the calculated level
                            steps:
                              - reports: { …: 2 }
                                declared: { …: 3 }
                                expect: { inForce: { …: 2 } }
                        """));
    }

    @Test
    void a_setting_of_the_protocol_that_nothing_notices_is_listed_with_the_frame_of_a_case() {
        List<MutationRun.Survivor> survivors = settingsNotNoticedBy(STEPS_DOWN
                .replace("reports: { EXA01: 4 }", "reports: { EXA01: 4 }\n        declared: { EXA01: 2 }")
                .replace("\"12:14\"", "\"12:13\""));

        assertThat(survivors)
                .containsExactly(new MutationRun.Survivor("protocol, stepDownAfter changed from PT2H to PT1H59M", """
                          - case: … steps down when a lower level has lasted …
                            steps:
                              - reports: { …: 4 }
                              - at: …
                                reports: { …: 3 }
                              # when that has lasted, to the minute, and not before
                              - at: …
                                expect: { inForce: { …: 3 } }
                        """));
    }

    @Test
    void zero_is_changed_to_a_minute_and_never_below() {
        assertThat(ProtocolMutants.of(RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24"))
                        .tryCases()
                        .framework()))
                .filteredOn(mutant -> mutant.rule() == null)
                .extracting(mutant -> mutant.mutant().what())
                .containsExactly(
                        "protocol, stepDownAfter changed from PT0S to PT1M",
                        "protocol, restartCountsAfter changed from PT4H to PT4H1M",
                        "protocol, restartCountsAfter changed from PT4H to PT3H59M",
                        "acute, ambulance-handover-mean: since midnight dropped",
                        "acute, ed-four-hour-performance: since midnight dropped",
                        "acute, ed-attendance-variation: since midnight dropped",
                        "acute, median-time-to-treatment: since midnight dropped",
                        "protocol, mutual aid, settled changed from PT1H to PT1H1M",
                        "protocol, mutual aid, full changed from 95 to 96",
                        "protocol, mutual aid, settled changed from PT1H to PT59M",
                        "protocol, mutual aid, full changed from 95 to 94",
                        "protocol, driver changed from calculated to declared");
    }

    @Test
    void cases_that_fail_anyway_notice_nothing() {
        CaseRun run = RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")).tryCases();
        CaseResult first = run.results().get(0);
        CaseResult failed = new CaseResult(
                first.tried(), first.assessments(), null, List.of(), List.of("score: expected 1, found 0"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MutationRun.of(new CaseRun(run.framework(), List.of(failed))))
                .withMessage(
                        "nhse-opel-2023-24 1.1.0: 1 case, 1 fails. Mend that first: a case that fails anyway notices"
                                + " nothing.");
    }

    /** Bands of whole numbers with a gap that no whole number falls into, and two bands of equal points. */
    @Test
    void what_no_report_at_the_declared_precision_can_show_is_left_out() {
        Framework framework = small();

        List<String> tried = Mutants.of(framework).all().stream()
                .map(Mutant::what)
                .filter(what -> what.contains("\" changed to"))
                .filter(what -> !what.contains("OPEL"))
                .toList();

        assertThat(tried)
                .containsExactly(
                        "acute, waiting: \"up to 10.5\" changed to \"up to 11.5\"",
                        "acute, waiting: \"up to 10.5\" changed to \"up to 9.5\"",
                        "acute, waiting: \"up to 30\" changed to \"up to 31\"",
                        "acute, waiting: \"up to 30\" changed to \"up to 29\"",
                        "acute, waiting: \"up to 30\" changed to \"below 30\"");
        // The side of 10.5, the three changes of the cut between two bands that score the same, and two of the cut
        // between OPEL 3
        // and 4, since nothing scores 2 or 3.
        assertThat(Mutants.of(framework).equivalent()).isEqualTo(6);
    }

    private static Framework small() {
        String manifest = """
                format: opel.framework/1
                id: small
                version: "1.0.0"
                title: Small
                status: draft
                inForce: { from: 2024-01-01, assurance: assumed }
                source: { document: a test, place: here }
                tables: [acute.yaml]
                """;
        String table = """
                format: opel.table/1
                providerType: acute
                total: { assurance: assumed, source: { document: a test, place: here } }
                parameters:
                  - id: waiting
                    number: 1
                    label: patients waiting
                    definition: patients waiting
                    unit: patients
                    domain: { from: 0, upTo: 100, precision: 1 }
                    worse: higher
                    maxAge: PT24H
                    source: { document: a test, place: here }
                    bands:
                      - { upTo: 10.5, points: 0 }
                      - { above: 10.5, upTo: 20, points: 1 }
                      - { above: 20, upTo: 30, points: 1 }
                      - { above: 30, points: 4 }
                    assurance: { cuts: assumed, sides: assumed, points: assumed }
                levels:
                  basis: total
                  source: { document: a test, place: here }
                  bands:
                    - { level: 1, upTo: 0 }
                    - { level: 2, above: 0, upTo: 1 }
                    - { level: 3, above: 1, upTo: 2 }
                    - { level: 4, above: 2 }
                  assurance: { cuts: assumed, sides: assumed }
                """;
        return FrameworkLoader.load(
                OneFile.of("cases/none.yaml", Map.of("framework.yaml", manifest, "acute.yaml", table)));
    }
}
