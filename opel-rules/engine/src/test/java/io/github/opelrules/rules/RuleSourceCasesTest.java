package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSourceCasesTest {

    private static final String BUNDLED = "nhse-opel-2023-24";
    private static final String CASES = "cases/acute.yaml";

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheBundledFramework() throws IOException {
        EditedCopy.asItIs(folder, "framework.yaml", "acute.yaml", CASES);
    }

    @Test
    void the_bundled_cases_hold_and_show_every_edge_level_and_way_of_being_unknown() {
        CaseRun run = RuleSource.bundled(FrameworkId.of(BUNDLED)).tryCases();

        assertThat(run.failures()).isEmpty();
        assertThat(run.results()).hasSize(9 * 8 + 3 + 8 + 10 + 6 + 6 + 20 + 34);
        assertThat(run.holds()).isTrue();
        assertThat(run.toText()).isEqualTo("nhse-opel-2023-24 1.1.0: 159 cases, all hold.\n");
    }

    @Test
    void a_folder_is_tried_like_the_bundled_one() {
        assertThat(RuleSource.of(folder).tryCases().results()).hasSize(105);
    }

    @Test
    void a_case_that_does_not_hold_says_what_was_expected_what_was_found_and_why() throws IOException {
        edit("acute.yaml", "above: 30, upTo: 60, points: 4", "above: 30, upTo: 60, points: 5");

        CaseRun run = RuleSource.of(folder).tryCases();

        assertThat(run.holds()).isFalse();
        assertThat(run.failures()).hasSize(5);
        assertThat(run.failures().get(0).toString())
                .contains("cases/acute.yaml:", "a mean handover of 30.01 min scores 4: score: expected 4, found 5;")
                .endsWith("points of ambulance-handover-mean: expected 4, found 5");
        assertThat(run.toText())
                .contains("FAILED " + folder + "/cases/acute.yaml:")
                .contains("\n  score: expected 4, found 5\n")
                .contains("\n  | OPEL 1, 5 of 44 points: mean ambulance handover time (5); 5 of 9 readings doubtful.")
                .endsWith("nhse-opel-2023-24 1.1.0: 105 cases, 5 fail.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - { level: 2, above: 11, upTo: 22 }    | - { level: 2, above: 10, upTo: 22 }
            - { above: 95, upTo: 98, points: 4 }   | - { from: 95, upTo: 98, points: 4 }
            - { above: 98, points: 8 }             | - { above: 98, points: 7 }
            - { above: 10, upTo: 13, points: 1 }   | - { above: 10, upTo: 13, points: 2 }
            """)
    void a_wrong_number_in_the_rules_is_found_by_a_case_or_never_loads(String right, String wrong) throws IOException {
        edit("acute.yaml", right, wrong);

        InvalidRulesException refused = catchThrowableOfType(
                InvalidRulesException.class,
                () -> assertThat(RuleSource.of(folder).tryCases().holds()).isFalse());

        assertThat(refused == null || !refused.findings().isEmpty()).isTrue();
    }

    @Test
    void no_case_at_all_proves_nothing() throws IOException {
        Files.delete(folder.resolve(CASES));

        CaseRun run = RuleSource.of(folder).tryCases();

        assertThat(run.holds()).isFalse();
        assertThat(run.toText())
                .isEqualTo("nhse-opel-2023-24 1.1.0 has no cases, so nothing is tested. Write some into its folder"
                        + " \"cases\".\n");
    }

    @Test
    void a_reload_puts_rules_in_force_only_if_their_cases_hold() throws IOException {
        ReloadableEngine engine = OpelRules.builder().folder(folder).buildReloadable();
        FrameworkSet before = engine.frameworks();
        edit("acute.yaml", "above: 30, upTo: 60, points: 4", "above: 30, upTo: 60, points: 5");

        assertThatExceptionOfType(InvalidRulesException.class)
                .isThrownBy(engine::reload)
                .withMessageContaining(
                        "OPEL-602 The case \"a mean handover of 30.01 min scores 4\" does not hold: score:"
                                + " expected 4, found 5; points of ambulance-handover-mean: expected 4, found 5. Correct the"
                                + " rules, or the case.");

        assertThat(engine.frameworks()).isSameAs(before);
        edit("acute.yaml", "above: 30, upTo: 60, points: 5", "above: 30, upTo: 60, points: 4");
        assertThat(engine.reload()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { level: 1, score: 11 }   | { }                      | OPEL-024 Nothing is expected here
            { level: 1, score: 11 }   | { level: 5 }             | OPEL-038 "5" is not a level.
            { level: 1, score: 11 }   | { level: 3 to 2 }        | OPEL-038 "3 to 2" is not a level.
            { level: 1, score: 11 }   | { score: eleven }        | OPEL-035 "eleven" is not a number of points.
            { level: 1, score: 11 }   | { scor: 11 }             | OPEL-020 "scor" is not a key of "expect". Did you mean "score"?
            { level: 1, score: 11 }   | { points: { ga-beds: 1 } } | OPEL-020 "ga-beds" is not a key of "points".
            { level: 1, score: 11 }   | { codes: { ga-bed-occupancy: old } } | OPEL-038 "old" is not why a parameter scores
            { level: 1, score: 11 }   | { doubtful: some }       | OPEL-038 "some" is not known for "doubtful".
            { level: 1, score: 11 }   | { doubtful: [ga-beds] }  | OPEL-601 "ga-beds" is no parameter of acute providers with usual values, so no reading of it is doubtful. Expected "none", "all", or some of: ambulance-handover-mean, ed-four-hour-performance,
            { level: 1, score: 11 }   | { doubtful: [] }         | OPEL-024 "doubtful" is an empty list
            ambulance-handover-mean: 40, majors-resus-occupancy: 110, ed | ambulance-handover: 40, majors-resus-occupancy: 110, ed | OPEL-601 readings.ambulance-handover: nhse-opel-2023-24 has no such parameter
            ambulance-handover-mean: 40, majors-resus-occupancy: 110, ed | ambulance-handover-mean: forty, majors-resus-occupancy: 110, ed | OPEL-601 readings.ambulance-handover-mean: "forty" is not a plain decimal number
            providerType: acute       | providerType: community  | OPEL-038 nhse-opel-2023-24 does not score community providers
            others: worst             | others: bad              | OPEL-038 "bad" is not known for "others".
            """)
    void a_slip_in_a_case_is_found_at_its_place(String right, String wrong, String finding) throws IOException {
        edit(CASES, right, wrong);

        InvalidRulesException e = catchThrowableOfType(
                InvalidRulesException.class, () -> RuleSource.of(folder).tryCases());

        assertThat(e.findings())
                .anySatisfy(found -> assertThat(found.toString())
                        .startsWith(folder + "/cases/acute.yaml:")
                        .contains(finding));
    }

    @Test
    void the_bundled_cases_are_valid_under_their_schema_and_slips_are_not() throws IOException {
        Schema schema = PublishedSchemas.schema("opel.cases-1");
        for (String id : FrameworkFolder.BUNDLED) {
            FrameworkFolder bundled = FrameworkFolder.bundled(id);
            for (String file : bundled.cases()) {
                String cases = new String(bundled.read(file).orElseThrow(), StandardCharsets.UTF_8);
                assertThat(schema.validate(cases, InputFormat.YAML)).as(file).isEmpty();
            }
        }
        String systems = new String(
                FrameworkFolder.bundled(BUNDLED).read("cases/systems.yaml").orElseThrow(), StandardCharsets.UTF_8);
        for (String slip : List.of("is: ice", "is: ics, off: EXR", "unit: e01, is: ics", "EXA01: wurst")) {
            String wrong = systems.replaceFirst(
                    slip.startsWith("EXA01")
                            ? "EXA01: worst"
                            : slip.startsWith("unit") ? "unit: EXA, is: ics" : "is: ics",
                    slip);
            assertThat(schema.validate(wrong, InputFormat.YAML)).as(slip).isNotEmpty();
        }
        String text = Files.readString(folder.resolve(CASES));

        for (String wrong : List.of("others: bad", "others: best\n    otters: best")) {
            assertThat(schema.validate(text.replace("others: best", wrong), InputFormat.YAML))
                    .isNotEmpty();
        }
        assertThat(schema.validate(text.replace("level: 4", "level: 5"), InputFormat.YAML))
                .isNotEmpty();
        assertThat(schema.validate(text.replace("0 to 8", "0-8"), InputFormat.YAML))
                .isNotEmpty();
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }
}
