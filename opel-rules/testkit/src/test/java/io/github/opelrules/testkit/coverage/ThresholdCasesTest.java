package io.github.opelrules.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.PublishedSchemas;
import io.github.opelrules.rules.cases.CaseResult;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.cases.OneFile;
import io.github.opelrules.rules.internal.cases.CaseFiles;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of the thresholds that a local overlay sets, one on a national parameter and one on a parameter of its own. */
class ThresholdCasesTest {

    private static final Framework OVERLAY = FrameworkLoader.load(FrameworkFolder.of(
            Path.of("../engine/src/test/resources/io/github/opelrules/rules/internal/load/overlay")));

    /** Everything about both thresholds: each side of their cuts, and each way of not knowing. */
    private static final String CASES = """
            format: opel.cases/1
            providerType: acute
            cases:
              - case: at 45 minutes and with 9 patients nobody is notified
                readings: { ambulance-handover-mean: 45, corridor-patients: 9 }
                expect: { notify: not-met }
              - case: above 45 minutes and from 10 patients somebody is
                readings: { ambulance-handover-mean: 45.01, corridor-patients: 10 }
                expect: { notify: met }
              - case: well on either side
                readings: { ambulance-handover-mean: 44.99, corridor-patients: 11 }
                expect: { notify: { long-handovers: not-met, corridor-care: met } }
              - case: what is rounded may meet a threshold
                readings: { ambulance-handover-mean: { value: 45, roundedTo: 1 }, corridor-patients: { value: 10, roundedTo: 10 } }
                expect: { notify: possibly-met }
              - case: what is not submitted may be anything
                expect: { notify: not-submitted }
              - case: what does not apply may be anything
                readings: { ambulance-handover-mean: not-applicable, corridor-patients: not-applicable }
                expect: { notify: not-applicable }
              - case: what is withheld may be anything
                readings: { ambulance-handover-mean: suppressed, corridor-patients: suppressed }
                expect: { notify: suppressed }
              - case: readings that are a second too old
                readings:
                  ambulance-handover-mean: { value: 50, age: PT24H1S }
                  corridor-patients: { value: 9, age: PT4H1S }
                expect: { notify: stale }
              - case: readings that are just not too old
                readings:
                  ambulance-handover-mean: { value: 50, age: PT24H }
                  corridor-patients: { value: 9, age: PT4H }
                expect: { notify: { long-handovers: met, corridor-care: not-met } }
              - case: readings beyond what is plausible
                readings: { ambulance-handover-mean: -1, corridor-patients: 501 }
                expect: { notify: implausible }
              - case: no corridor has fewer than no patients
                readings: { corridor-patients: -1 }
                expect: { notify: { corridor-care: implausible } }
              - case: the best and the worst that there is are plausible
                others: best
                expect: { notify: not-met }
              - case: the worst that there is is plausible
                others: worst
                expect: { notify: met }
            """;

    private static CaseFiles read(Framework framework, String text) {
        return CaseFiles.of(OneFile.of("cases/thresholds.yaml", text), framework);
    }

    private static CaseRun run(String text) {
        CaseFiles files = read(OVERLAY, text);
        assertThat(files.findings()).isEmpty();
        return CaseRun.of(OVERLAY, files.cases());
    }

    private static List<String> survivorsAboutThresholds(CaseRun run) {
        return MutationRun.of(run).survivors().stream()
                .map(MutationRun.Survivor::what)
                .filter(what -> what.contains("long-handovers") || what.contains("corridor-"))
                .toList();
    }

    @Test
    void what_comes_of_a_threshold_can_be_expected() {
        assertThat(run(CASES).failures()).isEmpty();
    }

    @Test
    void a_threshold_that_does_not_come_out_as_expected_is_told() {
        CaseRun run = run(CASES.replace("notify: met", "notify: not-met"));

        assertThat(run.failures())
                .extracting(CaseResult::differences)
                .containsOnly(List.of(
                        "threshold corridor-care: expected not-met, found met",
                        "threshold long-handovers: expected not-met, found met"));
    }

    @Test
    void both_thresholds_are_covered_by_each_side_of_their_cuts_and_each_way_of_missing() {
        assertThat(Coverage.of(run(CASES)).byKind().get(Coverage.Kind.THRESHOLD))
                .isEqualTo(new Coverage.Count(2 * (3 + 5), 2 * (3 + 5)));
    }

    @Test
    void what_no_case_touches_of_a_threshold_is_listed() {
        String fewer = CASES.replace("corridor-patients: 9 }", "corridor-patients: 8 }")
                .replace("value: 9, age: PT4H }", "value: 8, age: PT4H }")
                .replace("corridor-patients: suppressed", "corridor-patients: not-applicable")
                .replace("notify: suppressed", "notify: { long-handovers: suppressed }");

        assertThat(Coverage.of(run(fewer)).notCovered())
                .filteredOn(item -> item.kind() == Coverage.Kind.THRESHOLD)
                .extracting(Coverage.Item::what)
                .containsExactly("acute, corridor-care: just below the cut 10, 9", "acute, corridor-care: suppressed");
    }

    @Test
    void a_reading_that_is_too_old_or_rounded_covers_no_side_of_a_cut() {
        Coverage coverage = Coverage.of(run("""
                        format: opel.cases/1
                        providerType: acute
                        cases:
                          - case: a reading that does not count
                            readings: { corridor-patients: { value: 10, age: PT5H } }
                            expect: { notify: { corridor-care: stale } }
                          - case: a reading that is not exact
                            readings: { corridor-patients: { value: 10, roundedTo: 1 } }
                            expect: { notify: { corridor-care: possibly-met } }
                        """));

        assertThat(coverage.notCovered())
                .extracting(Coverage.Item::what)
                .contains("acute, corridor-care: on the cut 10");
    }

    @Test
    void cases_of_each_side_notice_every_change_of_a_threshold_and_of_a_local_parameter() {
        CaseRun run = run(CASES);

        assertThat(survivorsAboutThresholds(run)).isEmpty();
        assertThat(Mutants.of(OVERLAY).all())
                .extracting(Mutant::what)
                .contains(
                        "acute, long-handovers: \"above 45\" changed to \"above 45.01\"",
                        "acute, long-handovers: \"above 45\" changed to \"above 44.99\"",
                        "acute, long-handovers: \"above 45\" changed to \"from 45\"",
                        "acute, corridor-care: \"from 10\" changed to \"from 11\"",
                        "acute, corridor-care: \"from 10\" changed to \"from 9\"",
                        "acute, corridor-care: \"from 10\" changed to \"above 10\"",
                        "acute, corridor-patients: maxAge changed from PT4H to PT4H1S",
                        "acute, corridor-patients: plausible values up to 500 changed to 501");
    }

    @Test
    void a_change_that_nothing_notices_is_listed_with_the_case_that_would() {
        MutationRun mutation =
                MutationRun.of(run(CASES.replace("ambulance-handover-mean: 45,", "ambulance-handover-mean: 44,")));

        assertThat(mutation.survivors())
                .contains(new MutationRun.Survivor("acute, long-handovers: \"above 45\" changed to \"from 45\"", """
                          - case: ambulance-handover-mean of 45 does not meet long-handovers
                            readings: { ambulance-handover-mean: 45 }
                            others: best
                            expect: { notify: { long-handovers: not-met } }
                        """));
    }

    @Test
    void generated_cases_are_about_each_side_of_a_threshold_too() {
        String generated = GeneratedCases.of(OVERLAY).get("generated-acute.yaml");

        assertThat(generated).contains("""
                  - case: corridor-patients of 9 does not meet corridor-care
                    readings: { corridor-patients: 9 }
                    others: best
                    expect: { notify: { corridor-care: not-met } }
                  - case: corridor-patients of 10 meets corridor-care
                    readings: { corridor-patients: 10 }
                    others: best
                    expect: { notify: { corridor-care: met } }
                """);
        CaseRun run = run(generated);
        assertThat(run.failures()).isEmpty();
        assertThat(Coverage.of(run).byKind().get(Coverage.Kind.THRESHOLD)).hasToString("6 of 16");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { notify: meet }                        | 6:23: OPEL-038 "meet" is not known for "notify". Did you mean "met"? Known: met, possibly-met, not-met, not-submitted, not-applicable, suppressed, stale, implausible.
            { notify: { corridor-care: yes } }      | 6:40: OPEL-038 "yes" is not known for "notify".
            { notify: { corridor-cares: met } }     | 6:25: OPEL-020 "corridor-cares" is not a key of "notify". Did you mean "corridor-care"? Known: long-handovers, corridor-care.
            { notify: [met] }                       | 6:23: OPEL-023 Found a list where "notify" belongs.
            { notifi: met }                         | 6:15: OPEL-020 "notifi" is not a key of "expect". Did you mean "notify"?
            """)
    void a_slip_is_found_at_its_place(String expect, String finding) {
        assertThat(read(OVERLAY, withExpect(expect)).findings())
                .anySatisfy(found -> assertThat(found.toString()).startsWith("rules/cases/thresholds.yaml:" + finding));
    }

    private static String withExpect(String expect) {
        return """
                format: opel.cases/1
                providerType: acute
                cases:
                  - case: a slip
                    others: best
                    expect: %s
                """.formatted(expect);
    }

    @Test
    void a_framework_without_thresholds_notifies_of_nothing() {
        Framework national = FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2023-24"));

        assertThat(read(national, withExpect("{ notify: not-met }")).findings())
                .extracting(Object::toString)
                .containsExactly(
                        "rules/cases/thresholds.yaml:6:23: OPEL-025 nhse-opel-2023-24 has no thresholds for acute"
                                + " providers, so nothing there notifies. Remove \"notify\", or set a threshold in an overlay.");
    }

    @Test
    void the_schema_knows_what_can_be_expected_of_a_threshold() throws IOException {
        Schema schema = PublishedSchemas.schema("opel.cases-1");

        assertThat(schema.validate(CASES, InputFormat.YAML)).isEmpty();
        for (String slip : List.of("{ notify: meet }", "{ notify: { corridor-care: no-report } }", "{ notify: [] }")) {
            assertThat(schema.validate(withExpect(slip), InputFormat.YAML))
                    .as(slip)
                    .isNotEmpty();
        }
    }
}
