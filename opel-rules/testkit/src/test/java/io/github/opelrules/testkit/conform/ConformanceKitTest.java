package io.github.opelrules.testkit.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.EditedCopy;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.PublishedSchemas;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.InvalidRulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceKitTest {

    private static final ConformanceKit KIT =
            ConformanceKit.of(RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")));
    private static final OpelEngine BUNDLED = OpelRules.bundled();

    @TempDir
    private Path folder;

    private static List<String> answers() {
        return answers(KIT, BUNDLED);
    }

    /** What this library itself would write if it were a program. */
    private static List<String> answers(ConformanceKit kit, OpelEngine engine) {
        OpelEngine pinned = engine.pinnedTo(kit.framework().id());
        return kit.reports().stream()
                .map(report ->
                        OpelJson.write(pinned.assess(OpelJson.readReport(report).build())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static ClauseResult clause(Conformance conformance, String name) {
        return conformance.clauses().stream()
                .filter(clause -> clause.clause().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> failing(Conformance conformance) {
        return conformance.clauses().stream()
                .filter(clause -> !clause.holds())
                .map(ClauseResult::clause)
                .toList();
    }

    @Test
    void the_engine_of_this_library_holds_to_every_clause_in_java_and_as_a_program() {
        Conformance inJava = KIT.check(BUNDLED.pinnedTo(KIT.framework().id()));
        Conformance asProgram = KIT.check(answers());

        assertThat(inJava.holds()).as(inJava.toText()).isTrue();
        assertThat(asProgram.holds()).as(asProgram.toText()).isTrue();
        assertThat(asProgram.clauses())
                .containsAll(inJava.clauses())
                .extracting(ClauseResult::clause)
                .contains(
                        "protocol: an answer for each report",
                        "bands of ga-bed-occupancy",
                        "levels",
                        "ranges of levels",
                        "sums of points",
                        "ranges of points",
                        "levels that are not possible",
                        "readings that are not submitted",
                        "readings that are not applicable",
                        "readings that are suppressed",
                        "readings that are stale",
                        "readings that are implausible",
                        "readings that are rounded",
                        "doubtful readings",
                        "readings finer than their precision",
                        "readings that are not stale yet",
                        "written otherwise: readings as JSON numbers",
                        "written otherwise: readings with zeros at the end",
                        "written otherwise: times with offsets");
    }

    @Test
    void so_it_does_to_those_of_a_draft_with_bands_that_are_not_known() {
        ConformanceKit kit = ConformanceKit.of(RuleSource.bundled(FrameworkId.of("nhse-opel-2024-26")));
        OpelEngine drafts = OpelRules.builder().bundled().allowDrafts().build();

        Conformance inJava = kit.check(drafts.pinnedTo(kit.framework().id()));
        Conformance asProgram = kit.check(answers(kit, drafts));

        assertThat(inJava.holds()).as(inJava.toText()).isTrue();
        assertThat(asProgram.holds()).as(asProgram.toText()).isTrue();
    }

    @Test
    void every_way_to_write_a_report_means_the_same() {
        assertThat(KIT.reports())
                .anyMatch(report -> report.contains("\"ga-bed-occupancy\":92.01,"))
                .anyMatch(report -> report.contains("\"ga-bed-occupancy\":\"92.0100\","))
                .anyMatch(report -> report.contains("{\"value\":60,\"roundedTo\":1}"))
                .anyMatch(report -> report.contains("T13:30:00+05:30\""))
                .extracting(report -> OpelJson.readReport(report).build())
                .allSatisfy(report -> assertThat(KIT.cases()).anyMatch(each -> equal(each.report(), report)));
    }

    /** Zeros at the end of a number make no other. */
    private static boolean equal(SituationReport one, SituationReport other) {
        return one.observedAt().equals(other.observedAt())
                && one.readings().keySet().equals(other.readings().keySet())
                && one.readings().keySet().stream()
                        .allMatch(id -> plain(one.reading(id)).equals(plain(other.reading(id))));
    }

    private static Reading plain(Reading reading) {
        return reading instanceof Reading.Measured measured
                ? new Reading.Measured(
                        measured.value().stripTrailingZeros(),
                        measured.roundedTo() == null
                                ? null
                                : measured.roundedTo().stripTrailingZeros(),
                        measured.observedAt())
                : reading;
    }

    @Test
    void a_moved_cut_breaks_the_clause_of_its_bands_and_says_which_example_shows_it() throws IOException {
        Conformance conformance = KIT.check(EditedCopy.engine(
                folder,
                "- { upTo: 92, points: 0 }",
                "- { upTo: 91, points: 0 }",
                "- { above: 92, upTo: 95, points: 2 }",
                "- { above: 91, upTo: 95, points: 2 }"));

        assertThat(failing(conformance))
                .containsExactlyInAnyOrder(
                        "bands of ga-bed-occupancy",
                        "readings finer than their precision",
                        "readings that are rounded",
                        "sums of points",
                        "ranges of points");
        assertThat(clause(conformance, "bands of ga").failures())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("nhse-opel-2023-24/cases/acute.yaml:")
                .endsWith(", G&A bed occupancy of 92% scores 0: points of ga-bed-occupancy: expected 0, found 2");
        assertThat(conformance.toText())
                .contains("FAILS   bands of ga-bed-occupancy: 3 of ", "holds   levels: ")
                .endsWith("clauses hold.\n");
    }

    @Test
    void usual_values_that_are_moved_break_the_clause_of_doubtful_readings_alone() throws IOException {
        Conformance conformance =
                KIT.check(EditedCopy.engine(folder, "usual: { from: 40, upTo: 120", "usual: { from: 39.99, upTo: 120"));

        assertThat(failing(conformance)).containsExactly("doubtful readings");
        assertThat(clause(conformance, "doubtful").failures())
                .singleElement(STRING)
                .contains("readings a step below the usual values are doubtful: doubtful: expected [")
                .contains("ga-bed-occupancy");
    }

    @Test
    void a_moved_threshold_of_an_overlay_breaks_its_notifications_alone() throws IOException {
        Path file = folder.resolve("overlay.yaml");
        String overlay = Files.readString(
                Path.of("../engine/src/test/resources/io/github/opelrules/rules/internal/load/overlay/overlay.yaml"));
        Files.writeString(file, overlay);
        Files.createDirectories(folder.resolve("cases"));
        Files.writeString(folder.resolve("cases/thresholds.yaml"), """
                format: opel.cases/1
                providerType: acute
                cases:
                  - case: from 10 patients somebody is notified
                    readings: { corridor-patients: 10 }
                    others: best
                    expect: { level: 1, notify: { corridor-care: met, long-handovers: not-met } }
                """);
        ConformanceKit kit = ConformanceKit.of(RuleSource.of(folder));
        OpelEngine engine = OpelRules.builder().folder(folder).build();
        Files.writeString(file, overlay.replace("from: 10, notice", "from: 11, notice"));
        OpelEngine moved = OpelRules.builder().folder(folder).build();

        assertThat(kit.check(engine.pinnedTo(kit.framework().id())).holds()).isTrue();
        assertThat(kit.check(answers(kit, engine)).holds()).isTrue();
        assertThat(failing(kit.check(moved.pinnedTo(kit.framework().id())))).containsExactly("notifications");
        assertThat(clause(kit.check(moved.pinnedTo(kit.framework().id())), "notifications")
                        .failures())
                .singleElement()
                .asString()
                .endsWith("somebody is notified: notification of corridor-care: expected THRESHOLD_MET, found none");
        assertThat(kit.toJsonLines())
                .contains(",\"notify\":{\"corridor-care\":\"THRESHOLD_MET\",\"long-handovers\":null}}}\n");
        assertValid(kit);
    }

    @Test
    void a_moved_level_cut_breaks_the_levels_alone() throws IOException {
        Conformance conformance =
                KIT.check(EditedCopy.engine(folder, "upTo: 11", "upTo: 12", "above: 11", "above: 12"));

        assertThat(failing(conformance)).containsExactly("levels");
    }

    @Test
    void too_few_answers_break_the_protocol_and_the_others_are_held_to_the_rules() {
        List<String> answers = answers();
        answers.remove(answers.size() - 1);

        Conformance conformance = KIT.check(answers);

        assertThat(failing(conformance)).containsExactly("protocol: an answer for each report");
        assertThat(clause(conformance, "protocol").failures())
                .containsExactly("Expected " + KIT.reports().size() + " answers, one a line for each report; found "
                        + answers.size());
        assertThat(KIT.check(List.of()).holds()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "hello | expected one JSON object, found \"hello\"",
                "{\"score\":{\"min\":1,\"max\":1}} | $.level.kind: expected \"exact\", \"between\" or \"undetermined\", found \"\"",
                "{\"level\":{\"kind\":\"exact\",\"level\":5},\"score\":{\"min\":1,\"max\":1}} | $.level.level: expected a level"
                        + " from 1 to 4, found \"5\"",
                "{\"level\":{\"kind\":\"exact\",\"level\":\"x\"},\"score\":{\"min\":1,\"max\":1}} | $.level.level: expected a"
                        + " whole number, found \"x\"",
                "{\"level\":{\"kind\":\"undetermined\"}} | $.score.min: expected a whole number, found \"\";"
                        + " $.score.max: expected a whole number, found \"\"",
                "{\"level\":{\"kind\":\"undetermined\"},\"score\":{\"min\":3,\"max\":2}} | $.score: points cannot range from 3 to 2",
                "{\"level\":{\"kind\":\"undetermined\"},\"score\":{\"min\":1.5,\"max\":2}} | $.score.min: expected a whole number,"
                        + " found \"1.5\""
            })
    void an_answer_that_is_none_is_named_with_its_line_and_what_was_expected(String line, String fault) {
        List<String> answers = answers();
        answers.set(6, line);

        assertThat(clause(KIT.check(answers), "protocol").failures()).containsExactly("line 7: " + fault);
    }

    @Test
    void a_parameter_that_is_not_answered_is_none() {
        List<String> answers = answers();
        answers.set(0, "{\"level\":{\"kind\":\"exact\",\"level\":1},\"score\":{\"min\":0,\"max\":0}}");

        assertThat(clause(KIT.check(answers), "bands of ambulance-handover-mean")
                        .failures())
                .hasSize(2)
                .allMatch(failure -> failure.endsWith(", found none"));
    }

    @Test
    void without_an_example_nothing_is_shown() throws IOException {
        ConformanceKit empty =
                ConformanceKit.of(RuleSource.of(EditedCopy.in(folder, "label: G&A bed occupancy", "label: beds")));

        assertThat(empty.cases()).isEmpty();
        assertThat(empty.check(BUNDLED).holds()).isFalse();
    }

    @Test
    void rules_that_do_not_load_are_refused() {
        assertThatThrownBy(() -> ConformanceKit.of(RuleSource.of(folder))).isInstanceOf(InvalidRulesException.class);
    }

    @Test
    void the_examples_as_JSON_are_valid_under_their_schema() {
        assertValid(KIT);
    }

    private static void assertValid(ConformanceKit kit) {
        Schema schema = PublishedSchemas.schema("opel.conform-1");

        assertThat(kit.toJsonLines().lines())
                .hasSameSizeAs(kit.reports())
                .allSatisfy(line ->
                        assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
    }
}
