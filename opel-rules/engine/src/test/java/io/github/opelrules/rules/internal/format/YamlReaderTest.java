package io.github.opelrules.rules.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    @Test
    void a_character_of_two_units_can_stand_anywhere() {
        for (int before = 1000; before < 1100; before++) {
            String text = "#" + "x".repeat(before) + "😀😀\nkey: 😀\n";
            Findings findings = new Findings("file.yaml");

            Node node = YamlReader.read(text.getBytes(StandardCharsets.UTF_8), findings);

            assertThat(findings.inOrder()).as("%d characters before", before).isEmpty();
            assertThat(node)
                    .isInstanceOfSatisfying(
                            Node.Mapping.class,
                            mapping -> assertThat(mapping.entries().get("key").value())
                                    .isEqualTo(new Node.Scalar(new Place(2, 6), "😀", Node.Scalar.Style.BARE)));
        }
    }
}
