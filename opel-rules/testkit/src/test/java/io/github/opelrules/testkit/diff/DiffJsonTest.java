package io.github.opelrules.testkit.diff;

import static io.github.opelrules.testkit.diff.Edits.BUNDLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.github.opelrules.rules.EditedCopy;
import io.github.opelrules.rules.PublishedSchemas;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffJsonTest {

    private static final Path OVERLAY =
            Path.of("../engine/src/test/resources/io/github/opelrules/rules/internal/load/overlay");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - { above: 60, points: 6 }      | - { above: 60, points: 5 }      | "scores":[{"values":{"above":"60","upTo":"1440"}
            domain: { from: 0, upTo: 150, precision: 0.01 } | domain: { from: 0, upTo: 120, precision: 0.01 } | "domain"
            precision: 0.01 }               | precision: 0.1 }                | "parameter":"
            maxAge: PT24H                   | maxAge: PT6H                    | {"what":"greatest age","before":"PT24H","after":"PT6H"}
            label: escalation beds          | label: beds                     | "before":"escalation beds","after":"beds"
            id: escalation-beds             | id: escalation-bed              | "presence":"dropped"
            - { level: 4, above: 33, upTo: 44 } | - { level: 4, above: 33 }     | {"what":"grade of the level cut 44","before":"corroborated","after":"none"}
            """)
    void what_differs_in_a_table_is_valid_under_the_schema(String before, String after, String written)
            throws IOException {
        FrameworkDiff diff = FrameworkDiff.between(
                BUNDLED, FrameworkLoader.load(FrameworkFolder.of(EditedCopy.in(folder, before, after))));

        assertThat(diff.toJson())
                .startsWith("{\"format\":\"opel.diff/1\",\"library\":\"")
                .contains("\"tables\":[{\"providerType\":\"acute\"", written);
        assertValid(diff);
    }

    @Test
    void what_an_overlay_adds_and_changes_is_valid_under_the_schema() {
        FrameworkDiff diff = FrameworkDiff.between(BUNDLED, FrameworkLoader.load(FrameworkFolder.of(OVERLAY)));

        assertThat(diff.toJson())
                .contains("\"local\":[{\"what\":\"local parameter corridor-patients\",\"before\":\"none\"");
        assertValid(diff);
    }

    private static void assertValid(FrameworkDiff diff) {
        assertThat(PublishedSchemas.schema("opel.diff-1").validate(diff.toJson(), InputFormat.JSON))
                .isEmpty();
    }
}
