package io.github.opelrules.rules.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.internal.json.AssessmentShape;
import io.github.opelrules.rules.internal.json.CheckFormats;
import io.github.opelrules.rules.internal.json.EscalationFormats;
import io.github.opelrules.rules.internal.json.SystemShape;
import io.github.opelrules.rules.internal.system.AdoptionsFile;
import io.github.opelrules.rules.internal.system.DeclarationShape;
import io.github.opelrules.rules.internal.system.HierarchyShape;
import io.github.opelrules.rules.internal.system.HoursShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas and the reference that are shipped are those of the descriptions. After a description has changed, {@code
 * -Dformats.write=true} writes them anew.
 */
class FormatsTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/io/github/opelrules/rules/schema");

    static List<Format<?>> formats() {
        return List.of(
                HierarchyShape.HIERARCHY,
                HoursShape.HOURS,
                DeclarationShape.DECLARATIONS,
                AdoptionsFile.ADOPTIONS,
                AssessmentShape.ASSESSMENT,
                SystemShape.SYSTEM,
                EscalationFormats.STATE,
                EscalationFormats.STEP,
                EscalationFormats.EVENT,
                EscalationFormats.ACTION,
                EscalationFormats.REPLY,
                EscalationFormats.NOTICE,
                DeclarationShape.DECLARATION,
                CheckFormats.CHECK,
                CheckFormats.SUMMARY);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_schema_is_that_of_its_format(Format<?> format) throws IOException {
        assertIsThatOfTheDescription(
                SCHEMAS.resolve(format.id().replace('/', '-') + ".schema.json"), Schema.of(format));
    }

    @Test
    void the_reference_is_that_of_the_formats() throws IOException {
        assertIsThatOfTheDescription(docs().resolve("formats.md"), Reference.of(formats()));
    }

    private static void assertIsThatOfTheDescription(Path file, String text) throws IOException {
        if (Boolean.getBoolean("formats.write")) {
            Files.writeString(file, text);
        }
        assertThat(file).hasContent(text);
    }

    private static Path docs() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs");
    }
}
