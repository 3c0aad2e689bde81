package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.check.InvalidRulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three sites that all switched to the rules of 2024 to 2026 on 2025-06-18; their codes are made up. */
class AdoptionsTest {

    private static final String THREE_SITES = """
            format: opel.adoptions/1
            adoptions:
              - { organisation: RXX01, framework: nhse-opel-2024-26, from: 2025-06-18 }
              - { organisation: RXX02, framework: nhse-opel-2024-26, from: 2025-06-18 }
              - { organisation: RYY01, framework: nhse-opel-2024-26, from: 2025-06-18 }
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("adoptions.yaml"), text);
    }

    private OpelRules.Builder rules(String text) throws IOException {
        return OpelRules.builder().bundled().adoptions(file(text));
    }

    private static SituationReport.Builder report(String organisation, String at) {
        return SituationReport.of(OdsCode.of(organisation), ProviderType.ACUTE).observedAt(Instant.parse(at));
    }

    private static List<String> findings(InvalidInputException e) {
        return e.findings().stream()
                .map(Finding::toString)
                .map(finding -> finding.substring(finding.indexOf("adoptions.yaml:")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RXX01", "RXX02", "RYY01"})
    void a_site_goes_on_with_the_framework_before_until_the_day_it_switches(String site) throws IOException {
        OpelEngine engine = rules(THREE_SITES).allowDrafts().build();

        Assessment before = engine.assess(report(site, "2025-06-17T08:00:00Z").build());
        Assessment after = engine.assess(report(site, "2025-06-18T08:00:00Z").build());

        assertThat(before.framework().id()).hasToString("nhse-opel-2023-24");
        assertThat(before.selection()).isEqualTo(new Selection.Kept(LocalDate.parse("2025-06-18")));
        assertThat(before.explain().toText())
                .contains("Framework nhse-opel-2023-24 1.1.0, which " + site + " keeps until it adopts the next one on"
                        + " 2025-06-18; nationally in force from 2023-08-01 until 2024-12-01.");
        assertThat(after.framework().id()).hasToString("nhse-opel-2024-26");
        assertThat(after.selection()).isEqualTo(new Selection.Adopted(LocalDate.parse("2025-06-18")));
        assertThat(after.explain().toText())
                .contains("Framework nhse-opel-2024-26 1.1.0 (draft), which " + site
                        + " adopted from 2025-06-18; nationally in force from 2024-12-01.");
    }

    @Test
    void until_it_switches_a_site_needs_no_draft_and_others_do() throws IOException {
        OpelEngine engine = rules(THREE_SITES).build();

        assertThat(engine.assess(report("RXX01", "2025-06-17T08:00:00Z").build())
                        .pinned())
                .isFalse();
        assertThat(engine.check(report("RXX01", "2025-06-18T08:00:00Z").build()))
                .extracting(ReportProblem::code)
                .containsExactly(ReportProblem.Code.NO_FRAMEWORK);
        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() ->
                        engine.assess(report("RZZ01", "2025-06-17T08:00:00Z").build()))
                .withMessageStartingWith("Only a draft was in force for acute providers at 2025-06-17T08:00:00Z,");
    }

    @Test
    void a_pinned_engine_asks_nobody() throws IOException {
        OpelEngine engine = rules(THREE_SITES).build().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));

        assertThat(engine.assess(report("RXX01", "2026-01-08T08:00:00Z").build())
                        .selection())
                .isEqualTo(Selection.PINNED);
    }

    @Test
    void a_faulty_report_is_checked_under_the_framework_of_its_organisation() throws IOException {
        OpelEngine engine = rules(THREE_SITES).allowDrafts().build();

        InvalidReportException kept = catchThrowableOfType(
                InvalidReportException.class,
                () -> engine.assess(report("RXX01", "2025-06-17T08:00:00Z")
                        .reading("ed-attendance-variation", "n/a")
                        .reading("discharge", "1")));
        InvalidReportException unknown = catchThrowableOfType(
                InvalidReportException.class,
                () -> engine.assess(report("RXX01", "2025-06-17T08:00:00Z")
                        .organisation("rxx01")
                        .reading("ed-attendance-variation", "3")));

        assertThat(kept.problems())
                .extracting(problem -> problem.code() + " " + problem.where())
                .containsExactly(
                        "NOT_A_NUMBER readings.ed-attendance-variation", "UNKNOWN_PARAMETER readings.discharge");
        assertThat(unknown.problems())
                .as("without an organisation the national dates decide")
                .extracting(problem -> problem.code() + " " + problem.where())
                .containsExactly("BAD_ODS_CODE organisation", "UNKNOWN_PARAMETER readings.ed-attendance-variation");
    }

    @Test
    void JSON_says_which_day_decided() throws IOException {
        OpelEngine engine = rules(THREE_SITES).allowDrafts().build();
        String kept = OpelJson.write(
                engine.assess(report("RXX01", "2025-06-17T08:00:00Z").build()));
        String adopted = OpelJson.write(
                engine.assess(report("RXX01", "2025-06-18T08:00:00Z").build()));
        String national = OpelJson.write(
                engine.assess(report("RXX01", "2024-01-08T08:00:00Z").build()));

        assertThat(kept)
                .contains("\"status\":\"published\",\"pinned\":false,\"keptUntil\":\"2025-06-18\"}")
                .contains("\"pinned\":\"false\",\"keptUntil\":\"2025-06-18\"}");
        assertThat(adopted)
                .contains("\"status\":\"draft\",\"pinned\":false,\"adoptedFrom\":\"2025-06-18\"}")
                .contains("\"pinned\":\"false\",\"adoptedFrom\":\"2025-06-18\"}");
        assertThat(national).contains("\"pinned\":false}").doesNotContain("adoptedFrom", "keptUntil");
        for (String json : List.of(kept, adopted, national)) {
            assertThat(PublishedSchemas.schema("opel.assessment-1").validate(json, InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void a_reload_reads_the_adoptions_again() throws IOException {
        ReloadableEngine engine = rules(THREE_SITES).allowDrafts().buildReloadable();
        SituationReport report = report("RXX01", "2025-06-18T08:00:00Z").build();

        file(THREE_SITES.replace("2025-06-18", "2025-07-01"));

        assertThat(engine.assess(report).framework().id()).hasToString("nhse-opel-2024-26");
        engine.reload();
        assertThat(engine.assess(report).framework().id()).hasToString("nhse-opel-2023-24");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            organisation: RXX02 | organisation: rxx02 | 4:21: OPEL-034 "rxx02" is not an ODS code: expected 3 to 10 upper-case letters and digits, such as RXX for a trust or RXX01 for a site. Did you mean "RXX02"?
            RXX02, framework: nhse-opel-2024-26 | RXX02, framework: NHSE | 4:39: OPEL-034 "NHSE" is not a framework id: expected lower-case words joined by hyphens, such as "nhse-opel-2023-24".
            RXX02, framework: nhse-opel-2024-26 | RXX02, framework: nhse-opel-2024-25 | 4:5: OPEL-071 No framework has the id "nhse-opel-2024-25". Did you mean "nhse-opel-2024-26"? Known: nhse-opel-2023-24 (from 2023-08-01 until 2024-12-01); nhse-opel-2024-26 (from 2024-12-01, draft).
            organisation: RXX02 | organisation: RXX01 | 4:5: OPEL-072 RXX01 adopts nhse-opel-2024-26 twice, from 2025-06-18 and from 2025-06-18. Keep one of the two.
            RXX02, framework: nhse-opel-2024-26 | RXX02, framework: nhse-opel-2023-24 | 4:5: OPEL-073 RXX02 adopts nhse-opel-2023-24 from 2025-06-18, but that applies from 2023-08-01 until 2024-12-01. Adopt it before it ends, or remove the line.
            RXX02, framework: nhse-opel-2024-26, from: 2025-06-18 | RXX02, framework: nhse-opel-2024-26, from: 18/06/2025 | 4:64: OPEL-032 "from" is "18/06/2025", which is not a day. If it is day, month and year, write 2025-06-18. Expected year, month and day as YYYY-MM-DD, such as 2025-06-18.
            RXX02, framework: nhse-opel-2024-26, from: | RXX02, framework: nhse-opel-2024-26, since: | 4:5: OPEL-022 The key "from" is missing. Add it, such as "from: 2025-06-18".
            opel.adoptions/1 | opel.adoption/1 | 1:9: OPEL-012 The format is "opel.adoption/1". Expected "format: opel.adoptions/1". A file of a later format needs a later version of this library.
            """)
    void what_is_wrong_with_the_file_is_told_with_its_place(String old, String text, String finding)
            throws IOException {
        OpelRules.Builder rules = rules(THREE_SITES.replace(old, text));

        InvalidInputException thrown = catchThrowableOfType(InvalidInputException.class, rules::build);

        assertThat(findings(thrown)).contains("adoptions.yaml:" + finding);
        assertThat(thrown).isExactlyInstanceOf(InvalidInputException.class);
        assertThat(thrown.getMessage()).startsWith("The adoptions cannot be used because of ");
    }

    @Test
    void the_schema_refuses_what_the_reader_does_and_accepts_the_rest() throws IOException {
        Schema schema = PublishedSchemas.schema("opel.adoptions-1");

        assertThat(schema.validate(THREE_SITES, InputFormat.YAML)).isEmpty();
        for (String[] change : new String[][] {
            {"organisation: RXX02", "organisation: rxx02"},
            {"from: 2025-06-18", "from: 18/06/2025"},
            {"from:", "since:"},
            {"framework: nhse-opel-2024-26", "framework: NHSE"},
            {"opel.adoptions/1", "opel.adoption/1"},
        }) {
            String bad = THREE_SITES.replace(change[0], change[1]);
            assertThat(schema.validate(bad, InputFormat.YAML)).as(change[1]).isNotEmpty();
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> rules(bad).build());
        }
    }

    @Test
    void a_file_that_is_not_there_or_empty_is_told() throws IOException {
        InvalidInputException missing = catchThrowableOfType(
                InvalidInputException.class,
                OpelRules.builder().bundled().adoptions(folder.resolve("adoptions.yaml"))::build);
        InvalidInputException directory = catchThrowableOfType(
                InvalidInputException.class, OpelRules.builder().bundled().adoptions(folder)::build);
        InvalidInputException empty = catchThrowableOfType(InvalidInputException.class, rules("# nothing")::build);

        assertThat(findings(missing))
                .containsExactly("adoptions.yaml:1:1: OPEL-001 There is no such file. Correct its name.");
        assertThat(directory.findings().get(0).code()).isEqualTo("OPEL-002");
        assertThat(findings(empty).get(0)).startsWith("adoptions.yaml:1:1: OPEL-005 ");
    }

    @Test
    void its_form_is_checked_also_where_a_framework_does_not_load() throws IOException {
        InvalidRulesException thrown = catchThrowableOfType(
                InvalidRulesException.class,
                OpelRules.builder()
                        .folder(folder.resolve("none"))
                        .adoptions(file(THREE_SITES.replace("RXX01", "rxx01")))::build);

        assertThat(thrown.findings()).extracting(Finding::code).containsExactly("OPEL-001", "OPEL-034");
    }

    @Test
    void nobody_may_have_adopted_anything_yet() throws IOException {
        String none = "format: opel.adoptions/1\nadoptions: []\n";

        assertThat(rules(none).build().frameworks().adoptions()).isEmpty();
        assertThat(PublishedSchemas.schema("opel.adoptions-1").validate(none, InputFormat.YAML))
                .isEmpty();
    }
}
