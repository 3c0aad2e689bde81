package io.github.opelrules.rules.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import io.github.opelrules.rules.PublishedSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that editors complete and check by agree with the loader on the files that are good. */
class SchemaTest {

    @Test
    void the_bundled_files_are_valid() throws IOException {
        assertThat(problems("framework", MemoryFolder.bundled())).isEmpty();
        assertThat(problems("table", MemoryFolder.bundled())).isEmpty();
    }

    @Test
    void bands_can_be_expected() throws IOException {
        MemoryFolder folder = MemoryFolder.small();
        String text = folder.text("acute.yaml");
        int from = text.indexOf("    bands:\n      - { from: 95");
        int to = text.indexOf("levels:");
        folder.replace("acute.yaml", text.substring(from, to), "    bands: expected\n")
                .replace("framework.yaml", "status: published", "status: draft");

        assertThat(FrameworkLoader.load(folder)).hasToString("small 1.0.0");
        assertThat(problems("table", folder)).isEmpty();
        folder.replace(
                "acute.yaml",
                "bands: expected\n",
                "bands: expected\n    expectedPoints: { upTo: 4, assurance: assumed }\n");
        assertThat(FrameworkLoader.load(folder)).hasToString("small 1.0.0");
        assertThat(problems("table", folder)).isEmpty();
    }

    @Test
    void expected_points_stand_where_bands_are_expected_alone() throws IOException {
        MemoryFolder folder = MemoryFolder.small();
        folder.replace(
                "acute.yaml",
                "    unit: min\n",
                "    unit: min\n    expectedPoints: { upTo: 3, assurance: assumed }\n");

        assertThat(problems("table", folder)).isNotEmpty();
        assertThat(FrameworkLoader.check(folder).passes()).isFalse();
    }

    @Test
    void known_issues_are_texts() throws IOException {
        MemoryFolder folder = MemoryFolder.small();
        folder.replace("framework.yaml", "tables:", "knownIssues: [Two feeds disagree.]\ntables:");

        assertThat(problems("framework", folder)).isEmpty();
        assertThat(FrameworkLoader.load(folder).knownIssues()).containsExactly("Two feeds disagree.");

        folder.replace("framework.yaml", "[Two feeds disagree.]", "[]");

        assertThat(problems("framework", folder)).isNotEmpty();
        assertThat(FrameworkLoader.check(folder).passes()).isFalse();
    }

    @Test
    void a_sign_off_can_stand_wherever_a_grade_can() throws IOException {
        String signOff = "{ verified: { by: A. Name, on: 2026-11-01, document: A document, place: page 9 } }";
        MemoryFolder folder = MemoryFolder.small()
                .replace("framework.yaml", "assurance: unverified", "assurance: " + signOff)
                .replace("acute.yaml", "total: { assurance: corroborated", "total: { assurance: " + signOff)
                .replace("acute.yaml", "cuts: unverified", "cuts: " + signOff)
                .replace("acute.yaml", "95: assumed", "95: " + signOff);

        assertThat(FrameworkLoader.check(folder).findings()).isEmpty();
        assertThat(problems("framework", folder)).isEmpty();
        assertThat(problems("table", folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"framework.yaml", "acute.yaml"})
    void the_first_line_of_a_bundled_file_leads_an_editor_to_its_schema(String file) throws IOException {
        Path bundled = MemoryFolder.resource("/io/github/opelrules/rules/frameworks/nhse-opel-2023-24/" + file);
        String first = Files.readAllLines(bundled).get(0);
        String prefix = "# yaml-language-server: $schema=";

        assertThat(first).startsWith(prefix);
        assertThat(bundled.resolveSibling(first.substring(prefix.length()))).isRegularFile();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            framework | title: A        | titel: A
            framework | "1.0.0"         | "1.0"
            framework | published       | final
            framework | [acute.yaml]    | [../acute.yaml]
            framework | [acute.yaml]    | []
            framework | id: small       | id: Small Framework
            table     | worse: higher   | worse: up
            table     | above: 30       | above: 30, from: 31
            table     | above: 30       | above: "30"
            table     | above: 30,      | ''
            table     | points: 6       | points: -1
            table     | points: 6       | points: 6, colour: red
            table     | level: 4        | level: 5
            table     | cuts: { 95: assumed } | cuts: { 95: sure }
            table     | precision: 0.1  | precision: 0
            table     | cuts: unverified | cuts: { verified: { by: A. Name } }
            table     | cuts: unverified | cuts: { verified: A. Name }
            table     | cuts: unverified | cuts: verified
            framework | assurance: unverified | assurance: { verified: { by: A. Name, on: 1/11/2026, document: A, place: B } }
            """, quoteCharacter = '\'')
    void a_bad_file_is_invalid(String schema, String old, String text) throws IOException {
        MemoryFolder folder = MemoryFolder.small();

        assertThat(problems(schema, folder)).isEmpty();

        folder.replace(schema.equals("table") ? "acute.yaml" : "framework.yaml", old, text);

        assertThat(problems(schema, folder)).isNotEmpty();
    }

    @Test
    void overlays_are_valid() throws IOException {
        assertThat(problems("overlay", MemoryFolder.overlay())).isEmpty();
        assertThat(FrameworkLoader.check(MemoryFolder.overlay()).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            extends: nhse           | base: nhse
            "1.0.0"                 | "1.0"
            owner: Example ICB, sys | colour: red
            acute:                  | hospital:
            above: 45               | above: 45, from: 46
            above: 45,              | ''
            id: long-handovers      | id: Long Handovers
            worse: higher           | worse: up
            maxAge: PT4H            | number: 10
            - parameter: ga-bed     | - param: ga-bed
            - levels:               | - bands:
            level: 4                | level: 5
            points: 8               | points: -8
            reason: The board       | because: The board
            """, quoteCharacter = '\'')
    void a_bad_overlay_is_invalid_and_refused(String old, String text) throws IOException {
        MemoryFolder folder = MemoryFolder.overlay().replace("overlay.yaml", old, text);

        assertThat(FrameworkLoader.check(folder).passes()).isFalse();
        assertThat(problems("overlay", folder)).isNotEmpty();
    }

    private static List<Error> problems(String kind, MemoryFolder folder) throws IOException {
        return PublishedSchemas.schema("opel." + kind + "-1")
                .validate(folder.text(kind.equals("table") ? "acute.yaml" : kind + ".yaml"), InputFormat.YAML);
    }
}
